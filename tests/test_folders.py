"""Where the settings are looked for: the user's own file first, then the system's."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from viewer.folders import Folders, find_folders

OWN, SYSTEM = "config/careleaf/clinic.yaml", "etc/careleaf/clinic.yaml"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    for name in (OWN, SYSTEM):
        (tmp_path / name).parent.mkdir(parents=True)
    return Folders(
        tmp_path / "config/careleaf",
        tmp_path / "etc/careleaf",
        tmp_path / "cache",
        tmp_path / "state",
    )


def test_the_users_own_file_comes_before_the_systems(folders: Folders, tmp_path: Path) -> None:
    assert folders.clinic_file() is None
    (tmp_path / SYSTEM).write_text("")
    assert folders.clinic_file() == tmp_path / SYSTEM
    (tmp_path / OWN).write_text("")
    assert folders.clinic_file() == tmp_path / OWN


def test_an_own_file_that_cannot_be_read_is_not_passed_over(
    folders: Folders, tmp_path: Path
) -> None:
    (tmp_path / SYSTEM).write_text("")
    (tmp_path / OWN).symlink_to(tmp_path / "gone")
    assert folders.clinic_file() == tmp_path / OWN
    (tmp_path / OWN).unlink()
    (tmp_path / OWN).mkdir()
    assert folders.clinic_file() == tmp_path / OWN


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may read it all")
def test_a_closed_folder_is_not_passed_over(folders: Folders, tmp_path: Path) -> None:
    (tmp_path / SYSTEM).write_text("")
    folders.config.chmod(0)
    try:
        assert folders.clinic_file() == tmp_path / OWN
    finally:
        folders.config.chmod(0o700)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="these are Linux's folders")
def test_the_systems_file_is_in_any_of_its_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ubuntu puts /etc/xdg/xdg-ubuntu before /etc/xdg."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"relative:{tmp_path / 'desktop'}:{tmp_path / 'etc'}")
    assert find_folders().system_config == tmp_path / "desktop/careleaf"
    (tmp_path / SYSTEM).parent.mkdir(parents=True)
    (tmp_path / SYSTEM).write_text("")
    assert find_folders().system_config == tmp_path / "etc/careleaf"
    assert find_folders().clinic_file() == tmp_path / SYSTEM
    monkeypatch.delenv("XDG_CONFIG_DIRS")
    assert find_folders().system_config == Path("/etc/xdg/careleaf")
