"""Builds the kiosk and everything in it, in the order in which it is needed.

Nothing of its visitors is kept anywhere. Each part lets go of what it holds when the window says
that it ends.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from viewer.core.installation import Installation
from viewer.folders import Folders
from viewer.request import RequestError

if TYPE_CHECKING:
    from viewer.kiosk_log import KioskLog
    from viewer.kiosk_parts import Means
    from viewer.opening import Opening
    from viewer.options import Options
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
    from viewer.application import make_application
    from viewer.kiosk_care import keep_alive
    from viewer.kiosk_log import KioskLog
    from viewer.service import take_service

    service = take_service()
    application = make_application()
    log = KioskLog(folders.state / "log")
    try:
        window = build_kiosk(options, installation, folders, log)
    except RequestError as error:
        print(error, file=sys.stderr)
        log.warning("The kiosk did not start: its library or its settings are not there.")
        return FAILED
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
    means: Means | None = None,
) -> KioskWindow:
    """The kiosk with everything in it, ready to be shown; ``means`` are others in a rehearsal.

    Raises:
        RequestError: there is no library, or the settings file that was named is not there.
    """
    from viewer.core.policy import kiosk_policy
    from viewer.opening import Opening
    from viewer.ui.fonts import load_fonts
    from viewer.ui.icons import Icons
    from viewer.ui.interface_language import use_language
    from viewer.ui.kiosk.guard import Guard
    from viewer.ui.kiosk.page import KioskPageView
    from viewer.ui.kiosk.visit import Visit
    from viewer.ui.kiosk.window import KioskWindow
    from viewer.ui.reader_settings import ReaderSettings
    from viewer.ui.session import Session
    from viewer.ui.themes import Themes

    problems: list[str] = []
    nobody = ReaderSettings(theme=THEME)
    opening = Opening(options, nobody, installation, folders, problems.append, remembers=False)
    kiosk = opening.clinic.kiosk
    load_fonts()
    use_language(installation.translations, opening.language)
    icons = Icons(installation.icons)
    view = KioskPageView(icons, opening.picture, distance_mm=kiosk.viewing_distance_mm)
    first = partial(_first_choices, options, opening)
    policy = kiosk_policy(prints=bool(kiosk.printer and kiosk.prints_per_visitor))
    session = Session(opening.desk, policy, view, Themes(installation.themes), first())
    session.language_changed.connect(partial(use_language, installation.translations))
    visit = Visit(session, first, lambda: session.desk.navigator.only_topic)
    window = KioskWindow(session, view, icons, visit, installation.keyboards)
    guard = Guard(policy, window)
    visit.wiped.connect(guard.clear_clipboard)
    guard.refused.connect(lambda what: log.warning(f"Refused: {what}"))
    window.ending.connect(guard.let_go)
    for line in problems:
        print(line, file=sys.stderr)
    around = (icons, folders, log, tuple(problems), means)
    _add_parts(window, session, opening, guard, around)
    visit.wipe()
    return window


Around = tuple["Icons", Folders, "KioskLog", tuple[str, ...], "Means | None"]
"""Icons, folders, the log, the problems of the start, and what else is needed of the world."""


def _add_parts(
    window: KioskWindow, session: Session, opening: Opening, guard: Guard, around: Around
) -> None:
    """All that a kiosk does beside showing pages."""
    from viewer.core.policy import kiosk_policy
    from viewer.kiosk_care import begin_upkeep
    from viewer.kiosk_parts import Means, notice_who_is_there, print_pages, read_aloud, show_clinic
    from viewer.kiosk_staff import Staff

    icons, folders, log, problems, given = around
    means = given or Means()
    speech = read_aloud(window, opening, means)
    printer = print_pages(window, session, opening, log, means)
    attention = notice_who_is_there(window, opening, icons, speech, means)
    staff = Staff(window, guard, opening, folders.state, printer, problems)

    def renew() -> None:
        """The settings or the content have changed: everything counts as it is now."""
        kiosk = opening.clinic.kiosk
        session.use_policy(kiosk_policy(prints=bool(kiosk.printer and kiosk.prints_per_visitor)))
        printer.use(kiosk.printer, kiosk.prints_per_visitor, kiosk.prints_per_hour)
        attention.use(kiosk.idle_seconds, kiosk.countdown_seconds)
        staff.lock.use(kiosk.pin)
        show_clinic(window, session, opening, attention)
        window.show_front()

    show_clinic(window, session, opening, attention)
    session.desk.finder.changed.connect(window.search_again)
    begin_upkeep(window, session, opening, staff, log, renew)


def _first_choices(options: Options, opening: Opening) -> Choices:
    """How the clinic begins with each visitor."""
    from viewer.ui.desk import Choices
    from viewer.ui.kiosk.scale import SIZES

    return Choices(options.theme or THEME, SIZES[0], opening.language)
