"""The text browser: shows one page of HTML and asks for everything else.

Its own ways out are closed: it opens no link, reads no file, and shows no image
that it was not given. One document serves for the window's whole life, because
a new one a page is never given back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QTextBrowser

from viewer.core.typefaces import FAMILY
from viewer.ui import qt_numbers
from viewer.ui.icons import Icons
from viewer.ui.metrics import Metrics
from viewer.ui.page_column import PageColumn
from viewer.ui.page_links import address_of
from viewer.ui.scrolling import Scrolling

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QUrl
    from PySide6.QtGui import (
        QContextMenuEvent,
        QFocusEvent,
        QImage,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QPixmap,
        QResizeEvent,
        QWheelEvent,
    )

    from viewer.ui.page_focus import PageFocus
    from viewer.ui.page_marks import PageMarks
    from viewer.ui.spoken_page import SpokenPage
    from viewer.ui.term_lines import Term
    from viewer.ui.theme import Theme

PictureSource = Callable[[str], "QImage | None"]
"""The picture of a pack for its address on the page; None: refused."""

_RESIZE_PAUSE = 60
"""Milliseconds without a change of size before a page is laid out anew."""


class PageView(QTextBrowser):
    """Says which link was followed and how the text should grow; knows nothing of packs."""

    link_requested = Signal(str)
    link_shown = Signal(str)
    larger_requested = Signal()
    smaller_requested = Signal()
    listen_from_requested = Signal(int)
    """Read aloud from this position of the page on."""
    width_changed = Signal()
    first_painted = Signal()
    written = Signal()
    """Another page is there, or the same one anew."""

    def __init__(self, icons: Icons, pictures: PictureSource, *, context_menu: bool) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)  # nor those that lead out
        self.setUndoRedoEnabled(False)
        self.setProperty("wordWrapMode", qt_numbers.WORD_WRAP)
        self.setAcceptDrops(False)
        self._icons, self._pictures, self._context_menu = icons, pictures, context_menu
        self._painted = self._finished = False
        self.column = PageColumn(self)
        self._cards: frozenset[str] = frozenset()
        self.languages: tuple[str, ...] = ()
        self.spoken: SpokenPage | None = None
        self._marks: PageMarks | None = None
        self._focus: PageFocus | None = None
        self._theme: Theme | None = None
        self.terms: tuple[Term, ...] = ()
        """The words that the glossary explains, once the page is finished."""
        self._pause = QTimer(self, singleShot=True, interval=_RESIZE_PAUSE)
        self._pause.timeout.connect(self.width_changed)
        self.anchorClicked.connect(lambda url: self.link_requested.emit(address_of(url)))
        # Where the scroll bar comes or goes, Qt says nothing but this.
        self.verticalScrollBar().rangeChanged.connect(self.column.fit)
        self.scrolling = Scrolling(self)
        self.highlighted.connect(lambda url: self.link_shown.emit(address_of(url)))
        self.first_painted.connect(lambda: QTimer.singleShot(0, self, self._speak))
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language that the window speaks now."""
        self.setAccessibleName(self.tr("Page"))

    # --- the page ----------------------------------------------------------------

    def show_page(
        self,
        html: str,
        title: str,
        body_pixels: int,
        column: int,
        cards: frozenset[str],
        languages: tuple[str, ...] = (),
    ) -> None:
        """Show a page in a column of ``column`` pixels; ``scrolling`` says where it begins.

        ``cards`` are the addresses of the cards on it, which open wherever they are clicked;
        ``languages`` those that its blocks name by number.
        """
        self._cards, self.languages, self.terms = cards, languages, ()
        font = QFont(FAMILY)
        font.setPixelSize(body_pixels)
        document, self.column.width = self.document(), column
        document.setDefaultFont(font)
        document.setIndentWidth(round(body_pixels * 1.4))
        document.setDocumentMargin(0)
        self.setHtml(html)
        if self._marks is not None:
            self._marks.page_written()
        document.setMetaInformation(document.MetaInformation.DocumentTitle, title)
        self.column.fit()
        if self._finished:
            self._complete()
        self.written.emit()

    def finish(self) -> None:
        """Do for the first page what its first paint could do without."""
        self._finished = True
        mark = self.scrolling.mark()  # Qt scrolls to its cursor when a document changes
        self._complete()
        self.scrolling.return_to(mark)

    def _speak(self) -> None:
        """Let screen readers have the page's structure; the first paint could do without."""
        from viewer.ui.page_accessible import speak

        self.spoken = speak(self)

    def _complete(self) -> None:
        from viewer.ui.heading_levels import set_heading_levels  # late: after the first paint

        if with_terms := set_heading_levels(self.document()):
            from viewer.ui.term_lines import terms_of

            self.terms = terms_of(with_terms)

    @property
    def is_marked(self) -> bool:
        """Whether words are looked for on the page."""
        return self._marks is not None and self._marks.are_there

    @property
    def focus(self) -> PageFocus:
        """Where keys are on this page; made when they first come."""
        if self._focus is None:
            from viewer.ui.page_focus import PageFocus

            self._focus = PageFocus(self)
        return self._focus

    @property
    def marks(self) -> PageMarks:
        """The hits of a search on this page; made when something is first marked."""
        if self._marks is None:
            from viewer.ui.page_marks import PageMarks

            self._marks = PageMarks(self, self.scrolling)
            if self._theme is not None:
                self._marks.wear(self._theme)
        return self._marks

    def wear(self, theme: Theme) -> None:
        """Mark in the colours of a theme; the page's own come with its HTML."""
        self._theme = theme
        if self._marks is not None:
            self._marks.wear(theme)

    def go_to_anchor(self, name: str) -> None:
        """Scroll to a heading; one that is not there changes nothing."""
        self.scrolling.settle()
        self.focus.go_on_from_anchor(name)
        self.scrollToAnchor(name)

    def metrics(self, percent: int) -> Metrics:
        """Sizes for a text of so many per cent, on this screen and in the width there is."""
        return Metrics(percent, self.dots_per_inch(), self.column.available_width())

    def dots_per_inch(self) -> float:
        """Logical dots per inch of the screen that the page is on."""
        return float(self.logicalDpiX())

    # --- what Qt asks ------------------------------------------------------------

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Images that the page was written with, and nothing else: never a file, never the net."""
        address = name if isinstance(name, str) else name.toString()
        image: QPixmap | QImage | None = None
        if address.startswith("icon:"):
            image = self._icons.resource(address, self.devicePixelRatioF())
        elif address.startswith("picture:"):
            image = self._pictures(address)
        if image is None or image.isNull():
            from viewer.ui.no_picture import no_picture

            return no_picture()
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:
        mark = self.scrolling.mark()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.column.fit()
            self.scrolling.return_to(mark)
            self._pause.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.terms and self._theme is not None:
            from viewer.ui.term_lines import paint_lines

            paint_lines(self, self.terms, self._theme.accent, event.rect())
        if not self._painted and not self.document().isEmpty():
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link; say where the one it has come to leads."""
        self.scrolling.settle()
        if not forward and not self.textCursor().hasSelection():
            # From no link Qt goes back to the last one; a reader means the part before the page.
            return QFrame.focusNextPrevChild(self, False)
        moved = super().focusNextPrevChild(forward)
        cursor = self.textCursor()
        at_link = moved and cursor.hasSelection()
        self.marks.show_focus(cursor if at_link else None)
        self.link_shown.emit(cursor.charFormat().anchorHref() if at_link else "")
        return moved

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.focus.come(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.focus.leave(event)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        from viewer.ui.page_gestures import zoom_of

        if (zoom := zoom_of(event)) is None:
            self.scrolling.settle()
            super().wheelEvent(event)
            return
        if zoom:
            (self.larger_requested if zoom > 0 else self.smaller_requested).emit()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the page's ends, as in every browser."""
        self.scrolling.settle()
        bar = self.verticalScrollBar()
        ends = {qt_numbers.KEY_HOME: bar.minimum(), qt_numbers.KEY_END: bar.maximum()}
        if event.key() in ends and not event.modifiers():
            bar.setValue(ends[event.key()])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.scrolling.settle()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._cards:
            from viewer.ui.page_gestures import show_hand

            show_hand(self, event, self._cards)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._cards:
            from viewer.ui.page_gestures import card_clicked

            if address := card_clicked(self, event, self._cards):
                self.link_requested.emit(address)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._context_menu:
            from viewer.ui.page_gestures import show_menu

            show_menu(self, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LayoutDirectionChange:
            self.column.fit()
