"""Hides the pointer, which nobody needs on a touch screen, unless a real mouse moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QInputDevice, QMouseEvent
from PySide6.QtWidgets import QApplication

from viewer.ui.kiosk.watching import Watcher

SHOWN_FOR = 3_000
"""Milliseconds that it stays after a mouse has moved."""
_FINGERS = (QInputDevice.DeviceType.TouchScreen, QInputDevice.DeviceType.Stylus)


class Pointer(Watcher):
    """Lays an empty cursor over all others, and takes it off while a mouse is used."""

    def __init__(self, parent: QObject, *, shown_for: int = SHOWN_FOR) -> None:
        super().__init__(parent)
        self._hidden = False
        self._place: QPointF | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(shown_for)
        self._pause.timeout.connect(self.hide)
        self.watch()
        self.hide()

    def hide(self) -> None:
        """Show no pointer."""
        self._pause.stop()
        if not self._hidden:
            self._hidden = True
            QApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)

    def let_go(self) -> None:
        """Give the pointer back for good."""
        super().let_go()
        self._show()
        self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.MouseMove:
            assert isinstance(event, QMouseEvent)
            self._moved(event)
        elif kind is QEvent.Type.TouchBegin:
            self.hide()
        return False

    def _moved(self, event: QMouseEvent) -> None:
        place = event.globalPosition()
        before, self._place = self._place, place
        # A window that changes under a pointer at rest has Qt tell of a move to where it was.
        if before is None or place == before or not _is_from_a_mouse(event):
            return
        self._show()
        self._pause.start()

    def _show(self) -> None:
        if self._hidden:
            self._hidden = False
            QApplication.restoreOverrideCursor()


def _is_from_a_mouse(event: QMouseEvent) -> bool:
    if event.source() is not Qt.MouseEventSource.MouseEventNotSynthesized:
        return False
    return event.device().type() not in _FINGERS
