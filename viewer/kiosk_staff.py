"""The staff of a kiosk: their panel behind a held corner, and what it tells them."""

from __future__ import annotations

import time
from pathlib import Path

from viewer import __version__
from viewer.core.accepted.news import Why
from viewer.core.accepted.wording import waiting_row
from viewer.core.attempts import FILE_NAME, Attempts
from viewer.core.pin_lock import PinLock
from viewer.core.process import resident_bytes
from viewer.core.typefaces import font_files
from viewer.core.wording import report_line
from viewer.kiosk_content import KioskContent
from viewer.opening import Opening
from viewer.ui.kiosk.corner import CornerHold
from viewer.ui.kiosk.guard import Guard
from viewer.ui.kiosk.printing import KioskPrinter
from viewer.ui.kiosk.staff import StaffPanel
from viewer.ui.kiosk.status import Facts, Rows, status_rows
from viewer.ui.kiosk.window import KioskWindow

PASSING = (Why.COPYING, Why.SETTINGS_COPYING, Why.GONE)
"""What waits for half a minute because somebody may still be writing."""


class Staff:
    """The panel behind a held corner, and what it tells."""

    def __init__(
        self,
        window: KioskWindow,
        guard: Guard,
        opening: Opening,
        state: Path,
        printer: KioskPrinter,
    ) -> None:
        """``state`` is the folder of what outlives a start."""
        self._window, self._opening, self._printer = window, opening, printer
        self.content = KioskContent(opening)
        self._began = time.monotonic()
        self._attempts = Attempts(state / FILE_NAME)
        self.lock = PinLock(opening.clinic.kiosk.pin, self._attempts)
        self.panel = StaffPanel(window, self.lock, self._rows)
        self._corner = CornerHold(window)
        guard.explorer.tell(self._corner.heed)
        for asked in (self._corner.held, guard.staff_requested):
            asked.connect(window.visit.note_use)  # so that a panel that is left open closes too
            asked.connect(self.panel.begin)
        self.panel.leave_requested.connect(window.end)
        self.panel.closed.connect(window.focus.give_back)
        window.visit.wiped.connect(self.panel.close_panel)
        window.add_overlays(self.panel)

    def _rows(self) -> Rows:
        return status_rows(self._facts(), self._window.visit.language)

    def say_what_was_found(self) -> None:
        """The look that was asked for is over."""
        words = self._opening.words(self._window.visit.language)
        self.panel.say(words("kiosk.waiting" if self.content.waiting else "kiosk.up_to_date"))

    def _facts(self) -> Facts:
        return Facts(
            version=__version__,
            content=self.content.versions(),
            problems=self.problems(self._window.visit.language),
            printer=self._printer.printer_state(),
            uptime=time.monotonic() - self._began,
            memory=resident_bytes(),
        )

    def problems(self, language: str, *, lasting: bool = False) -> tuple[str, ...]:
        """What is wrong now, in sentences for readers of ``language``.

        Without what is over in half a minute, if only what is ``lasting`` is asked for.
        """
        words, content = self._opening.words(language), self.content
        rows = (
            waiting_row(waiting, words)
            for waiting in content.waiting
            if not (lasting and waiting.why in PASSING)
        )
        kept = () if self._attempts.is_kept else (words("kiosk.attempts_not_kept"),)
        letters = () if font_files() else (words("kiosk.no_typeface"),)
        lost = (words("kiosk.no_topic", topic=topic) for topic in content.missing_topics)
        told = (report_line(problem, words) for problem in content.problems)
        return (*(": ".join(row) for row in rows), *lost, *kept, *letters, *told)
