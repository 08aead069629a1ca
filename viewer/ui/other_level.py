"""The page that is shown, at the level that is not shown: beside it, for somebody who writes."""

from __future__ import annotations

from PySide6.QtCore import QObject

from viewer.core.level import Level
from viewer.core.place import PageKind, Place
from viewer.ui.edit_panel import EditPanel
from viewer.ui.session import Session

_OF_ONE_TEXT = (PageKind.HOME, PageKind.CARE, PageKind.ABOUT)


class OtherLevel(QObject):
    """Keeps the panel's page the same as the window's, at its other level."""

    def __init__(self, session: Session, panel: EditPanel) -> None:
        super().__init__(panel)
        self._session, self._panel = session, panel
        self._shown: Place | None = None
        self._layout: object = None
        panel.view.link_requested.connect(session.open_link)
        panel.view.width_changed.connect(self.fit)

    def show(self) -> None:
        """Write the page that is shown now; one that was there before keeps its place."""
        session, view = self._session, self._panel.view
        if session.screen is None:
            return
        here = session.history.place
        has_levels = here.kind not in _OF_ONE_TEXT
        other = Level.CLINICAL if here.level is Level.PLAIN else Level.PLAIN
        there = here._replace(level=other) if has_levels else here
        self._panel.name_level(self._name(other) if has_levels else self.tr("All read this page"))
        mark = view.scrolling.mark() if there == self._shown else None
        metrics = view.metrics(session.percent)._replace(text_spacing=session.spacing)
        made = session.desk.presenter.screen(there, session.theme, metrics)
        self._shown, self._layout = there, metrics.layout
        column = metrics.card_column if made.cards else metrics.text_column
        view.show_page(
            made.html, made.title, metrics.body, column, frozenset(made.cards), made.languages
        )
        if mark is None:
            view.scrolling.go_to(0.0)
        else:
            view.scrolling.return_to(mark)

    def fit(self) -> None:
        """The width that there is has changed: write the page anew if it depends on that."""
        metrics = self._panel.view.metrics(self._session.percent)
        if metrics._replace(text_spacing=self._session.spacing).layout != self._layout:
            self.show()

    def _name(self, level: Level) -> str:
        plain = level is Level.PLAIN
        return self.tr("Plain language") if plain else self.tr("Text for health workers")
