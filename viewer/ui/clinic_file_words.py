"""What the clinic's page says of the file that its settings are kept in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from viewer.core.packs.clinic_store import ClinicFile

translate = QCoreApplication.translate


def words_for(file: ClinicFile, in_order: Callable[[str], str]) -> str:
    """Whose settings they are, and what is not set here; ``in_order`` keeps a path readable."""
    if file.becomes_own:
        said = translate(
            "ClinicPage",
            "The settings in use belong to the whole computer. When you save, a copy of all of "
            "them is kept for you in this file, and from then on only your own count for you.",
        )
    elif file.passed_over is not None:
        said = translate(
            "ClinicPage",
            "These settings are your own. Those of the whole computer, in {}, do not count for "
            "you.",
        ).format(in_order(str(file.passed_over)))
    else:
        said = translate("ClinicPage", "All settings are kept in this file.")
    rest = translate(
        "ClinicPage",
        "The folders of topics and the waiting-room screen (library, kiosk) are set in the "
        "file itself; docs/clinic-settings.md explains every line.",
    )
    return f"{said} {rest}"
