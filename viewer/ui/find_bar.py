"""The bar under the page with which a reader finds words on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit

from viewer.core.locales import format_number
from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme

MAX_CHARACTERS = 500
"""Characters that the field takes; what is pasted may be a whole book."""
_FIELD, _ONE_ROW = 20, 34
"""Ems: how wide the field gets, and the width from which all stands in one row."""
_LEAST = 44
"""Pixels of a control each way, so that a finger hits it."""


class FindBar(QFrame):
    """A field, what was found, and buttons; knows nothing of pages."""

    text_changed = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    close_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self._icons = icons
        self._language = "en"
        self.field = QLineEdit()
        self.field.setMaxLength(MAX_CHARACTERS)
        self.field.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self.result = QLabel()
        self.result.setObjectName("findResult")
        self.result.setTextFormat(Qt.TextFormat.PlainText)
        self.previous, self.next, self.close_button = Button(), Button(), Button()
        self.result.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(14, 6, 14, 6)
        self._grid.setSpacing(6)
        self._narrow: bool | None = None
        self._narrow_below = 0
        for button, request in (
            (self.previous, self.previous_requested),
            (self.next, self.next_requested),
            (self.close_button, self.close_requested),
        ):
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(request)
        self.field.textChanged.connect(self.text_changed)
        self._name_controls()

    def set_language(self, language: str) -> None:
        """Write numbers as this language does."""
        self._language = language

    def begin(self, text: str) -> None:
        """Take the focus; ``text`` is what to find, all of it ready to be typed over."""
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_found(self, shown: int, count: int, *, wrapped: str = "") -> str:
        """Say how many hits there are and which is shown; gives what it says."""
        if not self.field.text().strip():
            said = ""
        elif not count:
            said = self.tr("Not on this page")
        else:
            numbers = [format_number(number, self._language) for number in (shown, count)]
            said = self.tr("{} of {}").format(*numbers)
        said = f"{said}. {wrapped}" if wrapped and said else said
        self.result.setText(said)
        for button in (self.previous, self.next):
            button.setEnabled(count > 0)
        return said

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        icon, side = round(pixels * 1.35), max(_LEAST, round(pixels * 2.2))
        self.field.setFont(control_font(pixels))
        self.field.setMinimumHeight(side)
        self.field.setMaximumWidth(pixels * _FIELD)
        self._narrow_below = pixels * _ONE_ROW
        self.result.setFont(control_font(pixels, bold=True))
        names = ((self.previous, "up"), (self.next, "down"), (self.close_button, "close"))
        for button, name in names:
            button.setIcon(self._icons.icon(name, theme.accent, icon, ratio))
            button.setIconSize(QSize(icon, icon))
            button.setMinimumSize(side, side)
        self._arrange()

    def _arrange(self) -> None:
        """All in one row; or, where there is no room, the buttons under the field."""
        narrow = self.width() < self._narrow_below
        if narrow == self._narrow:
            return
        self._narrow = narrow
        grid, below = self._grid, int(narrow)
        grid.addWidget(self.field, 0, 0, 1, 4 if narrow else 1)
        for column, button in enumerate((self.previous, self.next), 1 - below):
            grid.addWidget(button, below, column)
        grid.addWidget(self.result, below, 3 - below, 1, 1 + 2 * below)
        grid.addWidget(self.close_button, 0, 4)
        for column in range(4):
            stretched = (2,) if narrow else (0, 3)
            grid.setColumnStretch(column, int(column in stretched))

    def _name_controls(self) -> None:
        self.setAccessibleName(self.tr("Find on this page"))
        self.field.setAccessibleName(self.tr("Find"))
        self.field.setPlaceholderText(self.tr("Find on this page"))
        for button, name, key in (
            (self.previous, self.tr("Find previous"), "Shift+F3"),
            (self.next, self.tr("Find next"), "F3"),
            (self.close_button, self.tr("Close find"), "Esc"),
        ):
            button.setAccessibleName(name)
            button.setToolTip(f"{name} ({key})")

    # --- what Qt asks -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from the field, Escape closes from anywhere in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_requested if back else self.next_requested).emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_controls()
