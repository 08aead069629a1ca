"""Builds the reader's window and everything in it, in the order in which it is needed.

What is not needed for the first page is imported late, inside the functions
below: reading packs takes a third of the time that Qt itself takes to start,
and most starts can show the last screen again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.core.installation import Installation
from viewer.folders import Folders
from viewer.request import report

if TYPE_CHECKING:
    from viewer.opening import Opening
    from viewer.options import Options
    from viewer.ui.desk import Choices
    from viewer.ui.handing_out import HandingOut
    from viewer.ui.icons import Icons
    from viewer.ui.listening import Listening
    from viewer.ui.reader_settings import ReaderSettings
    from viewer.ui.session import Session
    from viewer.ui.themes import Themes
    from viewer.ui.voice_speed import VoiceSpeed
    from viewer.ui.window import Window

SEARCH_PAUSE = 1_000
"""Milliseconds after that before search is prepared, unless somebody goes to its field sooner."""
PAUSE = 30
"""Milliseconds after the first paint that are left to whatever the reader does at once."""


def build_window(
    options: Options,
    installation: Installation,
    folders: Folders,
    also: Callable[[Window, Opening, Session], None] | None = None,
) -> Window:
    """The window with everything in it, ready to be shown; ``options`` are understood.

    ``also`` adds what a window of another kind has besides.

    Raises:
        RequestError: what was asked for is not there.
    """
    from viewer.core.policy import LAPTOP, Action
    from viewer.opening import Opening
    from viewer.ui.fonts import load_fonts
    from viewer.ui.icons import Icons
    from viewer.ui.interface_language import system_languages, use_language
    from viewer.ui.memory import restore_geometry
    from viewer.ui.page_view import PageView
    from viewer.ui.reader_settings import read_settings
    from viewer.ui.session import Session
    from viewer.ui.themes import Themes
    from viewer.ui.window import Window

    settings = read_settings(folders.config)
    remembers = LAPTOP.allows(Action.REMEMBER)
    given = (options, settings, installation, folders, report)
    opening = Opening(*given, remembers=remembers, system_languages=system_languages())
    load_fonts()
    use_language(installation.translations, opening.language)
    icons = Icons(installation.icons)
    view = PageView(icons, opening.picture, context_menu=LAPTOP.allows(Action.CONTEXT_MENU))
    choices = _choices(options, settings, opening.language)
    themes = Themes(installation.themes, system_contrast=settings.system_contrast)
    session = Session(opening.desk, LAPTOP, view, themes, choices)
    session.language_changed.connect(partial(use_language, installation.translations))
    window = Window(session, view, icons)
    _hand_out_when_asked(window, opening, session, icons, folders.config)
    speed = _read_aloud_when_asked(window, opening, session, settings)
    restore_geometry(window, settings)
    window.lay_out()
    opening.begin(session)
    _plan_the_rest(window, opening, session, (options, installation, folders))
    _offer_settings(window, opening, session, icons)
    _offer_looks(window, session, themes)
    if also is not None:
        also(window, opening, session)
    if remembers:
        _remember(window, opening, session, (themes, speed), folders.config)
    return window


def _remember(
    window: Window,
    opening: Opening,
    session: Session,
    chosen: tuple[Themes, VoiceSpeed],
    config: Path,
) -> None:
    """Keep what the reader has come to for the next start."""
    from viewer.ui.memory import Memory

    memory = Memory(config, session, window, chosen)
    memory.written.connect(partial(opening.remember, session))


def _choices(options: Options, settings: ReaderSettings, language: str) -> Choices:
    """How the reader wants it; a text size that nobody chose is the system's."""
    from viewer.ui.desk import Choices

    percent = settings.text_percent
    if not percent:
        from viewer.ui.system_text import text_percent

        percent = text_percent()
    theme = options.theme or settings.theme
    return Choices(theme, percent, language, settings.language, settings.spacing)


def _hand_out_when_asked(
    window: Window, opening: Opening, session: Session, icons: Icons, config: Path
) -> None:
    """Build the handout dialog, and all that it needs, when somebody first wants it."""

    @cache
    def made() -> HandingOut:
        from viewer.core.policy import LAPTOP, Action
        from viewer.ui.handing_out import HandingOut

        folder = config if LAPTOP.allows(Action.REMEMBER) else None
        handing_out = HandingOut(window, session, icons, folder)
        if LAPTOP.allows(Action.CHANGE_SETTINGS):
            handing_out.offer_clinic_settings()
            handing_out.clinic_settings_requested.connect(window.clinic_settings_requested)
        return handing_out

    window.toolbar.handout_requested.connect(partial(opening.catch_up, session))  # and then
    window.toolbar.handout_requested.connect(lambda: made().begin())


