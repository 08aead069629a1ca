"""A sentence that is read aloud is found where it stands on the page, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conftest import OpenViewer
from tests.core.shelf import GOOD
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from viewer.core.level import Level
from viewer.core.pages.heard import letters_of
from viewer.core.pages.spoken import Utterance, utterances
from viewer.core.place import PageKind, Place
from viewer.ui.spoken_places import places

pytestmark = pytest.mark.slow

MARKED = 0.99
"""Of all sentences that have words on the page, at least."""
BLANK = re.compile("line to write on|línea para escribir")


def said_of(reader: Reader) -> tuple[Utterance, ...]:
    session = reader.window._session
    opening = session._make_desk.__self__  # type: ignore[attr-defined]
    page = session.desk.presenter.page(session.history.place)
    return utterances(page, opening.words, (), session.language)


def every_page(reader: Reader) -> Iterator[str]:
    """Opens every page of the topic at both levels, one after the other."""
    session = reader.window._session
    topic = session.history.place.topic
    ids = [target for target, _ in session.desk.presenter.section_titles(topic, Level.CLINICAL)]
    for level in Level:
        for each in ids:
            session.open_place(Place(PageKind.SECTION, level, topic, each))
            yield f"{each}, {level}"
    session.open_place(Place(PageKind.CARE, Level.PLAIN, topic))
    yield "care"
    session.open_glossary(topic)
    yield "glossary"


def check(reader: Reader, where: str) -> tuple[int, int]:
    """Each sentence that is found stands in its place; counts them, and all that have words."""
    text = reader.page.document().toRawText()
    said = said_of(reader)
    found = places(text, said)
    wide = text.encode("utf-16-le")
    last: dict[int, int] = {}
    for utterance, hits in zip(said, found, strict=True):
        marked = [wide[2 * a : 2 * b].decode("utf-16-le") for a, b in hits]
        if marked:
            seen = "".join(map(letters_of, marked))
            heard = letters_of(BLANK.sub("", utterance.text))
            assert heard.endswith(seen) or utterance.row, (where, utterance)
            assert seen == "".join(piece.letters for piece in utterance.seen), (where, utterance)
            assert last.get(utterance.block, -1) < hits[0][0] or utterance.row, (where, utterance)
            last[utterance.block] = hits[0][0]
    with_words = [bool(hits) for each, hits in zip(said, found, strict=True) if each.seen]
    return sum(with_words), len(with_words)


@pytest.mark.parametrize(
    ("language", "percent"),
    [
        ("en", 100),
        pytest.param("en", 300, marks=pytest.mark.slow),
        pytest.param("es", 100, marks=pytest.mark.slow),
        pytest.param("es", 300, marks=pytest.mark.slow),
    ],
)
def test_the_sentences_of_every_shipped_page_are_found(
    open_viewer: OpenViewer, language: str, percent: int
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--language", language, size=(1280, 800))
    reader.window._session.set_percent(percent)
    counts = [check(reader, where) for where in every_page(reader)]
    found, count = (sum(each) for each in zip(*counts, strict=True))
    assert count > 1_000
    assert found >= MARKED * count


@pytest.mark.parametrize("percent", [100, pytest.param(300, marks=pytest.mark.slow)])
def test_so_are_those_of_a_pack_in_arabic(open_viewer: OpenViewer, percent: int) -> None:
    reader = open_viewer("--topic", "kidneys", "--language", "ar", library=GOOD, size=(1280, 800))
    reader.window._session.set_percent(percent)
    counts = [check(reader, where) for where in every_page(reader)]
    found, count = (sum(each) for each in zip(*counts, strict=True))
    assert count > 50
    assert found >= MARKED * count


# --- what is hard to place ------------------------------------------------------------


def marked(reader: Reader) -> dict[str, list[str]]:
    """What is marked of the page for each sentence that is said between title and foot."""
    text = reader.page.document().toRawText()
    said = said_of(reader)
    found = zip(said, places(text, said), strict=True)
    return {each.text: [text[a:b] for a, b in hits] for each, hits in found if each.block >= 0}


def opened(open_viewer: OpenViewer, packs: PackWriter, text: str, *more: str) -> Reader:
    packs.topic("topic", {"a": section("Title", text)})
    return open_viewer("--topic", "topic", *more, library=packs.folder, size=(1000, 700))


TABLE = "| Sign | Do |\n|---|---|\n| Do | Sign |\n| Fever | Rest |\n| Rash | Rest |\n"


@pytest.mark.parametrize("width", [1000, 340])
def test_cells_are_not_taken_for_headers_nor_rows_for_one_another(
    open_viewer: OpenViewer, packs: PackWriter, width: int
) -> None:
    reader = opened(open_viewer, packs, TABLE)
    reader.resize(width, 700)
    found = marked(reader)
    assert found.pop("Sign: Do; Do: Sign") in ([], ["Do", "Sign"]), "the header says the same"
    assert found == {
        "Sign: Fever; Do: Rest": ["Fever", "Rest"],
        "Sign: Rash; Do: Rest": ["Rash", "Rest"],
    }
    text = reader.page.document().toRawText()
    said = said_of(reader)
    rows = [hits for each, hits in zip(said, places(text, said), strict=True) if each.row]
    assert rows[1] < rows[2]
    assert "Rest" not in text[: rows[1][1][0]]


def test_a_table_from_right_to_left_is_marked_cell_by_cell(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    text = "| علامة | افعل |\n|---|---|\n| حمى | نعم |\n| طفح | نعم |\n| ألم | نعم |\n"
    packs.topic("topic", {"a": section("عنوان", text)}, language="ar", title={"ar": "موضوع"})
    (packs.folder / "topic" / "en").rename(packs.folder / "topic" / "ar")
    reader = open_viewer("--topic", "topic", "--language", "ar", library=packs.folder)
    found = [hits for hits in marked(reader).values() if len(hits) == 2]
    assert found == [["حمى", "نعم"], ["طفح", "نعم"], ["ألم", "نعم"]]
    page = reader.page.document().toRawText()
    said = said_of(reader)
    for each, hits in zip(said, places(page, said), strict=True):
        if each.row:
            assert hits[1][1] <= hits[0][0], "the second cell of its own row stands before it"
            assert hits[0][0] - hits[1][1] <= 2


def test_what_could_stand_in_two_places_is_not_marked(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    gap = "![A lost picture](images/lost.svg)"
    reader = opened(open_viewer, packs, f"Begin.\n\nWarm {gap} hand.\n\nThe end. So it is.")
    found = marked(reader)
    assert found["Begin."] == ["Begin."]
    assert found["Warm A lost picture hand."] == [], "other words stand in between on the page"
    assert found["The end."] == ["The end."]
    assert found["So it is."] == ["So it is."]


def test_signs_around_a_sentence_are_marked_with_it(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    reader = opened(open_viewer, packs, "Say “Yes.” (Or no!) Smile \N{GRINNING FACE} now. Go on.")
    text = reader.page.document().toRawText().encode("utf-16-le")
    said = said_of(reader)
    found = [
        text[2 * a : 2 * b].decode("utf-16-le")
        for each, hits in zip(said, places(text.decode("utf-16-le"), said), strict=True)
        for a, b in hits
        if each.block >= 0
    ]
    assert found == ["Say “Yes.”", "(Or no!)", "Smile \N{GRINNING FACE} now.", "Go on."]


def test_a_page_of_one_word_a_thousand_times_takes_no_time(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    reader = opened(open_viewer, packs, "\n\n".join(["Rest."] * 1_000))
    text = reader.page.document().toRawText()
    said = said_of(reader)
    found = [hits[0] for hits in places(text, said) if hits]
    assert len(found) == len(said)
    assert found == sorted(found)
