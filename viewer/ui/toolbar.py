"""The toolbar: one row of controls, more rows where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtWidgets import QFrame, QToolButton, QWidget

from viewer.core.locales import isolated
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
    from PySide6.QtGui import QAction, QKeySequence
    from PySide6.QtWidgets import QMenu

_DIRECTED = frozenset({"back", "forward", "sections"})
"""Icons that show a direction."""


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
    language_requested = Signal(str)
    languages_wanted = Signal()
    """The menu of languages is about to be shown; ``show_languages`` fills it."""
    handout_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self._icons = icons
        self._iconed: list[tuple[QToolButton, str]] = []
        self._worded: list[QToolButton] = []
        self.back = self._button("back", self.back_requested.emit)
        self.forward = self._button("forward", self.forward_requested.emit)
        self.home = self._button("home", self.home_requested.emit, words=True)
        self.sections = self._button("sections", self.sections_requested.emit, words=True)
        self.sections.setCheckable(True)
        self.help = self._button("help", self.help_requested.emit)
        self.help.setObjectName("help")
        self.help.hide()
        self.search = SearchField(icons)
        self.plain = Switch("", icons)
        self._shows_plain = False
        self.plain.toggled.connect(self._switch)  # a screen reader toggles without a click
        self.smaller = self._button("", self.smaller_requested.emit)
        self.larger = self._button("", self.larger_requested.emit)
        self.theme = self._button("theme", None, words=True)
        self.language = self._button("language", None, words=True)
        self.handout = self._button("printer", self.handout_requested.emit, words=True)
        self._theme_actions: dict[str, QAction] = {}
        self._finished = False
        self._arrange()
        self.retranslate()

    def retranslate(self) -> None:
        """Name every control in the language that the window speaks now."""
        self.setAccessibleName(self.tr("Toolbar"))
        self.search.retranslate()
        names = {
            self.back: self.tr("Back"),
            self.forward: self.tr("Forward"),
            self.home: self.tr("Home"),
            self.sections: self.tr("Sections"),
            self.smaller: self.tr("Smaller text"),
            self.larger: self.tr("Larger text"),
            self.theme: self.tr("Theme"),
            self.language: self.tr("Language"),
            self.handout: self.tr("Handout"),
        }
        for button, name in names.items():
            button.setAccessibleName(name)
            button.setToolTip(name)
            if button in self._worded:
                button.setText(name)
        self.plain.setText(self.tr("Plain language"))
        if self._finished:
            self._name_keys()
        for action, words in zip(
            self._theme_actions.values(), self._theme_names().values(), strict=False
        ):
            action.setText(words)

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        icon, mirrored = round(pixels * 1.35), self.isRightToLeft()
        for button, sign in ((self.smaller, "A\N{MINUS SIGN}"), (self.larger, "A+")):
            button.setText(isolated(sign) if mirrored else sign)
        for button, name in self._iconed:
            if name:
                colour = theme.danger if button is self.help else theme.accent
                turned = mirrored and name in _DIRECTED
                button.setIcon(self._icons.icon(name, colour, icon, ratio, mirrored=turned))
                button.setIconSize(QSize(icon, icon))
            button.setFont(control_font(pixels, bold=True))
            button.setMinimumSize(44, max(44, round(pixels * 2.2)))
        self.larger.setFont(control_font(round(pixels * 1.2), bold=True))
        self.search.set_scale(theme, pixels, ratio)
        self.plain.set_scale(theme, pixels, ratio, mirrored=mirrored)
        for button in (self.theme, self.language):
            if button.menu() is not None:
                button.menu().setFont(control_font(pixels))
        self.updateGeometry()

    def _switch(self, plain: bool) -> None:
        if plain is not self._shows_plain:
            self.plain_requested.emit(plain)

    def show_state(
        self, *, back: bool, forward: bool, plain: bool, percent: int, handout: bool
    ) -> None:
        """Show what can be done now; ``handout`` tells that there is a topic to hand out."""
        self._shows_plain = plain
        self.plain.setChecked(plain)
        for button, enabled in (
            (self.back, back),
            (self.forward, forward),
            (self.smaller, percent > SMALLEST),
            (self.larger, percent < LARGEST),
            (self.handout, handout),
        ):
            button.setEnabled(enabled)
        if self._finished:
            self._name_handout()

    def finish(self) -> None:
        """Add what nobody needs before the first page has been painted."""
        from PySide6.QtCore import Qt

        self._finished = True
        self._name_keys()
        self.plain.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme_actions = self._theme_menu()
        self._menu(self.language).aboutToShow.connect(self.languages_wanted)

    def _name_keys(self) -> None:
        """Say the keys of the controls that have some."""
        from PySide6.QtGui import QKeySequence

        keys = QKeySequence.StandardKey
        for button, key in (
            (self.back, keys.Back),
            (self.forward, keys.Forward),
            (self.larger, keys.ZoomIn),
            (self.smaller, keys.ZoomOut),
        ):
            button.setToolTip(f"{button.accessibleName()} ({self._key(QKeySequence(key))})")
        self._name_handout()

    def _name_handout(self) -> None:
        """Say the key of Handout; or, where it cannot be pressed, why."""
        from PySide6.QtGui import QKeySequence

        why = "" if self.handout.isEnabled() else self.tr("Open a topic first.")
        name = self.handout.accessibleName()
        self.handout.setToolTip(why or f"{name} ({self._key(QKeySequence('Ctrl+P'))})")
        self.handout.setAccessibleDescription(why)

    @staticmethod
    def _key(key: QKeySequence) -> str:
        """A key as this system writes it."""
        return key.toString(key.SequenceFormat.NativeText)

    def show_help(self, title: str) -> None:
        """Name the button that stands in for the sidebar's while that is folded away."""
        self.help.setAccessibleName(title)
        self.help.setToolTip(title)

    def show_theme(self, name: str) -> None:
        """Tick the theme that is chosen."""
        if name in self._theme_actions:
            self._theme_actions[name].setChecked(True)

    def show_languages(self, languages: Iterable[tuple[str, str]], used: str) -> None:
        """Offer languages, each a tag and its name, and tick the one that is used."""
        menu = self.language.menu()
        menu.clear()
        for action, tag in self._choices(menu, languages):
            action.triggered.connect(lambda _, tag=tag: self.language_requested.emit(tag))
            action.setChecked(tag == used)

    def _button(
        self, icon: str, pressed: Callable[[], None] | None, *, words: bool = False
    ) -> QToolButton:
        button = Button()
        button.setProperty("focusPolicy", qt_numbers.STRONG_FOCUS)
        button.setAutoRaise(True)
        if words:
            button.setProperty("toolButtonStyle", qt_numbers.TEXT_BESIDE_ICON)
            self._worded.append(button)
        if pressed:
            button.clicked.connect(pressed)
        self._iconed.append((button, icon))
        return button

    def _theme_menu(self) -> dict[str, QAction]:
        made = {}
        for action, name in self._choices(self._menu(self.theme), self._theme_names().items()):
            action.triggered.connect(lambda _, name=name: self.theme_requested.emit(name))
            made[name] = action
        return made

    def _theme_names(self) -> dict[str, str]:
        return {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "contrast": self.tr("High contrast"),
        }

    def _menu(self, button: QToolButton) -> QMenu:
        """An empty menu that a button opens."""
        from PySide6.QtWidgets import QMenu

        menu = QMenu(button)
        menu.setFont(button.font())
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return menu

    def _choices(
        self, menu: QMenu, choices: Iterable[tuple[str, str]]
    ) -> Iterator[tuple[QAction, str]]:
        """An entry of the menu for each choice, of which one is ticked."""
        from PySide6.QtGui import QActionGroup

        group = QActionGroup(menu)
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            group.addAction(action)
            yield action, value

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Every control, in the order in which they stand."""
        left = (self.back, self.forward, self.home, self.sections, self.help, self.search)
        right = (self.smaller, self.larger, self.theme, self.language, self.handout)
        return (*left, self.plain, *right)

    def _arrange(self) -> None:
        layout = FlowLayout(self, QMargins(14, 8, 14, 8), 6)
        for button in (self.back, self.forward, self.home, self.sections, self.help):
            layout.addWidget(button)
        layout.addWidget(self.search)
        layout.let_shrink(self.search)
        layout.push_rest()
        right: tuple[QWidget, ...] = (self.plain, self.smaller, self.larger, self.theme)
        for widget in (*right, self.language, self.handout):
            layout.addWidget(widget)
