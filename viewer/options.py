"""The command line of the viewer: words in, one frozen value out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse

    from viewer.core.codes import Code

THEMES = ("light", "dark", "contrast", "system")


class Options(NamedTuple):
    """What the person who started the viewer asked for; None means: not said."""

    library: tuple[Path, ...] = ()
    topic: str | None = None
    section: str | None = None
    code: Code | None = None
    open: str | None = None
    """An address; see ``viewer.asking``."""
    language: str | None = None
    plain: bool | None = None
    theme: str | None = None
    clinic: Path | None = None
    kiosk: bool = False
    """A waiting-room screen: full, locked, and nothing kept of its visitors."""


def parse_options(arguments: Sequence[str]) -> Options:
    """Read the viewer's arguments.

    Raises:
        SystemExit: with status 2 where they make no sense, 0 after --help and --version.
    """
    if not arguments:  # most starts; argparse takes 12 of their 200 ms
        return Options()
    parser = _parser()
    found = parser.parse_args(arguments)
    if found.kiosk and (found.section or found.code or found.open or found.plain is False):
        parser.error(
            "--kiosk begins at its home: --section, --code, --open and --clinical do not go with it"
        )
    return Options(
        library=tuple(found.library),
        topic=found.topic,
        section=found.section,
        code=found.code,
        open=found.open,
        language=found.language,
        plain=found.plain,
        theme=found.theme,
        clinic=found.clinic,
        kiosk=found.kiosk,
    )


def _parser() -> argparse.ArgumentParser:
    import argparse

    from viewer import __version__

    parser = argparse.ArgumentParser(
        prog="careleaf",
        description="Read patient education, in clinical and in plain language, offline.",
        epilog="Also: careleaf handout TOPIC -o FILE.pdf writes a topic as a PDF to hand out, and "
        "careleaf check [DIR]... looks for what is wrong in the topics, "
        "careleaf new TOPIC begins one, careleaf import makes some of MedlinePlus and of plain "
        "pages, careleaf edit DIR shows one while it is written, and careleaf diff A B tells what "
        "has changed in one; each has its own --help.",
    )
    parser.add_argument("--version", action="version", version=f"careleaf {__version__}")
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="a folder of topics; may be given more than once (default: the shipped content)",
    )
    _add_topic(parser)
    parser.add_argument("--section", metavar="ID", help="open this section of the topic")
    parser.add_argument(
        "--language", metavar="TAG", type=_tag, help="the language to read in, such as en"
    )
    level = parser.add_mutually_exclusive_group()
    level.add_argument("--plain", action="store_const", const=True, help="begin in plain language")
    level.add_argument(
        "--clinical",
        dest="plain",
        action="store_const",
        const=False,
        help="begin with the clinical text",
    )
    parser.add_argument("--theme", choices=THEMES, help="colours (default: as last time)")
    parser.add_argument("--clinic", metavar="FILE", type=Path, help="the clinic's settings")
    parser.add_argument(
        "--kiosk", action="store_true", help="a locked screen for a waiting room (docs/kiosk.md)"
    )
    return parser


def _add_topic(parser: argparse.ArgumentParser) -> None:
    """The ways to say which topic to open; one of them is enough."""
    topic = parser.add_mutually_exclusive_group()
    topic.add_argument("--topic", metavar="ID", help="open this topic")
    topic.add_argument(
        "--code",
        metavar="SYSTEM:CODE",
        type=_code,
        help="open the topic with this code, such as icd10cm:E83.59",
    )
    topic.add_argument(
        "--open",
        metavar="URL",
        nargs="?",  # a desktop's menu leaves it out
        help="open what this Infobutton request or careleaf: link asks for",
    )


def _tag(text: str) -> str:
    from argparse import ArgumentTypeError

    from viewer.core.language import is_language_tag

    if not is_language_tag(text):
        raise ArgumentTypeError(f'"{text}" is not a language tag such as en, es or es-MX')
    return text


def _code(text: str) -> Code:
    from argparse import ArgumentTypeError

    from viewer.core.codes import parse_code
    from viewer.core.problems import printable

    code = parse_code(text)
    if code is None:
        raise ArgumentTypeError(
            f'"{printable(text[:80])}" is not a system and a code such as icd10cm:E83.59'
        )
    return code
