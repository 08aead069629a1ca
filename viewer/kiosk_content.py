"""What a kiosk's staff, and its service manager, are told of what it shows."""

from __future__ import annotations

from viewer.core.accepted.news import Waiting
from viewer.core.pages.version import versions_of
from viewer.core.problems import Problem, Severity
from viewer.opening import Opening


class KioskContent:
    """Asks what has been read, each time anew."""

    def __init__(self, opening: Opening) -> None:
        self._opening = opening

    def versions(self) -> tuple[str, ...]:
        """Each topic with the version of its text, in each language."""
        return versions_of(self._opening.reading.library)

    @property
    def missing_topics(self) -> tuple[str, ...]:
        """Topics that are to be on the tiles, and are not in the library."""
        library = self._opening.reading.library
        return tuple(t for t in self._opening.clinic.kiosk.topics if t not in library)

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """What is not taken up, and why."""
        return self._opening.reading.waiting

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with what is shown."""
        found = self._opening.reading.problems
        return tuple(problem for problem in found if problem.severity is not Severity.NOTE)
