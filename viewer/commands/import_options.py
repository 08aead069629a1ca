"""What ``careleaf import`` is asked for: words in, one frozen value out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

_STATUS = (
    "Exit status: 0 done; 1 something was not taken, and a line says what and why; 2 wrong usage."
)


class MedlinePlus(NamedTuple):
    """A file of health topics, and the library that they become part of."""

    file: Path
    out: Path
    replace: bool = False
    held: Path | None = None
    """Where topics go in which the checker finds errors; None: nowhere."""


def parse_import(arguments: Sequence[str]) -> MedlinePlus:
    """Read the arguments after ``import``.

    Raises:
        SystemExit: with status 2 where they make no sense, 0 after --help.
    """
    found = _parser().parse_args(arguments)
    return MedlinePlus(found.file, found.out, found.replace, found.held)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="careleaf import",
        description="Make topics of texts from elsewhere. What comes out is a draft: nobody has "
        "reviewed it, and nothing in it claims so. docs/import.md says more.",
        epilog=_STATUS,
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    feed = kinds.add_parser(
        "medlineplus",
        help="the health topics of the National Library of Medicine (mplus_topics_….xml)",
        description="Make a topic of each health topic of MedlinePlus, English and Spanish in one.",
        epilog=_STATUS,
    )
    _add_common(feed, "the file mplus_topics_YYYY-MM-DD.xml, unpacked")
    feed.add_argument(
        "--held",
        metavar="DIR",
        type=Path,
        help="write topics in which the checker finds errors here, for an author to mend",
    )
    return parser


def _add_common(parser: argparse.ArgumentParser, file: str) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=file)
    parser.add_argument(
        "--out", metavar="DIR", type=Path, required=True, help="the library: a folder of topics"
    )
    parser.add_argument(
        "--replace",
        action="store_true",
        help="replace topics that an earlier import made and nobody has changed since",
    )
