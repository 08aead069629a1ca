"""``careleaf diff``: what has changed in a topic, for whoever reviews it again."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from viewer.commands.complaining import complain, say
from viewer.commands.diff_data import as_data
from viewer.commands.diff_html import page_of
from viewer.commands.diff_text import lines_of
from viewer.core.authoring.aligning import Kind
from viewer.core.authoring.changes import Comparison
from viewer.core.authoring.comparing import compare_topics, only_one
from viewer.core.installation import Installation
from viewer.core.packs.library import Library
from viewer.core.packs.topic import read_topic
from viewer.core.problems import printable
from viewer.core.words import ENGLISH, Words, read_words

SAME, DIFFERENT, TROUBLE = 0, 1, 2
"""As of diff itself: trouble is a request that makes no sense, or a file that cannot be read."""


class _RefusedError(Exception):
    """Why nothing was compared, in a sentence."""


def run(arguments: Sequence[str], installation: Installation) -> int:
    """Compare two topics, or two folders of topics, and print what differs; the exit status."""
    options = _parser().parse_args(arguments)
    words = read_words(installation.words, ENGLISH)
    try:
        found = list(_comparisons(options.before, options.after, words))
    except _RefusedError as refused:
        complain(str(refused))
        return TROUBLE
    try:
        for line in _lines(options.format, found, words):
            say(line)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:  # "| head" has seen enough; nothing more is written at the exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if any(comparison.unread for comparison in found):
        return TROUBLE
    return SAME if all(comparison.is_same for comparison in found) else DIFFERENT


def _lines(form: str, found: Sequence[Comparison], words: Words) -> Iterator[str]:
    if form == "json":
        yield json.dumps({"format": 1, "topics": [as_data(one) for one in found]}, indent=2)
    elif form == "html":
        for line in page_of(found, words):  # in letters that every file can hold
            yield line.encode("ascii", "xmlcharrefreplace").decode()
    else:
        for comparison in found:
            yield from lines_of(comparison, words)


def _comparisons(before: Path, after: Path, words: Words) -> Iterator[Comparison]:
    """Each topic of the two folders, or the two topics that they are.

    Raises:
        _RefusedError: they cannot be compared.
    """
    for folder in (before, after):
        if not os.path.isdir(folder):
            raise _RefusedError(words("diff_command.no_folder", folder=printable(str(folder))))
    topics = [folder for folder in (before, after) if os.path.lexists(folder / "topic.yaml")]
    if len(topics) == 2:
        yield compare_topics(*(read_topic(folder.resolve()) for folder in topics))
        return
    if topics:
        names = {"one": str(topics[0]), "other": str(after if topics[0] is before else before)}
        raise _RefusedError(words("diff_command.not_alike", **names))
    yield from _of_libraries(before, after, words)


def _of_libraries(before: Path, after: Path, words: Words) -> Iterator[Comparison]:
    ours, theirs = Library([before]), Library([after])
    for library, folder in ((ours, before), (theirs, after)):
        if not library.topic_ids:
            raise _RefusedError(words("diff_command.no_topics", folder=printable(str(folder))))
    for topic_id in sorted({*ours.topic_ids, *theirs.topic_ids}):
        if topic_id not in theirs:
            yield only_one(ours.topic(topic_id), Kind.REMOVED)
        elif topic_id not in ours:
            yield only_one(theirs.topic(topic_id), Kind.ADDED)
        else:
            yield compare_topics(ours.topic(topic_id), theirs.topic(topic_id))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="careleaf diff",
        description="Say what has changed between two versions of a topic, safety text first, and "
        "which reviews no longer hold. Each of the two is a topic's folder, or both are folders "
        "of topics.",
        epilog="Exit status: 0 nothing has changed; 1 something has; 2 the two cannot be "
        "compared, or not all of them can be read.",
    )
    parser.add_argument("before", metavar="BEFORE", type=Path, help="as it was")
    parser.add_argument("after", metavar="AFTER", type=Path, help="as it is now")
    parser.add_argument(
        "--format",
        choices=("text", "html", "json"),
        default="text",
        help="text to read or hear (default), html to print or send, json for programs",
    )
    return parser
