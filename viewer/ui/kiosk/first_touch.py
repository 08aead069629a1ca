"""Takes one touch, press or key, wherever it is meant for, and keeps it from everything else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from viewer.ui.kiosk.watching import cease_watching, watch_application

_Kind = QEvent.Type

_FINGER = -1
_MOUSE = -2
_BEGINS: dict[QEvent.Type, int] = {
    _Kind.TouchBegin: _FINGER,
    _Kind.MouseButtonPress: _MOUSE,
}
_GOES_ON: dict[QEvent.Type, int] = {_Kind.TouchUpdate: _FINGER, _Kind.MouseMove: _MOUSE}
_ENDS: dict[QEvent.Type, int] = {
    _Kind.TouchEnd: _FINGER,
    _Kind.TouchCancel: _FINGER,
    _Kind.MouseButtonRelease: _MOUSE,
}
_KEYS = (_Kind.ShortcutOverride, _Kind.KeyPress, _Kind.KeyRelease)


class FirstTouch(QObject):
    """Waits for a touch; its end is kept from others too, although all may look different by then.

    It is told before anything has been delivered: so what lies under an overlay is
    not pressed, even if the overlay goes as soon as it is touched.
    """

    touched = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end_for_good)
        self._waits = False
        self._held: set[int] = set()
        """What is down since it was waited for: the finger, the mouse, and keys by their number."""
        self._spares: list[Callable[[QEvent], bool]] = []
        self._tells: list[Callable[[QObject, QEvent], object]] = []

    def spare(self, is_spared: Callable[[QEvent], bool]) -> None:
        """Leave a press to whoever it is for, if ``is_spared`` says so of its event."""
        self._spares.append(is_spared)

    def tell(self, look: Callable[[QObject, QEvent], object]) -> None:
        """Have ``look`` see what is kept from everybody else."""
        self._tells.append(look)

    def wait(self) -> None:
        """Take the next touch."""
        self._waits = True
        self._held.clear()
        watch_application(self)

    def cease(self) -> None:
        """Take no more; but what is down is kept from others until it comes up."""
        self._waits = False
        self._rest()

    def _end_for_good(self) -> None:
        cease_watching(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _KEYS:
            assert isinstance(event, QKeyEvent)
            taken = self._key(event)
        elif kind in _BEGINS:
            taken = self._begin(_BEGINS[kind], event)
        elif kind is _Kind.MouseButtonDblClick:
            # Comes after a press, for the same one, where there was a click before it.
            taken = _MOUSE in self._held or (self._waits and self._begin(_MOUSE, event))
        elif kind in _ENDS:
            taken = self._end(_ENDS[kind], event)
        elif kind in _GOES_ON:
            taken = _GOES_ON[kind] in self._held
        else:
            taken = self._waits and kind is _Kind.Wheel
            if taken:
                self.touched.emit()
        if taken:
            event.accept()  # or Qt would make mouse events of a touch, and shortcuts of a key
            for look in self._tells:
                look(watched, event)
        return taken

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.type() is _Kind.KeyRelease:
            return self._end(key, event)
        if event.isAutoRepeat():
            return self._waits or key in self._held
        if event.type() is _Kind.ShortcutOverride:
            return self._waits and not self._is_spared(event)
        return self._begin(key, event)

    def _is_spared(self, event: QEvent) -> bool:
        return any(is_spared(event) for is_spared in self._spares)

    def _begin(self, what: int, event: QEvent) -> bool:
        if self._waits and self._is_spared(event):
            self._held.discard(what)
            return False
        if not self._waits:
            self._held.discard(what)  # its end was lost, perhaps to another window
            self._rest()
            return False
        self._held.add(what)
        self.touched.emit()
        return True

    def _end(self, what: int, event: QEvent) -> bool:
        if what not in self._held:
            return False  # it went down before: whoever has that must hear that it came up
        if isinstance(event, QMouseEvent) and event.buttons():
            return True
        if isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return True
        self._held.discard(what)
        self._rest()
        return True

    def _rest(self) -> None:
        if not self._waits and not self._held:
            cease_watching(self)
