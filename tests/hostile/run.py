"""Everything that the program does with a library, in a process of its own with bounds.

    python -m tests.hostile.run LIBRARY CLINIC HOME SECONDS MEBIBYTES

Beyond ``everything.all_of_it`` each page is laid out and painted by Qt, and each handout typeset.
On standard output comes a line of JSON: the problems, seconds of the processor, and mebibytes.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys
import time
from pathlib import Path

from PySide6.QtGui import QImage

from tests.core.library import TODAY, words
from tests.hostile.everything import LANGUAGES, all_of_it, handouts, opened, screens
from viewer.application import make_application
from viewer.asking import understood
from viewer.core.installation import find_installation
from viewer.core.packs.library import Library
from viewer.folders import Folders
from viewer.handout.making import HandoutMaker
from viewer.handout.typesetter import TypesettingError
from viewer.laptop import build_window
from viewer.options import parse_options
from viewer.ui.window import Window

STACK = 1_024
"""Mebibytes of addresses that libraries ask for and never use."""


def main(folder: Path, clinic: Path, home: Path, seconds: int, mebibytes: int) -> None:
    """Do it all within these bounds; the system ends what does not keep to them."""
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    application = make_application()
    began, before = time.process_time(), _memory()
    most = (_addresses() + mebibytes) * 1_048_576
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    problems = all_of_it(folder, clinic)
    checked = time.process_time()
    window = _window(folder, home)
    for language in LANGUAGES:
        for screen in screens(opened(folder, clinic), language):
            window.view.setHtml(screen.html)
            application.processEvents()
            picture = QImage(window.size(), QImage.Format.Format_RGB32)
            window.render(picture)
    window.close()
    painted = time.process_time()
    found = opened(folder, clinic)
    maker = HandoutMaker(Library([folder]), found.clinic, words, find_installation(), lambda: TODAY)
    for order in handouts(found):
        with contextlib.suppress(TypesettingError):
            maker.pdf(order)
    told = sorted({(str(p.rule), p.path.name) for p in problems})
    times = (checked - began, painted - checked, time.process_time() - painted)
    print(json.dumps({"problems": told, "seconds": times, "mebibytes": _memory() - before}))


def _window(folder: Path, home: Path) -> Window:
    folders = Folders(*(home / name for name in ("config", "etc", "cache", "state")))
    options = parse_options(["--library", str(folder)])
    installation = find_installation()
    window = build_window(understood(options, installation), installation, folders)
    window.resize(1_000, 800)
    window.show()
    return window


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def _addresses() -> int:
    """Mebibytes of addresses now, and room for what the libraries have yet to ask for."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * resource.getpagesize() // 1_048_576 + STACK


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]), *map(int, sys.argv[4:6]))  # type: ignore[arg-type]
