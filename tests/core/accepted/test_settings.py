"""The settings of a kiosk: the last that could be read and brought no new problem."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from viewer.core.accepted.news import Why
from viewer.core.accepted.settings import AcceptedSettings
from viewer.core.accepted.watch import Clocks
from viewer.core.packs.clinic import Clinic

GOOD = 'emergency_number: "112"\ncare_team_phone: 555-0100\n'
BAD = {
    "YAML": b"emergency_number: [\n",
    "bytes": b"\xff\xfe",
    "empty": b"",
    "an unknown key": (GOOD + "prnter: Front desk\n").encode(),
    "no number": b'emergency_number: "call us"\n',
}


class Kiosk:
    """Starts and looks, with a clock of its own."""

    def __init__(self, tmp_path: Path) -> None:
        self.file = tmp_path / "clinic.yaml"
        self.folder = tmp_path / "state"
        self.ticks = 0.0

    def start(self) -> Clinic:
        self.settings = AcceptedSettings(self.folder, Clocks(lambda: 0.0, lambda: self.ticks))
        return self.settings.start(self.file)[0]

    def settle(self) -> Clinic | None:
        first = self.settings.look()
        self.ticks += 31
        return first or self.settings.look()

    @property
    def why(self) -> list[Why]:
        return [waiting.why for waiting in self.settings.waiting]


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    kiosk = Kiosk(tmp_path)
    kiosk.file.write_text(GOOD, "utf-8")
    assert kiosk.start().emergency_number == "112"
    return kiosk


def test_what_has_not_changed_is_no_news(kiosk: Kiosk) -> None:
    assert kiosk.settle() is None
    assert kiosk.why == []


def test_a_change_counts_once_nobody_writes_any_more(kiosk: Kiosk) -> None:
    kiosk.file.write_text(GOOD[:24], "utf-8")
    assert kiosk.settings.look() is None
    assert kiosk.why == [Why.SETTINGS_COPYING]
    kiosk.ticks += 20
    kiosk.file.write_text(GOOD.replace("112", "911"), "utf-8")
    assert kiosk.settings.look() is None
    kiosk.ticks += 20
    assert kiosk.settings.look() is None, "half a file has not counted either"
    kiosk.ticks += 11
    clinic = kiosk.settings.look()
    assert clinic is not None
    assert (clinic.emergency_number, clinic.care_team_phone) == ("911", "555-0100")
    assert kiosk.start().emergency_number == "911"


@pytest.mark.parametrize("text", BAD.values(), ids=BAD)
def test_what_is_wrong_never_counts(kiosk: Kiosk, text: bytes) -> None:
    kiosk.file.write_bytes(text)
    assert kiosk.settle() is None
    assert kiosk.why == [Why.SETTINGS_ERRORS]
    assert kiosk.settings.waiting[0].problems
    for _ in range(2):
        assert kiosk.start().care_team_phone == "555-0100", "nor after a start"
        assert kiosk.why == [Why.SETTINGS_ERRORS]
        assert kiosk.settle() is None
    kiosk.file.write_text(GOOD.replace("112", "911"), "utf-8")
    clinic = kiosk.settle()
    assert clinic is not None
    assert clinic.emergency_number == "911"
    assert kiosk.why == []


def test_a_file_that_goes_leaves_what_it_said(kiosk: Kiosk) -> None:
    kiosk.file.unlink()
    assert kiosk.settle() is None
    assert kiosk.start().emergency_number == "112"
    assert kiosk.why == [Why.SETTINGS_ERRORS]


def test_a_problem_that_is_there_already_may_stay(kiosk: Kiosk) -> None:
    kiosk.file.write_text("oops: 1\n" + GOOD, "utf-8")
    AcceptedSettings(kiosk.folder / "other").start(kiosk.file)
    (kiosk.folder / "settings.json").unlink()
    kiosk.start()
    kiosk.file.write_text("\noops: 1\n" + GOOD.replace("112", "911"), "utf-8")
    clinic = kiosk.settle()
    assert clinic is not None
    assert clinic.emergency_number == "911"


def test_those_of_another_file_are_not_these(kiosk: Kiosk, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    assert AcceptedSettings(kiosk.folder).start(other)[0] == Clinic()


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"path": 1}', b"\xff"])
def test_a_damaged_copy_is_none(kiosk: Kiosk, damage: bytes) -> None:
    (kiosk.folder / "settings.json").write_bytes(damage)
    assert kiosk.start().emergency_number == "112"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are another thing there")
def test_the_copy_is_this_users_alone(kiosk: Kiosk) -> None:
    assert stat.S_IMODE((kiosk.folder / "settings.json").stat().st_mode) == 0o600


def test_a_disk_that_refuses_does_not_stop_it(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path)
    kiosk.folder.write_text("")
    kiosk.file.write_text(GOOD, "utf-8")
    assert kiosk.start().emergency_number == "112"
    assert [why.why for why in kiosk.settings.waiting] == [Why.NOT_KEPT], "the staff are told"
    assert not kiosk.settings.keeps
    kiosk.file.write_text(GOOD.replace("112", "911"), "utf-8")
    assert kiosk.settle() is not None
    kiosk.folder.unlink()
    kiosk.settings.look()
    assert kiosk.settings.waiting == ()
    assert (kiosk.folder / "settings.json").is_file(), "kept once there is room"


def test_without_a_file_there_is_nothing_to_look_for(tmp_path: Path) -> None:
    assert AcceptedSettings(tmp_path).look() is None
