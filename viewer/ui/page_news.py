"""Tells a screen reader what a new screen shows: another language, page, level or size."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QObject

from viewer.core.locales import format_number, language_name
from viewer.ui.announcing import announce
from viewer.ui.page_view import PageView
from viewer.ui.session import Session


class _Told(NamedTuple):
    language: str
    title: str
    plain: bool
    percent: int
    theme: str


class PageNews(QObject):
    """Compares each screen with the one before it."""

    def __init__(self, view: PageView, session: Session) -> None:
        super().__init__(view)
        self._view, self._session = view, session
        self._told = self._now()

    def tell(self) -> None:
        """Say what is different now."""
        before, self._told = self._told, self._now()
        now, words = self._told, []
        if before is None or now is None:
            return
        if now.language != before.language:
            words.append(language_name(now.language))
        if now.title != before.title:
            words.append(now.title)
        if now.plain is not before.plain:
            plain, clinical = self.tr("Plain language"), self.tr("Clinical text")
            words.append(plain if now.plain else clinical)
        if now.percent != before.percent:
            percent = format_number(now.percent, self._session.language)
            words.append(self.tr("Text size {} %").format(percent))
        if now.theme != before.theme:
            words.append(self.tr("Colors changed"))
        announce(self._view, ". ".join(words))

    def _now(self) -> _Told | None:
        screen, session = self._session.screen, self._session
        if screen is None:
            return None
        looks = session.percent, session.theme_name
        return _Told(session.language, screen.title, screen.plain, *looks)
