"""Accessible interfaces of our own in the place of Qt's: one factory for all widgets that have one.

Qt asks a factory for each class of each widget. Qt's own interface stays behind ours, which asks
it for all that it does not know better.

Qt ends its own without telling Python, which knows objects by where they are in memory: what is
made there next would be taken for the one that has ended, and ended twice. So Python is told.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from viewer.ui.no_interface import NoInterface

Maker = Callable[[QAccessibleInterface], QAccessibleInterface]
"""Makes our interface of Qt's own."""

_makers: list[tuple[QWidget, Maker]] = []
_kept: list[QAccessibleInterface] = []
"""Also those whose widgets are gone: Qt ends them, and must not find them ended by Python."""
_natives: list[tuple[QObject, QAccessibleInterface]] = []
"""Qt's own behind ours, by their widgets."""
_nothing = NoInterface()
_asking_qt: list[object] = []
"""The widget for which Qt's own interface is being made."""


def give_interface(widget: QWidget, make: Maker) -> None:
    """From now on whoever asks for the widget's interface gets the one that ``make`` makes."""
    known = QAccessible.queryAccessibleInterface(widget)
    if known is not None:  # asked for before
        QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))
    del known
    if not _makers and not _kept:
        QAccessible.installFactory(_interface_for)
    _makers.append((widget, make))
    widget.destroyed.connect(partial(_forget, widget))
    if QAccessible.isActive():
        event = QAccessibleEvent(widget, QAccessible.Event.ObjectCreated)
        QAccessible.updateAccessibility(event)


def native_or_none(native: QAccessibleInterface) -> QAccessibleInterface:
    """Qt's own interface, or one of nothing where its widget is gone."""
    return native if shiboken6.isValid(native) else _nothing


def _forget(widget: QWidget) -> None:
    """The widget is gone; Qt lets go of its own interface and of ours."""
    _makers[:] = [(other, make) for other, make in _makers if other is not widget]
    for owner, native in _natives:
        if owner is widget:
            shiboken6.invalidate(native)
    _natives[:] = [(owner, native) for owner, native in _natives if owner is not widget]


def _interface_for(_: str, asked: QObject) -> QAccessibleInterface | None:
    """What Qt asks for each class of each widget: ours where there is one, else Qt's own."""
    if asked in _asking_qt:
        return None
    make = next((make for widget, make in _makers if widget is asked), None)
    if make is None:
        return None
    _asking_qt.append(asked)
    try:
        native = QAccessible.queryAccessibleInterface(asked)
    finally:
        _asking_qt.remove(asked)
    _natives.append((asked, native))
    made = make(native)
    _kept.append(made)
    return made
