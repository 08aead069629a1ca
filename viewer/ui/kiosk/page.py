"""The kiosk's page: the text browser, scrolled by a finger, in which nothing can be selected."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from viewer.core.pages.kiosk_pages import MORE_ID, WORDS_ID
from viewer.ui.card_hits import card_at
from viewer.ui.desk import Arrival
from viewer.ui.fragments import position_of
from viewer.ui.icons import Icons
from viewer.ui.kiosk import scale
from viewer.ui.kiosk.touch import scroll_by_finger, stop_scrolling
from viewer.ui.metrics import Metrics
from viewer.ui.page_view import PageView, PictureSource
from viewer.ui.screen import Screen


class KioskPageView(PageView):
    """As large as the screen and the viewer's distance ask for."""

    def __init__(
        self, icons: Icons, pictures: PictureSource, *, distance_mm: int | None = None
    ) -> None:
        """``distance_mm`` is how far from the screen people stand; None: an arm's length."""
        super().__init__(icons, pictures, context_menu=False)
        self._points = scale.body_points(distance_mm)
        self.column.centred = True  # where somebody stands before a wide screen
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.finish()  # headings have their levels from the first page on
        # A finger moves the page without a press that the page would hear of.
        scroll_by_finger(self).stateChanged.connect(lambda _: self.scrolling.settle())

    def use_distance(self, distance_mm: int | None) -> None:
        """People stand elsewhere from now on: what is shown next is as large as that asks for."""
        self._points = scale.body_points(distance_mm)

    def metrics(self, percent: int) -> Metrics:
        """Sizes for a text of so many per cent; cards are rows, as wide as the text."""
        inner = super().metrics(percent)
        return inner._replace(points=self._points, one_column=True)

    def dots_per_inch(self) -> float:
        """Real dots per inch, where the screen tells them and they are more than Qt's."""
        return scale.dots_per_inch(float(self.logicalDpiX()), float(self.physicalDpiX()))

    def show_page(
        self,
        html: str,
        title: str,
        body_pixels: int,
        column: int,
        cards: frozenset[str],
        languages: tuple[str, ...] = (),
    ) -> None:
        """Show a page, in portrait with its rows low enough."""
        self.column.above = 0
        super().show_page(html, title, body_pixels, column, cards, languages)
        self._lower_rows()

    def arrive(self, screen: Screen, metrics: Metrics, arrival: Arrival) -> None:
        """Show a screen's page, and begin it where the visitor comes to it."""
        mark = self.scrolling.mark()
        spot = self.scrolling.spot() if arrival.translated else None
        stop_scrolling(self)
        sizes = metrics.body, metrics.text_column
        cards = frozenset(screen.cards)
        self.show_page(screen.html, screen.title, *sizes, cards, screen.languages)
        if arrival.anchor:
            self.go_to_anchor(arrival.anchor)
        elif arrival.translated:
            self.scrolling.go_to_spot(spot)
        elif arrival.stay:
            self.scrolling.return_to(mark)
        else:
            self.scrolling.go_to(arrival.scroll)

    def forget(self) -> None:
        """Show nothing; no word of what was shown is left."""
        stop_scrolling(self)
        self.show_page("", "", 24, 600, frozenset())

    def _lower_rows(self) -> None:
        """In portrait, rows can be scrolled to where somebody who sits can reach them."""
        window = self.window()
        if window.height() <= window.width():
            return
        document = self.document()
        rows = filter(None, (position_of(document, name) for name in (MORE_ID, WORDS_ID)))
        if first := min(rows, default=0):
            block = document.findBlock(first)
            top = document.documentLayout().blockBoundingRect(block).top()
            lowest = window.height() // 2 - self.mapTo(window, QPoint()).y()
            self.column.above = max(0, round(lowest - top))
            self.column.fit()

    def link_at(self, point: QPoint) -> str:
        """Where a touch at a point of the viewport leads: a card opens wherever it is touched."""
        return self.anchorAt(point) or card_at(self, point, self._cards)

    def frame(self, *, shown: bool) -> None:
        """Show by a frame that keys come here, or do not."""
        self.focus.frame(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space opens the link that has the focus, as Enter does: a switch may have but one."""
        cursor = self.textCursor()
        link = cursor.charFormat().anchorHref() if cursor.hasSelection() else ""
        if link and event.key() == Qt.Key.Key_Space:
            self.link_requested.emit(link)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()  # the window goes back
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second tap is a tap, and selects nothing."""
        self.mousePressEvent(event)
