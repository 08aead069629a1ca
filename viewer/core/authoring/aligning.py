"""Which units of a text are new, gone, changed or moved, and which words of a changed one.

difflib compares, within bounds: it needs minutes for thousands of units that repeat. Above the
bounds nothing is lost, only the order in which things stand: units are then counted, not aligned.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum

from viewer.core.authoring.units import Unit

MOST_PAIRS = 250_000
"""Units, or words, of one text times those of the other; 500 each after what is the same."""
_MOST_PAIRED = 2_500
"""Units that are gone times those that have come in their place, of which pairs are looked for."""
_ALIKE = 0.5
"""The share of words that two units have in common if one has become the other."""


class Kind(StrEnum):
    """What has happened."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    """The same words stand in another place."""
    REMARKED = "remarked"
    """The same words count as something else, such as no longer as safety text."""


@dataclass(frozen=True, slots=True)
class UnitChange:
    """One unit that is not as it was."""

    kind: Kind
    before: Unit | None
    after: Unit | None


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that were taken out, and those that were put in at the same place; one may be empty."""

    out: str
    put: str


def compare(before: Sequence[Unit], after: Sequence[Unit]) -> list[UnitChange]:
    """What has happened between two texts, in reading order."""
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    ours, theirs = list(before[start:]), list(after[start:])
    while ours and theirs and ours[-1] == theirs[-1]:
        ours.pop()
        theirs.pop()
    if len(ours) * len(theirs) > MOST_PAIRS:
        return _moved(list(_counted(ours, theirs)))
    return _moved(list(_aligned(ours, theirs)))


def spans(before: str, after: str) -> tuple[Piece, ...] | None:
    """Two texts cut where they begin and end to differ; None where they are too long for that."""
    ours, theirs = before.split(), after.split()
    if len(ours) * len(theirs) > MOST_PAIRS:
        return None
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return tuple(
        Piece(" ".join(ours[a:b]), " ".join(theirs[c:d])) for _, a, b, c, d in matcher.get_opcodes()
    )


def pieces(before: str, after: str) -> tuple[Piece, ...] | None:
    """The words that differ between two texts; None where they are too long to compare."""
    found = spans(before, after)
    return None if found is None else tuple(piece for piece in found if piece.out != piece.put)


def _aligned(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[UnitChange]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matcher.get_opcodes():
        if what != "equal":
            yield from _replaced(before[a:b], after[c:d])


def _counted(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[UnitChange]:
    """What is gone and what has come, whatever the order."""
    for kind, ours, theirs in ((Kind.REMOVED, before, after), (Kind.ADDED, after, before)):
        left = Counter(theirs)
        for unit in ours:
            left[unit] -= 1
            if left[unit] < 0:
                yield _one(kind, unit)


def _one(kind: Kind, unit: Unit) -> UnitChange:
    return UnitChange(kind, *((unit, None) if kind is Kind.REMOVED else (None, unit)))


def _replaced(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[UnitChange]:
    """Pairs of units of which one has become the other, and between them those that have not."""
    at_before = at_after = 0
    for ours, theirs in (*_pairs(before, after), (len(before), len(after))):
        yield from (_one(Kind.REMOVED, unit) for unit in before[at_before:ours])
        yield from (_one(Kind.ADDED, unit) for unit in after[at_after:theirs])
        if ours < len(before):
            yield _pair(before[ours], after[theirs])
        at_before, at_after = ours + 1, theirs + 1


def _pair(before: Unit, after: Unit) -> UnitChange:
    same = before.text == after.text
    return UnitChange(Kind.REMARKED if same else Kind.CHANGED, before, after)


def _pairs(before: Sequence[Unit], after: Sequence[Unit]) -> list[tuple[int, int]]:
    """The pairs, in the order of both, that have the most words in common altogether."""
    if len(before) * len(after) > _MOST_PAIRED:
        return []
    if len(before) == len(after) == 1 and before[0].kind == after[0].kind:
        return [(0, 0)]  # one in the place of the other, however unlike
    words = [[Counter(u.text.casefold().split()) for u in units] for units in (before, after)]
    same = [[ours.kind == theirs.kind for theirs in after] for ours in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            alike = _alike(words[0][i], words[1][j]) if same[i][j] else 0.0
            pair = best[i + 1][j + 1] + alike if alike >= _ALIKE else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    found, i, j = [], 0, 0
    while i < len(before) and j < len(after):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            found.append((i, j))
            i, j = i + 1, j + 1
    return found


def _alike(ours: Counter[str], theirs: Counter[str]) -> float:
    """The share of words in common, from 0 to 1 (Dice)."""
    every = ours.total() + theirs.total()
    return 2 * (ours & theirs).total() / every if every else 0.0


def _moved(changes: list[UnitChange]) -> list[UnitChange]:
    """The changes, where what was taken out and put in elsewhere is one that has moved."""
    gone: dict[tuple[str, str], list[int]] = {}
    for at, change in enumerate(changes):
        if change.kind is Kind.REMOVED and change.before is not None:
            gone.setdefault((change.before.kind, change.before.text), []).append(at)
    dropped: set[int] = set()
    for at, change in enumerate(changes):
        if change.kind is not Kind.ADDED or change.after is None:
            continue
        places = gone.get((change.after.kind, change.after.text))
        if places:
            place = places.pop(0)
            dropped.add(place)
            old = changes[place].before
            kind = Kind.MOVED if old == change.after else Kind.REMARKED
            changes[at] = replace(change, kind=kind, before=old)
    return [change for at, change in enumerate(changes) if at not in dropped]
