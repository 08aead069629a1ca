"""What a kiosk shows: of each topic the last version that was whole and brought no new error."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

import pytest

from tests.core.accepted.kiosk import AN_HOUR, Kiosk, tree
from tests.core.library import HANDS, TOPIC, WARMTH, WASHING, Files, write, write_hands
from viewer.core.accepted import accepted, aside
from viewer.core.accepted.news import Why
from viewer.core.accepted.survey import Survey, survey_of
from viewer.core.installation import find_installation
from viewer.core.packs.library import SMALL_LIBRARY
from viewer.core.problems import Rule

SAFETY = "\n### Call us {: #call .safety }\n\nCall {{emergency_number}}.\n"
SAFE: Files = {
    "topic.yaml": TOPIC + "translations: {es: reviewed}\n",
    "en/washing.md": WASHING + SAFETY,
    "es/washing.md": WASHING.replace("Wash your hands", "Lave sus manos") + SAFETY,
}
"""A topic with safety text, and a translation of it."""


def changed(text: str = "Dry your hands") -> str:
    return WASHING.replace("Wash your hands", text)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return write_hands(tmp_path / "library")


@pytest.fixture
def kiosk(library: Path, tmp_path: Path) -> Kiosk:
    """A kiosk with the topic ``hands`` accepted."""
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.begin()
    return kiosk


# --- a first start ------------------------------------------------------------------------


def test_a_first_start_shows_what_is_there(library: Path, tmp_path: Path) -> None:
    kiosk = Kiosk(library, tmp_path / "state")
    assert kiosk.library.path("hands") == library / "hands"
    assert "Wash your hands" in kiosk.text()


def test_what_was_written_long_ago_counts_at_once(library: Path, tmp_path: Path) -> None:
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.now += AN_HOUR
    assert kiosk.take_up() == ["+hands"]
    assert kiosk.library.path("hands").is_relative_to(tmp_path / "state" / "store")
    assert tree(kiosk.library.path("hands")) == tree(library / "hands")


def test_what_was_written_just_now_counts_once_it_is_quiet(library: Path, tmp_path: Path) -> None:
    kiosk = Kiosk(library, tmp_path / "state")
    assert kiosk.take_up() == []
    assert kiosk.why == {"hands": Why.COPYING}
    assert "Wash your hands" in kiosk.text()
    kiosk.pass_time()
    assert kiosk.take_up() == ["+hands"]
    assert kiosk.why == {}


@pytest.mark.parametrize("wrong", [-10 * 365 * 86_400.0, -AN_HOUR])
def test_files_from_the_future_do_not_wait_for_ever(
    library: Path, tmp_path: Path, wrong: float
) -> None:
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.now += wrong
    assert kiosk.settle() == ["+hands"]


def test_with_nothing_accepted_errors_are_shown_as_notices(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library", {"en/warmth.md": b"\xff\xfe"})
    kiosk = Kiosk(library, tmp_path / "state")
    assert kiosk.settle() == ["+hands"]
    assert not kiosk.library.topic("hands").sections["en"]["warmth"].levels
    assert "Wash your hands" in kiosk.text()


def test_a_first_start_goes_on_with_a_topic_that_is_still_being_copied(tmp_path: Path) -> None:
    library = write_hands(tmp_path / "library")
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.take_up()
    write(library / "feet", HANDS)
    kiosk.library.look_again()
    kiosk.pass_time()
    assert kiosk.take_up() == ["+hands"]
    assert kiosk.library.topic_ids == ("feet", "hands"), "it was seen already"
    assert kiosk.settle() == ["+feet"]
    assert kiosk.text_places() == {tmp_path / "state" / "store"}


def test_a_library_that_is_not_there_is_said_as_always(tmp_path: Path) -> None:
    kiosk = Kiosk(tmp_path / "nowhere", tmp_path / "state")
    assert kiosk.library.topic_ids == ()
    assert [p.rule for p in kiosk.library.problems] == [Rule.MISSING_LIBRARY]
    assert kiosk.take_up() == []


# --- changes ------------------------------------------------------------------------------


def test_a_change_counts_once_it_is_quiet(kiosk: Kiosk, library: Path) -> None:
    write_hands(library, {"en/washing.md": changed()})
    assert kiosk.take_up() == []
    assert kiosk.why == {"hands": Why.COPYING}
    assert "Wash your hands" in kiosk.text()
    kiosk.pass_time(20)
    assert kiosk.take_up() == []
    kiosk.pass_time(11)
    assert kiosk.take_up() == ["+hands"]
    assert "Dry your hands" in kiosk.text()
    kiosk.start()
    assert "Dry your hands" in kiosk.text()
    assert kiosk.settle() == []


def test_each_further_change_waits_anew(kiosk: Kiosk, library: Path) -> None:
    for number in range(5):
        write_hands(library, {"en/washing.md": changed(f"Rub {number} times")})
        assert kiosk.take_up() == []
        kiosk.pass_time(25)
    kiosk.take_up()
    assert "Wash your hands" in kiosk.text()
    kiosk.pass_time(6)
    assert kiosk.take_up() == ["+hands"]
    assert "Rub 4 times" in kiosk.text()


def test_a_topic_that_comes_file_by_file_is_never_half_there(kiosk: Kiosk, library: Path) -> None:
    files: Files = {**SAFE, "en/warmth.md": WARMTH, "images/a.svg": b"<svg/>"}
    for name, text in files.items():
        write(library / "feet", {name: text})
        kiosk.take_up()
        kiosk.pass_time(20)
        assert "feet" not in kiosk.library
    kiosk.pass_time(11)
    assert kiosk.take_up() == ["+feet"]
    assert tree(kiosk.library.path("feet")) == tree(library / "feet")


def test_what_changes_while_it_is_copied_waits(kiosk: Kiosk, library: Path) -> None:
    write_hands(library, {"en/washing.md": changed()})
    kiosk.take_up()
    kiosk.pass_time()
    fetch = kiosk.accepted._store.fetch
    kiosk.accepted._store.fetch = lambda source, look: fetch(  # type: ignore[method-assign]
        write(source, {"en/warmth.md": WARMTH + "More."}), look
    )
    assert kiosk.take_up() == []
    assert kiosk.why == {"hands": Why.COPYING}
    assert "Wash your hands" in kiosk.text()


def test_a_round_may_be_given_up_after_each_step(kiosk: Kiosk, library: Path) -> None:
    write_hands(library, {"en/washing.md": changed()})
    write(library / "feet", HANDS)
    kiosk.take_up()
    kiosk.pass_time()
    for number in range(400):
        for _ in islice(kiosk.steps(), number):
            pass
        shown = "Dry" in kiosk.text(), "feet" in kiosk.library
        assert shown in ((False, False), (True, True)), "all at once"
        again = Kiosk(library, kiosk.folder)
        assert again.library.topic_ids in (("hands",), ("feet", "hands"))
        assert all(again.text(topic) for topic in again.library.topic_ids)
        if all(shown):
            break
    else:
        pytest.fail("it never ends")


def test_the_same_text_written_again_is_no_news(kiosk: Kiosk, library: Path) -> None:
    before = kiosk.library.topic("hands")
    write_hands(library)
    assert kiosk.settle() == []
    assert kiosk.why == {}
    assert kiosk.library.topic("hands") is before
    os.utime(library / "hands" / "topic.yaml", (1, 1))
    assert kiosk.settle() == []


def test_only_what_has_changed_is_read_again(kiosk: Kiosk, library: Path) -> None:
    write(library / "feet", HANDS)
    kiosk.settle()
    before = {topic: kiosk.library.topic(topic) for topic in ("feet", "hands")}
    write(library / "feet", {"en/washing.md": changed()})
    assert kiosk.settle() == ["+feet"]
    assert kiosk.library.topic("hands") is before["hands"]
    assert kiosk.library.topic("feet") is not before["feet"]


def test_the_text_keeps_its_day(kiosk: Kiosk, library: Path) -> None:
    file = write_hands(library, {"en/washing.md": changed()}) / "hands" / "en" / "washing.md"
    os.utime(file, (1_000_000_000, 1_000_000_000))
    kiosk.settle()
    section = kiosk.library.topic("hands").sections["en"]["washing"]
    assert section.path.stat().st_mtime == 1_000_000_000


# --- errors -------------------------------------------------------------------------------

Break = Callable[[Path], object]


def a_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file)


def leads_out(file: Path) -> None:
    outside = write(file.parents[3], {"outside.md": file.read_bytes()}) / "outside.md"
    file.unlink()
    file.symlink_to(outside)


BROKEN: dict[str, tuple[Break, Rule, str]] = {
    "a translation has lost its safety text": (
        lambda topic: write(topic, {"es/washing.md": WASHING}),
        Rule.SAFETY_MISSING,
        "es/washing.md",
    ),
    "YAML": (
        lambda topic: write(topic, {"topic.yaml": "title: {en: [\n"}),
        Rule.YAML_SYNTAX,
        "topic.yaml",
    ),
    "a file is gone": (
        lambda topic: (topic / "en" / "warmth.md").unlink(),
        Rule.GROUP_WITHOUT_FILE,
        "topic.yaml",
    ),
    "no text": (
        lambda topic: write(topic, {"en/warmth.md": ""}),
        Rule.EMPTY_FILE,
        "en/warmth.md",
    ),
    "bytes": (
        lambda topic: write(topic, {"en/warmth.md": b"\xff"}),
        Rule.ENCODING,
        "en/warmth.md",
    ),
    "a pipe": (lambda topic: a_pipe(topic / "en/warmth.md"), Rule.NOT_A_FILE, "en/warmth.md"),
    "a link that leads out": (
        lambda topic: leads_out(topic / "es/washing.md"),
        Rule.OUTSIDE_PACK,
        "es/washing.md",
    ),
    "too long": (
        lambda topic: write(topic, {"en/warmth.md": WARMTH + "x" * 300_000}),
        Rule.TOO_LARGE,
        "en/warmth.md",
    ),
}


@pytest.mark.parametrize(("breaks", "rule", "file"), BROKEN.values(), ids=BROKEN)
def test_a_version_with_a_new_error_never_counts(
    tmp_path: Path, breaks: Break, rule: Rule, file: str
) -> None:
    library = write_hands(tmp_path / "library", SAFE)
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.begin()
    write(library / "hands", {"en/washing.md": changed() + SAFETY})
    breaks(library / "hands")
    assert kiosk.settle() == []
    why = kiosk.waiting()
    assert why.why is Why.ERRORS
    assert (rule, library / "hands" / file) in [(p.rule, p.path) for p in why.problems]
    for restart in (False, True):
        if restart:
            kiosk.start()
        assert "Wash your hands" in kiosk.text()
        assert "Lave sus manos" in kiosk.text(language="es")
        assert kiosk.settle() == []
        assert kiosk.waiting().why is Why.ERRORS
    assert [path.name for path in (tmp_path / "state" / "half").iterdir()] == []
    for name in ("warmth", "washing"):
        for folder in (library / "hands").glob("e?"):
            (folder / f"{name}.md").unlink(missing_ok=True)
    write_hands(library, {**SAFE, "en/washing.md": changed() + SAFETY})
    assert kiosk.settle() == ["+hands"]
    assert "Dry your hands" in kiosk.text()
    kiosk.start()
    assert "Dry your hands" in kiosk.text()


def test_an_error_that_is_there_already_may_stay(tmp_path: Path) -> None:
    dead = "\n[There](section:nowhere)\n"
    library = write_hands(tmp_path / "library", {"en/warmth.md": WARMTH + dead})
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.begin()
    write_hands(library, {"en/warmth.md": WARMTH + "A line more.\n" + dead})
    assert kiosk.settle() == ["+hands"]
    write_hands(library, {"en/warmth.md": WARMTH + dead + dead})
    assert kiosk.settle() == []
    assert [p.rule for p in kiosk.waiting().problems] == [Rule.DEAD_LINK]
    write_hands(library, {"en/warmth.md": WARMTH})
    assert kiosk.settle() == ["+hands"]
    write_hands(library, {"en/warmth.md": WARMTH + dead})
    assert kiosk.settle() == [], "once it is mended, it is new again"


def test_an_error_that_stays_does_not_pay_for_another(tmp_path: Path) -> None:
    advice = "\nYou may drink more if you like.\n"
    library = write_hands(tmp_path / "library", {"en/warmth.md": WARMTH + advice})
    kiosk = Kiosk(library, tmp_path / "state")
    kiosk.begin()
    write_hands(library, {"en/warmth.md": WARMTH + "\nStop taking your warfarin.\n"})
    assert kiosk.settle() == []
    assert [p.rule for p in kiosk.waiting().problems] == [Rule.DANGER_WORDS]
    write_hands(library, {"en/warmth.md": WARMTH + "\nA line more.\n" + advice})
    assert kiosk.settle() == ["+hands"]


def test_a_topic_that_is_new_to_the_others_counts_once_it_has_no_error(
    kiosk: Kiosk, library: Path
) -> None:
    dead = "\n[There](section:nowhere)\n"
    write(library / "feet", {**HANDS, "en/warmth.md": WARMTH + dead})
    assert kiosk.settle() == []
    assert kiosk.waiting("feet").why is Why.ERRORS
    assert [problem.rule for problem in kiosk.waiting("feet").problems] == [Rule.DEAD_LINK]
    kiosk.start()
    assert kiosk.settle() == [], "a restart lets it in no more than the day did"
    write(library / "feet", {"en/warmth.md": WARMTH})
    assert kiosk.settle() == ["+feet"]


def test_topics_that_lead_to_each_other_come_together(kiosk: Kiosk, library: Path) -> None:
    write(library / "feet", {**HANDS, "en/warmth.md": WARMTH + "[H](section:hands/warmth)\n"})
    kiosk.settle()
    write_hands(library, {"en/warmth.md": WARMTH + "[F](section:feet/toes)\n"})
    assert kiosk.settle() == []
    assert kiosk.waiting().why is Why.ERRORS
    new = TOPIC.replace("washing]", "washing, toes]")
    write(library / "feet", {"topic.yaml": new, "en/toes.md": WARMTH})
    assert kiosk.settle() == ["+feet", "+hands"] or kiosk.take_up() == ["+hands"]
    assert kiosk.why == {}


def test_what_leads_to_a_refused_topic_is_refused_with_it(kiosk: Kiosk, library: Path) -> None:
    write(library / "feet", HANDS)
    kiosk.settle()
    new = TOPIC.replace("washing]", "washing, toes]")
    broken: Files = {"topic.yaml": new, "en/toes.md": WARMTH, "en/warmth.md": b"\xff"}
    write(library / "feet", broken)
    write_hands(library, {"en/warmth.md": WARMTH + "[F](section:feet/toes)\n"})
    assert kiosk.settle() == []
    assert kiosk.why == {"feet": Why.ERRORS, "hands": Why.ERRORS}
    write(library / "feet", {"en/warmth.md": WARMTH})
    assert set(kiosk.settle() + kiosk.take_up()) == {"+feet", "+hands"}


# --- topics and libraries that go -----------------------------------------------------------


def test_a_topic_that_is_gone_is_dropped_after_a_while(kiosk: Kiosk, library: Path) -> None:
    write(library / "feet", HANDS)
    kiosk.settle()
    shutil.rmtree(library / "hands")
    assert kiosk.take_up() == []
    assert kiosk.why == {"hands": Why.GONE}
    kiosk.pass_time(29)
    assert kiosk.take_up() == []
    kiosk.pass_time(2)
    assert kiosk.take_up() == ["-hands"]
    assert kiosk.library.topic_ids == ("feet",)
    kiosk.start()
    assert kiosk.library.topic_ids == ("feet",)
    kiosk.take_up()
    assert len(list((kiosk.folder / "store").iterdir())) == 1, "its copy has gone too"


def test_a_topic_that_comes_back_in_time_stays(kiosk: Kiosk, library: Path) -> None:
    write(library / "feet", HANDS)
    kiosk.settle()
    for _ in range(3):
        (library / "hands").rename(library.parent / "aside")
        kiosk.take_up()
        kiosk.pass_time(20)
        (library.parent / "aside").rename(library / "hands")
        assert kiosk.take_up() == []
        kiosk.pass_time(20)
    assert kiosk.library.topic_ids == ("feet", "hands")


@pytest.mark.parametrize("how", ["gone", "empty", "closed", "a file"])
def test_a_library_that_vanishes_leaves_its_topics(kiosk: Kiosk, library: Path, how: str) -> None:
    away = library.rename(library.parent / "away")
    if how == "empty":
        library.mkdir()
    elif how == "closed":
        if os.geteuid() == 0:
            pytest.skip("everything is open to this user")
        library.mkdir(0)
    elif how == "a file":
        library.write_text("")
    assert kiosk.settle() == []
    assert kiosk.why == {str(library): Why.NO_LIBRARY}
    kiosk.start()
    assert "Wash your hands" in kiosk.text()
    assert kiosk.settle() == []
    if how == "a file":
        library.unlink()
    elif how != "gone":
        library.rmdir()
    away.rename(library)
    write_hands(library, {"en/washing.md": changed()})
    assert kiosk.settle() == ["+hands"]


def test_the_last_topic_stays_until_there_is_another(kiosk: Kiosk, library: Path) -> None:
    (library / "hands").rename(library / "Not An Id")
    write(library / "feet", {})
    (library / "feet").mkdir()
    assert kiosk.settle() == []
    assert kiosk.library.topic_ids == ("hands",)
    write(library / "feet", HANDS)
    assert sorted(kiosk.settle()) == ["+feet", "-hands"]


def test_topics_of_two_folders_stay_apart(tmp_path: Path) -> None:
    first, second = write_hands(tmp_path / "a"), write_hands(tmp_path / "b")
    write(second / "hands", {"en/washing.md": changed()})
    write(second / "feet", HANDS)
    kiosk = Kiosk([first, second], tmp_path / "state")
    kiosk.begin()
    assert kiosk.library.topic_ids == ("feet", "hands")
    first.rename(tmp_path / "away")
    assert kiosk.settle() == []
    assert "Wash your hands" in kiosk.text(), "that of the first folder, which may come back"
    (tmp_path / "away").rename(first)
    write(first / "ears", HANDS)
    shutil.rmtree(first / "hands")
    assert kiosk.settle() == ["+ears", "+hands"]
    assert "Dry your hands" in kiosk.text()


def test_other_settings_show_other_topics_and_back(kiosk: Kiosk, tmp_path: Path) -> None:
    other = write(tmp_path / "other", {})
    write(other / "feet", HANDS)
    again = Kiosk(other, kiosk.folder)
    again.begin()
    assert again.library.topic_ids == ("feet",)
    kiosk.start()
    (tmp_path / "library").rename(tmp_path / "away")
    assert kiosk.library.topic_ids == ("hands",)


# --- the kiosk's own disk -------------------------------------------------------------------


def test_a_disk_that_refuses_leaves_what_there_is(kiosk: Kiosk, library: Path) -> None:
    write_hands(library, {"en/washing.md": changed()})
    kiosk.take_up()
    kiosk.pass_time()
    half = kiosk.folder / "half"
    shutil.rmtree(half, ignore_errors=True)
    half.write_text("")
    assert kiosk.take_up() == []
    assert kiosk.waiting(str(kiosk.folder)).why is Why.NOT_KEPT
    assert kiosk.waiting(str(kiosk.folder)).reason
    assert "Wash your hands" in kiosk.text()
    half.unlink()
    kiosk.pass_time()
    assert kiosk.take_up() == ["+hands"]


def test_a_first_start_without_a_disk_shows_what_is_there(library: Path, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("")
    kiosk = Kiosk(library, tmp_path / "state")
    assert kiosk.settle() == []
    assert kiosk.waiting(str(kiosk.folder)).why is Why.NOT_KEPT
    assert "Wash your hands" in kiosk.text()


def test_a_copy_that_the_disk_has_damaged_is_made_anew(kiosk: Kiosk, library: Path) -> None:
    file = kiosk.library.path("hands") / "en" / "washing.md"
    file.write_text(changed("Rotten"), "utf-8")
    kiosk.start()
    assert "Rotten" in kiosk.text()
    kiosk.take_up()
    assert "Wash your hands" in kiosk.text()
    assert tree(kiosk.library.path("hands")) == tree(library / "hands")


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format": 1}', b'{"format": 2}', b"\xff"])
def test_a_damaged_list_is_a_first_start(kiosk: Kiosk, damage: bytes) -> None:
    (kiosk.folder / "accepted.json").write_bytes(damage)
    kiosk.start()
    assert "Wash your hands" in kiosk.text()
    assert kiosk.settle() == ["+hands"]


def test_a_list_cannot_lead_elsewhere(kiosk: Kiosk, library: Path, tmp_path: Path) -> None:
    write(tmp_path / "secret", HANDS)
    file = kiosk.folder / "accepted.json"
    text = file.read_text("utf-8")
    version = kiosk.library.path("hands").parent.name
    for other in (text.replace(version, "../.."), text.replace('"hands"', '"../../../secret"')):
        file.write_text(other, "utf-8")
        kiosk.start()
        assert kiosk.library.path("hands") == library / "hands"


def test_copies_that_are_gone_are_no_topics(kiosk: Kiosk, library: Path) -> None:
    write(library / "feet", HANDS)
    kiosk.settle()
    shutil.rmtree(kiosk.library.path("hands"))
    kiosk.start()
    assert kiosk.library.topic_ids == ("feet",)
    kiosk.now += AN_HOUR
    assert kiosk.take_up() == ["+hands"]


# --- a window that goes on -------------------------------------------------------------------


def test_a_folder_that_does_not_answer_holds_up_nobody(
    kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers, patience = threading.Event(), aside.PATIENCE + 1

    def survey(library: Sequence[Path]) -> Survey:
        answers.wait()
        return survey_of(library)

    kiosk.take_up()
    monkeypatch.setattr(accepted, "survey_of", survey)
    for _ in range(2):
        steps = kiosk.steps()
        next(steps)
        assert "Wash your hands" in kiosk.text()
        kiosk.pass_time(patience)
        for _ in steps:
            kiosk.pass_time(patience)
        assert set(kiosk.why.values()) == {Why.NO_ANSWER}
    answers.set()
    assert kiosk.take_up() == []
    assert kiosk.why == {}


def test_no_step_does_much_of_a_round(tmp_path: Path) -> None:
    kiosk = Kiosk(find_installation().content, tmp_path / "state")
    kiosk.now += AN_HOUR
    calls: Counter[int] = Counter()  # counted, not timed: the same on every machine
    step = 0

    def count(*_: object) -> None:
        calls[step] += 1

    sys.setprofile(count)
    try:
        for step, _ in enumerate(kiosk.steps(), 1):  # noqa: B007 - read while it runs
            pass
    finally:
        sys.setprofile(None)
    assert kiosk.accepted.news
    assert max(calls.values()) < calls.total() / 10


# --- large libraries --------------------------------------------------------------------------


def test_a_large_library_is_read_where_it_lies(tmp_path: Path) -> None:
    library = tmp_path / "library"
    for number in range(SMALL_LIBRARY + 1):
        write(library / f"topic-{number}", HANDS)
    kiosk = Kiosk(library, tmp_path / "state")
    assert kiosk.settle() == []
    assert kiosk.library.is_large
    assert kiosk.text_places() == {library.parent}
    assert kiosk.why == {}
    assert not (tmp_path / "state").exists()


def test_a_library_that_grows_large_counts_from_the_next_start(kiosk: Kiosk, library: Path) -> None:
    for number in range(SMALL_LIBRARY):
        write(library / f"topic-{number}", HANDS)
    for _ in range(3):
        assert kiosk.settle() == []
        assert kiosk.why == {str(library): Why.LARGE}
        assert kiosk.library.topic_ids == ("hands",)
        assert "Wash your hands" in kiosk.text()
    kiosk.start()
    assert len(kiosk.library.topic_ids) == SMALL_LIBRARY + 1
    assert kiosk.settle() == []
