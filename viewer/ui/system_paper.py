"""The country whose sheet of paper this computer uses."""

from __future__ import annotations

import os

from PySide6.QtCore import QLocale

from viewer.core.system_locale import system_paper_territory


def paper_territory() -> str:
    """A country's code, such as US; empty where the system names none."""
    of_qt = QLocale.system().name().partition("_")[2]  # macOS tells it Qt alone
    return system_paper_territory(os.environ) or of_qt
