"""``glossary.yaml``: each term in each language."""

from __future__ import annotations

from pathlib import Path

from tests.core.library import hands
from tests.core.shelf import feet
from viewer.core.model import GlossaryTerm


def test_terms_are_read_in_every_language_and_in_order() -> None:
    blister, ampolla, callus = feet().glossary
    assert blister == GlossaryTerm(
        id="blister",
        language="en",
        term="blister",
        also=("blisters",),
        means="Skin that is filled with water.",
    )
    assert (ampolla.language, ampolla.term, ampolla.also) == ("es", "ampolla", ())
    assert callus.id == "callus"


def test_a_pack_without_a_glossary_has_no_terms(tmp_path: Path) -> None:
    topic = hands(tmp_path)
    assert topic.glossary == ()
    assert not topic.problems


def test_a_broken_term_leaves_the_others(tmp_path: Path) -> None:
    text = "cold:\n  en: {term: cold}\nwarm:\n  en: {term: warm, means: Not cold.}\n"
    topic = hands(tmp_path, {"glossary.yaml": text})
    assert [term.id for term in topic.glossary] == ["warm"]
    assert len(topic.problems) == 1


def test_words_of_other_yaml_are_words(tmp_path: Path) -> None:
    text = "no:\n  en: {term: no, also: [off], means: yes}\n"
    (term,) = hands(tmp_path, {"glossary.yaml": "\ufeff" + text.replace("\n", "\r\n")}).glossary
    assert (term.id, term.term, term.also, term.means) == ("no", "no", ("off",), "yes")
