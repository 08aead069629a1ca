"""What an author still has to write: each ``TODO`` in what readers see.

It is an error: a patient who meets it has a hole where advice should be, and an error is what
stops a release and keeps the last good text on a kiosk. In Spanish and its neighbours TODO is
a word too ("everything"), so there it counts with its colon, as ``careleaf new`` writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from viewer.core.files import is_inside, read_text
from viewer.core.hidden import without_hidden
from viewer.core.language import is_language_tag
from viewer.core.model import Section, Topic
from viewer.core.packs.yaml_nodes import Mapping, Node, Scalar, Sequence, read_yaml
from viewer.core.problems import Reporter, Rule

_MARK = re.compile(r"\bTODO\b")
_MARK_WITH_COLON = re.compile(r"\bTODO[ \u00a0]?:")
_A_WORD_IN = frozenset({"es", "gl", "pt"})
"""Languages in which TODO is a word that somebody may write in capitals."""
_FILES = ("topic.yaml", "glossary.yaml")


def check_todos(section: Section, reporter: Reporter) -> None:
    """Report what is still to be written in a section: in its titles, its keywords, its text."""
    for key in ("title", "plain_title", "short_title", "keywords"):
        if key in section.lines:
            value = getattr(section, key)
            text = value if isinstance(value, str) else ", ".join(value)
            _report(text, section.language, section.lines[key], reporter)
    if "TODO" in section.body:
        lines = without_hidden(section.body).text.split("\n")
        for line, text in enumerate(lines, section.body_line):
            _report(text, section.language, line, reporter)


def check_todos_beside(topic: Topic, reporter: Reporter) -> None:
    """The same for what stands beside the sections: ``topic.yaml`` and the glossary."""
    for name in _FILES:
        path = topic.path / name
        for scalar, language in scalars_of(path, topic, "TODO"):
            _report(scalar.text, language, scalar.line, reporter.for_path(path))


def _report(text: str, language: str, line: int, reporter: Reporter) -> None:
    is_word = language.partition("-")[0] in _A_WORD_IN
    found = (_MARK_WITH_COLON if is_word else _MARK).search(text)
    if found is not None:
        reporter.report(Rule.TODO, line, text=text[found.start() :])


def scalars_of(path: Path, topic: Topic, word: str = "") -> Iterator[tuple[Scalar, str]]:
    """Every key and value of a topic's file with its language; none where it lacks ``word``."""
    return _scalars(_node(path, topic.path, word), topic.language)


def _node(path: Path, folder: Path, word: str) -> Node | None:
    """The file as nodes; what is wrong with it has been told by its own reader."""
    unused = Reporter(path, [])
    try:
        text = read_text(path, unused) if path.is_file() and is_inside(path, folder) else None
    except OSError:  # of a folder that nobody may enter: told by its own reader, too
        return None
    return read_yaml(text, unused) if text and word in text else None


def _scalars(node: Node | None, language: str) -> Iterator[tuple[Scalar, str]]:
    """Every key and value, and the language that it is in: its key's, or the topic's own."""
    match node:
        case Scalar():
            yield node, language
        case Sequence():
            for item in node.items:
                yield from _scalars(item, language)
        case Mapping():
            for key, value in node.entries:
                yield key, language
                yield from _scalars(value, _language_of(key.text, language))
        case _:
            return


def _language_of(key: str, around: str) -> str:
    return key if is_language_tag(key) else around
