"""What Qt itself does in the reader's language: the controls' words, its own, the direction."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication

from viewer.core.language import lookup
from viewer.core.locales import is_right_to_left

SOURCE_LANGUAGE = "en"
"""The language that the controls' words are written in, in the code."""
_NAME = "controls"


def use_language(folder: Path, tag: str) -> None:
    """Let the controls speak the language, from ``careleaf_<tag>.qm`` in ``folder``, at once.

    A language that has no such file gets the controls in English.
    """
    application = QCoreApplication.instance()
    if application is None:
        return
    changed = [(old, False) for old in application.findChildren(QTranslator, _NAME)]
    if SOURCE_LANGUAGE not in lookup(tag):
        changed += [(new, True) for new in _translators(folder, tag)]
    for translator, wanted in changed:
        if wanted:
            translator.setParent(application)
            application.installTranslator(translator)
        else:
            application.removeTranslator(translator)
            translator.deleteLater()
    rtl = is_right_to_left(tag)
    if QGuiApplication.isRightToLeft() is not rtl:
        application.setProperty("layoutDirection", int(rtl))
    if changed:  # now, not with the next paint: nothing of the old language may be seen in it
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.LanguageChange))


def controls_language() -> str:
    """The language that the controls speak now, which has words for all of them."""
    application = QCoreApplication.instance()
    made = application.findChildren(QTranslator, _NAME) if application is not None else []
    ours = (one.language() for one in made if "careleaf_" in os.path.basename(one.filePath()))
    return next(ours, SOURCE_LANGUAGE).replace("_", "-")


def system_languages() -> tuple[str, ...]:
    """The languages that this computer's user reads, the first first."""
    return tuple(QLocale.system().uiLanguages())


def _translators(folder: Path, tag: str) -> list[QTranslator]:
    """Qt's own words, and ours, each in the nearest language that there is."""
    own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    found = []
    for prefix, place in (("qtbase", own), ("careleaf", str(folder))):
        files = (os.path.join(place, f"{prefix}_{wider}.qm") for wider in lookup(tag))
        file = next(filter(os.path.isfile, files), "")
        translator = QTranslator()
        translator.setObjectName(_NAME)
        if file and translator.load(file):
            found.append(translator)
    return found
