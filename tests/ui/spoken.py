"""What a screen reader is given for a control: its name, role, state, and what it stands in."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from viewer.ui import announcing

Role = QAccessible.Role
Text = QAccessible.Text


@dataclass(frozen=True)
class Spoken:
    """One control."""

    name: str
    """What a label says that belongs to it, else its own name."""
    role: Role
    value: str
    description: str
    groups: tuple[str, ...]
    """The names of the groups that it stands in, from the outermost."""
    checked: bool
    disabled: bool


def spoken(widget: QWidget) -> Spoken:
    """What a screen reader is given for a widget."""
    one = interface(widget)
    labels = [
        label.text(Text.Name)
        for label, kind in one.relations()
        if kind & QAccessible.RelationFlag.Label
    ]
    return Spoken(
        labels[0] if labels else one.text(Text.Name),
        one.role(),
        one.text(Text.Value),
        one.text(Text.Description),
        tuple(_groups(widget)),
        bool(one.state().checked),
        bool(one.state().disabled),
    )


def interface(widget: QObject) -> QAccessibleInterface:
    """The interface that Qt hands out for it."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert isinstance(found, QAccessibleInterface)
    return found


def _groups(widget: QWidget) -> list[str]:
    names: list[str] = []
    above = widget.parentWidget()
    while above is not None:
        if interface(above).role() is Role.Grouping:
            names.insert(0, interface(above).text(Text.Name))
        above = None if above.isWindow() else above.parentWidget()
    return names


class Listener:
    """Hears what is announced beside the focus."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[str] = []
        monkeypatch.setattr(announcing, "_post", lambda _, words: self.said.append(words))

    def wait_for(self, beginning: str, qtbot: QtBot) -> None:
        """Wait until something is said that begins so."""
        qtbot.waitUntil(lambda: any(s.startswith(beginning) for s in self.said), timeout=20_000)
