"""Opens the page of the clinic's settings, saves what it asks for, and has it count at once."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.packs.clinic_store import (
    ClinicFile,
    ClinicValues,
    NotWrittenError,
    Refusal,
    save_clinic_file,
)
from viewer.core.wording import sentence
from viewer.core.words import Words
from viewer.ui.clinic_page import ClinicPage
from viewer.ui.icons import Icons
from viewer.ui.metrics import control_pixels, within
from viewer.ui.over import show_over
from viewer.ui.session import Session

translate = QCoreApplication.translate


class ClinicSource(Protocol):
    """What knows the settings that count, and who has to be told of others."""

    @property
    def library_languages(self) -> tuple[str, ...]:
        """The languages that the library's topics have."""

    def clinic_settings(self) -> ClinicFile:
        """The settings as they are now."""

    def use_clinic(self, session: Session, path: Path) -> None:
        """Show every page with the settings in ``path`` from now on."""

    def words(self, language: str) -> Words:
        """The words of findings."""


def open_clinic_settings(
    window: QWidget, session: Session, source: ClinicSource, icons: Icons
) -> ClinicPage:
    """Show the page over the window that is in front; it lets no other in until it is closed."""
    file = source.clinic_settings()
    words = source.words(session.language)
    line = translate("ClinicSettings", "Line {line}: {sentence}")
    problems = [line.format(line=p.line, sentence=sentence(p, words)) for p in file.problems]
    pixels = control_pixels(session.percent, session.metrics.dots_per_inch)
    pixels = within(pixels, window.width(), window.height())
    front = QApplication.activeWindow() or window
    page = ClinicPage(
        window,  # whose look it has, whatever it stands over
        file,
        problems,
        source.library_languages,
        icons,
        (session.theme, pixels),
    )
    page.save_requested.connect(partial(_save, page, file, session, source))
    show_over(page, front)
    return page


def _save(
    page: ClinicPage, file: ClinicFile, session: Session, source: ClinicSource, values: ClinicValues
) -> None:
    try:
        path = save_clinic_file(file, values)
    except NotWrittenError as error:
        page.show_failure(_refusal(error))
        return
    source.use_clinic(session, path)
    page.accept()


def _refusal(error: NotWrittenError) -> str:
    if error.refusal is Refusal.CHANGED:
        return translate(
            "ClinicSettings",
            "Somebody else has changed these settings while this page was open, so nothing was "
            "saved. Close this page, open it again, and look at what they are now.",
        )
    if error.refusal is Refusal.BROKEN:
        return translate(
            "ClinicSettings",
            "The settings file has to be mended in an editor first. Nothing was saved.",
        )
    if error.refusal is Refusal.LOGO:
        return translate(
            "ClinicSettings",
            "The logo can no longer be read. Nothing was saved. Choose it again, or remove it.",
        )
    if error.refusal is Refusal.DISK:
        return translate(
            "ClinicSettings",
            "The settings could not be written: {}. The file is as it was. Mend that, and press "
            "Save again.",
        ).format(error.detail)
    return translate(
        "ClinicSettings",
        "Careleaf cannot change this file without losing something in it, so nothing was saved. "
        "Change it in an editor.",
    )
