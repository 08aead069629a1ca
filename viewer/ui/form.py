"""The parts of a form: a field with its name above it, and below it what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from viewer.ui.announcing import announce
from viewer.ui.fonts import control_font
from viewer.ui.group import GROUP_STYLE
from viewer.ui.theme import Theme


def words(text: str, part: str, pixels: int, *, bold: bool = False) -> QLabel:
    """Words of a form that wrap; ``part`` is what the style sheet knows them by."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("part", part)
    label.setFont(control_font(pixels, bold=bold))
    return label


def caution(sentences: Sequence[str], pixels: int) -> QFrame:
    """A box with what has to be known first; the first sentence leads on to the others."""
    frame = QFrame()
    frame.setProperty("part", "caution")
    column = QVBoxLayout(frame)
    for index, sentence in enumerate(sentences):
        label = words(sentence, "", pixels, bold=not index)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(label)
    return frame


class FormRow(QWidget):
    """A field, its name, a hint, and a sentence while its value cannot be used."""

    def __init__(self, name: str, field: QWidget, pixels: int, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self.hint = hint
        self.title = words(name, "name", pixels, bold=True)
        self.title.setBuddy(field)
        self.error = words("", "error", pixels, bold=True)
        self.error.hide()
        field.setAccessibleName(name)
        field.setAccessibleDescription(hint)
        field.setFont(control_font(pixels))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(pixels * 0.3))
        column.addWidget(self.title)
        if hint:
            column.addWidget(words(hint, "hint", pixels))
        column.addWidget(field)
        column.addWidget(self.error)

    def show_error(self, error: str) -> None:
        """Say what is wrong with the value; empty words: nothing is."""
        if error == self.error.text():
            return
        self.error.setText(error)
        self.error.setVisible(bool(error))
        self.field.setAccessibleDescription(" ".join(filter(None, (error, self.hint))))
        self.field.setProperty("wrong", bool(error))
        self.field.style().polish(self.field)
        if self.isVisible():
            announce(self.field, error)


def form_sheet(theme: Theme, pixels: int) -> str:
    """The style sheet of a dialog with a form; all else comes from the window's."""
    dot, ring = round(pixels * 1.1), round(pixels * 0.36)
    return f"""
QDialog, QScrollArea, #inside {{ background: {theme.paper}; border: 0; }}
{GROUP_STYLE}
QLabel {{ color: {theme.ink}; background: transparent; }}
QLabel[part="hint"] {{ color: {theme.muted}; }}
QLabel[part="error"] {{ color: {theme.danger}; }}
QFrame[part="caution"] {{
  background: {theme.caution_soft}; border: 2px solid {theme.caution_edge}; border-radius: 8px;
}}
QFrame[part="caution"] QLabel {{ color: {theme.caution}; border: 0; }}
QFrame[part="foot"] {{ background: {theme.surface}; border: 0; }}
QLineEdit {{ min-height: {max(40, round(pixels * 2))}px; }}
QLineEdit[wrong="true"] {{ border-color: {theme.danger_edge}; }}
QLineEdit[readOnly="true"] {{ background: {theme.surface}; }}
QLineEdit:focus {{
  border: 4px solid {theme.focus}; padding: 0 6px; min-height: {max(40, round(pixels * 2)) - 4}px;
}}
QRadioButton {{
  color: {theme.ink}; background: transparent; spacing: {round(pixels * 0.5)}px;
  border: 2px solid transparent; border-radius: 8px; padding: 0 8px;
  min-height: {max(40, round(pixels * 2))}px;
}}
QRadioButton:focus {{ border-color: {theme.focus}; }}
QRadioButton::indicator {{
  width: {dot}px; height: {dot}px; border: 2px solid {theme.outline};
  border-radius: {dot // 2 + 2}px; background: {theme.paper};
}}
QRadioButton::indicator:checked {{
  width: {dot + 4 - 2 * ring}px; height: {dot + 4 - 2 * ring}px;
  border: {ring}px solid {theme.accent};
}}
QPushButton:disabled {{
  color: {theme.disabled}; background: {theme.paper}; border-color: {theme.disabled};
}}
"""
