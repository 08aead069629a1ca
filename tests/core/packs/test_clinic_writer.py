"""Single values of ``clinic.yaml`` are changed, and not one other character."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from viewer.core.packs.clinic import clinic_of
from viewer.core.packs.clinic_writer import Value, tidy, with_values

OURS = """\
# Settings of the ward, see the handbook
clinic_name: Riverside Kidney Care   # as on the door
emergency_number: '112'

# Front desk, ask Maria
care_team_phone: 555-0100   # weekdays
# The screen in the waiting room
kiosk:
    topics:
        - a      # the first
    printer:   "x"
our_own_key:  [ 1,2 ]

languages:  [en, es]  # order
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"clinic_name": "North"}, "Riverside Kidney Care  ", "North  "),
        ({"clinic_name": "a: b # c"}, "Riverside Kidney Care", '"a: b # c"'),
        ({"emergency_number": "911"}, "'112'", "'911'"),
        ({"care_team_phone": "555-0199"}, "555-0100", '"555-0199"'),
        ({"care_team_phone": ""}, "care_team_phone: 555-0100   # weekdays\n", ""),
        ({"languages": ("es", "ar")}, "[en, es]", "[es, ar]"),
        ({"languages": ()}, "languages:  [en, es]  # order\n", ""),
        ({"languages": ("no",)}, "[en, es]", '["no"]'),
        ({"paper": "a4"}, "# weekdays\n", "# weekdays\npaper: a4\n"),
        ({"logo": "a b.svg"}, "# weekdays\n", "# weekdays\nlogo: a b.svg\n"),
    ],
)
def test_nothing_else_changes(changes: dict[str, Value], old: str, new: str) -> None:
    assert with_values(OURS, changes) == OURS.replace(old, new)
    windows = OURS.replace("\n", "\r\n")
    assert with_values(windows, changes) == windows.replace(
        old.replace("\n", "\r\n"), new.replace("\n", "\r\n")
    )


@pytest.mark.parametrize(
    ("text", "changes", "new"),
    [
        ("", {"clinic_name": "A"}, "clinic_name: A\n"),
        ("# ours", {"clinic_name": "A"}, "# ours\nclinic_name: A\n"),
        ("---\n# ours\n", {"clinic_name": "A"}, "---\n# ours\nclinic_name: A\n"),
        ("paper: a4", {"languages": ("en",)}, "paper: a4\nlanguages: [en]\n"),
        ("# c\npaper: a4\n", {"clinic_name": "A"}, "# c\nclinic_name: A\npaper: a4\n"),
        ("---\npaper: a4\n...\n", {"languages": ("en",)}, "---\npaper: a4\nlanguages: [en]\n...\n"),
        ("  paper: a4\n", {"logo": "x.png"}, "  logo: x.png\n  paper: a4\n"),
        ("logo:\npaper: a4\n", {"logo": "x.png"}, "logo: x.png\npaper: a4\n"),
        ("logo:   # none\n", {"logo": "x.png"}, "logo: x.png   # none\n"),
        ("clinic_name: |\n  A\n  B\n\n# c\n", {"clinic_name": "C"}, "clinic_name: C\n\n# c\n"),
        ("clinic_name: A\n  B\npaper: a4\n", {"clinic_name": "C"}, "clinic_name: C\npaper: a4\n"),
        ("clinic_name: A\n  B\npaper: a4\n", {"clinic_name": ""}, "paper: a4\n"),
        ("{}", {"paper": "a4"}, "{paper: a4}"),
        ("{paper: a4}", {"clinic_name": "A, B"}, '{clinic_name: "A, B", paper: a4}'),
        ("{paper: a4, logo: x}", {"paper": ""}, "{logo: x}"),
        ("{paper: a4, logo: x}", {"logo": ""}, "{paper: a4}"),
        (
            "languages:\n  # home's\n  - en # E\n  - es\npaper: a4\n",
            {"languages": ("es", "ar", "en")},
            "languages:\n  - es\n  - ar\n  # home's\n  - en # E\npaper: a4\n",
        ),
        ("languages:\n- en\n- es", {"languages": ("es",)}, "languages:\n- es\n"),
        ("languages:\n- - en\n- es", {"languages": ("es",)}, "languages:\n- es\n"),
        ("languages:\n- en\n# c\npaper: a4\n", {"languages": ()}, "# c\npaper: a4\n"),
        ("emergency_number: !!str 112\n", {"emergency_number": "911"}, 'emergency_number: "911"\n'),
        ("paper: a4\n", {"paper": ""}, "# The clinic's settings.\n"),
    ],
)
def test_every_way_to_write_a_file_stays_as_it_is(
    text: str, changes: dict[str, Value], new: str
) -> None:
    assert with_values(text, changes) == new


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  A\nB\r\n\tC ", "A B C"),
        ("A\u202eB\x00\ufeff", "AB"),
        ("A\u2028B\x85C\xa0D", "A BC D"),
        ("\ud800A", "A"),
        ("👩\u200d⚕️ عيادة", "👩\u200d⚕️ عيادة"),
    ],
)
def test_what_is_typed_becomes_one_line_that_can_be_seen(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


HOSTILE = (
    *("~", "null", "no", "true", "1e3", "0x10", "2026-11-22", "1:30", "- a", "? a", "a:", ": b"),
    *("a #b", "#", "&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "[a", "{a", "a]", "a}", "a, b"),
    *("'", "''", '"', '\\"', "\\n", "\\", "it's", "a: 'b' # \"c\"", "---", "...", "<<", "="),
    *("👩\u200d⚕️", "عيادة الكلى", "a\u200fb", "\ufffe", "x" * 3_999, "ß\u0301", "\U000e0001"),
)


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("text", [OURS, "", "{}", "clinic_name: 'a'\n", 'clinic_name: "a"\r\n'])
def test_whatever_is_written_is_read_again(value: str, text: str) -> None:
    new = with_values(text, {"clinic_name": value})
    clinic, problems = clinic_of(new.encode(), Path("clinic.yaml"))
    assert clinic.clinic_name == value
    assert [p for p in problems if dict(p.details).get("key") != "our_own_key"] == []


def test_writing_and_then_reading_gives_the_same() -> None:
    """Values put together at random, one after the other into the same file."""
    chance = random.Random(20261122)
    letters = "ab é ñ #:'\"\\,[]{}&*!|>%@`-?\t\n\r~0 1 عي 中👩\u200d\u2028\x85\x00\u202e\ufeff\xa0"
    text = OURS
    for _ in range(400):
        made = (tidy("".join(chance.choices(letters, k=chance.randrange(12)))) for _ in range(2))
        name, logo = made
        number = chance.choice(["", "112", "+1 555 0100", "911"])
        tags = tuple(chance.sample(["en", "es", "ar", "no", "zh-Hant"], chance.randrange(4)))
        changes: dict[str, Value] = {"clinic_name": name, "emergency_number": number}
        changes |= {"languages": tags, "logo": logo, "paper": chance.choice(["", "a4"])}
        for key in chance.sample(sorted(changes), chance.randrange(4)):
            del changes[key]
        before, _ = clinic_of(text.encode(), Path("clinic.yaml"))
        text = with_values(text, changes)
        clinic, _ = clinic_of(text.encode(), Path("clinic.yaml"))
        for key in ("clinic_name", "emergency_number", "languages", "paper"):
            assert getattr(clinic, key) == changes.get(key, getattr(before, key)), text
        assert clinic.kiosk == before.kiosk
        for kept in ("# Settings of the ward", "# Front desk", "# The screen", "# the first"):
            assert kept in text
        assert "our_own_key:  [ 1,2 ]\n" in text
