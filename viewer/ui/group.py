"""Controls that answer one question: a screen reader says their group's name on the way in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGroupBox, QRadioButton

GROUP_STYLE = "QGroupBox { border: 0; margin: 0; padding: 0; background: transparent; }"
"""For the style sheet of a dialog: a group is heard, and not seen."""
_STEPS: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
}


class Group(QGroupBox):
    """Has no title of its own, because a label stands above it; its accessible name counts."""


class Answer(QRadioButton):
    """One of several answers: Tab comes to the one that is taken, and arrows take another.

    Qt's own lets Tab in at the first, and its arrows go by where the answers stand: Down does
    nothing in a row of them, and Right ends where the row does.
    """

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.toggled.connect(self.let_tab_in)

    def let_tab_in(self) -> None:
        """Let Tab in if this answer is taken."""
        policies = Qt.FocusPolicy
        self.setFocusPolicy(policies.StrongFocus if self.isChecked() else policies.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps, group = _STEPS.get(event.key(), 0), self.group()
        if not steps or group is None:
            super().keyPressEvent(event)
            return
        if self.isRightToLeft() and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            steps = -steps
        answers = group.buttons()
        other = answers[(answers.index(self) + steps) % len(answers)]
        reasons = Qt.FocusReason
        other.setFocus(reasons.TabFocusReason if steps > 0 else reasons.BacktabFocusReason)
        other.click()
