"""What is found, in which order, and how it is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.search.library import (
    all_of,
    best_of,
    engine_of,
    found,
    plain,
    section,
    shown,
    topic_of,
)
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.search.engine import MOST_GROUPS, MOST_RESULTS, SearchEngine
from viewer.core.search.results import Group, Result, ResultKind, Results

BOTH = "{clinical}\n\n## In plain words {{: .plain }}\n\n{plain}"


def both(title: str, question: str, clinical: str, own: str, **more: str) -> str:
    text = BOTH.format(clinical=clinical, plain=own)
    return section(title, text, plain_title=f'"{question}"', **more)


@pytest.fixture
def hands(tmp_path: Path) -> SearchEngine:
    """A topic with a section for each thing that a test looks for."""
    glossary = """\
ulcer:
  en: {term: pressure ulcer, also: [bedsore], means: "A wound from lying still."}
"""
    files = {
        "en/bed.md": both("Redistribution", "How do I lie?", "A pressure ulcer.", "Turn in bed."),
        "en/drink.md": both(
            "Hydration", "How much water?", "Fluids.", "Drink less.", keywords="[thirst, tea]"
        ),
        "en/room.md": both("Warmth", "How warm?", "Ambient heat.", "Bodies like a mild room."),
        "en/binders.md": section("Phosphate binders", "Calciphylaxis and blood thinners."),
        "glossary.yaml": glossary,
    }
    return engine_of(topic_of(tmp_path, "hands", files, en="Hand care"))


def first(engine: SearchEngine, text: str, level: Level = Level.PLAIN, tag: str = "en") -> Result:
    result = best_of(engine.search(text, tag, level))
    assert result is not None
    return result


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("warmth", "room"),
        ("WÁRM", "room"),
        ("body", "room"),
        ("water", "drink"),
        ("thirsty", "drink"),
        ("how often should I turn my mother in bed?", "bed"),
        ("phos", "binders"),
        ("hydrashun", "drink"),
        ("bedsore", "bed"),
        ("bed sore", "bed"),
        ("bloodthinner", "binders"),
        ('"pressure" AND (ulcer OR *) title:x~2 +-^', "bed"),
    ],
)
def test_the_right_page_is_found(hands: SearchEngine, text: str, page: str) -> None:
    assert first(hands, text).section == page


def test_what_was_meant_is_said_whole_and_marked(hands: SearchEngine) -> None:
    results = hands.search("What is Calsifilaxis, please", "en", Level.CLINICAL)
    assert results.corrected == "What is calciphylaxis, please"
    assert results.words == ("calciphylaxis",)
    assert shown(all_of(results)[0].snippet) == "[Calciphylaxis] and blood thinners."
    assert hands.search("calciphylaxis", "en", Level.PLAIN).corrected == ""
    assert hands.search("bodies", "en", Level.PLAIN).corrected == ""


def test_words_that_stand_nowhere_find_nothing(hands: SearchEngine) -> None:
    assert hands.search("xylophone", "en", Level.PLAIN) == Results()


def test_only_stop_words_count_where_nothing_else_was_typed(hands: SearchEngine) -> None:
    assert found(hands, "how do I")[0] == "bed"
    assert found(hands, "how much")[0] == "drink"


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "", " ", "\x00", "*", '"', "'\"(", "AND", "a:b:c", "[a TO z]", "\\", "~~^^", "{{x}}",
        "\ud800", "x\udfff\x00y", "😀👩‍⚕️", "\u202eabc", "ﷺ", "皮肤病", "قرحة الفراش", "a" * 10_000,
        "pressure " * 1_200, "\n" * 10_000 + "ulcer", "* " * 5_000, "é" * 10_000, "皮" * 10_000,
        "0", "-1", "\u0300", "\u200d", "pressure\x00ulcer", "pre\ud800ssure",
    ],
)  # fmt: skip
@pytest.mark.parametrize("level", list(Level))
def test_any_input_is_safe(hands: SearchEngine, text: str, level: Level) -> None:
    for language in ("en", "es", "ar", "zz"):
        results = hands.search(text, language, level)
        assert isinstance(results, Results)
        assert len(results.words) < 50


def test_plain_text_comes_first_in_plain_mode(tmp_path: Path) -> None:
    one = both("One", "What is one?", "A scar.", "Nothing.")
    two = both("Two", "What is two?", "Nothing.", "A scar.")
    engine = engine_of(topic_of(tmp_path, "t", {"en/one.md": one, "en/two.md": two}))
    own = all_of(engine.search("scar", "en", Level.PLAIN))
    assert [(r.section, r.level) for r in own] == [("two", Level.PLAIN), ("one", Level.CLINICAL)]
    assert [shown(r.title) for r in own] == ["What is two?", "One"]
    clinical = all_of(engine.search("scar", "en", Level.CLINICAL))
    assert [(r.section, r.level) for r in clinical] == [
        ("one", Level.CLINICAL),
        ("two", Level.PLAIN),
    ]


@pytest.mark.parametrize("level", list(Level))
def test_a_section_is_one_result_at_its_readers_level(tmp_path: Path, level: Level) -> None:
    text = both("One", "What is one?", "A scar, a scar, a scar.", "A scar.")
    engine = engine_of(topic_of(tmp_path, "t", {"en/one.md": text}))
    assert [r.level for r in all_of(engine.search("scar", "en", level))] == [level]


def test_terms_follow_the_sections_of_their_topic(hands: SearchEngine) -> None:
    results = all_of(hands.search("pressure ulcer", "en", Level.CLINICAL))
    assert [(r.kind, r.section, r.anchor) for r in results] == [
        (ResultKind.SECTION, "bed", ""),
        (ResultKind.GLOSSARY, "", "ulcer"),
    ]
    assert shown(results[1].title) == "[pressure] [ulcer]"
    assert shown(results[1].snippet) == "A wound from lying still."


def test_results_stand_under_their_topic_the_best_first(tmp_path: Path) -> None:
    def topic(name: str, title: str, body: str) -> Topic:
        pages = {"en/main.md": section("Treatment", body), "en/more.md": section("Diet", body)}
        return topic_of(tmp_path, name, pages, en=title)

    engine = engine_of(
        topic("asthma", "Asthma", "Breathe."),
        topic("gout", "Gout", "Rest. Asthma is another illness."),
        topic("lupus", "Lupus", "Treatment."),
    )
    groups = engine.search("asthma treatment", "en", Level.CLINICAL).groups
    assert [group.title for group in groups] == ["Asthma", "Gout", "Lupus"]
    assert [r.section for r in groups[0].results] == ["main", "more"]
    assert all(r.topic == group.topic for group in groups for r in group.results)


def test_one_letter_finds_titles_that_begin_with_it(tmp_path: Path) -> None:
    pages = {
        "en/a.md": section("Walking", "Warm water, water, water."),
        "en/b.md": section("Rest", "Walk, wash and wait for vitamin W."),
    }
    engine = engine_of(topic_of(tmp_path, "t", pages))
    assert found(engine, "wa", level="clinical") == ["a"]
    assert found(engine, "vitamin w", level="clinical")[0] == "b"


def test_results_are_bounded(tmp_path: Path) -> None:
    pages = {f"en/s{n}.md": section(f"Part {n}", "Rest well.") for n in range(60)}
    few = engine_of(topic_of(tmp_path / "a", "one", pages))
    assert len(all_of(few.search("rest", "en", Level.CLINICAL))) == MOST_RESULTS
    some = {f"en/s{n}.md": section(f"Part {n}", "Rest well.") for n in range(5)}
    topics = [topic_of(tmp_path / "b", f"t{n}", some) for n in range(12)]
    groups = engine_of(*topics).search("rest", "en", Level.CLINICAL).groups
    assert [len(group.results) for group in groups] == [MOST_RESULTS // MOST_GROUPS] * MOST_GROUPS


def test_the_same_question_gets_the_same_answer(tmp_path: Path) -> None:
    pages = {f"en/s{n}.md": section("Part", "Rest well.") for n in range(9)}
    topics = [topic_of(tmp_path, f"t{n}", pages) for n in range(3)]
    answers = [engine_of(*topics).search("rest", "en", Level.CLINICAL) for _ in range(3)]
    assert answers[0] == answers[1] == answers[2]


def titles(groups: tuple[Group, ...]) -> list[str]:
    return [shown(result.title) for group in groups for result in group.results]


def test_each_reader_is_shown_their_language_or_what_a_topic_has(tmp_path: Path) -> None:
    engine = engine_of(
        topic_of(
            tmp_path,
            "both",
            {
                "en/a.md": section("Sepsis here", "Text."),
                "es/a.md": section("La sepsis", "Texto."),
            },
            en="Both",
            es="Ambos",
        ),
        topic_of(tmp_path, "one", {"en/a.md": section("Only sepsis", "Text.")}, en="English"),
        topic_of(
            tmp_path,
            "mexico",
            {
                "es/a.md": section("Sepsis general", "Texto."),
                "es-MX/a.md": section("Sepsis mexicana", "Texto."),
            },
            es="España",
        ),
    )
    for language, expected in {
        "en": {"[Sepsis] here", "Only [sepsis]", "[Sepsis] general"},
        "es": {"La [sepsis]", "Only [sepsis]", "[Sepsis] general"},
        "es-MX": {"La [sepsis]", "Only [sepsis]", "[Sepsis] mexicana"},
        "fr": {"[Sepsis] here", "Only [sepsis]", "[Sepsis] general"},
    }.items():
        groups = engine.search("sepsis", language, Level.CLINICAL).groups
        assert sorted(titles(groups)) == sorted(expected), language


def test_what_a_reader_is_not_shown_is_not_found(tmp_path: Path) -> None:
    files = {
        "en/a.md": section("Wounds", "A scaffold of words."),
        "es/a.md": section("Heridas", "Palabras."),
    }
    engine = engine_of(topic_of(tmp_path, "t", files))
    assert found(engine, "scaffold", "en", "clinical") == ["a"]
    assert found(engine, "scaffold", "fr", "clinical") == ["a"]
    assert found(engine, "scaffold", "es", "clinical") == []
    assert found(engine, "palabras", "en", "clinical") == []


def test_a_topics_name_does_not_tell_its_sections_apart(tmp_path: Path) -> None:
    files = {
        "en/about.md": plain("Lupus", "What is lupus?", "Lupus is an illness.", keywords="[lupus]"),
        "en/cure.md": plain("Approach", "How is it treated?", "Pills help with lupus."),
    }
    engine = engine_of(topic_of(tmp_path, "lupus", files, en="Lupus"))
    assert found(engine, "how is lupus treated") == ["cure", "about"]
    assert found(engine, "lupus") == ["about", "cure"]


def test_a_reader_finds_the_fallback_languages_text_by_its_own_stems(tmp_path: Path) -> None:
    files = {
        "en/a.md": both("Wounds", "What helps?", "Dressings were changed.", "Wash it."),
        "es/a.md": plain("Heridas", "¿Qué ayuda?", "Lávela."),
    }
    engine = engine_of(topic_of(tmp_path, "t", files))
    result = first(engine, "changing dressing", Level.CLINICAL, "es")
    assert (shown(result.title), shown(result.snippet)) == (
        "Heridas",
        "[Dressings] were [changed].",
    )
    assert result.language == "en"
    assert shown(first(engine, "lávelo", Level.PLAIN, "es").snippet) == "[Lávela]."


def test_languages_without_spaces_or_from_right_to_left(tmp_path: Path) -> None:
    files = {
        "ar/a.md": section("العناية بالجلد", "غيّر وضعيتك كل يوم. القرحة مؤلمة."),
        "zh/a.md": section("皮肤护理", "每天检查皮肤。"),
    }
    engine = engine_of(topic_of(tmp_path, "t", files))
    arabic = first(engine, "قرحة", Level.CLINICAL, "ar")
    assert shown(arabic.snippet) == "غيّر وضعيتك كل يوم. [القرحة] مؤلمة."
    assert shown(first(engine, "غير", Level.CLINICAL, "ar").snippet).startswith("[غيّر]")
    assert shown(first(engine, "皮肤", Level.CLINICAL, "zh").title) == "[皮][肤]护理"


def burns(folder: Path) -> SearchEngine:
    """Topics whose titles share a word, and whose texts repeat it."""
    often = "A burn is a burn. " * 9 + "Burns of the shin are others."
    return engine_of(
        topic_of(folder, "hand", {"en/a.md": section("Burn", often)}, en="Burn of the hand"),
        topic_of(folder, "knee", {"en/a.md": section("Burn", "Burn. " * 9)}, en="Burn of the knee"),
        topic_of(folder, "shin", {"en/a.md": section("Overview", "Rest.")}, en="Burn of the shin"),
        topic_of(folder, "pain", {"en/a.md": section("Pain", "The shin.")}, en="Pain in the shin"),
    )


@pytest.mark.parametrize("text", ["shin burn", "burn of the shin", "Burn shin", "burn shi"])
def test_a_title_with_all_words_comes_before_one_that_repeats_some(
    tmp_path: Path, text: str
) -> None:
    groups = burns(tmp_path).search(text, "en", Level.CLINICAL).groups
    assert [group.topic for group in groups][:2] == ["shin", "hand"]


def test_what_answers_more_of_the_words_comes_first(tmp_path: Path) -> None:
    pages = {
        "en/some.md": section("Itching", "Itching. " * 20, keywords="[itching, itch]"),
        "en/all.md": section("Nights", "A fever may come with itching and a rash."),
    }
    engine = engine_of(topic_of(tmp_path, "t", pages))
    assert found(engine, "fever rash itching", level="clinical") == ["all", "some"]


def test_of_equal_answers_those_of_the_readers_level_come_first(tmp_path: Path) -> None:
    one = both("One", "What is one?", "A scar. " * 20, "Nothing.", keywords="[mark]")
    two = both("Two", "What is two?", "Nothing.", "You rest much, and so has a scar time to heal.")
    engine = engine_of(topic_of(tmp_path, "t", {"en/one.md": one, "en/two.md": two}))
    assert found(engine, "scar", level="plain") == ["two", "one"]
    assert found(engine, "scar", level="clinical") == ["one", "two"]
