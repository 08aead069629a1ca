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
from viewer.core.level import Level
from viewer.core.packs.check_settings import FILE_NAME
from viewer.core.place import PageKind
from viewer.core.problems import Problem, Severity
from viewer.core.wording import sentence
from viewer.core.words import Words
from viewer.ui.edit_panel import EditPanel, ProblemRow
from viewer.ui.idle_steps import IdleSteps
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
        shown = [source.topic] if source.topic else source.folders
        bounds = [folder / FILE_NAME for folder in source.folders]
        clinic = source.clinic_file()
        self._watched = Watched([*shown, *bounds, *([clinic] if clinic else [])])
        self._steps = IdleSteps(self, 0)
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)
        session.screen_changed.connect(self._show_other)
        session.language_changed.connect(self._list)
        panel.problem_requested.connect(self._open)
        panel.view.link_requested.connect(session.open_link)
        panel.view.width_changed.connect(self._show_other)
        window.closing.connect(self._end)

    def begin(self) -> None:
        """Show the other level, and what is wrong; from now on follow the files."""
        self._show_other()
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

    # --- the other level -----------------------------------------------------------------

    def _show_other(self) -> None:
        """The page that is shown, at the level that is not shown."""
        session, view = self._session, self._panel.view
        screen = session.screen
        if screen is None:
            return
        place = session.history.place
        other = Level.CLINICAL if place.level is Level.PLAIN else Level.PLAIN
        plain = other is Level.PLAIN
        name = self.tr("Plain language") if plain else self.tr("Text for health workers")
        self._panel.name_level(name)
        shown = place._replace(level=other)
        if place.kind is PageKind.CARE:  # it is of one level
            shown = place
        metrics = view.metrics(session.percent)._replace(text_spacing=session.spacing)
        made = session.desk.presenter.screen(shown, session.theme, metrics)
        mark = view.scrolling.mark()
        column = metrics.card_column if made.cards else metrics.text_column
        view.show_page(
            made.html, made.title, metrics.body, column, frozenset(made.cards), made.languages
        )
        view.scrolling.return_to(mark)
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
            source.words(self._session.language),
        )
        self._findings = found
        self._list()
        self.checked.emit()

    def _list(self) -> None:
        """List the findings, the gravest first."""
        if self._findings is None:
            return
        topic = self._source.topic
        ours = [
            problem
            for problem in self._findings.problems
            if topic is None or problem.path.is_relative_to(topic)
        ]
        ours.sort(key=lambda problem: _GRAVEST_FIRST.index(problem.severity))
        self._problems = tuple(ours)
        words = self._source.words(self._session.language)
        counts = [sum(p.severity is one for p in ours) for one in _GRAVEST_FIRST]
        said = self.tr("Errors: {}, warnings: {}, notes: {}").format(*counts)
        if not ours:
            said = self.tr("Nothing was found.")
        self._panel.show_problems(said, [self._row(problem, words) for problem in ours])

    def _row(self, problem: Problem, words: Words) -> ProblemRow:
        severity = words(f"severity.{problem.severity}")
        name = self._name(problem.path)
        where = self.tr("{severity}: {file}, line {line} ({rule})").format(
            severity=severity[:1].upper() + severity[1:],
            file=name,
            line=problem.line,
            rule=problem.rule,
        )
        said = sentence(problem, words)
        return ProblemRow(where, said, f"{problem.path} {problem.rule} {said}")

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
            return
        if seen.language != session.language:
            session.choose_language(seen.language)
        session.open_place(seen.place, seen.anchor)
