"""Builds the kiosk's window and everything in it: nothing of its visitors is kept anywhere."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from viewer.core.installation import Installation
from viewer.core.locales import language_name
from viewer.folders import Folders
from viewer.request import RequestError, report

if TYPE_CHECKING:
    from viewer.opening import Opening
    from viewer.options import Options
    from viewer.ui.desk import Choices
    from viewer.ui.kiosk.window import KioskWindow
    from viewer.ui.session import Session

FAILED = 1
THEME = "light"
"""What a kiosk begins in, unless --theme says otherwise."""


def run_kiosk(options: Options, installation: Installation, folders: Folders) -> int:
    """Show the kiosk until staff end it; returns the exit status."""
    from viewer.application import make_application

    application = make_application()
    try:
        window = build_kiosk(options, installation, folders)
    except RequestError as error:
        print(error, file=sys.stderr)
        return FAILED
    window.showFullScreen()
    return application.exec()


def build_kiosk(options: Options, installation: Installation, folders: Folders) -> KioskWindow:
    """The kiosk with everything in it, ready to be shown; ``options`` are understood.

    Raises:
        RequestError: there is no library, or the settings file that was named is not there.
    """
    from viewer.core.policy import kiosk_policy
    from viewer.opening import Opening
    from viewer.ui.fonts import load_fonts
    from viewer.ui.icons import Icons
    from viewer.ui.interface_language import use_language
    from viewer.ui.kiosk.page import KioskPageView
    from viewer.ui.kiosk.visit import Visit
    from viewer.ui.kiosk.window import KioskWindow
    from viewer.ui.reader_settings import ReaderSettings
    from viewer.ui.session import Session
    from viewer.ui.themes import Themes

    nobody = ReaderSettings(theme=THEME)
    opening = Opening(options, nobody, installation, folders, report, remembers=False)
    clinic = opening.clinic
    load_fonts()
    use_language(installation.translations, opening.language)
    icons = Icons(installation.icons)
    view = KioskPageView(icons, opening.picture, distance_mm=clinic.kiosk.viewing_distance_mm)
    first = partial(_first_choices, options, opening)
    policy = kiosk_policy(prints=bool(clinic.kiosk.printer))
    session = Session(opening.desk, policy, view, Themes(installation.themes), first())
    session.language_changed.connect(partial(use_language, installation.translations))
    visit = Visit(session, first, partial(_only_topic, session))
    window = KioskWindow(session, view, icons, visit, installation.keyboards)
    _show_clinic(window, opening, session)
    visit.wipe()
    return window


def _first_choices(options: Options, opening: Opening) -> Choices:
    """How the clinic begins with each visitor."""
    from viewer.ui.desk import Choices
    from viewer.ui.kiosk.scale import SIZES

    return Choices(options.theme or THEME, SIZES[0], opening.language)


def _only_topic(session: Session) -> str:
    return session.desk.navigator.only_topic


def _show_clinic(window: KioskWindow, opening: Opening, session: Session) -> None:
    """What the window says of the clinic: its name and its languages."""
    window.clinic_name = opening.clinic.clinic_name
    tags = session.desk.languages
    window.languages = tuple((tag, language_name(tag)) for tag in tags)
