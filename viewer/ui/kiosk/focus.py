"""Where the keyboard is: Tab goes in the order of reading, and no change of front loses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from viewer.ui.kiosk.page import KioskPageView
from viewer.ui.kiosk.watching import Watcher

_Kind, _Key, _Reason = QEvent.Type, Qt.Key, Qt.FocusReason
_STEPS = (
    *(_Key.Key_Tab, _Key.Key_Backtab),
    *(_Key.Key_Up, _Key.Key_Down, _Key.Key_Left, _Key.Key_Right),
)
"""Keys that take the focus on."""

Stops = Callable[[], Sequence[QWidget]]


class Focus(Watcher):
    """Keeps the focus of one window: shown to whoever has a keyboard, and to nobody who touches."""

    def __init__(
        self,
        window: QWidget,
        view: KioskPageView,
        front: Callable[[], object],
        content: Stops,
        around: Stops,
    ) -> None:
        """``front`` says what is shown, ``content`` are its controls, ``around`` all others."""
        super().__init__(window)
        self._window, self._view = window, view
        self._now, self._content, self._around = front, content, around
        self.is_by_key = False
        """How the window was used last."""
        self._steps = False
        """A key is down that takes the focus on."""
        self._last: QWidget | None = None
        self._front: object = None
        """The one that was shown last."""
        self._left: dict[object, QWidget] = {}
        """Of each front that was shown to this visitor: where the focus was in it."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)
        self.watch()

    def step(self, *, forward: bool) -> bool:
        """Go to the next control, or the one before.

        Qt asks for that too when what has the focus goes away: that is no wish to go anywhere.
        """
        stops = self._stops()
        if not self._steps or not stops:
            self._rest()
            return True
        at, way = (-1, 1) if forward else (0, -1)
        for known in (self._last, QApplication.focusWidget()):
            if known in stops:
                at = stops.index(known)
        reason = _Reason.TabFocusReason if forward else _Reason.BacktabFocusReason
        stops[(at + way) % len(stops)].setFocus(reason)
        return True

    def arrive(self, first: QWidget | None, *, stays: Sequence[QWidget]) -> bool:
        """A front is shown, whose controls begin with ``first``; says whether it is another one.

        ``stays``: what keeps the focus if it is there, such as Back, to be pressed again.
        """
        front = self._now()
        changed, self._front = front != self._front, front
        now, stops = QApplication.focusWidget(), self._stops()
        if not self.is_by_key:
            if now is not self._view and now not in stops:
                self._rest()
        elif now not in stops or (changed and now not in stays):
            target = self._left.get(front)
            target = target if target in self._content() else first
            # Not as Tab would: that brings up the keyboard on the screen.
            typed = isinstance(target, QLineEdit)
            if target is not None:
                target.setFocus(_Reason.OtherFocusReason if typed else _Reason.TabFocusReason)
        return changed

    def forget(self) -> None:
        """A visit is over: the next one begins where the front begins."""
        self.is_by_key, self._front, self._last = False, None, None
        self._left.clear()
        self._rest()

    def give_back(self) -> None:
        """What covered the window is gone: go on where the focus was before it."""
        if self.is_by_key and self._last in self._stops():
            assert self._last is not None
            self._last.setFocus(_Reason.TabFocusReason)
        elif QApplication.focusWidget() not in self._stops():
            self._rest()

    def _rest(self) -> None:
        self._window.setFocus(_Reason.OtherFocusReason)

    def _stops(self) -> list[QWidget]:
        every = (*self._content(), *self._around())
        return [widget for widget in every if widget.isVisible() and widget.isEnabled()]

    def _moved(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now is self._window or now not in self._stops():
            return
        self._last = now
        if now in self._content():
            self._left[self._now()] = now
        if now is self._view:
            self._view.frame(shown=self.is_by_key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is _Kind.KeyPress:
            assert isinstance(event, QKeyEvent)
            self.is_by_key, self._steps = True, event.key() in _STEPS
        elif kind is _Kind.KeyRelease:
            self._steps = False
        elif kind in (_Kind.MouseButtonPress, _Kind.TouchBegin):
            self.is_by_key = self._steps = False
            now = QApplication.focusWidget()
            # Where somebody types, the frame says where; on no other control does a finger need it.
            if now in self._stops() and not isinstance(now, QLineEdit):
                self._rest()
        return False
