"""Where on a page the sentences stand that are read aloud: plain numbers, as Qt counts.

A sentence is looked for by its letters and digits, from where the one before ended. Where there
lies something between them that is not read (a row of headers, a source), or where the page has
another order (cards that go from right to left), every place is weighed by how well the sentences
that follow go on from there. One that could be in two places is in none: a mark on a wrong sentence
is worse than no mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from viewer.core.locales import is_right_to_left
from viewer.core.pages.heard import Seen
from viewer.core.pages.spoken import Utterance
from viewer.ui.page_hits import Hit

TELLING = 80
"""Letters of what follows that are compared; more tell no more."""
SHORTEST = 8
"""Letters that a sentence needs to be believed where nothing that follows speaks for its place."""
MOST = 100
"""Places that are weighed for one sentence."""
_OPENING = frozenset("\"'“‘«([¿¡")
_SPECIAL = frozenset("\ufdd0\ufdd1\ufffc\u2028\u2029")
"""What Qt writes for the edges of tables, pictures and ends of lines."""


def places(text: str, said: Sequence[Utterance]) -> tuple[tuple[Hit, ...], ...]:
    """For each utterance its parts of a page; none where it is not found. ``text`` is Qt's."""
    return _Search(_Letters(text), _units(said)).places(said)


class _Letters:
    """The letters and digits of a page, and where they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = [at for at, character in enumerate(text) if character.isalnum()]
        self.all = "".join(text[at] for at in self._at)
        self.used = bytearray(len(self.all))
        self._wide: list[int] = []
        if max(text, default="") > "\uffff":  # such take two of Qt's positions
            self._wide = list(accumulate((1 + (c > "\uffff") for c in text), initial=0))

    def stands(self, key: str, at: int) -> bool:
        """Whether these letters stand there, as whole words that are nobody's yet."""
        end = at + len(key)
        if not self.all.startswith(key, at) or not self._parted(at) or not self._parted(end):
            return False
        return not self.used.find(1, at, end) >= 0

    def every(self, key: str) -> Iterator[int]:
        """All places where they do."""
        at, count = self.all.find(key), 0
        while at >= 0 and count < MOST:
            if self.stands(key, at):
                yield at
                count += 1
            at = self.all.find(key, at + 1)

    def hit(self, begin: int, end: int) -> Hit:
        """The letters from one to another as a part of the page, with the signs that they have."""
        text = self._text
        first, last = self._at[begin], self._at[end - 1] + 1
        while first and text[first - 1] in _OPENING:
            first -= 1
        after = last
        while after < len(text) and not self._ends(text[after]):
            after += 1
        if after == len(text) or not text[after].isalnum():
            last = after
        return (self._wide[first], self._wide[last]) if self._wide else (first, last)

    @staticmethod
    def _ends(character: str) -> bool:
        return character.isalnum() or character.isspace() or character in _SPECIAL

    def _parted(self, at: int) -> bool:
        """Whether no word goes on from the letter before to this one."""
        if at in (0, len(self._at)):
            return True
        return self._at[at] > self._at[at - 1] + 1


class _Layout(NamedTuple):
    """One way in which a page may show a sentence, or the sentences of a row."""

    key: str
    cells: dict[int, int]
    """Where in ``key`` each cell begins."""


class _Unit(NamedTuple):
    """What stands together on the page: a sentence, or all of a row."""

    first: int
    """Its first utterance."""
    seen: tuple[tuple[Seen, ...], ...]
    """What each of its utterances shows."""
    layouts: tuple[_Layout, ...]


def _units(said: Sequence[Utterance]) -> list[_Unit]:
    def of_row(at: int) -> tuple[int, int]:
        row = said[at].row
        return (said[at].block, row.number) if row else (-1, -1 - at)

    units = []
    for _, same in groupby(range(len(said)), key=of_row):
        them = list(same)
        seen = tuple(said[at].seen for at in them)
        cells: dict[int, str] = {}
        for piece in (piece for pieces in seen for piece in pieces):
            cells[piece.cell] = cells.get(piece.cell, "") + piece.letters
        row = said[them[0]].row
        to_left = is_right_to_left(said[them[0]].language)
        layouts = _of_row(cells, row.header, to_left) if row else [_layout(cells.items())]
        units.append(_Unit(them[0], seen, tuple(each for each in layouts if each.key)))
    return units


def _layout(parts: Iterable[tuple[int | None, str]]) -> _Layout:
    key, cells = "", {}
    for cell, letters in parts:
        if cell is not None:
            cells[cell] = len(key)
        key += letters
    return _Layout(key, cells)


def _of_row(cells: dict[int, str], header: tuple[str, ...], to_left: bool) -> Iterator[_Layout]:
    """Its cells side by side; or one under the other, each with its header."""
    yield _layout(sorted(cells.items(), reverse=to_left))
    stacked: list[tuple[int | None, str]] = [(0, cells.get(0, ""))]
    for column, above in enumerate(header[1:], 1):
        stacked += [(None, above), (column, cells.get(column, ""))]
    yield _layout(stacked)


class _Search:
    def __init__(self, page: _Letters, units: Sequence[_Unit]) -> None:
        self._page = page
        self._units = units

    def places(self, said: Sequence[Utterance]) -> tuple[tuple[Hit, ...], ...]:
        found: list[tuple[Hit, ...]] = [()] * len(said)
        at = 0
        for number, unit in enumerate(self._units):
            place = self._place(number, at)
            if place is None:
                continue
            begin, layout = place
            at = begin + len(layout.key)
            self._page.used[begin:at] = bytes([1]) * len(layout.key)
            for offset, hits in enumerate(self._hits(unit, begin, layout)):
                found[unit.first + offset] = hits
        return tuple(found)

    def _hits(self, unit: _Unit, begin: int, layout: _Layout) -> Iterator[tuple[Hit, ...]]:
        """What each utterance of a unit has on the page."""
        next_in = {cell: begin + offset for cell, offset in layout.cells.items()}
        for pieces in unit.seen:
            hits = []
            for letters, cell in pieces:
                first, next_in[cell] = next_in[cell], next_in[cell] + len(letters)
                hits.append(self._page.hit(first, next_in[cell]))
            yield tuple(hits)

    def _place(self, number: int, at: int) -> tuple[int, _Layout] | None:
        """Where a unit stands, if it is certain; ``at`` is where the one before ended."""
        layouts = self._units[number].layouts
        for each in layouts:
            if self._page.stands(each.key, at) and self._goes_on(number, (at, each), least=1):
                return at, each
        every = [(p, each) for each in layouts for p in self._page.every(each.key)]
        every.sort(key=lambda place: place[0] != at)
        weighed = [(self._goes_on(number, place, least=TELLING), place) for place in every]
        best = max((weight for weight, _ in weighed), default=0)
        likely = [place for weight, place in weighed if weight == best]
        if not likely or likely[0][0] == at:
            return likely[0] if likely else None
        are_same = len({(begin, each.key) for begin, each in likely}) == 1
        is_long = best > 0 or len(likely[0][1].key) >= SHORTEST
        return likely[0] if are_same and is_long else None

    def _goes_on(self, number: int, place: tuple[int, _Layout], least: int) -> int:
        """How many letters of what follows stand right behind a place, until they are enough."""
        at, count = place[0] + len(place[1].key), 0
        for unit in self._units[number + 1 :]:
            if count >= least:
                break
            if not unit.layouts:
                continue
            after = next((x for x in unit.layouts if self._page.stands(x.key, at)), None)
            if after is None:
                break
            at, count = at + len(after.key), count + len(after.key)
        return min(count, TELLING)
