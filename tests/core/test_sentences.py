"""Where a sentence ends, and where one that is too long is cut."""

from __future__ import annotations

import pytest

from viewer.core.sentences import MAX_CHARACTERS, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["Keep warm.", "Call your team."],
        ["Is it red?", "Is it hot?!", "Go now!"],
        ["Ask Dr. Ruiz or Mrs. Hall.", "They know."],
        ["Ask J. Smith.", "He knows."],
        ["Drink 3.5 cups a day.", "No more."],
        ["Use soap, water, etc. and dry well.", "Then rest."],
        ["At 5 p.m. Monday you may eat."],
        ["¿Tiene fiebre?", "¡Llame ahora!", "No espere."],
        ["Hable con la Dra. Paz, de EE. UU., o con el Sr. Gil.", "Ellos saben."],
        ["“Stop.”", "“Why?” she said.", "(It hurts.)", "Rest…", "Wait."],
        ["¡Ay! dijo ella.", "Le duele."],
        ["هل أنت بخير؟", "اتصل الآن."],
        ["多喝水。", "不要等！", "好吗？"],
        ["Say no.", "Then leave."],
        ["It has 20 mg.", "5 days later it goes."],
    ],
)
def test_a_text_is_read_sentence_by_sentence(parts: list[str]) -> None:
    between = "" if "多" in parts[0] else " "
    assert list(sentences(between.join(parts))) == parts


def test_each_line_stands_for_itself_and_spaces_do_not_count() -> None:
    assert list(sentences("  One \t two\n\n three  \n")) == ["One two", "three"]
    assert list(sentences(" \n ")) == []


def test_a_long_sentence_is_cut_where_a_reader_pauses() -> None:
    clause = "word " * 20
    text = f"{clause}here; {clause}and, {clause}there, {clause}end."
    pieces = list(sentences(text))
    assert pieces[0].endswith("here;")
    assert all(0 < len(piece) <= MAX_CHARACTERS for piece in pieces)
    assert " ".join(pieces) == text


def test_a_word_without_end_is_cut_too() -> None:
    pieces = list(sentences("x" * 1_000))
    assert [len(piece) for piece in pieces] == [300, 300, 300, 100]
