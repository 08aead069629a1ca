"""A review that is due or has lapsed: what stands on the page, on paper, and what never goes."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.core.library import FRONT, TODAY, TOPIC, Files, builder, hands, section_of, words
from tests.core.pages_of import words_on
from tests.handout.orders import words_of
from viewer.core.blocks import Block, Callout, CalloutKind
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.core.pages.kiosk_pages import getting_help
from viewer.core.pages.page import Page
from viewer.core.pages.review import ReviewState, review_status
from viewer.core.pages.spoken import utterances
from viewer.core.pages.version import text_version
from viewer.core.tree import walk
from viewer.handout.composing import Composer
from viewer.handout.model import Handout
from viewer.handout.order import Order

SAFETY = "Use no ice on your hands."
HELP = "Call {{emergency_number}} now."
FILES: Files = {
    "en/warmth.md": FRONT
    + f"Clinical text.\n\n### No ice {{: #no-ice .safety }}\n\n{SAFETY}\n\n"
    + "## In plain words {: .plain }\n\nKeep warm.\n",
    "en/call.md": "---\ntitle: Help\nplain_title: When do I call?\nsources: [book]\n---\n"
    f"## In plain words {{: .plain }}\n\n### Now {{: #now .safety }}\n\n{HELP}\n",
}
TOPIC_FILE = TOPIC.replace("[warmth, washing]", "[warmth, washing, call]") + "help: call\n"
LAPSED = "Not reviewed since January 2, 2025"
DUE = "A new review is due"


def reviewed(
    tmp_path: Path, days: int, more: str = "", check: str = "", at: str = "2025-01-02"
) -> Topic:
    """The hands, with a review that was due so many days ago."""
    before = hands(tmp_path / "before", {**FILES, "topic.yaml": TOPIC_FILE})
    due = TODAY - datetime.timedelta(days)
    review = (
        f"reviews:\n  en: {{by: Dr. A, at: {at}, due: {due}, text: {text_version(before, 'en')}}}\n"
    )
    topic = hands(tmp_path / "after", {**FILES, "topic.yaml": TOPIC_FILE + review + more})
    if check:
        (topic.path.parent / "check.yaml").write_text(check)
    return topic


def page_of(topic: Topic, section: str, level: Level = Level.PLAIN) -> Page:
    return builder().section(topic, section_of(topic, section), level)


def notices(blocks: tuple[Block, ...]) -> list[tuple[CalloutKind, str]]:
    return [
        (block.kind, words_on((block,))[0]) for block in walk(blocks) if isinstance(block, Callout)
    ]


def on_paper(topic: Topic, grace: float = 30) -> Handout:
    made = Composer(Clinic(), words_of, lambda: TODAY, lambda: grace)
    return made.compose(topic, Order(topic="hands"), "en")


def paper_words(handout: Handout) -> list[str]:
    return [said for part in handout.parts for said in words_on(part.blocks)]


def test_a_review_that_holds_is_told_at_the_foot_alone(tmp_path: Path) -> None:
    topic = reviewed(tmp_path, days=0)
    assert notices(page_of(topic, "warmth").blocks) == []
    assert not [said for said in paper_words(on_paper(topic)) if "checked again" in said]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (1, (CalloutKind.NOTE, DUE)),
        (30, (CalloutKind.NOTE, DUE)),
        (31, (CalloutKind.WARNING, LAPSED)),
    ],
)
def test_every_page_says_first_that_it_is_time(
    days: int, told: tuple[CalloutKind, str], tmp_path: Path
) -> None:
    topic = reviewed(tmp_path, days)
    for page in (page_of(topic, "warmth"), page_of(topic, "warmth", Level.CLINICAL)):
        assert notices(page.blocks)[0] == told
        assert isinstance(page.blocks[0], Callout)
    care = builder().care([topic], "hands")
    assert notices(care.blocks)[0] == told
    assert words_on(care.blocks)[1] == told[1]


def test_nobody_has_done_a_review_of_a_day_that_has_not_come(tmp_path: Path) -> None:
    tomorrow = TODAY + datetime.timedelta(1)
    topic = reviewed(tmp_path, days=-300, at=str(tomorrow))
    assert review_status(topic, "en", TODAY).state is ReviewState.DRAFT
    assert review_status(topic, "en", tomorrow).state is ReviewState.REVIEWED


def test_a_library_has_days_of_grace_of_its_own(tmp_path: Path) -> None:
    topic = reviewed(tmp_path, 8, check="format: 1\ngrace: 7\n")
    library = Library([topic.path.parent])
    assert library.limits.grace == 7
    (topic.path.parent / "check.yaml").unlink()
    assert library.limits.grace == 7, "read once"
    library.look_again()
    assert library.limits.grace == 30
    assert LAPSED in paper_words(on_paper(topic, grace=7))
    assert LAPSED not in paper_words(on_paper(topic, grace=30))


def test_on_paper_it_is_said_once_before_the_text(tmp_path: Path) -> None:
    handout = on_paper(reviewed(tmp_path, 100))
    said = paper_words(handout)
    assert said.count(LAPSED) == 1
    assert said.index(LAPSED) < said.index("Keep warm.")
    assert "it has not been done" in handout.words.review


def test_nothing_stands_before_getting_help(tmp_path: Path) -> None:
    topic = reviewed(tmp_path, 1_000)
    for page in (page_of(topic, "call"), getting_help(builder(), [topic], "en")):
        said = words_on(page.blocks)
        assert said.index("Call your local emergency number now.") < said.index(LAPSED)


@pytest.mark.parametrize("days", [0, 1, 31, 3_000])
def test_safety_text_and_help_are_never_hidden(days: int, tmp_path: Path) -> None:
    topic = reviewed(tmp_path, days)
    help_text = "Call your local emergency number now."
    assert SAFETY in words_on(page_of(topic, "warmth").blocks)
    assert SAFETY in words_on(page_of(topic, "warmth", Level.CLINICAL).blocks)
    assert help_text in words_on(builder().care([topic], "hands").blocks)
    assert help_text in words_on(getting_help(builder(), [topic], "en").blocks)
    said = paper_words(on_paper(topic))
    assert said.count(SAFETY) == said.count(help_text) == 1


def test_it_is_heard_before_the_text(tmp_path: Path) -> None:
    page = page_of(reviewed(tmp_path, 100), "warmth")
    said = " ".join(one.text for one in utterances(page, lambda _: words(), (), "en"))
    assert said.index("Not reviewed since") < said.index("Keep warm")


# --- about this text -----------------------------------------------------------------


def test_the_page_about_a_text_tells_its_reviews_and_its_history(tmp_path: Path) -> None:
    more = (
        "history:\n"
        "  - {at: 2025-01-02, what: {en: First text}, text: 3f9c2a1b}\n"
        "  - {at: 2026-02-03, what: {en: A word on gloves, es: Guantes}, by: B. Nurse}\n"
        "scores: {en: {pemat_understandability: 92, by: C. Reader}}\n"
    )
    topic = reviewed(tmp_path, 100, more)
    said = words_on(builder().about(topic, Level.PLAIN).blocks)
    assert said == [  # the terms of a list, then their meanings
        "Who has reviewed it",
        "English",
        "Reviewed by Dr. A on January 2, 2025. A new review was due on August 14, 2026, and it has "
        "not been done.",
        f"Version of the text: {text_version(topic, 'en')} (en)",
        "What has changed",
        "February 3, 2026",
        "January 2, 2025, version 3f9c2a1b",
        "A word on gloves",
        "By B. Nurse",
        "First text",
        "How people scored it",
        "English",
        "pemat understandability: 92",
        "By C. Reader",
    ]


def test_a_review_of_another_text_is_told_with_what_it_was_of(tmp_path: Path) -> None:
    stale = "reviews:\n  en: {by: Dr. A, at: 2026-01-02, text: 00000000}\n"
    topic = hands(tmp_path, {"topic.yaml": TOPIC + stale})
    said = words_on(builder().about(topic, Level.CLINICAL).blocks)
    assert "Draft: not yet reviewed by a clinician" in said
    assert (
        "Dr. A read version 00000000 on January 2, 2026. The text has changed since then." in said
    )
    assert "Nothing is written down about changes to this text." in said


@pytest.mark.parametrize(
    "entry", ["x", "{at: 2026-01-01}", "{what: {en: A}}", "{at: soon, what: {en: A}}", "{}"]
)
def test_an_entry_that_cannot_be_read_is_told_and_left_out(entry: str, tmp_path: Path) -> None:
    topic = hands(tmp_path, {"topic.yaml": f"{TOPIC}history:\n  - {entry}\n"})
    assert topic.history == ()
    assert topic.problems
