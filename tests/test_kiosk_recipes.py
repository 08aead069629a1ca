"""The recipes for administrators show the very files that come with the program."""

from __future__ import annotations

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / "resources" / "kiosk").iterdir())
PAGE = (ROOT / "docs" / "kiosk.md").read_text("utf-8")
BLOCKS = re.findall(r"^```\w*\n(.*?)^```$", PAGE, re.M | re.S)


def unit(name: str) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ROOT / "resources" / "kiosk" / name, "utf-8")
    return parser


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_file_is_on_the_page_as_it_is(path: Path) -> None:
    assert path.read_text("utf-8") in BLOCKS


def test_each_file_is_put_where_it_says_that_it_belongs() -> None:
    install = "".join(block for block in BLOCKS if "install -D" in block)
    for path in FILES:
        place = re.match(r"(?:#!.*\n)?# (/\S+)\n", path.read_text("utf-8"))
        if place is not None:
            assert path.name in install
            assert str(Path(place[1]).parent) in install
            assert Path(place[1]).name in install


def test_the_unit_has_what_a_watched_program_inside_a_compositor_needs() -> None:
    service = unit("careleaf-kiosk.service")["Service"]
    assert service["Type"] == "notify"
    assert service["NotifyAccess"] == "all"
    assert service["UnsetEnvironment"] == "WATCHDOG_PID"
    assert service["Restart"] == "always"
    assert int(service["WatchdogSec"]) >= 30
    assert service["ExecStart"].startswith("/usr/bin/cage -d -- ")


def test_no_switch_lets_a_visitor_out_of_the_compositor() -> None:
    switches = unit("careleaf-kiosk.service")["Service"]["ExecStart"].partition(" -- ")[0]
    assert "s" not in "".join(re.findall(r" -(\w+)", switches))


@pytest.mark.parametrize("path", [path for path in FILES if path.suffix == ".xml"])
def test_the_file_for_windows_is_whole(path: Path) -> None:
    space = "{http://schemas.microsoft.com/ShellLauncher/2018/Configuration}"
    tree = ElementTree.parse(path)
    profiles = {profile.get("Id") for profile in tree.iter(f"{space}Profile")}
    assert len(profiles) == 1


@pytest.mark.skipif(shutil.which("sh") is None, reason="a shell is POSIX's")
def test_the_session_is_a_shell_script_and_is_no_shell(tmp_path: Path) -> None:
    script = ROOT / "resources" / "kiosk" / "careleaf-kiosk-session"
    subprocess.run(["sh", "-n", str(script)], check=True)
    for words in (["-c", "touch got-in"], []):
        environment = {"PATH": os.environ["PATH"]}  # nobody sits at the screen
        done = subprocess.run(
            ["sh", str(script), *words],
            env=environment,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert "does nothing else" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_links_to_other_pages_lead_somewhere() -> None:
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", PAGE):
        assert (ROOT / "docs" / link).exists()
    anchors = {
        re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", PAGE, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= anchors
