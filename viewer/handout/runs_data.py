"""What stands on a line, as the template's data. Text stays text: typst reads no signs in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, assert_never

from viewer.core.blocks import (
    Abbreviation,
    Anchor,
    Blank,
    Break,
    Image,
    Inline,
    Linked,
    Run,
    Styled,
    Term,
    Text,
    Value,
)
from viewer.core.links import LinkKind
from viewer.core.words import Words
from viewer.handout.languages_data import Node
from viewer.handout.lines import line_names
from viewer.handout.pictures_data import PictureStore

LONG_WORD = 12
"""Letters of a word whose width the template compares with the column's."""
_LONG = re.compile(rf"(\S{{{LONG_WORD},}})")
_NUMBER = re.compile(r"([+(]?[0-9][0-9()./-]*[ ./)(-][0-9() ./-]*[0-9])")
"""Digits with signs or spaces between them, such as a telephone number."""
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb]")
_NO_BREAK_SPACE = "\u00a0"

Data = str | Node


@dataclass(slots=True)
class RunWriter:
    """Writes the lines of one column; it remembers what was explained before."""

    words_of: Callable[[str], Words]
    pictures: PictureStore
    filled: dict[str, str]
    """What stands on lines to write on, by key."""
    explained: set[tuple[str, str]] = field(default_factory=set)

    def run(self, run: Run, language: str) -> list[Data]:
        """The run as strings and nodes."""
        found: list[Data] = []
        for inline in run:
            if isinstance(inline, Blank):
                _hold_fast(found)
            found.extend(self._inline(inline, language))
        return found

    def _inline(self, inline: Inline, language: str) -> Iterable[Data]:
        match inline:
            case Text(text):
                return text_data(text)
            case Styled(style, children):
                return [{"k": str(style), "runs": self.run(children, language)}]
            case Linked():
                return self._linked(inline, language)
            case Abbreviation(text, meaning):
                return self._abbreviation(text, meaning, language)
            case Term(text):
                return [{"k": "term", "runs": text_data(text)}]
            case Anchor():
                return []
            case Break():
                return [{"k": "break"}]
            case Image():
                return self._image(inline, language)
            case Blank():
                return self._blank(inline, language)
            case Value(name):
                return text_data(name)
            case _:
                assert_never(inline)

    def _linked(self, linked: Linked, language: str) -> Iterable[Data]:
        inner = self.run(linked.children, language)
        address = linked.link.target
        if linked.link.kind is LinkKind.TELEPHONE:  # paper cannot be tapped
            is_said = _digits(address) in _digits(plain_text(inner))
            return inner if is_said else [*inner, " (", *text_data(address), ")"]
        if linked.link.kind is not LinkKind.WEB:
            return inner
        link: Node = {"k": "link", "url": address, "runs": inner}
        if plain_text(inner).strip() == address:
            return [link]
        return [link, " (", *text_data(address), ")"]

    def _abbreviation(self, text: str, meaning: str, language: str) -> list[Data]:
        key = (language, text)
        if not meaning.strip() or key in self.explained:
            return text_data(text)
        self.explained.add(key)
        return text_data(f"{text} ({meaning})")

    def _image(self, image: Image, language: str) -> list[Data]:
        alternative = clean(image.alternative).strip()
        said = self.words_of(language)("page.picture_missing", alternative=alternative)
        key = self.pictures.key(image.source)
        if key:
            instead = text_data(said)
            return [{"k": "image", "picture": key, "alt": alternative, "instead": instead}]
        return text_data(said)

    def _blank(self, blank: Blank, language: str) -> list[Data]:
        label = clean(blank.label).strip()
        said = text_data(f"{_NO_BREAK_SPACE}({label})") if label else []
        if value := clean(self.filled.get(blank.key, "")).strip():
            return [{"k": "filled", "text": value}, *said]
        words = self.words_of(language)
        named = label or line_names(words).get(blank.key, "")
        alternative = words("handout.blank_for", label=named) if named else words("handout.blank")
        node: Node = {"k": "blank", "alt": alternative}
        return [node, *said]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def clean(text: str) -> str:
    """``text`` on one line, without characters that have no shape and no meaning here."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text))


def text_data(text: str) -> list[Data]:
    """Text as strings; a long word is a node of its own, to be broken where it must.

    So is a number, not to be broken: a telephone number in two pieces is misread.
    """
    return _pieces(clean(text))


def line_data(text: str) -> list[Data]:
    """A line whose spaces count."""
    tabs = _UNSEEN.sub("", text.expandtabs(4))
    return _pieces(re.sub("  +|^ ", lambda spaces: _NO_BREAK_SPACE * len(spaces[0]), tabs))


def plain_text(runs: Iterable[Data]) -> str:
    """The words of a run, for measuring and comparing."""
    found = []
    for piece in runs:
        if isinstance(piece, str):
            found.append(piece)
        else:
            inner: Any = piece.get("runs", ())
            found.append(piece.get("text", "") or plain_text(inner))
    return "".join(found)


def _pieces(text: str) -> list[Data]:
    found: list[Data] = []
    for index, piece in enumerate(_NUMBER.split(text)):
        if index % 2:
            found.append({"k": "whole", "text": piece})
        else:
            found.extend(_words(piece))
    return found


def _words(text: str) -> list[Data]:
    pieces = enumerate(_LONG.split(text))
    return [{"k": "long", "text": piece} if at % 2 else piece for at, piece in pieces if piece]


def _hold_fast(found: list[Data]) -> None:
    """A line to write on stays with the word before it."""
    if found and isinstance(found[-1], str) and found[-1].endswith(" "):
        found[-1] = found[-1][:-1] + _NO_BREAK_SPACE
