"""The bar at the foot of the kiosk: where to go, the languages, how it looks, and listening."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMargins, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from viewer.ui.flow_layout import FlowLayout
from viewer.ui.icons import Icons
from viewer.ui.kiosk.press import Press, hand_over
from viewer.ui.theme import Theme

MOST_LANGUAGES = 4
"""Languages that have a button each; of more, one button leads to their list."""
MARGIN, MARGIN_UPRIGHT = 64, 32
"""Pixels at the sides, in landscape and in portrait."""
GAP = 14
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
        self._worn = 27
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
        self._flows = [FlowLayout(row, QMargins(), GAP) for row in (self._where, self._looks)]
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 16, MARGIN, 16)
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
        self._fit()

    def show_languages(self, offered: Iterable[tuple[str, str]], used: str) -> None:
        """Offer languages, each a tag and its own name, and mark the one that is used."""
        languages = tuple(offered)
        if languages != self._shown_languages:
            self._shown_languages = languages
            for button in self.languages.values():
                self._flows[1].removeWidget(button)
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

    def show_typing(self, typing: bool) -> None:
        """While somebody types, the keyboard has the room of what changes the looks."""
        self._looks.setVisible(not typing)
        self._fit()

    def show_looks(self, *, contrast: bool, listening: bool) -> None:
        """Mark what is on."""
        self.contrast.setChecked(contrast)
        self.listen.setChecked(listening)
        if self._scale is not None:
            theme, _, ratio = self._scale
            for button in (self.contrast, self.listen):
                button.set_scale(theme, self._worn, ratio)

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._scale = (theme, pixels, ratio)
        self._wear(pixels)

    def _wear(self, pixels: int) -> None:
        if self._scale is None:
            return
        theme, _, ratio = self._scale
        self._worn = pixels
        for button in self.controls:
            button.set_scale(theme, pixels, ratio)
        self.smaller.set_scale(theme, pixels, ratio, wide=0.8)
        self.larger.set_scale(theme, pixels, ratio, wide=1.25)
        self._fit()

    def fit_window(self) -> None:
        """Grow with the text as far as what is read keeps most of the window."""
        if self._scale is None or not self.window().width():
            return
        most = round(self.window().height() * MOST_HIGH)
        for pixels in range(self._scale[1], LEAST_PIXELS - 1, -2):
            if pixels != self._worn:
                self._wear(pixels)
            if self._needed_height() <= most:
                break

    def _needed_height(self) -> int:
        margin = MARGIN_UPRIGHT if self.window().height() > self.window().width() else MARGIN
        wide = self.window().width() - 2 * margin
        rows = zip((self._where, self._looks), self._flows, strict=True)
        shown = (flow.heightForWidth(wide) for row, flow in rows if not row.isHidden())
        return sum(high + GAP for high in shown) + 32

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
        for flow in self._flows:
            while flow.count():
                flow.takeAt(0)
        for button in self.controls:
            flow = self._flows[int(button not in self._ways)]
            if button in (self.help, self.smaller):
                flow.push_rest()
            flow.addWidget(button)
        for button in self.controls:
            button.raise_()  # a screen reader goes by the order of the children

    def _fit(self) -> None:
        for flow in self._flows:
            flow.invalidate()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window, layout = self.window(), self.layout()
        margin = MARGIN_UPRIGHT if window.height() > window.width() else MARGIN
        if layout is not None:
            layout.setContentsMargins(margin, 16, margin, 16)
