"""Keeps the reader's place, window, text, theme, language and voice for the next start."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from viewer.core.level import Level
from viewer.ui.reader_settings import ReaderSettings, read_settings, write_settings
from viewer.ui.session import Session
from viewer.ui.voice_speed import VoiceSpeed
from viewer.ui.window import Window

PAUSE = 1_500
"""Milliseconds without a change before the settings are written."""


class Memory(QObject):
    """Writes the settings when the reader stops, and when the window closes."""

    written = Signal()

    def __init__(self, folder: Path, session: Session, window: Window, speed: VoiceSpeed) -> None:
        super().__init__(window)
        self._folder = folder
        self._session = session
        self._window = window
        self._speed = speed
        self._written = read_settings(folder)
        self._at_start = session.percent
        self._has_chosen = bool(self._written.text_percent)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.write)
        session.screen_changed.connect(self._later)
        speed.changed.connect(self._later)
        window.view.verticalScrollBar().valueChanged.connect(self._later)
        window.closing.connect(self.write)

    def _later(self) -> None:
        """Wait until the reader pauses. Not ``start`` itself: it would take the signal's number."""
        self._pause.start()

    def write(self) -> None:
        """Write the settings if they have changed; a disk that refuses costs only them."""
        session, place = self._session, self._session.history.place
        settings = ReaderSettings(
            geometry=bytes(self._window.saveGeometry().toBase64().data()).decode("ascii"),
            kind=place.kind,
            topic=place.topic,
            section=place.section,
            plain=place.level is Level.PLAIN,
            scroll=round(self._window.view.scrolling.position(), 4),
            text_percent=self._percent(),
            theme=session.theme_name,
            voice_speed=self._speed.step,
            language=session.chosen_language,
            line_spacing=session.spacing.lines,
            letter_spacing=session.spacing.letters,
            word_spacing=session.spacing.words,
            paragraph_spacing=session.spacing.paragraphs,
        )
        if settings != self._written and write_settings(self._folder, settings):
            self._written = settings
            self.written.emit()

    def _percent(self) -> int:
        """The text size that was chosen; 0 while it is still as the system had it at the start."""
        session = self._session
        self._has_chosen = self._has_chosen or session.percent != self._at_start
        return session.percent if self._has_chosen else 0


def restore_geometry(window: Window, settings: ReaderSettings) -> None:
    """Put the window where it was; Qt keeps it on a screen that is there."""
    if settings.geometry:
        from PySide6.QtCore import QByteArray

        window.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode("ascii", "ignore")))
