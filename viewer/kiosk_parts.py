"""What a kiosk does beside showing pages: it reads aloud, prints, and notices who is there."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from viewer.kiosk_log import KioskLog
    from viewer.opening import Opening
    from viewer.ui.icons import Icons
    from viewer.ui.kiosk.attention import Attention
    from viewer.ui.kiosk.guard import Guard
    from viewer.ui.kiosk.presenter import KioskPresenter
    from viewer.ui.kiosk.printing import KioskPrinter, PrinterOf, StateOf
    from viewer.ui.kiosk.voice import Voice
    from viewer.ui.kiosk.window import KioskWindow
    from viewer.ui.session import Session

SEARCH_AFTER = 1_000
"""Milliseconds after the first paint before search is prepared."""
SPEECH_AFTER = 3_000
"""Milliseconds after the start in which nobody waits for a voice, which takes two seconds."""


class Means(NamedTuple):
    """What a kiosk needs of the world; a rehearsal has others."""

    second: int = 1000
    """Milliseconds that one of the seconds lasts in which nobody touches anything."""
    voice: Sequence[str] = ()
    """The command that starts what reads aloud; empty: the program's own."""
    printer_of: PrinterOf | None = None
    """Gives the printer of a name; None: the system's."""
    state_of: StateOf | None = None
    """Says how the printer of a name is; None: as the system says."""


def read_aloud(window: KioskWindow, opening: Opening, guard: Guard, means: Means) -> Voice:
    """Have what is shown read aloud when Listen is pressed, and what is touched, if wanted."""
    from PySide6.QtCore import QTimer

    from viewer.ui.kiosk.listening import Listening
    from viewer.ui.kiosk.spoken_mode import SpokenMode
    from viewer.ui.kiosk.voice import Voice
    from viewer.ui.speech import COMMAND, Speech

    speech = Speech(window, command=means.voice or COMMAND)
    voice = Voice(window.visit, speech, opening.words, lambda: opening.clinic)
    bar, visit = window.bar, window.visit
    listening = Listening(visit, voice, bar, lambda words: window.say(words, good=True))
    voices, by_key = (voice, speech), lambda: window.focus.is_by_key
    spoken = SpokenMode(window, visit, guard.explorer, voices, by_key, listening)
    guard.spoken_mode_requested.connect(spoken.toggle)
    bar.hearing.spoken_off_requested.connect(spoken.toggle)
    spoken.turned.connect(listening.show_spoken)
    window.ending.connect(spoken.let_go)
    speech.said.connect(lambda words: window.say(words, good=False))
    window.ending.connect(speech.close)
    QTimer.singleShot(SPEECH_AFTER, speech, speech.begin)
    return voice


def print_pages(
    window: KioskWindow, session: Session, opening: Opening, log: KioskLog, means: Means
) -> KioskPrinter:
    """Have the page printed when Print is pressed, on the printer of the settings."""
    from viewer.core.print_limits import PrintLimits
    from viewer.ui.kiosk.print_order import order_for
    from viewer.ui.kiosk.printer import named_printer, printer_state
    from viewer.ui.kiosk.printing import KioskPrinter
    from viewer.ui.system_paper import paper_territory

    kiosk = opening.clinic.kiosk
    limits = PrintLimits(kiosk.prints_per_visitor, kiosk.prints_per_hour, time.monotonic)
    printer = KioskPrinter(
        kiosk.printer,
        limits,
        window,
        printer_of=means.printer_of or named_printer,
        state_of=means.state_of or printer_state,
    )

    def print_it() -> None:
        maker, place = session.desk.maker(), window.visit.place
        paper = maker.paper(paper_territory())
        order = place and order_for(place, session.language, session.percent, paper)
        if order:
            printer.print_page(maker, order)

    window.print_requested.connect(print_it)
    printer.said.connect(lambda words, good: window.say(words, good=good))
    printer.faulted.connect(lambda why: log.warning(f"A page was not printed: {why}"))
    window.visit.wiped.connect(printer.forget)
    window.ending.connect(printer.close)
    return printer


def notice_who_is_there(
    window: KioskWindow, opening: Opening, icons: Icons, ears: tuple[Voice, Guard], means: Means
) -> Attention:
    """End the visit of whoever has gone, and show the tiles in turn while nobody is there."""
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractScrollArea

    from viewer.ui.kiosk.attention import Attention
    from viewer.ui.kiosk.attract import Attract
    from viewer.ui.kiosk.idle import Idle
    from viewer.ui.kiosk.pointer import Pointer
    from viewer.ui.kiosk.still_there import StillThere
    from viewer.ui.kiosk.touch import heed_motion
    from viewer.ui.role_interface import give_role
    from viewer.ui.system_looks import ask_desktop

    kiosk, (voice, guard) = opening.clinic.kiosk, ears
    idle = Idle(window, kiosk.idle_seconds, kiosk.countdown_seconds, second=means.second)
    still_there, attract = StillThere(window), Attract(window, icons)
    give_role(window, QAccessible.Role.Window)
    give_role(still_there, QAccessible.Role.Dialog)
    attention = Attention(window.visit, idle, still_there, attract)

    def note_listening() -> None:
        """With each sentence; not what is said of a countdown, or it would never end."""
        if voice.is_reading and not voice.is_paused:
            attention.note_listening()

    def heed_the_desktop() -> None:
        for area in window.findChildren(QAbstractScrollArea):
            heed_motion(area)

    window.first_painted.connect(lambda: ask_desktop(heed_the_desktop))
    voice.changed.connect(note_listening)
    attention.said.connect(lambda words: window.say(words, good=True))
    for overlay in (still_there, attract):
        overlay.spare(guard.spares)
        overlay.tell(guard.hears)
    guard.explorer.came.connect(still_there.note_touch)
    window.add_overlays(still_there, attract)
    pointer = Pointer(window)
    for part in (idle, pointer):
        window.ending.connect(part.let_go)
    return attention


def prepare_search(
    window: KioskWindow, session: Session, opening: Opening, renew: Callable[[], None]
) -> None:
    """Have an index made while nobody types; of many topics, ``renew`` once they are known."""
    from PySide6.QtCore import QTimer

    def look_again() -> None:
        opening.look_again(session)
        session.renew()
        renew()

    if (finder := opening.large_finder) is not None:
        finder.renewed.connect(look_again)
        window.ending.connect(finder.indexing.close)
    window.first_painted.connect(
        lambda: QTimer.singleShot(SEARCH_AFTER, window, session.desk.finder.begin)
    )


def show_clinic(window: KioskWindow, opening: Opening, attention: Attention) -> None:
    """What the kiosk says of the clinic: its name, its logo, its languages, its tiles."""
    from viewer.core.locales import language_name
    from viewer.core.packs.clinic import read_logo
    from viewer.ui.kiosk.slides import slides

    window.clinic_name = opening.clinic.clinic_name
    tags = opening.desk(opening.language).languages  # not what one visitor has chosen
    window.languages = tuple((tag, language_name(tag)) for tag in tags)
    window.show_logo(read_logo(opening.clinic))
    presenters = ((tag, cast("KioskPresenter", opening.desk(tag).presenter)) for tag in tags)
    attention.set_slides(tuple(slides(presenters)))
