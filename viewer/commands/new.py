"""``careleaf new``: a topic to start from, with all its parts and a TODO for each text to write."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from viewer.commands.complaining import complain, say
from viewer.core.authoring.placing import write_folder
from viewer.core.authoring.skeleton import DEFAULT_CARE, RESERVED, NewTopic, skeleton
from viewer.core.installation import Installation
from viewer.core.language import is_language_tag
from viewer.core.packs.fields import IDENTIFIER
from viewer.core.problems import printable
from viewer.core.words import ENGLISH, Words, read_words

DONE, FAILED = 0, 1
MOST = 20
"""Languages, and kinds of care: a typing slip must not make a thousand files."""
LONGEST_TITLE = 200
LONGEST_NAME = 100
"""Characters of a topic's id or of a kind of care; systems allow no more than 255 bytes."""


class _RefusedError(Exception):
    """Why no topic was made, in a sentence."""


def run(arguments: Sequence[str], installation: Installation) -> int:
    """Write a new topic and say what comes next; the exit status."""
    options = _parser().parse_args(arguments)
    words = read_words(installation.words, ENGLISH)
    try:
        wanted = _wanted(options, words)
        files = skeleton(wanted, installation.skeleton, installation.icon_names)
        place = _made(options.into, options.topic, files, words)
    except _RefusedError as refused:
        complain(str(refused))
        return FAILED
    say(words("new_command.done", folder=str(place), files=str(len(files))))
    library = str(options.into)
    library = f'"{library}"' if " " in library else library
    for step in ("write", "check", "read"):
        say(words(f"new_command.{step}", library=library))
    return DONE


def _wanted(options: argparse.Namespace, words: Words) -> NewTopic:
    """What was asked for.

    Raises:
        _RefusedError: it makes no sense.
    """
    _check_name(options.topic, words)
    for tag in options.languages:
        if not is_language_tag(tag):
            raise _RefusedError(words("new_command.language", tag=_shown(tag)))
    for kind in options.care:
        _check_name(kind, words)
        if kind in RESERVED:
            raise _RefusedError(words("new_command.reserved", kind=kind))
    for values in (options.languages, options.care):
        if not values or len(values) > MOST:
            raise _RefusedError(words("new_command.number", most=str(MOST)))
    title = printable(" ".join(options.title.split()))
    if len(title) > LONGEST_TITLE:
        raise _RefusedError(words("new_command.long_title", most=str(LONGEST_TITLE)))
    return NewTopic(title=title, languages=options.languages, care=options.care)


def _check_name(name: str, words: Words) -> None:
    if not IDENTIFIER.match(name):
        nearest = _as_name(name)
        hint = words("new_command.nearest", nearest=nearest) if nearest else ""
        raise _RefusedError(words("new_command.name", name=_shown(name), hint=hint).strip())
    if len(name) > LONGEST_NAME:
        raise _RefusedError(words("new_command.long_name", most=str(LONGEST_NAME)))


def _as_name(text: str) -> str:
    """What somebody may have meant: "Lavado de Manos" as lavado-de-manos."""
    bare = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return "-".join(re.findall("[a-z0-9]+", bare.lower()))[:LONGEST_NAME].strip("-")


def _made(library: Path, topic: str, files: dict[str, str], words: Words) -> Path:
    """Write the folder, and the library's too if it is not there yet.

    Raises:
        _RefusedError: it cannot be written; all is as it was.
    """
    place = library / topic
    if os.path.lexists(library / "topic.yaml"):
        raise _RefusedError(words("new_command.in_topic", folder=str(library)))
    if os.path.lexists(place):
        raise _RefusedError(words("new_command.there", folder=str(place)))
    is_new = not os.path.lexists(library)
    try:
        if is_new:
            os.mkdir(library)
        write_folder(place, {name: text.encode() for name, text in files.items()})
    except OSError as error:
        if is_new:
            with contextlib.suppress(OSError):
                os.rmdir(library)
        if isinstance(error, FileExistsError):
            raise _RefusedError(words("new_command.there", folder=str(place))) from error
        reason = error.strerror or str(error)
        raise _RefusedError(
            words("new_command.not_written", folder=str(place), reason=reason)
        ) from error
    return place


def _shown(text: str) -> str:
    return printable(text[:LONGEST_NAME])


def _names(text: str) -> list[str]:
    """The names of a list with commas, each once."""
    return list(dict.fromkeys(filter(None, (name.strip() for name in text.split(",")))))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="careleaf new",
        description="Write a new topic to start from: every part that a topic has, and a TODO "
        "for each text that you write. docs/authoring.md goes through it step by step.",
        epilog="Exit status: 0 done; 1 nothing was written, and a sentence says why; "
        "2 wrong usage.",
    )
    parser.add_argument(
        "topic", metavar="TOPIC", help="the name of its folder, such as hand-washing"
    )
    parser.add_argument(
        "--in",
        dest="into",
        metavar="DIR",
        type=Path,
        default=Path(),
        help="the folder of your topics; made if it is not there (default: this folder)",
    )
    parser.add_argument(
        "--languages",
        metavar="TAGS",
        type=_names,
        default=[ENGLISH],
        help="such as en,es: the first is the topic's own (default: en)",
    )
    parser.add_argument(
        "--title", metavar="TEXT", default="", help="its title, in the first language"
    )
    parser.add_argument(
        "--care",
        metavar="KINDS",
        type=_names,
        default=list(DEFAULT_CARE),
        help="kinds of care guidance, such as rest,washing: a page for each "
        f"(default: {DEFAULT_CARE[0]})",
    )
    return parser
