"""A widget's role for screen readers, where Qt takes a plain widget for a part without one."""

from __future__ import annotations

from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QWidget

from viewer.ui.interface_address import address_of
from viewer.ui.own_interfaces import give_interface, native_or_none


def give_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Tell screen readers what a widget is; all else is told as Qt tells it."""
    give_interface(widget, partial(RoleInterface, widget, role))


class RoleInterface(QAccessibleInterface):
    """Qt's own interface of a widget, with another role."""

    def __init__(
        self, widget: QWidget, role: QAccessible.Role, native: QAccessibleInterface
    ) -> None:
        super().__init__()
        self._widget, self._role, self._of_qt = widget, role, native

    @property
    def _native(self) -> QAccessibleInterface:
        return native_or_none(self._of_qt)

    def isValid(self) -> bool:
        return shiboken6.isValid(self._widget) and shiboken6.isValid(self._of_qt)

    def object(self) -> QObject:
        """The widget that it is of."""
        return self._widget if self.isValid() else None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """The window that it is in."""
        return self._native.window()

    def parent(self) -> QAccessibleInterface:
        """What it stands in."""
        return self._native.parent()

    def child(self, index: int) -> QAccessibleInterface:
        """One of the parts in it."""
        return self._native.child(index)

    def childCount(self) -> int:
        return self._native.childCount()

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return self._native.indexOfChild(child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        return self._native.childAt(x, y)

    def focusChild(self) -> QAccessibleInterface:
        return self._native.focusChild()

    def rect(self) -> QRect:
        """Where it is on the screen."""
        return self._native.rect()

    def role(self) -> QAccessible.Role:
        """What it is."""
        return self._role

    def state(self) -> QAccessible.State:
        """How it is now."""
        return self._native.state()

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, or what is said of it."""
        return self._native.text(kind)

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nobody writes on it."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Where its other interface is in memory."""
        return self._native.interface_cast(kind) or address_of()  # None would crash
