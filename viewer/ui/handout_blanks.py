"""Fields for the lines of a handout that a nurse may fill in. What is typed is kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from viewer.handout.model import BlankField
from viewer.ui.group import Group
from viewer.ui.wrapping import LEAST

MAX_CHARACTERS = 120
"""What fits a line or two of paper."""
_LEARNS_NOTHING = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


GAP = "____"
"""Stands for the blank in its sentence."""


class BlankFields(Group):
    """A labelled field for each blank; a field that goes and comes back has its words again."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: dict[str, tuple[QLabel, QLineEdit]] = {}
        self._shown: tuple[str, ...] = ()
        self._pixels = 16
        self.heading, self.note = QLabel(), QLabel()
        self.heading.setProperty("heading", True)
        self.note.setProperty("hint", True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for label in (self.heading, self.note):
            label.setWordWrap(True)
            self._column.addWidget(label)
        self.name_controls()
        self.hide()

    def name_controls(self) -> None:
        """Say what the fields are for."""
        self.heading.setText(self.tr("Fill in"))
        self.note.setText(
            self.tr(
                "What you type is printed, and not kept. A field that you leave empty is a line "
                "to write on."
            )
        )
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(self.note.text())

    def show_fields(self, blanks: Sequence[BlankField]) -> None:
        """Have a field for each of these blanks, in their order, and no others."""
        above = ""
        for blank in blanks:
            label, field = self._fields.get(blank.key) or self._make(blank.key)
            words = blank.label or blank.sentence
            words = words[:1].upper() + words[1:]
            label.setText(f"{blank.part}\n{words}" if blank.part != above and blank.part else words)
            label.setAccessibleName(_aloud(words))
            above = blank.part
            field.setAccessibleName(_aloud(words))
            said = (blank.part, _aloud(blank.sentence) if blank.label else "")
            field.setAccessibleDescription(" ".join(filter(None, said)))
            field.setToolTip(blank.sentence)
        keys = tuple(blank.key for blank in blanks)
        if keys != self._shown:
            self._order(keys)
        self.setVisible(bool(blanks))

    def values(self) -> dict[str, str]:
        """What stands in the fields that are shown."""
        texts = ((key, self._fields[key][1].text().strip()) for key in self._shown)
        return {key: text for key, text in texts if text}

    def line_of(self, widget: QWidget | None) -> tuple[str, str] | None:
        """How the line that a field is for begins, with what stands in it, and without."""
        for key in self._shown:
            field = self._fields[key][1]
            if field is widget:
                before = field.toolTip().partition(GAP)[0].strip()
                return f"{before} {field.text().strip()}", before
        return None

    def wipe(self) -> None:
        """Forget what was typed, and how it came about."""
        for _, field in self._fields.values():
            field.blockSignals(True)
            field.setText("")  # which also empties what Ctrl+Z brings back
            field.deleteLater()
        self._fields.clear()
        self._shown = ()

    def set_pixels(self, pixels: int) -> None:
        """Use a font of so many pixels."""
        self._pixels = pixels
        for _, field in self._fields.values():
            field.setMinimumHeight(max(LEAST, round(pixels * 2.6)))

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """The fields that are shown."""
        return tuple(self._fields[key][1] for key in self._shown)

    def _make(self, key: str) -> tuple[QLabel, QLineEdit]:
        label, field = QLabel(), QLineEdit()
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setBuddy(field)
        field.setMaxLength(MAX_CHARACTERS)
        field.setInputMethodHints(_LEARNS_NOTHING)
        field.textChanged.connect(lambda _: self.changed.emit())
        self._fields[key] = label, field
        self.set_pixels(self._pixels)
        return label, field

    def _order(self, keys: tuple[str, ...]) -> None:
        for key, (label, field) in self._fields.items():
            for widget in (label, field):
                self._column.removeWidget(widget)
                widget.setParent(self)
                widget.setVisible(key in keys)
        before: QWidget = self.note
        for key in keys:
            for widget in self._fields[key]:
                self._column.addWidget(widget)
            QWidget.setTabOrder(before, self._fields[key][1])
            before = self._fields[key][1]
        self._shown = keys


def _aloud(sentence: str) -> str:
    """A pause for the line to write on, which is a row of signs to a screen reader."""
    return sentence.replace(GAP, "…")
