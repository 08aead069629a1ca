"""A sentence that is read aloud is found where it stands on the page, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.conftest import OpenViewer
from tests.core.shelf import GOOD
from tests.ui.reader import Reader
from viewer.core.level import Level
from viewer.core.pages.heard import letters_of
from viewer.core.pages.spoken import Utterance, utterances
from viewer.core.place import PageKind, Place
from viewer.ui.spoken_places import places

MARKED = 0.97
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
    missed = [each.text for each, hits in zip(said, found, strict=True) if each.seen and not hits]
    print(where, len(with_words), missed)
    return sum(with_words), len(with_words)


@pytest.mark.parametrize("percent", [100, 300])
@pytest.mark.parametrize("language", ["en", "es"])
def test_the_sentences_of_every_shipped_page_are_found(
    open_viewer: OpenViewer, language: str, percent: int
) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--language", language, size=(1280, 800))
    reader.window._session.set_percent(percent)
    counts = [check(reader, where) for where in every_page(reader)]
    found, count = (sum(each) for each in zip(*counts, strict=True))
    print(language, percent, found, count)
    assert count > 1_000
    assert found >= MARKED * count


@pytest.mark.parametrize("percent", [100, 300])
def test_so_are_those_of_a_pack_in_arabic(open_viewer: OpenViewer, percent: int) -> None:
    reader = open_viewer("--topic", "kidneys", "--language", "ar", library=GOOD, size=(1280, 800))
    reader.window._session.set_percent(percent)
    counts = [check(reader, where) for where in every_page(reader)]
    found, count = (sum(each) for each in zip(*counts, strict=True))
    print(percent, found, count)
    assert count > 50
    assert found >= MARKED * count
