"""``careleaf edit DIR``: the viewer for somebody who writes, beside what is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from viewer.application import make_application
from viewer.commands.complaining import complain
from viewer.core.installation import Installation
from viewer.core.language import is_language_tag
from viewer.core.words import ENGLISH, Words, read_words
from viewer.folders import CLINIC_FILE, Folders
from viewer.laptop import build_window
from viewer.opening import Opening
from viewer.options import THEMES, Options
from viewer.request import RequestError
from viewer.ui.edit_panel import EditPanel
from viewer.ui.editing import Editing
from viewer.ui.icons import Icons
from viewer.ui.page_view import PageView
from viewer.ui.session import Session
from viewer.ui.window import Window

FAILED = 1


class Written:
    """The files of an author, and the window's way of reading them."""

    def __init__(
        self,
        folder: Path,
        opening: Opening,
        session: Session,
        installation: Installation,
        settings_files: tuple[Path, ...],
    ) -> None:
        is_topic = (folder / "topic.yaml").is_file()
        self.topic: Path | None = folder if is_topic else None
        self.folders: tuple[Path, ...] = (folder.parent if is_topic else folder,)
        self.icons = installation.icon_names
        self.settings_files = settings_files
        self._opening, self._session = opening, session

    def clinic_file(self) -> Path | None:
        """The clinic's settings that count."""
        return self._opening.clinic_file

    def words(self, language: str) -> Words:
        """The words for an author of this language."""
        return self._opening.words(language)

    def look_again(self) -> None:
        """Show the page as its files are now, and with the clinic's settings as they are."""
        self._opening.catch_up(self._session)
        self._opening.look_again(self._session)


def run(arguments: Sequence[str], installation: Installation, folders: Folders) -> int:
    """Open the author's window and follow the files until it is closed; the exit status."""
    given = _parser().parse_args(arguments)
    words = read_words(installation.words, ENGLISH)
    folder = _folder(Path(given.folder).absolute())
    if not folder.is_dir():
        complain(words("edit.no_folder", folder=str(folder)))
        return FAILED
    application = make_application()
    try:
        window = build_editor(folder, options_for(folder, given), installation, folders)
    except RequestError as error:
        complain(str(error))
        return FAILED
    window.show()
    return application.exec()


def _folder(path: Path) -> Path:
    """The folder that is meant: of a topic's file, the topic's own."""
    if not path.is_file():
        return path
    return next((up for up in path.parents[:2] if (up / "topic.yaml").is_file()), path.parent)


def options_for(folder: Path, given: argparse.Namespace) -> Options:
    """How the viewer is to open what is written: a topic, or a library of several."""
    is_topic = (folder / "topic.yaml").is_file()
    return Options(
        library=(folder.parent if is_topic else folder,),
        topic=folder.name if is_topic else None,
        language=given.language,
        plain=True if given.plain else None,
        theme=given.theme,
        clinic=given.clinic,
    )


def build_editor(
    folder: Path, options: Options, installation: Installation, folders: Folders
) -> Window:
    """The author's window, ready to be shown.

    Raises:
        RequestError: what is to be shown is not there.
    """

    def add_panel(window: Window, opening: Opening, session: Session) -> None:
        view = PageView(Icons(installation.icons), opening.picture, context_menu=True)
        panel = EditPanel(view)
        window.add_beside(panel)
        window.regions.add(panel, panel.list)
        usual = (folders.config / CLINIC_FILE, folders.system_config / CLINIC_FILE)
        settings = (options.clinic,) if options.clinic else usual
        written = Written(folder, opening, session, installation, settings)
        editing = Editing(window, session, panel, written)
        window.view.first_painted.connect(view.finish)
        window.view.first_painted.connect(editing.begin)

    return build_window(options, installation, folders, also=add_panel)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="careleaf edit",
        description="Show a topic while it is written: both levels, and what is wrong, as of the "
        "last save. The files stay your editor's own.",
    )
    parser.add_argument("folder", metavar="DIR", help="a topic's folder, or a folder of topics")
    parser.add_argument("--language", metavar="TAG", type=_tag, help="the language to begin in")
    parser.add_argument("--plain", action="store_true", help="begin in plain language")
    parser.add_argument("--theme", choices=THEMES, help="colours (default: as last time)")
    parser.add_argument("--clinic", metavar="FILE", type=Path, help="the clinic's settings")
    return parser


def _tag(text: str) -> str:
    if not is_language_tag(text):
        raise argparse.ArgumentTypeError(f'"{text}" is not a language tag such as en or es-MX')
    return text
