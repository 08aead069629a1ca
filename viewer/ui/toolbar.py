"""The toolbar: one row of controls, more rows where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtWidgets import QFrame, QWidget

from viewer.core.locales import isolated
from viewer.ui import qt_numbers
from viewer.ui.button import Button
from viewer.ui.flow_layout import FlowLayout
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.metrics import FOLD_BELOW_PIXELS, LARGEST, SMALLEST
from viewer.ui.overflow import Overflow
from viewer.ui.search_field import SearchField
from viewer.ui.switch import Switch
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_DIRECTED = frozenset({"back", "forward", "sections"})
"""Icons that show a direction."""
_BESIDE = 14
"""Pixels between the window's edge and the first control."""
_HELP_WIDTH = 12
"""Ems from which the words on the button for help stand in several lines."""


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
    spacing_requested = Signal()
    language_requested = Signal(str)
    languages_wanted = Signal()
    """The menu of languages is about to be shown; ``show_languages`` fills it."""
    listen_requested = Signal()
    handout_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self._icons = icons
        self._iconed, self._worded = list[tuple[Button, str]](), list[QWidget]()
        self.back = self._button("back", self.back_requested.emit)
        self.forward = self._button("forward", self.forward_requested.emit)
        self.home = self._button("home", self.home_requested.emit, words=True)
        self.sections = self._button("sections", None, words=True)
        self.sections.setCheckable(True)
        self.sections.toggled.connect(self.sections_requested)
        self.help = self._button("help", self.help_requested.emit)
        self.help.setProperty("toolButtonStyle", qt_numbers.TEXT_BESIDE_ICON)
        self.help.setObjectName("help")
        self._help_title = ""
        self.more = self._button("", None, words=True)
        self.search = SearchField(icons)
        self.plain = Switch("", icons)
        self._shows_plain = False
        self.plain.toggled.connect(self._switch)  # a screen reader toggles without a click
        self.smaller = self._button("", self.smaller_requested.emit)
        self.larger = self._button("", self.larger_requested.emit)
        self.theme = self._button("theme", None, words=True)
        self.language = self._button("language", None, words=True)
        self.listen = self._button("volume", None, words=True)
        self.listen.setCheckable(True)
        self._shows_listening = False
        self.listen.toggled.connect(self._listen)
        self.handout = self._button("printer", self.handout_requested.emit, words=True)
        self._pixels = 15
        self._theme_actions: dict[str, QAction] = {}
        self._finished = False
        self._overflow = self._arrange()
        self.offer(self.help, False)
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
            self.more: self.tr("More"),
            self.smaller: self.tr("Smaller text"),
            self.larger: self.tr("Larger text"),
            self.theme: self.tr("Theme"),
            self.language: self.tr("Language"),
            self.listen: self.tr("Listen"),
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
        if self._theme_actions:
            from viewer.ui.toolbar_menus import theme_names

            for name, words in theme_names().items():
                self._theme_actions[name].setText(words)
            self._spacing.setText(self.tr("Text spacing…"))

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._pixels = pixels
        icon, mirrored = round(pixels * 1.35), self.isRightToLeft()
        for button, sign in ((self.smaller, "A\N{MINUS SIGN}"), (self.larger, "A+")):
            button.setText(isolated(sign) if mirrored else sign)
        draw = partial(self._icons.icon, size=icon, ratio=ratio, disabled=theme.disabled)
        for button, name in self._iconed:
            if name:
                colour = theme.danger if button is self.help else theme.accent
                turned = mirrored and name in _DIRECTED
                button.setIcon(draw(name, colour, mirrored=turned))
                button.setIconSize(QSize(icon, icon))
            button.setFont(control_font(pixels, bold=True))
            button.setMinimumSize(44, max(44, round(pixels * 2.2)))
        self.larger.setFont(control_font(round(pixels * 1.2), bold=True))
        self.search.set_scale(theme, pixels, ratio)
        self.plain.set_scale(theme, pixels, ratio, mirrored=mirrored)
        for button in (self.theme, self.language, self.more):
            if button.menu() is not None:
                button.menu().setFont(control_font(pixels))
        self.updateGeometry()

    def _switch(self, plain: bool) -> None:
        if plain is not self._shows_plain:
            self.plain_requested.emit(plain)

    def _listen(self, on: bool) -> None:
        if on is not self._shows_listening:
            self.listen_requested.emit()

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

        from viewer.ui.toolbar_menus import menu_under

        self._finished = True
        self._name_keys()
        self.plain.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme_actions = self._theme_menu()
        menu_under(self.language).aboutToShow.connect(self.languages_wanted)
        menu_under(self.more).aboutToShow.connect(self._list_more)

    def _name_keys(self) -> None:
        """Say the keys of the controls that have some."""
        from PySide6.QtGui import QKeySequence

        from viewer.ui.toolbar_menus import say_key

        keys = QKeySequence.StandardKey
        say_key(self.back, keys.Back)
        say_key(self.forward, keys.Forward)
        say_key(self.larger, keys.ZoomIn)
        say_key(self.smaller, keys.ZoomOut)
        say_key(self.listen, "Ctrl+L")
        self._name_handout()

    def _name_handout(self) -> None:
        """Say the key of Handout; or, where it cannot be pressed, why."""
        from viewer.ui.toolbar_menus import say_key

        why = "" if self.handout.isEnabled() else self.tr("Open a topic first.")
        say_key(self.handout, "Ctrl+P", why)
        self.handout.setAccessibleDescription(why)

    def show_help(self, title: str) -> None:
        """Name the button that stands in for the sidebar's while that is folded away."""
        self._help_title = title
        self.help.setAccessibleName(title)
        self.help.setToolTip(title)

    def show_listening(self, *, on: bool) -> None:
        """Show whether the page is read aloud."""
        self._shows_listening = on
        self.listen.setChecked(on)

    def show_theme(self, name: str) -> None:
        """Tick the theme that is chosen."""
        if name in self._theme_actions:
            self._theme_actions[name].setChecked(True)

    def show_languages(self, languages: Iterable[tuple[str, str]], used: str) -> None:
        """Offer languages, each a tag and its name, and tick the one that is used."""
        from viewer.ui.toolbar_menus import add_choices

        menu = self.language.menu()
        menu.clear()
        for action, tag in add_choices(menu, languages):
            action.triggered.connect(lambda _, tag=tag: self.language_requested.emit(tag))
            action.setChecked(tag == used)

    def _button(
        self, icon: str, pressed: Callable[[], None] | None, *, words: bool = False
    ) -> Button:
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
        from viewer.ui.toolbar_menus import add_choices, menu_under, theme_names

        made = {}
        for action, name in add_choices(menu_under(self.theme), theme_names().items()):
            action.triggered.connect(lambda _, name=name: self.theme_requested.emit(name))
            made[name] = action
        self._spacing = self.theme.menu().addAction(self.tr("Text spacing…"))
        self._spacing.triggered.connect(self.spacing_requested)
        return made

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Every control, in the order in which they stand."""
        first = (self.back, self.forward, self.home, self.sections, self.help, self.more)
        left = (*first, self.search)
        right = (self.plain, self.smaller, self.larger, self.theme, self.language)
        return (*left, *right, self.listen, self.handout)

    # --- room -------------------------------------------------------------------

    def offer(self, button: QWidget, offered: bool) -> None:
        """Whether a control is to be had at all, in the toolbar or under More."""
        self._overflow.offer(button, offered)

    def make_room(self, width: int, most: int) -> None:
        """Stand in so much width, and no higher than ``most`` pixels; the rest is under More."""
        beside = _BESIDE if width >= FOLD_BELOW_PIXELS // 2 else _BESIDE // 2
        self._flow.setContentsMargins(beside, 8, beside, 8)
        room = width - 2 * beside - self.help.iconSize().width() - round(self._pixels * 2.4)
        self.help.set_wrapped(self._help_title, min(room, round(self._pixels * _HELP_WIDTH)))
        self._overflow.fit(width, most)

    def at_hand(self, button: QWidget) -> QWidget:
        """A control; or More, where the control stands in its menu."""
        return self._overflow.at_hand(button)

    def _list_more(self) -> None:
        from viewer.ui.toolbar_menus import list_controls

        list_controls(self.more.menu(), self._overflow.folded)

    def _arrange(self) -> Overflow:
        self._flow = layout = FlowLayout(self, QMargins(_BESIDE, 8, _BESIDE, 8), 6)
        for button in (self.back, self.forward, self.home, self.sections, self.help, self.more):
            layout.addWidget(button)
        layout.addWidget(self.search)
        layout.let_shrink(self.search)
        layout.push_rest()
        right: tuple[QWidget, ...] = (self.plain, self.smaller, self.larger, self.theme)
        for widget in (*right, self.language, self.listen, self.handout):
            layout.addWidget(widget)
        seldom = ((self.theme,), (self.language,), (self.handout,), (self.forward,))
        sizes = (self.smaller, self.larger)
        parts = (*seldom, (self.listen,), sizes, (self.plain,), (self.sections,), (self.home,))
        return Overflow(layout, self.more, parts)
