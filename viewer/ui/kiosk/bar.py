"""The bar at the foot of the kiosk: where to go, the languages, how it looks, and listening."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.ui.flow_layout import FlowLayout
from viewer.ui.icons import Icons
from viewer.ui.kiosk.press import Press, hand_over
from viewer.ui.kiosk.scale import MARGIN, MARGIN_UPRIGHT
from viewer.ui.theme import Theme

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

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("kioskBar")
        self._icons = icons
        self._scale: tuple[Theme, int, float] | None = None
        self._inner = False
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
        self.contrast = self._press("theme", self.contrast_requested)
        self.contrast.setCheckable(True)
        self.listen = self._press("volume", self.listen_requested)
        self.listen.setCheckable(True)
        self._where, self._looks = QWidget(self), QWidget(self)
        self._flows = [FlowLayout(row, QMargins(), GAP, GAP) for row in (self._where, self._looks)]
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, ABOVE, MARGIN, ABOVE)
        column.setSpacing(GAP)
        column.addWidget(self._where)
        column.addWidget(self._looks)
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
        self._looks.setVisible(not typing)
        self.fit()

    def show_looks(self, *, contrast: bool, listening: bool) -> None:
        """Mark what is on."""
        self.contrast.setChecked(contrast)
        self.listen.setChecked(listening)

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
        return (*self._ways, *self.languages.values(), self.language, *looks)

    @property
    def _ways(self) -> tuple[Press, ...]:
        return (self.home, self.back, self.start_over, self.print, self.help)

    def _press(self, icon: str, pressed: SignalInstance) -> Press:
        button = Press(self._icons, icon, self)
        button.clicked.connect(lambda _: pressed.emit())
        return button

    def _language(self, tag: str, name: str) -> Press:
        button = Press(self._icons, "", self)
        button.setCheckable(True)
        button.say(name)
        button.clicked.connect(lambda: self._choose(tag))
        button.show()
        return button

    def _choose(self, tag: str) -> None:
        for other, button in self.languages.items():  # a press on the one that is on leaves it on
            button.setChecked(other == tag)
        self.language_requested.emit(tag)

    def _arrange(self) -> None:
        where, looks = self._flows
        for flow in self._flows:
            flow.restart()
        for button in self.controls:
            # On Home there is nowhere to go: getting help stands with the rest, in one row.
            is_way = button in self._ways and (self._inner or button is not self.help)
            flow = where if is_way else looks
            if button is self.smaller or (is_way and button is self.help):
                flow.push_rest()
            flow.addWidget(button)
        for button in self.controls:
            button.raise_()  # a screen reader goes by the order of the children

    def fit(self) -> None:
        """Take no more of the window than its share: what is read needs the rest.

        The buttons are tight where that saves a row, and their letters shrink where there is no
        room for them as they are.
        """
        layout, window = self.layout(), self.window()
        margin = MARGIN_UPRIGHT if window.height() > window.width() else MARGIN
        if layout is not None:
            layout.setContentsMargins(margin, ABOVE, margin, ABOVE)
        width = window.width() - 2 * margin
        most = round(window.height() * MOST_HIGH)
        asked = self._scale[1] if self._scale else 0
        for pixels in range(asked, min(asked, LEAST_PIXELS) - 1, -2):
            self._wear(pixels)
            rows = [self._rows_within(width, tight=tight) for tight in (False, True)]
            if rows[0] <= rows[1]:
                self._set_tight(tight=False)
            for flow in self._flows:
                flow.invalidate()  # Qt tells it only of what is in sight
            if self._needed_height(width) <= most:
                break
        self.updateGeometry()

    def _needed_height(self, width: int) -> int:
        rows = zip((self._where, self._looks), self._flows, strict=True)
        shown = (flow.heightForWidth(width) for row, flow in rows if not row.isHidden())
        return sum(high + GAP for high in shown if high > 0) + 2 * ABOVE

    def _rows_within(self, width: int, *, tight: bool) -> int:
        self._set_tight(tight=tight)
        return sum(flow.rows_within(width) for flow in self._flows)

    def _set_tight(self, *, tight: bool) -> None:
        for button in self.controls:
            button.set_tight(tight=tight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
