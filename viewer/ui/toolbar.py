"""The toolbar: one row of controls, more rows where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from viewer.ui import qt_numbers
from viewer.ui.button import Button
from viewer.ui.flow_layout import FlowLayout
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.metrics import LARGEST, SMALLEST
from viewer.ui.search_field import SearchField
from viewer.ui.switch import Switch
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction


class Toolbar(QFrame):
    """Says what the reader asks for; knows nothing of pages."""

    back_requested = Signal()
    forward_requested = Signal()
    home_requested = Signal()
    help_requested = Signal()
    sections_requested = Signal()
    plain_requested = Signal(bool)
    larger_requested = Signal()
    smaller_requested = Signal()
    theme_requested = Signal(str)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAccessibleName(self.tr("Toolbar"))
        self._icons = icons
        self._iconed: list[tuple[QToolButton, str]] = []
        self.back = self._button(self.tr("Back"), "back", self.back_requested.emit)
        self.forward = self._button(self.tr("Forward"), "forward", self.forward_requested.emit)
        self.home = self._button(self.tr("Home"), "home", self.home_requested.emit, words=True)
        self.sections = self._button(
            self.tr("Sections"), "sections", self.sections_requested.emit, words=True
        )
        self.sections.setCheckable(True)
        self.help = self._button("", "help", self.help_requested.emit)
        self.help.setObjectName("help")
        self.help.hide()
        self.search = SearchField(icons)
        self.plain = Switch(self.tr("Plain language"), icons)
        self.plain.clicked.connect(self.plain_requested)
        self.plain.setProperty("layoutDirection", qt_numbers.RIGHT_TO_LEFT)
        self.smaller = self._button(self.tr("Smaller text"), "", self.smaller_requested.emit)
        self.larger = self._button(self.tr("Larger text"), "", self.larger_requested.emit)
        self.smaller.setText("A\N{MINUS SIGN}")
        self.larger.setText("A+")
        self.theme = self._button(self.tr("Theme"), "theme", None, words=True)
        self._theme_actions: dict[str, QAction] = {}
        self._arrange()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        icon = round(pixels * 1.35)
        for button, name in self._iconed:
            if name:
                colour = theme.danger if button is self.help else theme.accent
                button.setIcon(self._icons.icon(name, colour, icon, ratio))
                button.setIconSize(QSize(icon, icon))
            button.setFont(control_font(pixels, bold=True))
            button.setMinimumSize(44, max(44, round(pixels * 2.2)))
        self.larger.setFont(control_font(round(pixels * 1.2), bold=True))
        self.search.set_scale(theme, pixels, ratio)
        self.plain.set_scale(theme, pixels, ratio)
        if self.theme.menu() is not None:
            self.theme.menu().setFont(control_font(pixels))
        self.updateGeometry()

    def show_state(self, *, back: bool, forward: bool, plain: bool, percent: int) -> None:
        """Show what can be done now."""
        self.plain.setChecked(plain)
        for button, enabled in (
            (self.back, back),
            (self.forward, forward),
            (self.smaller, percent > SMALLEST),
            (self.larger, percent < LARGEST),
        ):
            button.setEnabled(enabled)

    def finish(self) -> None:
        """Add what nobody needs before the first page has been painted."""
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence

        keys = QKeySequence.StandardKey
        for button, key in (
            (self.back, keys.Back),
            (self.forward, keys.Forward),
            (self.larger, keys.ZoomIn),
            (self.smaller, keys.ZoomOut),
        ):
            shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{button.accessibleName()} ({shown})")
        self.plain.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme_actions = self._theme_menu()

    def show_help(self, title: str) -> None:
        """Name the button that stands in for the sidebar's while that is folded away."""
        self.help.setAccessibleName(title)
        self.help.setToolTip(title)

    def show_theme(self, name: str) -> None:
        """Tick the theme that is chosen."""
        if name in self._theme_actions:
            self._theme_actions[name].setChecked(True)

    def _button(
        self, name: str, icon: str, pressed: Callable[[], None] | None, *, words: bool = False
    ) -> QToolButton:
        button = Button()
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setProperty("focusPolicy", qt_numbers.STRONG_FOCUS)
        button.setAutoRaise(True)
        if words:
            button.setText(name)
            button.setProperty("toolButtonStyle", qt_numbers.TEXT_BESIDE_ICON)
        if pressed:
            button.clicked.connect(pressed)
        self._iconed.append((button, icon))
        return button

    def _theme_menu(self) -> dict[str, QAction]:
        from PySide6.QtGui import QActionGroup
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self.theme)
        menu.setFont(self.theme.font())
        group = QActionGroup(menu)
        actions = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }
        made = {}
        for name, words in actions.items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _, name=name: self.theme_requested.emit(name))
            group.addAction(action)
            made[name] = action
        self.theme.setMenu(menu)
        self.theme.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return made

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Every control, in the order in which they stand."""
        left = (self.back, self.forward, self.home, self.sections, self.help)
        return (*left, self.search, self.plain, self.smaller, self.larger, self.theme)

    def _arrange(self) -> None:
        layout = FlowLayout(self, QMargins(14, 8, 14, 8), 6)
        for button in (self.back, self.forward, self.home, self.sections, self.help):
            layout.addWidget(button)
        layout.addWidget(self.search)
        layout.let_shrink(self.search)
        layout.push_rest()
        right: tuple[QWidget, ...] = (self.plain, self.smaller, self.larger, self.theme)
        for widget in right:
            layout.addWidget(widget)
