"""Whether somebody is there: what begins a visit, what ends one, and what shows in between."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from viewer.ui.kiosk.attract import Attract
from viewer.ui.kiosk.idle import Idle
from viewer.ui.kiosk.slide_painting import Slide
from viewer.ui.kiosk.still_there import StillThere
from viewer.ui.kiosk.visit import Visit


class Attention(QObject):
    """Asks "Are you still there?" of whoever has begun, and shows the tiles in turn to nobody."""

    said = Signal(str)
    """A sentence for the visitor, who has more time now."""

    def __init__(self, visit: Visit, idle: Idle, still_there: StillThere, attract: Attract) -> None:
        super().__init__(visit)
        self._visit, self._idle = visit, idle
        self._still_there, self._attract = still_there, attract
        attract.touched.connect(attract.wait)  # a touch that only wakes the screen is no visit
        idle.countdown.connect(still_there.show_seconds)
        idle.ended.connect(visit.wipe)
        idle.idle.connect(self._ask)
        idle.used.connect(still_there.close_panel)
        still_there.touched.connect(idle.note_use)
        still_there.more_time_requested.connect(self._give_more_time)
        still_there.stepped.connect(idle.count_anew)
        visit.front_changed.connect(self._look)
        visit.used.connect(self._begin)
        visit.wiped.connect(self._end)

    def note_listening(self) -> None:
        """Something goes on that is use, though nobody touches: reading aloud."""
        self._idle.note_listening()

    def set_slides(self, slides: Sequence[Slide]) -> None:
        """Show these in turn while nobody is there."""
        self._attract.set_slides(slides)

    def use(self, idle_seconds: int, countdown_seconds: int) -> None:
        """The clinic's settings have changed."""
        self._idle.use(idle_seconds, countdown_seconds)

    def _ask(self) -> None:
        self._still_there.begin(self._idle.countdown_seconds)

    def _give_more_time(self) -> None:
        self._idle.give_more_time()
        self._idle.note_use()
        self.said.emit(self.tr("You have more time now. This screen will wait longer for you."))

    def _begin(self) -> None:
        self._attract.rest()
        self._idle.start()

    def _end(self) -> None:
        self._idle.stop()
        self._still_there.close_panel()
        self._attract.wait()

    def _look(self) -> None:
        """Whatever is shown anew, nobody rests there who has begun."""
        if not self._visit.is_fresh:
            self._attract.rest()
