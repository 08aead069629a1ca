"""What a visitor changes of what they hear: shown while something is read aloud."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from viewer.ui.focus_back import hand_over
from viewer.ui.icons import Icons
from viewer.ui.kiosk.press import Press
from viewer.ui.toggling import show_checked


class Heard(NamedTuple):
    """How the voice is now."""

    reads: bool = False
    rests: bool = False
    spoken: bool = False
    """All that is touched is said: the spoken mode."""
    volume: tuple[int, int] = (1, 1)
    """Which step of how many."""
    speed: tuple[int, int] = (1, 1)


class HearingRow(QWidget):
    """Its buttons; the bar lays them out."""

    listen_requested = Signal()
    pause_requested = Signal()
    volume_requested = Signal(int)
    """So many steps louder, or quieter where negative."""
    speed_requested = Signal(int)
    spoken_off_requested = Signal()

    def __init__(self, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icons
        self._heard = Heard()
        self.spoken_off = self._toggle(self.spoken_off_requested)
        self.listen = self._toggle(self.listen_requested)
        self.pause = self._press(self.pause_requested)
        self.quieter = self._press(self.volume_requested, -1)
        self.louder = self._press(self.volume_requested, 1)
        self.slower = self._press(self.speed_requested, -1)
        self.faster = self._press(self.speed_requested, 1)
        self.hide()

    @property
    def controls(self) -> tuple[Press, ...]:
        """Every button, in the order in which they stand."""
        loud, fast = (self.quieter, self.louder), (self.slower, self.faster)
        return (self.spoken_off, self.listen, self.pause, *loud, *fast)

    def retranslate(self) -> None:
        """Name every button in the language that the window speaks now."""
        self.setAccessibleName(self.tr("Sound"))
        self.spoken_off.say(self.tr("Stop spoken mode"))
        self.listen.say(self.tr("Listen"))
        self.quieter.say(self.tr("Quieter"))
        self.louder.say(self.tr("Louder"))
        self.slower.say(self.tr("Slower"))
        self.faster.say(self.tr("Faster"))
        self._name()

    def show_state(self, heard: Heard) -> None:
        """Show what can be done now."""
        self._heard = heard
        (volume, loudest), (speed, fastest) = heard.volume, heard.speed
        self.spoken_off.setVisible(heard.spoken)
        show_checked(self.spoken_off, on=True)  # it stands there only while that is on
        show_checked(self.listen, on=heard.reads)
        hand_over(self.pause, self.listen, usable=heard.reads)
        self.pause.setVisible(heard.reads)
        for down, up, at, most in (
            (self.quieter, self.louder, volume, loudest),
            (self.slower, self.faster, speed, fastest),
        ):
            hand_over(down, up, usable=at > 1)
            hand_over(up, down, usable=at < most)
            down.setEnabled(at > 1)
            up.setEnabled(at < most)
        self._name()

    def _name(self) -> None:
        self.pause.say(self.tr("Go on") if self._heard.rests else self.tr("Pause"))

    def _toggle(self, asked: SignalInstance) -> Press:
        button = Press(self._icons, "volume", self)
        button.setCheckable(True)
        button.toggled.connect(lambda _: asked.emit())
        return button

    def _press(self, asked: SignalInstance, steps: int = 0, *, icon: str = "") -> Press:
        button = Press(self._icons, icon, self)
        button.clicked.connect(lambda _: asked.emit(*(steps,) if steps else ()))
        return button
