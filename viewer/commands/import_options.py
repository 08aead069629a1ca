"""What ``careleaf import`` is asked for: words in, one frozen value out."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from viewer.core.language import is_language_tag
from viewer.core.packs.fields import IDENTIFIER

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


class PlainText(NamedTuple):
    """A page of text, and what it is about."""

    file: Path
    out: Path
    title: str
    id: str
    """Empty: made of the title."""
    language: str = "en"
    publisher: str = ""
    url: str = ""
    replace: bool = False


def parse_import(arguments: Sequence[str]) -> MedlinePlus | PlainText:
    """Read the arguments after ``import``.

    Raises:
        SystemExit: with status 2 where they make no sense, 0 after --help.
    """
    parser = _parser()
    found = parser.parse_args(arguments)
    if found.kind == "medlineplus":
        if found.held is not None and found.held.resolve().is_relative_to(found.out.resolve()):
            parser.error("--held names a folder outside the library, or its topics would be read")
        return MedlinePlus(found.file, found.out, found.replace, found.held)
    return PlainText(
        *(found.file, found.out, found.title, found.id or "", found.language),
        publisher=found.publisher or "",
        url=found.url or "",
        replace=found.replace,
    )


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
    text = kinds.add_parser(
        "text",
        help="a page of text, such as one copied from a web site",
        description="Make a draft of a topic from a page of text, and notes on what is doubtful.",
        epilog=_STATUS,
    )
    _add_common(text, "the page, a text file")
    text.add_argument("--title", required=True, type=_words, help="the topic's title")
    text.add_argument("--id", type=_identifier, help="its folder (default: the title)")
    text.add_argument("--language", default="en", type=_tag, metavar="TAG", help="default: en")
    text.add_argument("--publisher", type=_words, help="whose text it is")
    text.add_argument("--url", type=_address, help="where it stands, https://…")
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


def _words(text: str) -> str:
    from viewer.core.importing.escaping import one_line

    words = one_line(text)
    if not words or len(words) > 300:
        raise argparse.ArgumentTypeError("that is no line of 1 to 300 characters")
    return words


def _identifier(text: str) -> str:
    if not IDENTIFIER.match(text) or len(text) > 80:
        raise argparse.ArgumentTypeError(f'"{text[:80]}" is not an id: a-z, 0-9 and single hyphens')
    return text


def _tag(text: str) -> str:
    if not is_language_tag(text):
        raise argparse.ArgumentTypeError(f'"{text[:80]}" is not a language tag such as en, es')
    return text


def _address(text: str) -> str:
    from viewer.core.links import LinkKind, parse_link

    if parse_link(text).kind is not LinkKind.WEB:
        raise argparse.ArgumentTypeError(f'"{text[:80]}" is not an address such as https://…')
    return text
