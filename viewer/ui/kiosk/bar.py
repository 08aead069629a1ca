"""The bar at the foot of the kiosk: where to go, the languages, how it looks, and listening."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.ui.flow_layout import FlowLayout
from viewer.ui.focus_back import hand_over
from viewer.ui.icons import Icons
from viewer.ui.kiosk.hearing_row import Heard, HearingRow
from viewer.ui.kiosk.press import Press
from viewer.ui.kiosk.scale import MARGIN, MARGIN_UPRIGHT
from viewer.ui.theme import Theme
from viewer.ui.toggling import show_checked

MOST_LANGUAGES = 4
"""Languages that have a button each; of more, one button leads to their list."""
GAP, ABOVE = 14, 16
MOST_HIGH, LEAST_PIXELS = 0.37, 22
"""Of the window's height; and the least letters, whatever there is room for."""


class KioskBar(QFrame):
    """Says what the visitor asks for; knows nothing of pages."""

    home_requested = Signal()
    back_requested = Signal()
    start_over_requested = Signal()
    print_requested = Signal()
    help_requested = Signal()
    language_requested = Signal(str)
    languages_requested = Signal()
    smaller_requested = Signal()
    larger_requested = Signal()
    contrast_requested = Signal()
    listen_requested = Signal()
    fitted = Signal()
    """It may have another height now."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("kioskBar")
        self._icons = icons
        self._scale: tuple[Theme, int, float] | None = None
        self._inner = self._is_typing = self._hears = self._is_crowded = False
        self._worn = 0
        """Pixels of the letters: fewer than asked for, where there is no room."""
        self._shown_languages: tuple[tuple[str, str], ...] = ()
        self.home = self._press("home", self.home_requested)
        self.back = self._press("back", self.back_requested)
        self.start_over = self._press("refresh", self.start_over_requested)
        self.print = self._press("printer", self.print_requested)
        self.help = self._press("help", self.help_requested)
        self.help.set_role("danger")
        self.languages: dict[str, Press] = {}
        self.language = self._press("language", self.languages_requested)
        self.smaller = self._press("", self.smaller_requested)
        self.larger = self._press("", self.larger_requested)
        self.contrast = self._toggle("theme", self.contrast_requested)
        self.listen = self._toggle("volume", self.listen_requested)
        self._where, self._looks = QWidget(self), QWidget(self)
        self.hearing = HearingRow(icons, self)
        self.hearing.listen_requested.connect(self.listen_requested)
        rows = (self._where, self._looks, self.hearing)
        self._flows = [FlowLayout(row, QMargins(), GAP, GAP) for row in rows]
        self._rows_of_buttons = tuple(zip(rows, self._flows, strict=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, ABOVE, MARGIN, ABOVE)
        column.setSpacing(GAP)
        for row in rows:
            column.addWidget(row)
        self._arrange()
        self.retranslate()

    def retranslate(self) -> None:
        """Name every control in the language that the window speaks now."""
        self.setAccessibleName(self.tr("Toolbar"))
        self.home.say(self.tr("Home"))
        self.back.say(self.tr("Back"))
        self.start_over.say(self.tr("Start over"))
        self.print.say(self.tr("Print"))
        self.help.say(self.tr("Get help"))
        self.language.say(self.tr("Language"))
        for button in self.languages.values():
            button.setAccessibleDescription(self.tr("Language"))
        self.smaller.say("A", self.tr("Smaller text"))
        self.larger.say("A", self.tr("Larger text"))
        self.contrast.say(self.tr("Contrast"))
        self.listen.say(self.tr("Listen"))
        self.hearing.retranslate()
        self.fit()

    def show_languages(self, offered: Iterable[tuple[str, str]], used: str) -> None:
        """Offer languages, each a tag and its own name, and mark the one that is used."""
        languages = tuple(offered)
        if languages != self._shown_languages:
            self._shown_languages = languages
            for button in self.languages.values():
                self._flows[1].removeWidget(button)
                button.hide()  # it goes in a later turn of the loop
                button.deleteLater()
            few = languages if 1 < len(languages) <= MOST_LANGUAGES else ()
            self.languages = {tag: self._language(tag, name) for tag, name in few}
            for button in self.languages.values():
                button.setAccessibleDescription(self.tr("Language"))
            self._arrange()
            if self._scale is not None:
                self.set_scale(*self._scale)
        self.language.setVisible(len(languages) > MOST_LANGUAGES)
        for tag, button in self.languages.items():
            button.setChecked(tag == used)
        for button in self.languages.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt leaves it to the one that is chosen

    def show_state(self, *, inner: bool, prints: bool, larger: bool, smaller: bool) -> None:
        """Show what can be done now; ``inner``: this is not Home."""
        for button in (self.home, self.back, self.start_over):
            button.setVisible(inner)
        self.print.setVisible(prints)
        hand_over(self.larger, self.smaller, usable=larger)
        hand_over(self.smaller, self.larger, usable=smaller)
        self.larger.setEnabled(larger)
        self.smaller.setEnabled(smaller)
        if inner is not self._inner:
            self._inner = inner
            self._arrange()
        self.fit()

    def show_help(self, *, shown: bool) -> None:
        """Show getting help, where no tile of Home does."""
        self.help.setVisible(shown)
        self.fit()

    def show_typing(self, typing: bool) -> None:
        """While somebody types, the keyboard has the room of what changes the looks."""
        self._is_typing = typing
        self.fit()

    def show_contrast(self, *, on: bool) -> None:
        """Mark whether it is on."""
        show_checked(self.contrast, on=on)

    def show_hearing(self, heard: Heard) -> None:
        """Show what changes the sound while there is any; Listen stands among it then."""
        show_checked(self.listen, on=heard.reads)
        was, self._hears = self._hears, heard.reads or heard.spoken
        self.hearing.show_state(heard)
        if was is self._hears:
            return
        before, after = (self.hearing.listen, self.listen)[:: -1 if self._hears else 1]
        focused = before.hasFocus() or (not self._hears and self._focus_is_in_hearing())
        self.listen.setVisible(not self._hears)
        self._arrange()
        self.fit()
        if focused:
            after.setFocus(Qt.FocusReason.TabFocusReason)

    def _focus_is_in_hearing(self) -> bool:
        return any(button.hasFocus() for button in self.hearing.controls)

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels where there is room for it."""
        self._scale, self._worn = (theme, pixels, ratio), 0
        self.fit()

    def _wear(self, pixels: int) -> None:
        if self._scale is None or pixels == self._worn:
            return
        theme, _, ratio = self._scale
        self._worn = pixels
        for button in self.controls:
            button.set_scale(theme, pixels, ratio)
        self.smaller.set_scale(theme, pixels, ratio, wide=0.8)
        self.larger.set_scale(theme, pixels, ratio, wide=1.25)

    @property
    def controls(self) -> tuple[Press, ...]:
        """Every control, in the order in which they stand."""
        looks = (self.smaller, self.larger, self.contrast, self.listen)
        languages = (*self.languages.values(), self.language)
        return (*self._ways, *languages, *looks, *self.hearing.controls)

    @property
    def _ways(self) -> tuple[Press, ...]:
        return (self.home, self.back, self.start_over, self.print, self.help)

    def _press(self, icon: str, pressed: SignalInstance) -> Press:
        button = Press(self._icons, icon, self)
        button.clicked.connect(lambda _: pressed.emit())
        return button

    def _toggle(self, icon: str, toggled: SignalInstance) -> Press:
        button = Press(self._icons, icon, self)
        button.setCheckable(True)
        button.toggled.connect(lambda _: toggled.emit())
        return button

    def _language(self, tag: str, name: str) -> Press:
        button = Press(self._icons, "", self)
        button.make_choice()
        button.say(name)
        button.clicked.connect(lambda: self.language_requested.emit(tag))
        button.show()
        return button

    def _arrange(self) -> None:
        where, looks, hearing = self._flows
        for flow in self._flows:
            flow.restart()
        for button in self.controls:
            # On Home there is nowhere to go: getting help stands with the rest, in one row. It
            # must not go away with them.
            in_row = self._inner or self._hears or button is not self.help
            is_way = button in self._ways and in_row
            flow = where if is_way else looks
            if button in self.hearing.controls:
                flow = hearing
            if button is self.smaller or (is_way and button is self.help):
                flow.push_rest()
            flow.addWidget(button)
        for button in self.controls:
            button.raise_()  # a screen reader goes by the order of the children

    def fit(self) -> None:
        """Take no more of the window than its share: what is read needs the rest.

        The buttons are tight where that saves a row, and their letters shrink where there is no
        room for them as they are. What changes the looks gives way to what changes the sound.
        """
        layout, window = self.layout(), self.window()
        margin = MARGIN_UPRIGHT if window.height() > window.width() else MARGIN
        if layout is not None:
            layout.setContentsMargins(margin, ABOVE, margin, ABOVE)
        width = window.width() - 2 * margin
        self._is_crowded = False
        if not self._fits(width) and self._hears:
            self._is_crowded = True
            self._fits(width)
        for row, _ in self._rows_of_buttons:
            row.setVisible(self._is_wanted(row))
        self.updateGeometry()
        self.fitted.emit()

    def _fits(self, width: int) -> bool:
        """Make the letters as large as fits; says whether they are as large as asked for."""
        most = round(self.window().height() * MOST_HIGH)
        asked = self._scale[1] if self._scale else 0
        for pixels in range(asked, min(asked, LEAST_PIXELS) - 1, -2):
            self._wear(pixels)
            rows = [self._rows_within(width, tight=tight) for tight in (False, True)]
            if rows[0] <= rows[1]:
                self._set_tight(tight=False)
            for flow in self._flows:
                flow.invalidate()  # Qt tells it only of what is in sight
            if self._needed_height(width) <= most:
                return pixels == asked
        return False

    def _is_wanted(self, row: QWidget) -> bool:
        if self._is_typing and row is not self._where:
            return False  # the keyboard needs the room
        if row is self._looks:
            return not self._is_crowded
        return row is self._where or self._hears

    @property
    def _wanted(self) -> list[FlowLayout]:
        return [flow for row, flow in self._rows_of_buttons if self._is_wanted(row)]

    def _needed_height(self, width: int) -> int:
        shown = (flow.heightForWidth(width) for flow in self._wanted)
        return sum(high + GAP for high in shown if high > 0) + 2 * ABOVE

    def _rows_within(self, width: int, *, tight: bool) -> int:
        self._set_tight(tight=tight)
        return sum(flow.rows_within(width) for flow in self._wanted)

    def _set_tight(self, *, tight: bool) -> None:
        for button in self.controls:
            button.set_tight(tight=tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
