"""Safety text on paper: all of a topic's, each once, whatever was ordered.

A handout is read where nobody can tap on anything, so it carries the ``.safety`` text of
every section. The same rule may stand in many sections under one id and in the same words:
then it is printed once. Where one id has *different* words in two sections, both are
printed: nobody but an author can say which of them is right, and to drop either could hurt.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from viewer.core.blocks import (
    Abbreviation,
    Blank,
    Block,
    Break,
    Heading,
    Image,
    Inline,
    Linked,
    Styled,
    Term,
    Text,
    Value,
)
from viewer.core.links import LinkKind
from viewer.core.tree import runs, says_something, walk

Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some blocks of a section, which belong together."""

    blocks: Blocks
    safety: str = ""
    """The id of the safety text that they are; empty: they are none."""
    teach_back: bool = False
    """They are questions that a nurse asks, and no safety text."""

    @property
    def signature(self) -> str:
        """The same for the same words, whatever their level and their place in a file."""
        return "\n".join(_signatures(self.blocks))

    @property
    def key(self) -> tuple[str, str]:
        """Two safety texts with one key are the same rule."""
        return self.safety, self.signature


def pieces_of(blocks: Blocks) -> tuple[Piece, ...]:
    """A section's blocks, in order, cut where safety text or questions begin and end.

    Safety text inside other safety text is a piece of its own; safety text under questions, or
    under any other heading, is safety text. Questions under a safety heading are part of it.
    """
    found: list[Piece] = []
    open_headings: list[tuple[int, Piece]] = []
    """The headings that the next block stands under, each with the kind of piece it makes."""
    current: list[Block] = []
    kind = plain = Piece(())
    for block in blocks:
        now = kind
        if isinstance(block, Heading):
            while open_headings and open_headings[-1][0] >= block.level:
                open_headings.pop()
            around = open_headings[-1][1] if open_headings else plain
            now = _kind(block, around)
            open_headings.append((block.level, now))
        if now is not kind and current:
            found.append(_piece(kind, current))
            current = []
        kind = now
        current.append(block)
    if current:
        found.append(_piece(kind, current))
    return _without_empty(found)


def _kind(heading: Heading, around: Piece) -> Piece:
    """The kind of piece under a heading; a new object where one begins."""
    if "safety" in heading.markers:
        return Piece((), heading.id or "safety")
    if "teach-back" in heading.markers and not around.safety:
        return Piece((), teach_back=True)
    return around


def _piece(kind: Piece, blocks: Sequence[Block]) -> Piece:
    return Piece(tuple(blocks), kind.safety, kind.teach_back)


def _without_empty(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Without safety headings that have nothing under them where another of the id has."""
    saying = {piece.safety for piece in pieces if piece.safety and says_something(piece.blocks)}
    return tuple(
        piece for piece in pieces if piece.safety not in saying or says_something(piece.blocks)
    )


class SafetyPrinted:
    """Remembers which safety text stands on a handout already."""

    def __init__(self, translated: AbstractSet[tuple[str, str]] = frozenset()) -> None:
        """``translated`` are the ids and signatures of texts that are printed in translation."""
        self._seen = set(translated)

    def first_time(self, piece: Piece) -> bool:
        """Whether this is to be printed: text that is no safety text, or none that was before."""
        if not piece.safety:
            return True
        key = piece.key
        if key in self._seen:
            return False
        self._seen.add(key)
        return True


def _signatures(blocks: Blocks) -> Iterable[str]:
    for block in walk(blocks):
        name = type(block).__name__
        marks = ",".join(sorted(block.markers)) if isinstance(block, Heading) else ""
        yield f"{name}:{marks}:" + "|".join(" ".join(_words(run).split()) for run in runs(block))


def _words(run: Iterable[Inline]) -> str:
    parts: list[str] = []
    for inline in run:
        match inline:
            case Text(text) | Term(text):
                parts.append(text)
            case Styled(_, children):
                parts.append(_words(children))
            case Linked(link, children):
                address = link.target if link.kind in (LinkKind.WEB, LinkKind.TELEPHONE) else ""
                parts.append(f"{_words(children)}<{address}>")
            case Abbreviation(text, meaning):
                parts.append(f"{text}<{meaning}>")
            case Image(source, alternative):
                parts.append(f"<{source}>{alternative}")
            case Blank(label):
                parts.append(f"____<{label}>")
            case Value(name):
                parts.append(f"<{name}>")
            case Break():
                parts.append(" ")
    return "".join(parts)
