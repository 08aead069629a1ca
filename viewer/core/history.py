"""Back and forward, as every browser has them; and where the reader was on each page."""

from __future__ import annotations

from viewer.core.level import Level
from viewer.core.place import Place

MAX_LENGTH = 200
"""Pages that Back can go over."""


class History:
    """The places a reader has been to, the one that is shown, and how far each was scrolled."""

    def __init__(self, start: Place) -> None:
        self._places = [start]
        self._at = 0
        self._scrolls: dict[Place, float] = {}
        self._origin: tuple[Place, Place] | None = None

    @property
    def place(self) -> Place:
        """The place that is shown."""
        return self._places[self._at]

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether Back has been used, and nothing else been opened since."""
        return self._at < len(self._places) - 1

    def visit(self, place: Place) -> None:
        """Go to a place; the places that Forward led to are forgotten."""
        if place == self.place:
            return
        self._places = [*self._places[: self._at + 1], place][-MAX_LENGTH:]
        self._at = len(self._places) - 1

    def back(self) -> None:
        """Go to the place before, if there is one."""
        self._at = max(0, self._at - 1)

    def forward(self) -> None:
        """Go to the place after, if there is one."""
        self._at = min(len(self._places) - 1, self._at + 1)

    def switch(self, place: Place) -> None:
        """Go to the same text at the other level; remembers what it was switched from."""
        self._origin = (self.place, place)
        self.visit(place)

    def switched_from(self, level: Level) -> Place | None:
        """The place of ``level`` that the shown place was switched to from, if it was."""
        if self._origin and self._origin[1] == self.place and self._origin[0].level is level:
            return self._origin[0]
        return None

    def remember_scroll(self, position: float) -> None:
        """Keep how far the shown page is scrolled, from 0 (top) to 1."""
        self._scrolls[self.place] = position

    def scroll(self) -> float:
        """How far the shown page was scrolled when it was last left, from 0 to 1."""
        return self._scrolls.get(self.place, 0.0)
