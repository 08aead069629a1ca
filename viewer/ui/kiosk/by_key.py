"""The kiosk without a finger: by a keyboard, a switch, or a screen reader."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from viewer.ui.announcing import announce
from viewer.ui.kiosk.bar import KioskBar
from viewer.ui.kiosk.ends import Ends
from viewer.ui.kiosk.focus import Focus
from viewer.ui.kiosk.front import Front
from viewer.ui.kiosk.home import KioskHome
from viewer.ui.kiosk.page import KioskPageView
from viewer.ui.kiosk.side import KioskSide
from viewer.ui.kiosk.topics import TopicsPanel
from viewer.ui.kiosk.visit import Visit


class ByKey(QObject):
    """Knows what each front has to press, in the order of reading, and what is covered."""

    def __init__(
        self,
        window: QWidget,
        visit: Visit,
        panels: tuple[KioskHome, TopicsPanel, KioskPageView],
        around: tuple[KioskSide, KioskBar],
        ends: Ends,
    ) -> None:
        super().__init__(window)
        self._window, self._visit, self._ends = window, visit, ends
        self._home, self._topics, self._view = panels
        self._side, self._bar = around
        self._coverable: tuple[QWidget, ...] = (*panels, *around)
        self._overlays: list[QWidget] = []
        self.focus = Focus(window, self._view, self._shown, self._content, self._around)

    def arrive(self, page_title: str) -> None:
        """Go on in what is shown now; a screen reader hears what it is."""
        front = self._visit.stop.front
        start = next(iter(self._content()), None)
        title = {Front.HOME: self._home.title.text(), Front.PAGE: page_title}.get(front)
        if title is None:
            title, start = self._topics.title, self._topics.first_row or start
        if self.focus.arrive(start, stays=(self._bar.back,)):
            announce(self._window, title)

    def press(self, key: int) -> bool:
        """A key that no control has taken moves what is shown, or leads back; says whether."""
        if key == Qt.Key.Key_Escape:
            self._visit.back()
            return True
        return self._ends.press(key, self._topics)

    def watch(self, overlay: QWidget) -> None:
        """While this covers the window nobody reaches what is under it, a screen reader neither."""
        self._overlays.append(overlay)
        overlay.installEventFilter(self)

    def _shown(self) -> object:
        return self._visit.stop, self._visit.place

    def _content(self) -> Sequence[QWidget]:
        front = self._visit.stop.front
        if front is Front.PAGE:
            return (self._view,)
        return self._home.tiles if front is Front.HOME else self._topics.stops

    def _around(self) -> Sequence[QWidget]:
        return (self._side.up, self._side.down, *self._bar.controls)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            covered = any(not overlay.isHidden() for overlay in self._overlays)
            for panel in self._coverable:
                panel.setEnabled(not covered)
        return False
