"""Builds the kiosk and everything in it, in the order in which it is needed.

Nothing of its visitors is kept anywhere. Each part lets go of what it holds when the window says
that it ends.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from viewer.core.installation import Installation
from viewer.folders import Folders
from viewer.request import RequestError

if TYPE_CHECKING:
    from viewer.core.packs.clinic import Kiosk
    from viewer.core.policy import Policy
    from viewer.kiosk_log import KioskLog
    from viewer.kiosk_parts import Means
    from viewer.opening import Opening
    from viewer.options import Options
    from viewer.service import Service
    from viewer.ui.desk import Choices
    from viewer.ui.icons import Icons
    from viewer.ui.kiosk.guard import Guard
    from viewer.ui.kiosk.window import KioskWindow
    from viewer.ui.session import Session

FAILED = 1
THEME = "light"
"""What a kiosk begins in, unless --theme says otherwise."""


def run_kiosk(options: Options, installation: Installation, folders: Folders) -> int:
    """Show the kiosk until staff end it; returns the exit status, 0 only after staff did."""
    from viewer.streams import let_go_of_streams, take_streams

    take_streams()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until it is listened to: no traceback of imports
    from viewer.application import make_application
    from viewer.kiosk_care import keep_alive
    from viewer.kiosk_log import KioskLog
    from viewer.service import take_service

    service = take_service()
    application = make_application()
    log = KioskLog(folders.state / "log")
    try:
        window = build_kiosk(options, installation, folders, log, service)
    except RequestError as error:
        print(error, file=sys.stderr)
        log.warning("The kiosk did not start: its library or its settings are not there.")
        return FAILED
    except Exception as error:  # nobody hears faults yet
        log.fault(type(error), error, error.__traceback__)
        raise
    from viewer.ui.kiosk.one_screen import OneScreen

    keep_alive(application, window, log, service)
    one_screen = OneScreen(window)
    window.ending.connect(one_screen.let_go)
    one_screen.fill()
    let_go_of_streams()
    status = application.exec()
    log.info("Careleaf ends.")
    log.close()
    return status


def build_kiosk(
    options: Options,
    installation: Installation,
    folders: Folders,
    log: KioskLog,
    service: Service | None = None,
    means: Means | None = None,
) -> KioskWindow:
    """The kiosk with everything in it, ready to be shown; ``means`` are others in a rehearsal.

    Raises:
        RequestError: there is no library, or the topic or the settings file that was named is
            not there.
    """
    from viewer.service import Service
    from viewer.ui.fonts import load_fonts
    from viewer.ui.icons import Icons
    from viewer.ui.interface_language import use_language
    from viewer.ui.kiosk.guard import Guard
    from viewer.ui.kiosk.page import KioskPageView
    from viewer.ui.kiosk.visit import Visit
    from viewer.ui.kiosk.window import KioskWindow
    from viewer.ui.session import Session
    from viewer.ui.themes import Themes

    opening = _open(options, installation, folders, partial(print, file=sys.stderr))
    kiosk = opening.clinic.kiosk
    load_fonts()
    use_language(installation.translations, opening.language)
    icons = Icons(installation.icons)
    view = KioskPageView(icons, opening.picture, distance_mm=kiosk.viewing_distance_mm)
    first = partial(_first_choices, options, opening)
    policy = _policy(kiosk)
    session = Session(opening.desk, policy, view, Themes(installation.themes), first())
    session.language_changed.connect(partial(use_language, installation.translations))
    visit = Visit(session, first, lambda: session.desk.navigator.only_topic)
    window = KioskWindow(session, view, icons, visit, installation.keyboards)
    guard = Guard(policy, window)
    visit.wiped.connect(guard.clear_clipboard)
    guard.refused.connect(lambda what: log.warning(f"Refused: {what}"))
    window.ending.connect(guard.let_go)
    around = (icons, folders, (log, service or Service()), means)
    _add_parts(window, session, opening, guard, around)
    visit.wipe()
    return window


Around = tuple["Icons", Folders, tuple["KioskLog", "Service"], "Means | None"]
"""Icons, folders, who is told, and what else is needed of the world."""


def _open(
    options: Options, installation: Installation, folders: Folders, report: Callable[[str], None]
) -> Opening:
    """What reads the library and the settings, which have what was asked for."""
    from viewer.asking import request_of
    from viewer.core.level import Level
    from viewer.core.typefaces import font_files
    from viewer.core.words import ENGLISH
    from viewer.opening import Opening
    from viewer.ui.reader_settings import ReaderSettings

    nobody = ReaderSettings(theme=THEME)
    opening = Opening(options, nobody, installation, folders, report, remembers=False)
    if request := request_of(options):  # the topic of the tiles
        opening.asked(request, Level.PLAIN, opening.language)
    if not font_files():
        report(opening.words(ENGLISH)("kiosk.no_typeface"))
    return opening


def _add_parts(
    window: KioskWindow, session: Session, opening: Opening, guard: Guard, around: Around
) -> None:
    """All that a kiosk does beside showing pages."""
    from viewer import kiosk_parts as parts
    from viewer.kiosk_care import begin_upkeep
    from viewer.kiosk_staff import Staff

    icons, folders, told, given = around
    means = given or parts.Means()
    voice = parts.read_aloud(window, opening, guard, means)
    printer = parts.print_pages(window, session, opening, told[0], means)
    attention = parts.notice_who_is_there(window, opening, icons, (voice, guard), means)
    staff = Staff(window, guard, opening, folders.state, printer)

    def renew() -> None:
        """The settings or the content have changed: everything counts as it is now."""
        kiosk = opening.clinic.kiosk
        session.use_policy(_policy(kiosk))
        printer.use(kiosk.printer, kiosk.prints_per_visitor, kiosk.prints_per_hour)
        attention.use(kiosk.idle_seconds, kiosk.countdown_seconds)
        staff.lock.use(kiosk.pin)
        window.view.use_distance(kiosk.viewing_distance_mm)
        if window.visit.is_fresh:
            window.visit.wipe()  # the clinic may begin in another language now
        parts.show_clinic(window, opening, attention)
        window.show_front()

    parts.show_clinic(window, opening, attention)
    parts.prepare_search(window, session, opening, renew)
    begin_upkeep(window, session, opening, staff, told, renew)


def _policy(kiosk: Kiosk) -> Policy:
    """What visitors may do, by the clinic's settings."""
    from viewer.core.policy import kiosk_policy

    return kiosk_policy(prints=bool(kiosk.printer and kiosk.prints_per_visitor))


def _first_choices(options: Options, opening: Opening) -> Choices:
    """How the clinic begins with each visitor."""
    from viewer.ui.desk import Choices
    from viewer.ui.kiosk.scale import SIZES

    return Choices(options.theme or THEME, SIZES[0], opening.language)
