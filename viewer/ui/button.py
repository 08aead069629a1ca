"""A tool button that Enter presses too, and whose words can stand in several lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from viewer.ui import qt_numbers

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Button(QToolButton):
    """Qt's own takes Space alone, and never wraps."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (qt_numbers.KEY_RETURN, qt_numbers.KEY_ENTER):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_wrapped(self, words: str, width: int) -> None:
        """Show ``words`` in as many lines as ``width`` pixels need."""
        lines = [""]
        for word in words.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > width:
                lines.append(word)
            else:
                lines[-1] = longer
        self.setText("\n".join(lines))
