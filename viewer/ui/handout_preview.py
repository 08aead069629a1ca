"""The preview: the very pages that are printed, or a sentence on why there are none."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPalette, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from viewer.ui.announcing import announce, announce_calmly
from viewer.ui.handout_body import scroll_area
from viewer.ui.handout_finding import find_line
from viewer.ui.handout_printing import open_pdf
from viewer.ui.theme import Theme
from viewer.ui.wrapping import Push

QUIET = 1_000
"""Milliseconds without a change, after which it is said which pages there are."""
_STEP = 1.15
_LEAST_ZOOM, _MOST_ZOOM = 0.2, 5.0


class PaperView(QPdfView):
    """Qt's own view of a PDF, which zooms by Ctrl and the wheel, and says that it has the focus."""

    framed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def zoom(self, steps: int) -> None:
        """So many steps larger, or smaller; none: as wide as there is room."""
        if not steps:
            self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
            return
        factor = self.scale() * _STEP**steps
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(min(_MOST_ZOOM, max(_LEAST_ZOOM, factor)))

    def scale(self) -> float:
        """How large a page is drawn; 1 is life-size."""
        if self.zoomMode() is QPdfView.ZoomMode.Custom or not self.document().pageCount():
            return self.zoomFactor()
        margins = self.documentMargins()
        room = self.viewport().width() - margins.left() - margins.right()
        points = max(self.document().pagePointSize(0).width(), 1.0)
        return room / (points * self.logicalDpiX() / 72)

    def place(self) -> tuple[int, float]:
        """The page at the top, and how far down it, from 0 to 1."""
        value = self.verticalScrollBar().value()
        tops = self._tops()
        page = max((i for i, (top, _) in enumerate(tops) if top <= value), default=0)
        top, height = tops[page] if tops else (0.0, 1.0)
        return page, max(0.0, (value - top) / height)

    def go_to(self, page: int, down: float) -> None:
        """Scroll to a place, or as near to it as there are pages."""
        tops = self._tops()
        if tops:
            top, height = tops[min(page, len(tops) - 1)]
            self.verticalScrollBar().setValue(round(top + down * height) if page or down else 0)

    def let_see(self, page: int, down: float) -> None:
        """Scroll to a place that cannot be seen now; it has what comes before it above it."""
        top, height = self._tops()[page]
        bar, room, at = self.verticalScrollBar(), self.viewport().height(), top + down * height
        if not bar.value() < at < bar.value() + room * 0.9:
            bar.setValue(round(at - room / 3))

    def _tops(self) -> list[tuple[float, float]]:
        """Where each page begins, and how high it is, in pixels."""
        document, per_point = self.document(), self.scale() * self.logicalDpiY() / 72
        at, found = float(self.documentMargins().top()), []
        for page in range(document.pageCount()):
            height = document.pagePointSize(page).height() * per_point
            found.append((at, height))
            at += height + self.pageSpacing()
        return found

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.framed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.framed.emit(False)


class HandoutPreview(QFrame):
    """Keeps the pages that it has until it is given others."""

    retry_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("handoutPreview")
        self.paper = PaperView()
        self._document = QPdfDocument(self)
        self.paper.setDocument(self._document)
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that it can be read out
        self.retry = Push()
        self.retry.setAutoDefault(False)
        self.retry.clicked.connect(self.retry_requested)
        self._pages = QStackedWidget()
        self._pages.setObjectName("handoutPaper")
        self._pages.addWidget(self.paper)
        self._pages.addWidget(self._problem_page())
        self.page, self.updating = QLabel(), QLabel()
        self._foot = QFrame()
        self._foot.setObjectName("handoutFoot")
        self._foot_row = QHBoxLayout(self._foot)
        self._foot_row.addWidget(self.page, 1)
        self._foot_row.addWidget(self.updating)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self._announce)
        self._announced = 0
        """Pages that there were when it was said last."""
        self.paper.framed.connect(self._frame)
        self.paper.pageNavigator().currentPageChanged.connect(self._turn)
        self.name_controls()

    def _problem_page(self) -> QWidget:
        area, page = scroll_area(), QWidget()
        page.setObjectName("handoutInside")
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(self.problem)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(2)
        area.setWidget(page)
        return area

    def name_controls(self) -> None:
        """Name every part in the language that the window speaks now."""
        self.retry.set_words(self.tr("Try again"))
        self.paper.setAccessibleDescription(
            self.tr("Arrow keys scroll. To hear the words of the pages, save the PDF and open it.")
        )
        self._say_page()

    @property
    def page_count(self) -> int:
        """Pages that there are to see."""
        return self._document.pageCount() if self.shows_pages else 0

    @property
    def shows_pages(self) -> bool:
        """Whether there are pages to see, and not a sentence."""
        return self._pages.currentIndex() == 0

    @property
    def page_number(self) -> int:
        """The page that is seen, from 1."""
        return self.paper.pageNavigator().currentPage() + 1

    @property
    def document(self) -> QPdfDocument:
        """What is shown; it goes when other pages are."""
        return self._document

    def show_pdf(self, pdf: bytes) -> bool:
        """Show these pages, where the last ones were scrolled to; False if they cannot be read."""
        document = open_pdf(pdf, self)
        if document is None:
            return False
        place = self.paper.place()
        old, self._document = self._document, document
        self.paper.setDocument(document)
        old.deleteLater()
        self._pages.setCurrentIndex(0)
        self.paper.go_to(*place)
        self._say_page()
        self._quiet.start()
        return True

    def show_line(self, *wanted: str) -> None:
        """Scroll to the line with the first of these words that there are, if it is not seen."""
        place = find_line(self._document, *wanted) if self.shows_pages else None
        if place is not None:
            self.paper.let_see(*place)

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to see, and what to do."""
        self.problem.setText(sentence)
        self.problem.setAccessibleName(sentence)
        self._pages.setCurrentIndex(1)
        self._say_page()
        self._quiet.stop()
        self._announced = 0

    def show_updating(self, is_updating: bool) -> None:
        """Say that other pages are on their way."""
        self.updating.setText(self.tr("Updating") if is_updating else "")

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        colours = QPalette(self.paper.palette())
        colours.setColor(QPalette.ColorRole.Dark, QColor(theme.surface))
        self.paper.setPalette(colours)
        self._foot_row.setContentsMargins(pixels, pixels // 3, pixels, pixels // 3)
        self._foot.setMinimumHeight(pixels * 2)

    def _frame(self, framed: bool) -> None:
        """Show where the focus is. Not on the pages: to polish these takes their colours away."""
        self._pages.setProperty("framed", framed)
        self._pages.style().unpolish(self._pages)
        self._pages.style().polish(self._pages)

    def _say_page(self) -> None:
        if not self.page_count:
            self.page.setText("")
            self.paper.setAccessibleName(self.tr("Preview of the handout"))
            return
        numbers = {"page": self.page_number, "pages": self.page_count}
        self.page.setText(self.tr("Page {page} of {pages}").format(**numbers))
        named = self.tr("Preview of the handout, page {page} of {pages}").format(**numbers)
        self.paper.setAccessibleName(named)

    def _turn(self) -> None:
        """Another page is seen."""
        self._say_page()
        if self.paper.hasFocus():
            self._quiet.start()

    def _announce(self) -> None:
        """Say what there is; but not to somebody who types, unless there are more pages or less."""
        if self.paper.hasFocus():
            announce(self.paper, self.page.text())
        elif self._announced != self.page_count:
            announce(self.paper, self.paper.accessibleName())
        else:
            announce_calmly(self.paper, self.paper.accessibleName())
        self._announced = self.page_count

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.name_controls()
