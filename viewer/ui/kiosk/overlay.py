"""What lies over the whole window until it is touched; the touch does nothing else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.kiosk.first_touch import FirstTouch


class Overlay(QWidget):
    """A child that covers its parent, has the focus while it is open, and gives it back."""

    touched = Signal()
    """A finger, the mouse, a key, or a screen reader that presses for its reader."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._before: QWidget | None = None
        self._first_touch = FirstTouch(self)
        self._first_touch.touched.connect(self.touched)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoFillBackground(True)
        self.hide()
        parent.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether it covers the window."""
        return not self.isHidden()

    def spare(self, is_spared: Callable[[QEvent], bool]) -> None:
        """Leave a touch or a key to whoever it is for, if ``is_spared`` says so of its event."""
        self._first_touch.spare(is_spared)

    def tell(self, look: Callable[[QObject, QEvent], object]) -> None:
        """Have ``look`` see what is kept from all that is covered."""
        self._first_touch.tell(look)

    def open_over(self, focus: QWidget) -> None:
        """Cover the window, with the focus on one of its own."""
        if not self.is_open:
            self._before = QApplication.focusWidget()
        self._cover()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._first_touch.wait()

    def close_panel(self) -> None:
        """Uncover the window; the focus goes back to where it was."""
        if not self.is_open:
            return
        self._first_touch.cease()
        before, self._before = self._before, None
        focused = self.isAncestorOf(QApplication.focusWidget() or self) or self.hasFocus()
        self.hide()
        if focused and before is not None and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._parent:
            if event.type() is QEvent.Type.Resize and self.is_open:
                self._cover()
            elif event.type() is QEvent.Type.ChildAdded and self.is_open:
                self.raise_()  # nothing comes up over it
        return False

    def _cover(self) -> None:
        self.setGeometry(self._parent.rect())
