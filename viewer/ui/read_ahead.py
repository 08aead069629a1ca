"""Reads ahead while the reader reads: the sections that the next click may open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.ui.idle_steps import IdleSteps

if TYPE_CHECKING:
    from viewer.ui.session import Session

PAUSE = 40
"""Milliseconds between two sections; each takes some ten, in which a key may have to wait."""


class ReadAhead(QObject):
    """Parses the sections of the topic that is shown, one at a time, after the page is painted."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._read = ("", "")
        """The topic, and the language of its readers."""
        self._steps = IdleSteps(self, PAUSE)

    def begin(self) -> None:
        """Read the topic that is shown now, and later each topic that is opened."""
        self._session.screen_changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        topic = self._session.history.place.topic
        wanted = (topic, self._session.language)
        if topic and wanted != self._read:
            self._read = wanted
            self._steps.begin(self._session.desk.presenter.read_ahead(topic))
