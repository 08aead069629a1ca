"""What a desktop is told about the program: that it opens careleaf: links, and its icon."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from configparser import ConfigParser

import pytest

from tests.conftest import ROOT, OpenViewer
from viewer.core.installation import Installation
from viewer.options import parse_options


@pytest.fixture
def entry(installation: Installation) -> ConfigParser:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(installation.desktop / "careleaf.desktop", "utf-8")
    return parser


def test_the_entry_opens_links_with_the_program(entry: ConfigParser) -> None:
    desktop = entry["Desktop Entry"]
    assert "x-scheme-handler/careleaf" in desktop["MimeType"].split(";")
    name, *arguments = desktop["Exec"].split()
    assert name == "careleaf"
    link = "careleaf:topic/a"
    assert parse_options([link if a == "%u" else a for a in arguments]).open == link
    # From a menu there is no link: desktops leave the %u out.
    assert not parse_options([a for a in arguments if a != "%u"]).open


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="not installed")
def test_the_entry_is_as_desktops_want_it(installation: Installation) -> None:
    command = ["desktop-file-validate", str(installation.desktop / "careleaf.desktop")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_wheel_puts_entry_and_icon_where_desktops_look(entry: ConfigParser) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    icon = entry["Desktop Entry"]["Icon"]
    assert set(shared.values()) == {
        "share/applications/careleaf.desktop",
        f"share/icons/hicolor/scalable/apps/{icon}.svg",
    }
    assert all((ROOT / source).is_file() for source in shared)


def test_the_window_has_the_icon(open_viewer: OpenViewer) -> None:
    reader = open_viewer()
    reader.qtbot.waitUntil(lambda: not reader.window.windowIcon().isNull())
    image = reader.window.windowIcon().pixmap(64, 64).toImage()
    leaf = image.pixelColor(image.width() * 7 // 10, image.height() * 3 // 10)
    assert leaf.green() > leaf.red()
