"""Folding, words and stems."""

from __future__ import annotations

import pytest

from viewer.core.analysis import MAX_WORD, fold, spans_of, stem, stems_of, words_of


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("CALCIFILAXIS", "calcifilaxis"),
        ("¿Qué tan cálido?", "¿que tan calido?"),
        ("Ñandú Über Ærø Łódź", "nandu uber aro lodz"),
        ("أدوية", "ادوية"),
        ("ﬁ ½ İ ß", "ﬁ ½ i s"),
        ("水が熱い", "水か熱い"),
        ("\ud800 \x00 😀", "\ud800 \x00 😀"),
    ],
)
def test_folding_takes_case_and_accents_and_keeps_every_place(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


def test_each_character_of_the_basic_plane_folds_to_one() -> None:
    every = "".join(map(chr, range(0x10000)))
    assert len(fold(every)) == len(every)
    assert fold(fold(every)) == fold(every)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("How warm should my room be?", ["how", "warm", "should", "my", "room", "be"]),
        ("nurse’s X-ray snake_case", ["nurse", "s", "x", "ray", "snake", "case"]),
        ("fosfato: 1,5 mg", ["fosfato", "1", "5", "mg"]),
        ("cafe\u0301 ni\u00f1o", ["cafe", "nino"]),
        ("خُذِ الدَّواء", ["خذ", "الدواء"]),
        ("皮肤病 CKD", ["皮", "肤", "病", "ckd"]),
        ("पानी पीना", ["पानी", "पीना"]),
        ("Call {{emergency_number}} now", ["call", "now"]),
        ("{{blank:my limit}} ml", ["ml"]),
        ("\x00 \ud800 😀 *\"'()", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words
    assert [word for word, _, _ in spans_of(text)] == words


def test_spans_say_where_the_words_stand() -> None:
    text = "El cojín, {{clinic_name}}: ¡Así!"
    assert [text[start:end] for _, start, end in spans_of(text)] == ["El", "cojín", "Así"]


def test_a_word_without_end_is_cut() -> None:
    assert words_of("a" * 100_000) == ["a" * MAX_WORD]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "ulcers", "ulcer"),
        ("en", "turning", "turn"),
        ("en-GB", "bandages", "bandage"),
        ("es", "operaciones", "operacion"),
        ("es-MX", "llagas", "llaga"),
        ("es", "ulceras", "ulcera"),
        ("fr", "douleurs", "douleur"),
        ("ar", "الجلد", "جلدي"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


def test_a_language_without_stems_keeps_its_words() -> None:
    assert stems_of("Mga sugat", "tl") == ["mga", "sugat"]
