"""A kiosk's accepted topics over a library that a test writes, with clocks that it sets."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tests.core.library import TODAY, icons
from viewer.core.accepted.accepted import Accepted
from viewer.core.accepted.news import Waiting, What, Why
from viewer.core.accepted.watch import Clocks
from viewer.core.checks.topic_check import findings
from viewer.core.packs.library import Library

AN_HOUR = 3_600.0


class Kiosk:
    """Starts, runs rounds, and shows what a visitor would read."""

    def __init__(self, library: Path | Sequence[Path], folder: Path) -> None:
        self.sources = [library] if isinstance(library, Path) else list(library)
        self.folder = folder
        self.now = time.time()
        self.ticks = 1_000.0
        self.start()

    def start(self) -> None:
        """As after every night."""
        clocks = Clocks(lambda: self.now, lambda: self.ticks)
        check = partial(findings, icons=icons(), today=TODAY)
        self.accepted = Accepted(self.sources, self.folder, check, clocks)
        self.library = Library(self.sources, look=self.accepted.shelf)

    def pass_time(self, seconds: float = 31.0) -> None:
        """Nothing happens for a while."""
        self.now += seconds
        self.ticks += seconds

    def steps(self) -> Iterator[None]:
        """A round, and what its end brings."""
        yield from self.accepted.round()
        if self.accepted.has_changed:
            self.library.look_again()

    def take_up(self) -> list[str]:
        """A whole round; what it has taken up and dropped, in words."""
        for _ in self.steps():
            pass
        signs = {What.TAKEN_UP: "+", What.DROPPED: "-"}
        return [signs[news.what] + news.name for news in self.accepted.news]

    def settle(self) -> list[str]:
        """A round that sees what is there, and one that finds it quiet."""
        first = self.take_up()
        self.pass_time()
        return first + self.take_up()

    def begin(self) -> None:
        """Let all that is there count, as in the first minutes of a new kiosk."""
        self.settle()
        assert self.text_places() <= {self.folder / "store"}

    def text_places(self) -> set[Path]:
        """Where the topics that are shown stand."""
        return {self.library.path(topic).parents[1] for topic in self.library.topic_ids}

    def text(self, topic: str = "hands", section: str = "washing", language: str = "en") -> str:
        """What is read in a section."""
        found = self.library.topic(topic).section(section, language)
        return found.body if found else ""

    @property
    def why(self) -> dict[str, Why]:
        """Why something does not count yet, by topic or folder."""
        return {waiting.name: waiting.why for waiting in self.accepted.waiting}

    def waiting(self, name: str = "hands") -> Waiting:
        """What is said of a topic that does not count yet."""
        return next(waiting for waiting in self.accepted.waiting if waiting.name == name)


def tree(folder: Path) -> dict[str, bytes]:
    """All files in a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