def _read_aloud_when_asked(
    window: Window, opening: Opening, session: Session, settings: ReaderSettings
) -> VoiceSpeed:
    """Build what reads aloud, and start its voice, when somebody first wants it.

    Gives the speed, which is that of the last time.
    """
    from viewer.ui.voice_speed import VoiceSpeed

    speed = VoiceSpeed(settings.voice_speed)

    @cache
    def made() -> Listening:
        from viewer.ui import speech
        from viewer.ui.laptop_speech import LaptopSpeech
        from viewer.ui.listening import Listening

        voice = LaptopSpeech(window, command=speech.COMMAND)
        return Listening(window, session, voice, speed, opening.words, lambda: opening.clinic)

    def listen() -> None:
        if window.tools is None:  # pressed with the very first paint
            _later(window, listen)
        else:
            made().toggle()

    window.toolbar.listen_requested.connect(listen)
    window.view.listen_from_requested.connect(lambda position: made().begin_at(position))
    return speed


Start = tuple["Options", Installation, Folders]
"""What a start is told, and finds."""


def _plan_the_rest(window: Window, opening: Opening, session: Session, start: Start) -> None:
    """After the first paint: all that the first page could do without."""
    from viewer.core.policy import LAPTOP, Action

    painted = window.view.first_painted
    painted.connect(partial(_later, window, window.finish, 0))
    painted.connect(partial(_later, window, partial(_prepare, window, opening, session)))
    painted.connect(partial(_later, window, partial(_show_icon, window, start[1])))
    if LAPTOP.allows(Action.TAKE_REQUESTS):
        answer = partial(_answer_others, start, opening, session, window)
        painted.connect(partial(_later, window, answer))


def _prepare(window: Window, opening: Opening, session: Session) -> None:
    """Read what the next click will need, a step at a time."""
    from viewer.ui.idle_steps import IdleSteps

    steps = IdleSteps(window, 0)
    window.closing.connect(steps.stop)
    steps.begin(_preparations(window, opening, session))


def _preparations(window: Window, opening: Opening, session: Session) -> Iterator[None]:
    from PySide6.QtCore import QTimer

    import viewer.reading
    import viewer.ui.read_ahead

    yield
    opening.read()
    yield
    _ = session.desk
    yield
    opening.keep(session)
    yield
    finder = opening.large_finder
    if window.tools is not None:
        session.desk.finder.changed.connect(window.tools.search.refresh)
        window.closing.connect(window.tools.helping.close)
    if finder is not None and window.tools is not None:
        finder.renewed.connect(partial(opening.look_again, session))
        window.closing.connect(finder.indexing.close)
        bar = window.tools.watch_index(finder)
        window.regions.add(bar, bar.cancel)
    QTimer.singleShot(SEARCH_PAUSE, window, session.desk.finder.begin)
    viewer.ui.read_ahead.ReadAhead(session).begin()


def _later(window: Window, task: Callable[[], None], pause: int = PAUSE) -> None:
    """After the first paint, and whatever the reader does at once; not once it has closed."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(pause, window, lambda: None if window.is_closed else task())


def _show_icon(window: Window, installation: Installation) -> None:
    from PySide6.QtGui import QIcon

    window.setWindowIcon(QIcon(str(installation.desktop / "careleaf.svg")))


def _offer_settings(window: Window, opening: Opening, session: Session, icons: Icons) -> None:
    """Open the clinic's settings when they are asked for; what is found has their values then."""
    from viewer.core.policy import LAPTOP, Action

    def open_settings() -> None:
        from viewer.ui.clinic_settings import open_clinic_settings
        from viewer.ui.key_list import Where

        page = open_clinic_settings(window, session, opening, icons)
        window.closing.connect(page.reject)
        if window.tools is not None:
            page.accepted.connect(window.tools.search.refresh)
            window.tools.helping.serve(page, Where.SETTINGS)

    if LAPTOP.allows(Action.CHANGE_SETTINGS):
        window.clinic_settings_requested.connect(open_settings)


def _follow(window: Window, session: Session, themes: Themes) -> None:
    """Wear what the system wears, now that the first page is there, and from now on."""
    from viewer.ui.system_looks import SystemLooks, wants_contrast

    def show(contrast: bool) -> None:
        themes.system_contrast = contrast
        session.follow_system()

    show(wants_contrast())
    SystemLooks(window).contrast_changed.connect(show)


def _offer_looks(window: Window, session: Session, themes: Themes) -> None:
    """Open the panel of the text's spacing when it is asked for; and follow the system's looks."""

    def open_panel() -> None:
        from viewer.ui.spacing_choice import open_spacing

        open_spacing(window, session, lambda: window.toolbar.at_hand(window.toolbar.theme))

    window.toolbar.spacing_requested.connect(open_panel)
    follow = partial(_follow, window, session, themes)
    window.view.first_painted.connect(partial(_later, window, follow))


def _answer_others(
    start: tuple[Options, Installation, Folders],
    opening: Opening,
    session: Session,
    window: Window,
) -> None:
    """Take what other starts of the program ask for."""
    from viewer.door import door_of
    from viewer.handing_over import answer_the_door

    answer_the_door(door_of(*start), opening, session, window)
