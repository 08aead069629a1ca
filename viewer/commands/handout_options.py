"""What ``careleaf handout`` is asked for: words in, one frozen value out."""

from __future__ import annotations

import argparse
import datetime
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from viewer.core.language import is_language_tag
from viewer.core.level import Level
from viewer.handout.order import Paper, PrintSize

STANDARD_OUTPUT = "-"
_USAGE = """careleaf handout TOPIC -o FILE.pdf [--section ID]... [--care] [--plain | --clinical]
           [--language TAG] [--beside TAG] [--print-size standard|large|extra]
           [--paper letter|a4] [--date DATE] [--library DIR]... [--clinic FILE]
       careleaf handout --all --out-dir DIR [the same choices]"""
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


class Choices(NamedTuple):
    """What is to stand on the paper, and how; None and empty mean: not said."""

    sections: tuple[str, ...] = ()
    care: bool = False
    level: Level = Level.PLAIN
    language: str = ""
    beside: str = ""
    print_size: PrintSize | None = None
    paper: Paper | None = None
    date: datetime.date | None = None


class HandoutOptions(NamedTuple):
    """One handout of a topic, or with ``out_dir`` those of all topics."""

    choices: Choices
    topic: str = ""
    output: str = ""
    """A file's name, or ``STANDARD_OUTPUT``."""
    out_dir: Path | None = None
    library: tuple[Path, ...] = ()
    clinic: Path | None = None


def parse_handout(arguments: Sequence[str]) -> HandoutOptions:
    """Read the arguments after ``handout``.

    Raises:
        SystemExit: with status 2 where they make no sense, 0 after --help.
    """
    parser = _parser()
    found = parser.parse_args(arguments)
    _check(found, parser)
    choices = Choices(
        sections=tuple(dict.fromkeys(found.section)),
        care=found.care,
        level=found.level,
        language=found.language or "",
        beside=found.beside or "",
        print_size=PrintSize(found.print_size) if found.print_size else None,
        paper=Paper(found.paper) if found.paper else None,
        date=found.date,
    )
    return HandoutOptions(
        choices,
        topic=found.topic or "",
        output=found.output or "",
        out_dir=found.out_dir,
        library=tuple(found.library),
        clinic=found.clinic,
    )


def _check(found: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """End where the arguments do not go together."""
    if found.all:
        if found.topic is not None:
            parser.error("--all is every topic; name a TOPIC or give --all, not both")
        if found.output is not None:
            parser.error("--all writes many files: give their folder with --out-dir, not -o")
        if found.out_dir is None:
            parser.error("--all needs --out-dir DIR, the folder that the handouts go into")
    elif found.out_dir is not None:
        parser.error("--out-dir is for --all; give the file of one handout with -o FILE.pdf")
    elif found.topic is None:
        parser.error("name the TOPIC, or give --all and --out-dir DIR")
    elif not found.output:
        parser.error("say where the handout goes with -o FILE.pdf (-o - for standard output)")
    elif found.output == STANDARD_OUTPUT and sys.stdout is not None and sys.stdout.isatty():
        parser.error("a terminal cannot show a PDF; write -o FILE.pdf, or pipe -o - into a program")
    if found.section and found.care:
        parser.error("--care is the care guidance alone; leave out --section or --care")
    if found.beside and found.beside == found.language:
        parser.error("--beside must be another language than --language")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="careleaf handout",
        usage=_USAGE,
        description="Write a topic, or parts of it, as a PDF to print and hand out.",
        epilog="Exit status: 0 done; 1 the content or the request has errors, each on a line of "
        "its own; 2 wrong usage; 3 the machine lacks something.",
    )
    parser.add_argument("topic", metavar="TOPIC", nargs="?", help="the topic's id")
    parser.add_argument("-o", dest="output", metavar="FILE.pdf", help="the file to write")
    parser.add_argument("--all", action="store_true", help="every topic, into --out-dir")
    parser.add_argument("--out-dir", metavar="DIR", type=_folder, help="the folder for --all")
    parser.add_argument(
        "--section",
        metavar="ID",
        action="append",
        default=[],
        help="only this section; may be given more than once (default: the whole topic)",
    )
    parser.add_argument("--care", action="store_true", help="only the care guidance")
    _add_text(parser)
    _add_sheet(parser)
    parser.add_argument(
        "--library",
        metavar="DIR",
        type=Path,
        action="append",
        default=[],
        help="a folder of topics; may be given more than once",
    )
    parser.add_argument("--clinic", metavar="FILE", type=Path, help="the clinic's settings")
    return parser


def _add_text(parser: argparse.ArgumentParser) -> None:
    level = parser.add_mutually_exclusive_group()
    level.add_argument(
        "--plain",
        dest="level",
        action="store_const",
        const=Level.PLAIN,
        default=Level.PLAIN,
        help="the plain-language text (the default)",
    )
    level.add_argument(
        "--clinical",
        dest="level",
        action="store_const",
        const=Level.CLINICAL,
        help="the clinical text",
    )
    parser.add_argument("--language", metavar="TAG", type=_tag, help="the language, such as es")
    parser.add_argument("--beside", metavar="TAG", type=_tag, help="a second language beside it")
    parser.add_argument(
        "--date", metavar="DATE", type=_date, help="printed as the text's date, like 2026-11-22"
    )


def _add_sheet(parser: argparse.ArgumentParser) -> None:
    sizes = ", ".join(f"{size} {size.points} pt" for size in PrintSize)
    parser.add_argument(
        "--print-size",
        choices=[str(size) for size in PrintSize],
        help=f"how large the words are: {sizes} (default: standard; with --all each of them)",
    )
    parser.add_argument(
        "--paper", choices=[str(paper) for paper in Paper], help="default: the clinic's"
    )


def _tag(text: str) -> str:
    if not is_language_tag(text):
        raise argparse.ArgumentTypeError(f'"{text}" is not a language tag such as en, es or es-MX')
    return text


def _date(text: str) -> datetime.date:
    try:
        if _DATE.match(text):
            return datetime.date.fromisoformat(text)
    except ValueError:  # no such day
        pass
    raise argparse.ArgumentTypeError(f'"{text}" is not a date such as 2026-11-22')


def _folder(text: str) -> Path:
    if not text:
        raise argparse.ArgumentTypeError("the folder has no name")
    return Path(text)
