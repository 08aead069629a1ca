"""The panel of the text's spacing: lines, letters, words and paragraphs, each in a few steps."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.announcing import announce
from viewer.ui.focus_back import hand_over
from viewer.ui.fonts import control_font
from viewer.ui.form import form_sheet, words
from viewer.ui.metrics import SPACINGS, TextSpacing
from viewer.ui.theme import Theme

_LEAST = 44
"""Pixels of a button at least."""
_ABOVE_FROM = 22
"""Pixels of letters from which a name stands above its buttons."""


class _Button(QPushButton):
    """Enter presses it, and no other in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Stepper(QWidget):
    """A name, a step with less space, how much there is, and a step with more."""

    stepped = Signal(int)
    """The step that is wanted, counted from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.less, self.more = _Button(), _Button()
        self.name, self.value = words("", "name", 16, bold=True), words("", "", 16)
        self.value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.value.setWordWrap(False)
        for button in (self.less, self.more):
            button.setProperty("step", True)
        self._step = self._last = 0
        self.less.clicked.connect(lambda: self.stepped.emit(self._step - 1))
        self.more.clicked.connect(lambda: self.stepped.emit(self._step + 1))
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.name)
        self._column.addLayout(self._row)
        for widget in (self.less, self.value, self.more):
            self._row.addWidget(widget)
        self._row.setStretch(1, 1)

    def name_all(self, name: str, less: str, more: str) -> None:
        """Say what it is for, and what each button does."""
        self.name.setText(name)
        for button, sign, said in ((self.less, "\N{MINUS SIGN}", less), (self.more, "+", more)):
            button.setText(sign)
            button.setAccessibleName(said)
            button.setToolTip(said)

    def show_step(self, step: int, steps: int, said: str) -> None:
        """Show which step it is; a button that leads nowhere gives its focus to the other."""
        self._step, self._last = step, steps - 1
        self.value.setText(said)
        for button in (self.less, self.more):
            button.setAccessibleDescription(said)
        at_first, at_last = step == 0, step == self._last
        for button, other, ends in (
            (self.less, self.more, at_first),
            (self.more, self.less, at_last),
        ):
            hand_over(button, other, usable=not ends)
            button.setEnabled(not ends)

    def set_scale(self, pixels: int) -> None:
        """Draw with letters of so many pixels."""
        side = max(_LEAST, round(pixels * 2.6))
        for button in (self.less, self.more):
            button.setFont(control_font(round(pixels * 1.2), bold=True))
            button.setFixedSize(side, side)
        self.name.setFont(control_font(pixels, bold=True))
        self.value.setFont(control_font(pixels))
        self.value.setMinimumWidth(round(pixels * 5.5))
        large = pixels >= _ABOVE_FROM
        self._column.setDirection(
            QVBoxLayout.Direction.TopToBottom if large else QVBoxLayout.Direction.LeftToRight
        )
        self._column.setStretch(0, int(not large))


class SpacingPanel(QDialog):
    """Stands beside the page, which changes with each step; knows nothing of pages."""

    spacing_requested = Signal(object)
    """A TextSpacing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(False)
        self._spacing = TextSpacing()
        self.hint = words("", "hint", 16)
        self.steppers = tuple(Stepper() for _ in SPACINGS)
        self.normal, self.shut = _Button(), _Button()
        self.normal.clicked.connect(lambda: self.spacing_requested.emit(TextSpacing()))
        self.shut.clicked.connect(self.reject)
        for at, stepper in enumerate(self.steppers):
            stepper.stepped.connect(lambda step, at=at: self._ask(at, step))
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        inside = QWidget()
        inside.setObjectName("inside")  # the style sheet of forms knows it
        self._inner = column = QVBoxLayout(inside)
        column.addWidget(self.hint)
        for stepper in self.steppers:
            column.addWidget(stepper)
        column.addStretch(1)
        column.addWidget(self.normal)
        column.addWidget(self.shut)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def high(self, wide: int) -> int:
        """Pixels that all of it takes in a panel so wide."""
        self._inner.invalidate()
        return max(self._inner.totalHeightForWidth(wide), self._inner.totalSizeHint().height())

    def retranslate(self) -> None:
        """Name everything in the language that the window speaks now."""
        self.setWindowTitle(self.tr("Text spacing"))
        self.hint.setText(self.tr("More space can make reading easier. The page changes at once."))
        self.normal.setText(self.tr("Back to normal"))
        self.shut.setText(self.tr("Close"))
        names = (
            (self.tr("Lines"), self.tr("Lines closer"), self.tr("Lines further apart")),
            (self.tr("Letters"), self.tr("Letters closer"), self.tr("Letters further apart")),
            (self.tr("Words"), self.tr("Words closer"), self.tr("Words further apart")),
            (
                self.tr("Paragraphs"),
                self.tr("Paragraphs closer"),
                self.tr("Paragraphs further apart"),
            ),
        )
        for stepper, three in zip(self.steppers, names, strict=True):
            stepper.name_all(*three)
        self.show_spacing(self._spacing)

    def show_spacing(self, spacing: TextSpacing) -> None:
        """Show what the text has now."""
        self._spacing = spacing
        for stepper, value, steps in zip(self.steppers, spacing, SPACINGS, strict=True):
            step = steps.index(value)
            said = self.tr("Step {} of {}").format(step, len(steps) - 1)
            stepper.show_step(step, len(steps), said if step else self.tr("Normal"))
        if spacing == TextSpacing() and self.normal.hasFocus():
            self.shut.setFocus(Qt.FocusReason.TabFocusReason)
        self.normal.setEnabled(spacing != TextSpacing())

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with letters of so many pixels."""
        steps = "QPushButton[step], QPushButton[step]:focus { padding: 0; min-height: 0; }"
        self.setStyleSheet(form_sheet(theme, pixels) + steps)
        self.hint.setFont(control_font(pixels))
        for stepper in self.steppers:
            stepper.set_scale(pixels)
        for button in (self.normal, self.shut):
            button.setFont(control_font(pixels, bold=True))
            button.setMinimumHeight(max(_LEAST, round(pixels * 2.6)))
        edge = round(pixels * 1.1)
        self._inner.setContentsMargins(edge, edge, edge, edge)
        self._inner.setSpacing(round(pixels * 0.7))

    def _ask(self, at: int, step: int) -> None:
        values = list(self._spacing)
        values[at] = SPACINGS[at][step]
        self.spacing_requested.emit(TextSpacing(*values))
        stepper = self.steppers[at]
        announce(self, f"{stepper.name.text()}: {stepper.value.text()}")
