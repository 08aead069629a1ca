"""What a kiosk's staff, and its service manager, are told of what it shows."""

from __future__ import annotations

import datetime
from pathlib import Path

from viewer.core.accepted.news import Waiting
from viewer.core.checks.topic_check import check_review
from viewer.core.pages.version import versions_of
from viewer.core.problems import Problem, Reporter, Severity
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
        found = [*self._opening.reading.problems, *self._of_reviews()]
        return tuple(problem for problem in found if problem.severity is not Severity.NOTE)

    def _of_reviews(self) -> list[Problem]:
        """Which reviews are of another text, due or lapsed: days pass, and no file changes."""
        library, problems = self._opening.reading.library, list[Problem]()
        for topic in () if library.is_large else library.topics():
            reporter = Reporter(Path(topic.id, "topic.yaml"), problems)  # not the kiosk's own copy
            for language in topic.languages:
                today = datetime.date.today()
                check_review(topic, language, today, library.limits.grace, reporter)
        return problems
