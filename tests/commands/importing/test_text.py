"""A scraped page as a draft: mended, taken once, nothing lost without a word, nothing invented."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.commands.importing.conftest import RunImport, errors, findings, snapshot
from tests.commands.importing.page import ADVERTS, BODY, EMPTY, HEADINGS, SCRAPED, TAG, page
from viewer.core.blocks import ListBlock
from viewer.core.importing.mending import Damage, mended
from viewer.core.importing.page_text import read_page
from viewer.core.model import Topic
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import parse_section
from viewer.core.tree import plain_text, runs, walk


@pytest.fixture
def draft(run_import: RunImport, tmp_path: Path) -> Topic:
    (tmp_path / "page.txt").write_text(page(), "utf-8")
    library = tmp_path / "library"
    done = run_import("text", tmp_path / "page.txt", "--out", library, "--title", "Calciphylaxis")
    assert done.status == 0, done
    return Library([library]).topic("calciphylaxis")


def words_of(found: Topic) -> list[str]:
    """The words of every section, in the order of the page, with the headings before them."""
    said: list[str] = []
    for name in found.section_ids():
        section = found.sections["en"][name]
        said += section.title.split()
        for block in walk(parse_section(section).blocks or ()):
            said += [word for run in runs(block) for word in plain_text(run).split()]
    return said


def body_words() -> list[str]:
    text = " ".join(line for line in BODY if line not in EMPTY)
    for wrong, right in (("â€™", "’"), ("Ã©", "é"), ("Â", ""), ("\u202f", " "), ("\u00a0", " ")):
        text = text.replace(wrong, right)
    return text.split()


def test_the_body_is_taken_once_and_word_for_word(draft: Topic) -> None:
    assert words_of(draft) == body_words()


def test_the_draft_is_a_sound_pack(draft: Topic) -> None:
    library = draft.path.parent
    assert errors(library) == []
    assert draft.reviews == {}
    assert {str(p.rule) for p in findings(library)} == {"no-review", "empty-source-heading"}


def test_headings_are_sections_and_empty_ones_are_the_sources(draft: Topic) -> None:
    titles = [draft.sections["en"][name].title for name in draft.section_ids()]
    assert titles == [heading for heading in HEADINGS if heading not in EMPTY]
    assert draft.sources["source"].empty == EMPTY


def test_short_lines_in_a_row_are_a_list(draft: Topic) -> None:
    blocks = parse_section(draft.sections["en"]["signs"]).blocks or ()
    (found,) = (block for block in blocks if isinstance(block, ListBlock))
    assert len(found.items) == 3


def test_what_is_left_out_or_doubtful_is_in_the_notes(draft: Topic) -> None:
    notes = (draft.path / "NOTES.md").read_text("utf-8")
    for line in (*SCRAPED, *ADVERTS, TAG, *EMPTY):
        assert re.search(rf"^- \d+: {re.escape(line)}$", notes, re.MULTILINE), line
    assert re.search(r"^- \d+: Moving: .* Drinking: ", notes, re.MULTILINE)  # two pieces


def test_the_report_counts(run_import: RunImport, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(page(), "utf-8")
    done = run_import("text", tmp_path / "page.txt", "--out", tmp_path / "l", "--title", "A")
    lines = len(BODY) - len(HEADINGS)
    stray = sum("Â" in line.replace("Ã", "") for line in BODY)
    first = len(SCRAPED) + len(BODY) + 1
    spans = [(first, first + lines), (first + lines + 1, first + 2 * lines + 1)]
    assert f"taken out: {3 * stray}" in done.out
    assert "in the wrong encoding, put right: 6" in done.out
    assert "stands 3 times" in done.out
    assert ", ".join(f"{a}-{b}" for a, b in spans) in done.out
    assert "Headings: 7; without text: 3." in done.out
    assert "not in the topic: 6" in done.out
    assert all(line in done.out for line in (*SCRAPED, *ADVERTS, TAG))


@pytest.mark.parametrize("copies", [0, 1, 2])
def test_nothing_is_invented_and_nothing_lost(copies: int) -> None:
    """Each line is in a part, a heading, a copy or a stray; and no word is anywhere else."""
    text = mended(page(copies).encode()).text
    found = read_page(text)
    given = Counter(" ".join(line.split()) for line in text.split("\n") if line.strip())
    kept = [line.text for part in found.parts for line in part.lines]
    kept += [part.heading.text for part in found.parts if part.heading]
    kept += [line.text for line in found.strays]
    assert len(found.copies) == copies
    assert set(kept) == set(given)
    assert len(kept) + sum(copy.lines for copy in found.copies) == given.total()


def test_one_copy_alone_is_told_by_its_shape() -> None:
    found = read_page(mended(page(0).encode()).text)
    assert [line.text for line in found.strays] == ["March 3, 2024", ADVERTS[0]]
    headings = [part.heading.text for part in found.parts if part.heading]
    items = {"Staging", "by Stage"}  # which follow on the items of a list, and look like these
    assert [h for h in headings if h in HEADINGS] == [h for h in HEADINGS if h not in items]
    assert {"Anatomy", "Care at home"} <= {line.text for line in found.doubtful}


def test_a_list_that_is_said_twice_is_no_copy_of_the_page() -> None:
    prose = [
        f"This is sentence number {n} of a text that says each of them once." for n in range(9)
    ]
    same = [f"Ask about the medicine with the long name of number {n}" for n in range(4)]
    found = read_page("\n".join([*prose[:4], *same, *prose[4:], *same, "The end is here."]))
    assert not found.copies
    assert sum(len(part.lines) + bool(part.heading) for part in found.parts) == 18


@pytest.mark.parametrize(
    ("data", "text", "damage"),
    [
        ("a\u00a0b\u202fc", "a b c", {Damage.SPACES: 2}),
        ("endÂ\nÂ Â x", "end\n  x", {Damage.STRAY: 3}),
        ("ALÂ, Âme, Ángel «É» “É” NÃO", "ALÂ, Âme, Ángel «É» “É” NÃO", {}),
        ("itâ€™s 5Â°, â\x80\x9cyesâ\x80\x9d", "it’s 5°, “yes”", {Damage.PAIRS: 4}),
        ("ni\u00adght\u200b", "night", {Damage.HIDDEN: 2}),
        ("5 \ufffdg", "5 \ufffdg", {Damage.LOST: 1}),
    ],
)
def test_damage(data: str, text: str, damage: dict[Damage, int]) -> None:
    assert mended(data.encode()) == (text, Counter(damage))


def test_bytes_that_are_no_utf_8() -> None:
    assert mended(b"caf\xe9 \x93x\x94") == ("café “x”", Counter({Damage.BYTES: 1}))


def test_a_lost_character_stays_and_is_told(run_import: RunImport, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("Doses\nThe team gives 5 \ufffdg of it in the morning.\n")
    done = run_import("text", tmp_path / "p.txt", "--out", tmp_path / "l", "--title", "A dose")
    assert "what they were: 1" in done.out
    assert "5 \ufffdg" in (tmp_path / "l/a-dose/en/doses.md").read_text("utf-8")
    assert "2: The team gives 5 \ufffdg" in (tmp_path / "l/a-dose/NOTES.md").read_text("utf-8")


def test_an_error_of_the_checker_is_told_with_its_place(
    run_import: RunImport, tmp_path: Path
) -> None:
    (tmp_path / "p.txt").write_text("Fluids\nPeople should drink plenty of water in summer.\n")
    done = run_import("text", tmp_path / "p.txt", "--out", tmp_path / "l", "--title", "Fluids")
    assert done.status == 1
    assert f"{tmp_path / 'l/fluids/en/fluids.md'}:5: danger-words" in done.out


def test_what_is_there_stays(run_import: RunImport, draft: Topic, tmp_path: Path) -> None:
    again = ("text", tmp_path / "page.txt", "--out", draft.path.parent, "--title", "Calciphylaxis")
    assert run_import(*again).status == 0  # the same
    (draft.path / "NOTES.md").write_text("Ours.")
    before = snapshot(draft.path)
    for more in ((), ("--replace",)):
        done = run_import(*again, *more)
        assert done.status == 1
        assert "left as it is" in done.err or "left as it was" in done.err
        assert snapshot(draft.path) == before


@pytest.mark.parametrize("data", [b"", b"\n\n \xc2\xa0\n", b"Only\nheadings\n"])
def test_a_page_without_text_makes_nothing(
    data: bytes, run_import: RunImport, tmp_path: Path
) -> None:
    (tmp_path / "p.txt").write_bytes(data)
    done = run_import("text", tmp_path / "p.txt", "--out", tmp_path / "l", "--title", "A")
    assert done.status == 1
    assert "so no topic was made" in done.err
    assert not (tmp_path / "l").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ("--title", "A", "--id", "../up"),
        ("--title", ""),
        ("--title", "A", "--language", "../x"),
        ("--title", "A", "--url", "javascript:x"),
        (),
    ],
)
def test_wrong_usage(wrong: tuple[str, ...], run_import: RunImport, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_text("A\nSome text stands here, for once.\n")
    with pytest.raises(SystemExit) as ended:
        run_import("text", tmp_path / "p.txt", "--out", tmp_path / "l", *wrong)
    assert ended.value.code == 2
    assert not (tmp_path / "l").exists()


def test_a_page_in_utf_16_says_what_it_said(run_import: RunImport, tmp_path: Path) -> None:
    said = "Keep your fluids ≤ 1 liter a day, as your plan says, and ask for help.\n"
    (tmp_path / "p.txt").write_bytes(said.encode("utf-16"))
    done = run_import("text", tmp_path / "p.txt", "--out", tmp_path / "l", "--title", "Fluids")
    assert done.status == 0, done.err
    assert said in (tmp_path / "l/fluids/en/text.md").read_text("utf-8")


def test_what_is_no_text_makes_nothing(run_import: RunImport, tmp_path: Path) -> None:
    (tmp_path / "p.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR some words of a picture")
    done = run_import("text", tmp_path / "p.txt", "--out", tmp_path / "l", "--title", "Fluids")
    assert done.status == 1
    assert "is no text, so no topic was made" in done.err
    assert not (tmp_path / "l").exists()
