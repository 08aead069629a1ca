"""The accessible interface of nothing: what asks after the end of a widget gets this."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow

from viewer.ui.interface_address import address_of


class NoInterface(QAccessibleInterface):
    """The interface of what is not there any more."""

    def isValid(self) -> bool:
        return False

    def object(self) -> QObject:
        """No widget."""
        return None  # type: ignore[return-value]  # None is C++'s null, here and below

    def window(self) -> QWindow:
        """No window."""
        return None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        """It stands in nothing."""
        return None  # type: ignore[return-value]

    def child(self, index: int) -> QAccessibleInterface:
        """Nothing is in it."""
        return None  # type: ignore[return-value]

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def focusChild(self) -> QAccessibleInterface:
        return None  # type: ignore[return-value]

    def rect(self) -> QRect:
        """Nowhere."""
        return QRect()

    def role(self) -> QAccessible.Role:
        """None."""
        return QAccessible.Role.NoRole

    def state(self) -> QAccessible.State:
        """Not valid."""
        state = QAccessible.State()
        state.invalid = True
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """Nothing."""
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody writes on it."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Nowhere."""
        return address_of()
