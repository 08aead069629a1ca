"""The formulas: published worked examples, and an independent library on the same texts."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import pytest
import textstat

from viewer.core.checks.scores import plain_sentences, values_in
from viewer.core.installation import find_installation
from viewer.core.markdown.reader import read_markdown
from viewer.core.packs.library import Library
from viewer.core.readability.formulas import (
    Counts,
    count,
    fernandez_huerta,
    flesch_kincaid_grade,
    inflesz,
    smog_grade,
)
from viewer.core.readability.prose import Sentence, sentences_of, words_of
from viewer.core.readability.syllables import english_syllables, spanish_syllables
from viewer.core.sentences import whole_sentences

PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."


def sentences(text: str) -> list[Sentence]:

    parsed = read_markdown(text, "en", Path("a.md"))
    assert parsed.blocks is not None
    return sentences_of(parsed.blocks, values_in("en"))


# --- published worked examples -------------------------------------------------------------------


def test_flesch_kincaid_as_its_best_known_example_has_it() -> None:
    """13 words with 24 syllables: grade 11.3 (Flesch-Kincaid readability tests, Wikipedia)."""
    counts = count(sentences(PLATYPUS), english_syllables)
    assert (counts.words, counts.syllables) == (13, 24)
    assert flesch_kincaid_grade(counts) == pytest.approx(11.3, abs=0.05)


@pytest.mark.parametrize(
    ("polysyllables", "grade"),
    [(2, 4), (6, 5), (12, 6), (20, 7), (30, 8), (42, 9), (56, 10), (72, 11), (90, 12)],
)
def test_smog_beside_mcgraws_table(polysyllables: int, grade: int) -> None:
    """The highest number in 30 sentences that the table gives a grade: 3 plus a rounded root.

    The formula lies up to 1.1 above it: factor 1.0430, sum 3.1291, and no rounding.
    """
    assert grade == 3 + round(sqrt(polysyllables))
    found = smog_grade(Counts(30, 300, 400, polysyllables))
    assert grade - 0.5 <= found <= grade + 1.1


def test_the_spanish_formulas_by_hand() -> None:
    """100 words of 200 syllables in 10 sentences, put into the formulas as they were published."""
    counts = Counts(10, 100, 200, 30)
    assert inflesz(counts) == pytest.approx(206.835 - 62.3 * 2 - 10)
    assert fernandez_huerta(counts) == pytest.approx(206.84 - 60 * 2 - 1.02 * 10)


# --- an independent library ----------------------------------------------------------------------


def prose_of(language: str) -> list[str]:
    """Each shipped section's plain text as textstat wants it: a line and a full stop a sentence."""
    topic = Library([find_installation().content]).topic("calciphylaxis")
    found = []
    for section in topic.sections[language].values():
        every = plain_sentences(section)
        if every:
            found.append(" ".join(_bare(one.text) for one in every))
    return found


def _bare(text: str) -> str:
    return " ".join(words_of(text)).capitalize() + "."


def test_flesch_kincaid_beside_an_independent_library() -> None:
    """They differ where textstat cuts no sentence of two words, and in its syllables.

    A capital with a full stop ends a sentence there, but may be an initial here ("vitamin D.").

    It skips sentences of one or two words and counts them to the next one, and takes the number of
    syllables from cmudict too, but a number as one syllable, and what it lacks by hyphenation.
    """
    textstat.set_lang("en_US")
    for text in prose_of("en"):
        long = " ".join(s for s in whole_sentences(text) if len(words_of(s)) > 2)
        counts = count(
            [Sentence(s, words_of(s), 1, None) for s in whole_sentences(long)],  # type: ignore[arg-type]
            english_syllables,
        )
        assert counts.words == textstat.lexicon_count(long)
        assert abs(counts.sentences - textstat.sentence_count(long)) <= 1
        assert flesch_kincaid_grade(counts) == pytest.approx(
            textstat.flesch_kincaid_grade(long), abs=0.35
        )


def test_spanish_beside_an_independent_library() -> None:
    """They differ by its syllables, which are places to hyphenate: "día" has one there."""
    textstat.set_lang("es")
    for text in prose_of("es"):
        long = " ".join(s for s in whole_sentences(text) if len(words_of(s)) > 2)
        counts = count(
            [Sentence(s, words_of(s), 1, None) for s in whole_sentences(long)],  # type: ignore[arg-type]
            spanish_syllables,
        )
        assert abs(counts.sentences - textstat.sentence_count(long)) <= 1
        assert inflesz(counts) == pytest.approx(textstat.szigriszt_pazos(long), abs=20)
        assert counts.syllables >= textstat.syllable_count(long)


# --- what is counted ------------------------------------------------------------------------------


def test_blocks_end_sentences_and_abbreviations_do_not() -> None:
    text = "# A heading\n\nDr. Lee said 3.5 cups, e.g. of tea. Rest.\n\n- Sit down\n- Get up\n"
    assert [s.text for s in sentences(text)] == [
        "A heading",
        "Dr. Lee said 3.5 cups, e.g. of tea.",
        "Rest.",
        "Sit down",
        "Get up",
    ]


def test_values_are_read_as_words_and_lines_to_write_on_are_none() -> None:
    (one, two) = sentences("Call {{emergency_number}} now.\n\nYours: {{blank:my limit}}\n")
    assert one.text == "Call your local emergency number now."
    assert two.words == ("Yours",)
