"""An author's window: it follows each save of their own editor, at the same place.

It looks at the files and reads them. It writes none: they belong to the author's editor.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.core.authoring.place_of_problem import place_of
from viewer.core.authoring.watched import Watched
from viewer.core.checks.whole import Findings, check_whole_in_steps
from viewer.core.packs.check_settings import FILE_NAME
from viewer.core.problems import Problem, Severity
from viewer.core.wording import sentence
from viewer.core.words import Words
from viewer.ui.edit_panel import EditPanel, ProblemRow
from viewer.ui.idle_steps import IdleSteps
from viewer.ui.other_level import OtherLevel
from viewer.ui.session import Session
from viewer.ui.window import Window

LOOK = 120
"""Milliseconds between two looks at the files; a save is taken up at the second that is alike."""
_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Source(Protocol):
    """What is written, and how it is read."""

    folders: tuple[Path, ...]
    """The libraries."""
    topic: Path | None
    """The one topic that is of interest; None: all of them."""
    icons: frozenset[str]
    settings_files: tuple[Path, ...]
    """Where the clinic's settings are, or may come to be."""

    def clinic_file(self) -> Path | None:
        """The clinic's settings that count."""

    def words(self, language: str) -> Words:
        """The words for an author of this language."""

    def look_again(self) -> None:
        """Show the page as its files are now."""


class Editing(QObject):
    """Keeps page, other level and findings as the files are."""

    checked = Signal()
    """The findings are those of the files as they are."""

    def __init__(
        self,
        window: Window,
        session: Session,
        panel: EditPanel,
        source: Source,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        super().__init__(window)
        self._today, self._day = today, today()
        self._window, self._session, self._panel, self._source = window, session, panel, source
        self._problems: tuple[Problem, ...] = ()
        self._findings: Findings | None = None
        self._language = session.language
        """The author's: to look at a page in another does not change it."""
        self._other = OtherLevel(session, panel)
        shown = [source.topic] if source.topic else source.folders
        bounds = [folder / FILE_NAME for folder in source.folders]
        self._watched = Watched([*shown, *bounds, *source.settings_files])
        self._steps = IdleSteps(self, 0)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        session.screen_changed.connect(self._show)
        session.language_changed.connect(self._speak)
        panel.problem_requested.connect(self._open)
        window.closing.connect(self._end)

    def begin(self) -> None:
        """Show the other level, and what is wrong; from now on follow the files."""
        self._show()
        self._check()
        self._timer.start()

    def _end(self) -> None:
        self._timer.stop()
        self._steps.stop()

    def _look(self) -> None:
        if self._watched.has_settled_anew():
            self._source.look_again()
            self._check()
        elif self._today() != self._day:  # a review may be due since midnight
            self._check()

    def _show(self) -> None:
        self._other.show()
        theme, pixels, _ = self._window.scale
        self._panel.set_scale(theme, pixels)

    # --- what is wrong -------------------------------------------------------------------

    def _check(self) -> None:
        self._day = self._today()
        self._steps.begin(self._checking())

    def _checking(self) -> Iterator[None]:
        source = self._source
        found = yield from check_whole_in_steps(
            source.folders,
            source.clinic_file(),
            source.icons,
            self._day,
            source.words(self._language),
        )
        self._findings = found
        self._list()
        self.checked.emit()

    def _speak(self) -> None:
        """The author has chosen another language for the window."""
        self._language = self._session.language
        self._list()

    def _list(self) -> None:
        """List the findings, the gravest first."""
        if self._findings is None:
            return
        ours = [problem for problem in self._findings.problems if self._concerns(problem.path)]
        ours.sort(key=lambda problem: _GRAVEST_FIRST.index(problem.severity))
        self._problems = tuple(ours)
        words = self._source.words(self._language)
        counts = [sum(p.severity is one for p in ours) for one in _GRAVEST_FIRST]
        named = dict(zip(("errors", "warnings", "notes"), map(str, counts), strict=True))
        said = words("edit.counts", **named) if ours else words("edit.nothing")
        self._panel.show_problems(said, [self._row(problem, words) for problem in ours])

    def _concerns(self, path: Path) -> bool:
        """Whether a file is of what is written, or of no topic: settings, and bounds."""
        topic = self._source.topic
        if topic is None or path.is_relative_to(topic):
            return True
        return path.parent in self._source.folders or not any(
            path.is_relative_to(folder) for folder in self._source.folders
        )

    def _row(self, problem: Problem, words: Words) -> ProblemRow:
        severity = words(f"severity.{problem.severity}")
        where = words(
            "edit.where",
            severity=severity[:1].upper() + severity[1:],
            file=self._name(problem.path),
            line=str(problem.line),
            rule=problem.rule,
        )
        said = sentence(problem, words)
        return ProblemRow(where, said, f"{problem.path} {problem.rule} {problem.details}")

    def _name(self, path: Path) -> str:
        """A file as seen from the topic, or from the library."""
        for folder in filter(None, (self._source.topic, *self._source.folders)):
            if path != folder and path.is_relative_to(folder):
                return str(path.relative_to(folder))
        return path.name

    def _open(self, row: int) -> None:
        """Show where a finding is seen."""
        if self._findings is None or row >= len(self._problems):
            return
        session, problem = self._session, self._problems[row]
        seen = place_of(problem, self._findings.library, session.history.place.level)
        if seen is None:
            words = self._source.words(self._language)
            self._panel.say(words("edit.not_shown", file=self._name(problem.path)))
            return
        if seen.language and seen.language != session.language:
            language = self._language
            session.choose_language(seen.language)
            self._language = language
            self._list()
        session.open_place(seen.place, seen.anchor)
