"""What every test of the window needs: a screen, a clean home, and viewers that are closed again.

Nothing here touches the real user's folders: ``folders`` lie in ``tmp_path``, and
programs that are started (``run_careleaf``) get a home of their own there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Protocol

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.packs import PackWriter
from tests.ui.reader import Reader
from viewer.application import make_application
from viewer.asking import understood
from viewer.core.installation import Installation, find_installation
from viewer.folders import Folders
from viewer.laptop import build_window
from viewer.options import parse_options
from viewer.ui.reader_settings import ReaderSettings, write_settings

ROOT = Path(__file__).resolve().parent.parent
SCREEN = {"name": "test", "x": 0, "y": 0, "width": 1920, "height": 1080}
SCREEN |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
_leaving: list[Reader] = []
"""Closed viewers that may still have a moment's work to do."""


class OpenViewer(Protocol):
    """Opens a window as the command line would, shows it, and closes it at the end."""

    def __call__(
        self,
        *arguments: str,
        library: Path | None = None,
        size: tuple[int, int] | None = None,
        folders: Folders | None = None,
        installation: Installation | None = None,
        show: bool = True,
    ) -> Reader: ...


Remember = Callable[..., None]
"""Writes the settings that the last visit would have left: ``remember(text_percent=300)``."""

RunCareleaf = Callable[..., "subprocess.CompletedProcess[str]"]
"""Starts the program: ``run_careleaf("--version", QT_QPA_PLATFORM="offscreen")``."""


WINDOWS = ("tests/ui/", "tests/journeys/", "tests/handout/")
"""Tests that open windows or typeset sheets, and take their time for each variant."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Say what is nobody's fault, and which variants are for the slow run.

    Qt's warnings fail tests, but not what its offscreen screen cannot do. Of a test of windows
    with many variants the usual run has the first and the last; the slow one has all others.
    """
    variants: dict[str, list[pytest.Item]] = {}
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("^This plugin does not support "))
        is_variant = item.nodeid.startswith(WINDOWS) and "[" in item.nodeid
        has_its_own_run = any(map(item.get_closest_marker, ("slow", "exhaustive")))
        if is_variant and not has_its_own_run:
            variants.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for alike in variants.values():
        for item in alike[1:-1]:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def qapp(tmp_path_factory: pytest.TempPathFactory) -> QApplication:
    """The application as the program makes it, on a screen of 1920 by 1080 at 96 dots per inch."""
    kept = os.environ.get("QT_QPA_PLATFORM", "")
    if kept in ("", "offscreen"):
        screens = tmp_path_factory.mktemp("screen") / "screens.json"
        screens.write_text(json.dumps({"screens": [SCREEN]}), "utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    os.environ["LC_ALL"] = "C.UTF-8"  # this computer's own language is not the tests'
    application = make_application()
    os.environ["QT_QPA_PLATFORM"] = kept
    return application


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """This reader's folders, empty."""
    home = tmp_path / "home"
    return Folders(home / "config", home / "etc", home / "cache", home / "state")


@pytest.fixture
def installation() -> Installation:
    """What comes with the program."""
    return find_installation()


@pytest.fixture
def packs(tmp_path: Path) -> PackWriter:
    """A library to write topics into."""
    return PackWriter(tmp_path / "library")


@pytest.fixture
def remember(folders: Folders) -> Remember:
    """Leave settings as the last visit would have."""

    def write(**values: Any) -> None:
        assert write_settings(folders.config, ReaderSettings(**values))

    return write


@pytest.fixture
def clinic(folders: Folders) -> Callable[[str], None]:
    """Write the clinic's settings."""

    def write(text: str) -> None:
        folders.config.mkdir(parents=True, exist_ok=True)
        (folders.config / "clinic.yaml").write_text(text, "utf-8")

    return write


@pytest.fixture
def reader_kind() -> type[Reader]:
    """How whoever sits at the window uses it: with a mouse, unless a test says otherwise."""
    return Reader


@pytest.fixture
def open_viewer(
    qapp: QApplication,
    qtbot: QtBot,
    folders: Folders,
    installation: Installation,
    reader_kind: type[Reader],
) -> Iterator[OpenViewer]:
    """Open as many viewers as a test needs, one after the other or at once."""
    opened: list[Reader] = []
    usual_folders, usual_installation = folders, installation

    def open_one(
        *arguments: str,
        library: Path | None = None,
        size: tuple[int, int] | None = None,
        folders: Folders | None = None,
        installation: Installation | None = None,
        show: bool = True,
    ) -> Reader:
        words = [*arguments, *(["--library", str(library)] if library else [])]
        window = build_window(
            understood(parse_options(words), installation or usual_installation),
            installation or usual_installation,
            folders or usual_folders,
        )
        reader = reader_kind(window, qtbot, shown=show)
        opened.append(reader)
        if size and size[0] != window.width():
            with qtbot.waitSignal(window.view.width_changed, timeout=200, raising=False):
                window.resize(*size)
                window.show()
        elif size:
            window.resize(*size)
        if show:
            window.show()
            window.activateWindow()
            qtbot.waitExposed(window)
            qtbot.waitUntil(lambda: bool(window.findChildren(QShortcut)))
            reader.settle_soon()
        return reader

    yield open_one
    for reader in opened:
        for page in reader.window.findChildren(QDialog, "clinicPage"):
            page.done(0)  # one with changes would ask
        reader.close()
    _leaving.extend(opened)
    for reader in [reader for reader in _leaving if reader.has_settled or not reader.shown]:
        reader.window.deleteLater()
        _leaving.remove(reader)
    qapp.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))


@pytest.fixture
def their_environment(tmp_path: Path) -> dict[str, str]:
    """The variables of a person with a home in ``tmp_path``, and no screen."""
    home = tmp_path / "their-home"
    home.mkdir()
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("XDG_", "QT_")) and name not in ("DISPLAY", "WAYLAND_DISPLAY")
    }
    clean |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}
    for name in ("CONFIG", "CACHE", "DATA", "STATE"):
        clean[f"XDG_{name}_HOME"] = str(home / name.lower())
    return clean | {"XDG_CONFIG_DIRS": str(home / "etc")}


@pytest.fixture
def run_careleaf(their_environment: dict[str, str]) -> RunCareleaf:
    """Start the program in a process of its own, with a home in ``tmp_path``."""

    def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            env=their_environment | environment,
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )

    return run
