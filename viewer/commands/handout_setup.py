"""What single handouts and a batch are made from: settings, topics, words and the maker."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from viewer.commands.handout_options import Choices, HandoutOptions
from viewer.commands.handout_orders import Orders
from viewer.core.installation import Installation
from viewer.core.packs.clinic import Clinic, read_clinic, was_read
from viewer.core.packs.library import Library
from viewer.core.problems import Problem, Severity
from viewer.core.system_locale import system_language, system_paper_territory
from viewer.core.wording import report_line
from viewer.core.words import Words, read_words
from viewer.handout.lack import OrderError
from viewer.handout.making import HandoutMaker
from viewer.handout.typesetter import Fault, TypesettingError
from viewer.request import RequestError

DONE, FAILED, LACKING = 0, 1, 3
"""Exit statuses; argparse ends with 2 by itself."""
TYPEFACE_PACKAGE = "fontpkg_atkinson_hyperlegible"
_PACKAGES = {"yaml": "PyYAML"}
"""What is installed under another name than it is imported by."""


class Setup(NamedTuple):
    """All that decides what handouts are like; it can be sent to another process."""

    installation: Installation
    folders: tuple[Path, ...]
    clinic: Clinic
    choices: Choices
    today: datetime.date
    language: str
    """The system's; empty where it names none."""
    territory: str


class Kit(NamedTuple):
    """What makes handouts, in one process."""

    library: Library
    words: Words
    orders: Orders
    maker: HandoutMaker
    icons: frozenset[str]


def make_kit(setup: Setup, library: Library, words: Words) -> Kit:
    """Everything that a process needs; ``words`` are those of errors."""

    @cache
    def words_of(language: str) -> Words:
        same = language == words.reader  # reading them takes some milliseconds
        return words if same else read_words(setup.installation.words, language)

    orders = Orders(setup.choices, setup.clinic, setup.language, setup.territory)
    maker = HandoutMaker(library, setup.clinic, words_of, setup.installation, lambda: setup.today)
    icons = frozenset(path.stem for path in setup.installation.icons.glob("*.svg"))
    return Kit(library, words, orders, maker, icons)


def make_setup(options: HandoutOptions, installation: Installation, clinic: Clinic) -> Setup:
    """What the options, the settings and the system come to."""
    return Setup(
        installation=installation,
        folders=options.library or clinic.library or (installation.content,),
        clinic=clinic,
        choices=options.choices,
        today=datetime.date.today(),
        language=system_language(os.environ),
        territory=system_paper_territory(os.environ),
    )


class Reporting:
    """Says what is wrong, and remembers whether any of it was an error."""

    def __init__(self, words: Words, say: Callable[[str], None]) -> None:
        self._words = words
        self._say = say
        self.failed = False

    def problems(self, problems: tuple[Problem, ...]) -> None:
        """Findings, but for notes."""
        for problem in problems:
            if problem.severity is not Severity.NOTE:
                self._say(report_line(problem, self._words))
                self.failed |= problem.severity is Severity.ERROR

    def error(self, sentence: str) -> None:
        """Something that costs the whole or a part of what was asked for."""
        self._say(sentence)
        self.failed = True


def read_settings(path: Path | None, named: bool, words: Words, reporting: Reporting) -> Clinic:
    """The clinic's settings; ``named`` ones must be readable.

    Raises:
        RequestError: they are not, so the clinic's numbers are not known.
    """
    if path is None:
        return Clinic()
    clinic, problems = read_clinic(path)
    if named and not was_read(problems):
        raise RequestError(words("request.no_settings", file=str(path)))
    reporting.problems(problems)
    return clinic


def lack_sentence(error: Exception, words: Words) -> str:
    """What the machine lacks, and the command that mends it; empty where that is not the reason."""
    if isinstance(error, TypesettingError) and error.fault is Fault.NO_FONTS:
        error = ImportError("its files are not there", name=TYPEFACE_PACKAGE)
    if not isinstance(error, ImportError):
        return ""
    module = (error.name or "").partition(".")[0]
    package = _PACKAGES.get(module, module.replace("_", "-")) or "careleaf"
    command = f"{sys.executable or 'python3'} -m pip install --force-reinstall {package}"
    return words("handout_command.lacks", what=module or "?", reason=str(error), command=command)


def failure_sentence(error: Exception, words: Words) -> str:
    """Why a handout could not be made, for whoever asked for it."""
    if isinstance(error, OrderError | TypesettingError):
        return error.sentence(words)
    if isinstance(error, OSError):
        return f"{error.strerror or error}."
    return words("handout_command.fault", reason=f"{type(error).__name__}: {error}")
