"""Whether there is more than fits: then up and down show, and on Home getting help beside them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QScrollBar, QWidget

from viewer.ui.kiosk.bar import KioskBar
from viewer.ui.kiosk.front import Front
from viewer.ui.kiosk.home import KioskHome
from viewer.ui.kiosk.page import KioskPageView
from viewer.ui.kiosk.side import KioskSide
from viewer.ui.kiosk.topics import TopicsPanel

LINE = 60
"""Pixels that an arrow key moves a page: some two lines."""
STEP = 0.85
"""Of a screen: the eye finds its place again in the rest."""


class Ends(QObject):
    """Knows what scrolls, and shows what moves it."""

    def __init__(
        self, window: QWidget, home: KioskHome, view: KioskPageView, side: KioskSide, bar: KioskBar
    ) -> None:
        super().__init__(window)
        self._window, self._home, self._view = window, home, view
        self._side, self._bar = side, bar
        self._front = Front.HOME
        self._helps = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._measure_home)
        for scroll_bar in (view.verticalScrollBar(), home.scroll_bar):
            scroll_bar.rangeChanged.connect(self._show)
            scroll_bar.valueChanged.connect(self._show)
        side.down_requested.connect(lambda: self._turn(1))
        side.up_requested.connect(lambda: self._turn(-1))

    def look(self, front: Front, *, helps: bool) -> None:
        """This is shown now; ``helps``: there is a page about getting help."""
        self._front, self._helps = front, helps
        self.fit()

    def fit(self) -> None:
        """The room has changed. Home is measured without what more tiles than fit would bring."""
        if self._front is Front.HOME:
            self._side.hide()
            self._bar.show_help(shown=False)
            self._soon.start(0)  # once all has its place
        else:
            self._bar.show_help(shown=self._helps)
        self._show()

    def _measure_home(self) -> None:
        layout = self._window.layout()
        if self._front is not Front.HOME or layout is None:
            return
        layout.activate()
        if self._home.overflows:
            self._side.show()
            self._bar.show_help(shown=self._helps)

    def _show(self) -> None:
        bar = self._scroll_bar
        if self._front is not Front.HOME:  # beside every page, so that none is laid out twice
            self._side.setVisible(self._front is Front.PAGE)
        if bar is not None:
            up, down = bar.value() > bar.minimum(), bar.value() < bar.maximum()
            self._side.show_state(up=up, down=down, on_page=self._front is Front.PAGE)

    def press(self, key: int, topics: TopicsPanel) -> bool:
        """Move what is shown by a key that no control has taken; says whether it does."""
        keys, bar = Qt.Key, self._scroll_bar
        pages = {int(keys.Key_PageDown): 1, int(keys.Key_PageUp): -1}.get(key, 0)
        lines = {int(keys.Key_Down): 1, int(keys.Key_Up): -1}.get(key, 0)
        if bar is None:
            if pages:
                topics.turn(pages)
        elif pages:
            self._turn(pages)
        elif lines:
            self._move(bar, bar.value() + lines * LINE)
        elif key in (keys.Key_Home, keys.Key_End):
            self._move(bar, bar.minimum() if key == keys.Key_Home else bar.maximum())
        return bool(pages or (bar is not None and lines) or key in (keys.Key_Home, keys.Key_End))

    def _move(self, bar: QScrollBar, value: int) -> None:
        self._view.scrolling.settle()
        bar.setValue(value)

    @property
    def _scroll_bar(self) -> QScrollBar | None:
        """What moves what is shown; lists have buttons of their own."""
        bars = {Front.HOME: self._home.scroll_bar, Front.PAGE: self._view.verticalScrollBar()}
        return bars.get(self._front)

    def _turn(self, pages: int) -> None:
        bar = self._scroll_bar
        if bar is not None:
            self._move(bar, bar.value() + round(pages * bar.pageStep() * STEP))
