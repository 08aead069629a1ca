"""What the window answers beside the page: where a link leads, a number, which languages there are.

Built after the first paint.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from viewer.core.language import best_language
from viewer.core.locales import language_name
from viewer.ui.fonts import control_font, load_letters
from viewer.ui.questions import ask_about_web, show_telephone
from viewer.ui.session import Session
from viewer.ui.toolbar import Toolbar


class Asides(QObject):
    """Asks before a reader leaves, shows a number, and offers the languages."""

    def __init__(self, window: QWidget, session: Session, toolbar: Toolbar) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._toolbar = toolbar
        self._font = QFont()
        session.web_requested.connect(self._ask_about_web)
        session.telephone_requested.connect(self._show_telephone)
        toolbar.languages_wanted.connect(self._offer_languages)

    def set_scale(self, pixels: int) -> None:
        """Ask in a font of so many pixels."""
        self._font = control_font(pixels)

    def _ask_about_web(self, address: str) -> None:
        ask_about_web(self._window, self._font, address)

    def _show_telephone(self, number: str) -> None:
        show_telephone(self._window, self._font, number)

    def _offer_languages(self) -> None:
        offered, used = self._session.desk.languages, self._session.language
        names = [(tag, language_name(tag)) for tag in offered]
        load_letters(*(name for _, name in names))
        self._toolbar.show_languages(names, best_language(used, offered, used))
