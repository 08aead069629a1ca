"""What a person sees of a window. Controls are found as people find them, by their names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QImage, QTextBlock, QTextFragment, QTextLine
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QTextBrowser,
    QTreeView,
    QWidget,
)

from viewer.ui.window import Window

PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
SPANISH = {
    "Search": "Buscar",
    "Page": "Página",
    "Sections": "Secciones",
    "Back": "Atrás",
    "Forward": "Adelante",
    "Home": "Inicio",
    "Plain language": "Lenguaje sencillo",
    "More": "Más",
    "Smaller text": "Letra más pequeña",
    "Larger text": "Letra más grande",
    "Theme": "Colores",
    "Language": "Idioma",
    "Listen": "Escuchar",
    "Handout": "Hoja para llevar",
    "Status": "Estado",
    "Toolbar": "Barra de herramientas",
    "Search results": "Resultados de la búsqueda",
}
"""The words on the controls for a reader of Spanish, who finds them by these."""
W = TypeVar("W", bound=QWidget)


class Line(NamedTuple):
    """A line of text as it is laid out; ``rect`` counts from the top of the page."""

    words: str
    rect: QRectF
    block: QTextBlock
    line: QTextLine


class Sight:
    """The things in the window, and the words on them."""

    def __init__(self, window: Window) -> None:
        self.window = window

    # --- things -------------------------------------------------------------------

    @property
    def page(self) -> QTextBrowser:
        """The text browser."""
        return self._named(QTextBrowser, "Page")

    @property
    def sections(self) -> QTreeView:
        """The sidebar's list."""
        return self._named(QTreeView, "Sections")

    def button(self, name: str) -> QAbstractButton:
        """The control with this name."""
        return self._named(QAbstractButton, name)

    def question(self) -> QMessageBox | None:
        """The question that is asked, if one is."""
        boxes = [box for box in self.window.findChildren(QMessageBox) if box.isVisible()]
        return boxes[-1] if boxes else None

    def blocks(self) -> Iterator[QTextBlock]:
        """Every block of the page."""
        block = self.page.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def fragments(self) -> Iterator[QTextFragment]:
        """Every run of the page."""
        for block in self.blocks():
            at = block.begin()
            while not at.atEnd():
                yield at.fragment()
                at += 1

    def indexes(self, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
        """Every row of the sidebar."""
        parent = parent or QModelIndex()
        model = self.sections.model()
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield index
            yield from self.indexes(index)

    @property
    def search(self) -> QLineEdit:
        """The field for a search."""
        return self._named(QLineEdit, "Search")

    @property
    def search_panel(self) -> QWidget:
        """What the search has found, over the page."""
        assert self.window.tools is not None
        return self.window.tools.search.panel

    @property
    def found_list(self) -> QListView:
        """The list of a search."""
        return self._named(QListView, "Search results")

    def found_rows(self) -> Iterator[QModelIndex]:
        """Every row of the search's list, topics' names too."""
        model = self.found_list.model()
        return (model.index(row, 0) for row in range(model.rowCount()))

    # --- words --------------------------------------------------------------------

    @property
    def found(self) -> list[str]:
        """The results of a search, each in all its words."""
        role = Qt.ItemDataRole.AccessibleTextRole
        results = (i for i in self.found_rows() if i.flags() & Qt.ItemFlag.ItemIsEnabled)
        return [str(index.data(role)) for index in results]

    @property
    def found_topics(self) -> list[str]:
        """The topics that results stand under."""
        return [str(i.data()) for i in self.found_rows() if not i.flags()]

    @property
    def chosen(self) -> str:
        """The result that Enter opens."""
        return str(self.found_list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))

    @property
    def search_message(self) -> str:
        """What stands above the results."""
        labels = self.search_panel.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def marked_places(self) -> list[tuple[int, int]]:
        """Where on the page marks begin and end."""
        marks = self.page.extraSelections()  # kept, for their cursors live in them
        return sorted((m.cursor.selectionStart(), m.cursor.selectionEnd()) for m in marks)

    @property
    def marked(self) -> list[str]:
        """The words of the page that are marked."""
        text = self.page.document().toRawText()
        return [text[start:end] for start, end in self.marked_places]

    def in_sight(self, place: tuple[int, int]) -> bool:
        """Whether a place on the page is in the window."""
        cursor = self.page.textCursor()
        cursor.setPosition(place[0])
        return self.page.viewport().rect().contains(self.page.cursorRect(cursor))

    @property
    def text(self) -> str:
        """The page's words; pictures and the blanks around them left out."""
        lines = self.page.toPlainText().replace(PICTURE, " ").splitlines()
        return "\n".join(" ".join(line.split()) for line in lines if line.strip())

    @property
    def title(self) -> str:
        """The page's first heading."""
        return next(block.text() for block in self.blocks() if block.blockFormat().headingLevel())

    def headings(self) -> list[tuple[int, str]]:
        """The headings in the page's structure, each with its level."""
        return [
            (block.blockFormat().headingLevel(), block.text().replace(PICTURE, "").strip())
            for block in self.blocks()
            if block.blockFormat().headingLevel()
        ]

    def links(self) -> list[tuple[str, str]]:
        """Every link of the page: words and address."""
        return [
            (fragment.text(), fragment.charFormat().anchorHref())
            for fragment in self.fragments()
            if fragment.charFormat().anchorHref()
        ]

    @property
    def status_text(self) -> str:
        """The sentences of the status line that are to be seen."""
        labels = self.window.status.findChildren(QLabel)
        return " | ".join(label.text() for label in labels if label.isVisible())

    @property
    def rows(self) -> list[str]:
        """The sidebar's rows and group headings, from the top."""
        return [str(index.data()) for index in self.indexes()]

    @property
    def row_shown(self) -> str:
        """The row that is marked as the page that is shown; empty where none is."""
        return next((str(i.data()) for i in self.sections.selectedIndexes()), "")

    @property
    def row_at_keys(self) -> str:
        """The row on which the arrow keys are."""
        return str(self.sections.currentIndex().data() or "")

    @property
    def topic_title(self) -> str:
        """The name over the sidebar's rows."""
        label = self.window.sidebar.findChild(QLabel, "topicTitle")
        assert isinstance(label, QLabel)
        return label.text()

    @property
    def switch_is_on(self) -> bool:
        """Whether the switch says plain language."""
        return self.button("Plain language").isChecked()

    @property
    def focus(self) -> str:
        """The accessible name, or the words, of what has the focus."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QAbstractButton):
            return widget.accessibleName() or widget.text()
        return widget.accessibleName() if widget else ""

    # --- the page as it is laid out -------------------------------------------------

    @property
    def text_pixels(self) -> int:
        """The size of the page's text."""
        return self.page.document().defaultFont().pixelSize()

    def lines(self) -> Iterator[Line]:
        """Every line of text, with the rectangle that its words take."""
        layout = self.page.document().documentLayout()
        for block in self.blocks():
            start = layout.blockBoundingRect(block).topLeft()
            inner = block.layout()
            for number in range(inner.lineCount()):
                line = inner.lineAt(number)
                rect = line.naturalTextRect().translated(start)
                words = block.text()[line.textStart() : line.textStart() + line.textLength()]
                if words.strip():
                    yield Line(words, rect, block, line)

    def lines_in_sight(self) -> list[Line]:
        """The lines of text that are wholly in sight, from the top."""
        top = self.page.verticalScrollBar().value()
        bottom = top + self.page.viewport().height()
        return [x for x in self.lines() if x.rect.top() >= top and x.rect.bottom() <= bottom]

    @property
    def line_at_top(self) -> str:
        """The first line of text that is wholly in sight."""
        return self.lines_in_sight()[0].words.strip()

    @property
    def words_in_sight(self) -> str:
        """All words that can be read without scrolling."""
        return "\n".join(line.words.strip() for line in self.lines_in_sight())

    def picture(self) -> QImage:
        """The page as it is painted now."""
        return self.page.viewport().grab().toImage()

    def _named(self, kind: type[W], name: str) -> W:
        names = {name, SPANISH.get(name, name)}
        found = [
            widget
            for widget in self.window.findChildren(kind)
            if names & {widget.accessibleName(), getattr(widget, "text", str)()}
        ]
        assert len(found) == 1, (name, found)
        return found[0]
