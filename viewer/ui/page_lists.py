"""The lists that are being read, one inside the other: Qt keeps them side by side."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QTextList

from viewer.ui.page_part import Kind, Part


class _Open(NamedTuple):
    bullets: QTextList
    part: Part


class OpenLists:
    """Says where the next part belongs while there may be more items to come."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def goes_on(self) -> bool:
        """Whether some open list has items that have not been read."""
        return any(len(one.part.children) < one.bullets.count() for one in self._open)

    def place(self, outside: list[Part], *, ends: bool) -> list[Part]:
        """Where a part goes that is no item: into the last item, unless the lists end here."""
        if ends:
            self._open.clear()
        return self._open[-1].part.children[-1].children if self._open else outside

    def add(self, outside: list[Part], bullets: QTextList, item: Part) -> None:
        """Put an item into its list, which is a new one or one that is open."""
        deep = bullets.format().indent()
        number = bullets.objectIndex()
        while self._open:
            last = self._open[-1].bullets
            if last.objectIndex() == number or last.format().indent() < deep:
                break
            self._open.pop()
        if not self._open or self._open[-1].bullets.objectIndex() != number:
            part = Part(Kind.LIST, item.start, item.end, language=item.language)
            (self._open[-1].part.children[-1].children if self._open else outside).append(part)
            self._open.append(_Open(bullets, part))
        one = self._open[-1]
        one.part.children.append(item)
        one.part.end = item.end
