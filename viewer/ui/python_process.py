"""Other processes of this program, which the window starts and listens to."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment

RUN_MODULE = (sys.executable, "-P", "-m")
"""Before a module's name. -P: a queue.py in the folder of whoever started us is not Python's."""
_ROOT = Path(__file__).resolve().parents[2]
"""The folder that holds the package ``viewer``."""


def python_process(parent: QObject) -> QProcess:
    """A process, not yet started, that finds this very program; what goes wrong in it is dropped.

    It hears that nobody wants it any more when its standard input is closed.
    """
    process = QProcess(parent)
    environment = QProcessEnvironment.systemEnvironment()
    paths = [str(_ROOT), environment.value("PYTHONPATH", "")]
    environment.insert("PYTHONPATH", os.pathsep.join(filter(None, paths)))
    process.setProcessEnvironment(environment)
    process.setStandardErrorFile(QProcess.nullDevice())
    return process
