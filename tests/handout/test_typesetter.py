"""The PDF of a handout: what is printed, what is tagged, and what refuses to be printed."""

from __future__ import annotations

import dataclasses
import functools
import re
from typing import Any

import pytest

from tests.handout import pdf as found
from tests.handout.sample import INSTALLATION, data_of, given, handout, part, words_of
from viewer.core.blocks import Image, Paragraph, Text
from viewer.core.images import ImageData
from viewer.handout.model import Handout, Part, PartKind
from viewer.handout.order import Order, Paper, PrintSize
from viewer.handout.typesetter import Fault, Typesetter, TypesettingError

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><path d="M0 0h900"/></svg>'
HOSTILE = r"""# $x$ @label \ * " _ ` < > [ ] // -- --- ... #import "x": * /* c */ ~ ' = + - $"""
each_size = pytest.mark.parametrize("size", list(PrintSize))


@functools.cache
def typesetter() -> Typesetter:
    return Typesetter(INSTALLATION)


def made(
    *handouts: Handout, size: PrintSize = PrintSize.STANDARD, paper: Paper = Paper.A4, **more: Any
) -> bytes:
    order = Order(topic="t", print_size=size, paper=paper)
    return typesetter().pdf(data_of(*handouts, order=order, **more))


def plain(text: str) -> Part:
    """A part whose text is this very string, unread by Markdown."""
    paragraph = Paragraph(language="en", children=(Text(text),))
    return dataclasses.replace(part("", "T"), blocks=(paragraph,))


def test_signs_of_the_typesetter_print_as_themselves() -> None:
    pdf = made(handout(plain(HOSTILE), title=HOSTILE))
    assert found.text(pdf).count(HOSTILE) == 2


def test_the_authors_quotation_marks_stay_as_they_are() -> None:
    pdf = made(handout(plain("\"straight\" 'one' “curly” «angled» -- ---")))
    assert "\"straight\" 'one' “curly” «angled» -- ---" in found.text(pdf)


def test_text_of_both_directions_and_marks_of_direction_print() -> None:
    text = "Call \u2068555-0100\u2069 \u200f\u200e مرحبا بكم"
    assert "555-0100" in found.text(made(handout(plain(text))))


def test_a_character_of_no_typeface_is_named() -> None:
    with pytest.raises(TypesettingError) as caught:
        made(handout(plain("fine ☐ and 漢字 ok")))
    assert caught.value.fault is Fault.MISSING_CHARACTERS
    assert caught.value.characters == ("☐", "漢", "字")
    sentence = caught.value.sentence(words_of("en"))
    assert "☐ (U+2610)" in sentence
    assert "☐ (U+2610)" in caught.value.sentence(words_of("es"))


def test_the_same_data_gives_the_same_bytes() -> None:
    one = handout(part("- one\n- two", "T"), given())
    first = made(one)
    assert first == made(one)
    assert first == Typesetter(INSTALLATION).pdf(data_of(one, order=Order(topic="t")))


def test_a_picture_without_words_is_the_authors_to_mend() -> None:
    image = Paragraph(language="en", children=(Image("t/a.svg", ""),))
    one = handout(dataclasses.replace(part("", "T"), blocks=(image,)))
    with pytest.raises(TypesettingError) as caught:
        made(one, pictures=lambda _: ImageData("svg", SVG))
    assert caught.value.fault is Fault.NO_ALTERNATIVE


def test_pictures_are_figures_with_words_and_fit_the_column() -> None:
    one = handout(part("![A sore](a.svg)\n\nAnd ![it](b.svg) again.", "T"))
    pdf = made(one, pictures=lambda _: ImageData("svg", SVG), logo=ImageData("svg", SVG))
    alternatives = [tag.alt for tag in found.tags(pdf) if tag.kind == "Figure"]
    assert alternatives == ["Riverside Kidney Care", "A sore", "it"]


def test_a_missing_picture_prints_the_words_of_the_screen() -> None:
    assert "Picture missing: A sore" in found.text(made(handout(part("![A sore](a.svg)", "T"))))


def test_headings_lists_and_tables_are_tagged() -> None:
    text = "### A\n\n- one\n- two\n\n1. first\n\n| h | i |\n|---|--:|\n| a | b |\n\n##### B\n\ntext"
    kinds = found.kinds(made(handout(part(text, "T"))))
    headings = [kind for kind in kinds if kind[0] == "H" and kind[1:].isdigit()]
    assert headings == ["H1", "H2", "H3", "H4"]
    assert kinds.count("L") == 2
    assert kinds.count("LI") == kinds.count("LBody") == kinds.count("Lbl") == 3
    assert [kinds.count(kind) for kind in ("Table", "TR", "TH", "TD")] == [1, 2, 2, 2]


def test_lists_nest_six_deep() -> None:
    text = "\n".join(f"{'    ' * depth}- level {depth} unquestionably" for depth in range(6))
    pdf = made(handout(part(text, "T")), size=PrintSize.EXTRA)
    assert found.kinds(pdf).count("L") == 6
    assert not found.glyphs_outside(pdf)


@each_size
@pytest.mark.parametrize("beside", [False, True])
def test_a_long_word_breaks_inside_its_column(size: PrintSize, beside: bool) -> None:
    words = (
        "x" * 90,
        "https://example.org/" + "a-b/" * 20,
        "Donaudampfschifffahrtsgesellschaft" * 2,
    )
    table = "\n\n| " + " | ".join(words) + " |\n|---|---|---|\n| a | b | c |\n"
    one = handout(part("\n\n".join(f"- {word}" for word in words) + table, words[0]))
    pdf = made(*(one, one) if beside else (one,), size=size)
    assert not found.glyphs_outside(pdf)
    unbroken = re.compile(r"[\s\x02\ufffe-]")  # PDFium takes a "-" at a line's end for hyphenation
    assert unbroken.sub("", words[1]) in unbroken.sub("", found.text(pdf))


@each_size
@pytest.mark.parametrize("items", [3, 12, 60])
def test_the_help_box_is_whole_or_repeats_its_title(size: PrintSize, items: int) -> None:
    before = part("\n\n".join(["A line of text."] * 9), "Before")
    points = "".join(f"    - sign number {n} of a long list\n" for n in range(items))
    box = part(f'!!! danger "Call"\n    If:\n\n{points}', "Help me", PartKind.HELP)
    pdf = made(handout(before, box), size=size)
    assert not found.glyphs_outside(pdf)
    on = [text for text in found.pages(pdf) if "sign number" in text]
    assert all("Help me" in text for text in on)
    assert len(on) == 1 or ("(continued)" in on[1] and "(continued)" not in on[0])
    if items == 3:
        assert len(on) == 1
    assert found.kinds(pdf).count("LI") == items


def test_questions_have_lines_and_make_no_page_of_their_own() -> None:
    one = handout(part("text", "T"), part("", "My questions", PartKind.QUESTIONS), given())
    pdf = made(one)
    assert len(found.pages(pdf)) == 1
    assert "line to write on" in [tag.alt for tag in found.tags(pdf)]


def test_empty_parts_do_no_harm() -> None:
    parts = [part("", "", kind, name=str(kind)) for kind in PartKind]
    assert "Caring for yourself" in found.text(made(handout(*parts)))
    assert found.pages(made(handout(*parts), handout(*parts, language="es")))
    assert found.pages(made(handout(title="Nothing")))


def test_two_languages_stand_row_by_row_with_their_languages() -> None:
    left = handout(part("### A\n\n- one\n- two\n\ntext", "Left", icon="help"))
    right = handout(part("### B\n\n- uno\n- dos\n\ntexto", "Derecha", language="es"), language="es")
    pdf = made(left, right)
    text = found.text(pdf)
    order = [text.index(word) for word in ("Left", "Derecha", "A ", "B ", "one", "uno", "texto")]
    assert order == sorted(order)
    assert found.kinds(pdf).count("L") == 2
    assert "es" in {tag.lang for tag in found.tags(pdf)}


@pytest.mark.parametrize("beside", [False, True])
def test_arabic_prints_from_right_to_left(beside: bool) -> None:
    text = '### عنوان {: .do }\n\n- واحد\n- اثنان\n\n!!! danger "اتصل"\n    الآن\n'
    arabic = handout(part(text, "قسم", language="ar", icon="help"), title="عناية", language="ar")
    english = handout(part("### A {: .do }\n\n- one\n- two", "Part", icon="help"))
    pdf = made(*(english, arabic) if beside else (arabic,), size=PrintSize.LARGE)
    assert not found.glyphs_outside(pdf)
    assert "ar" in {tag.lang for tag in found.tags(pdf)} or not beside


def test_words_of_the_paper_in_another_language_are_marked_as_that() -> None:
    one = handout(part("مرحبا", "مرحبا", language="ar"), language="ar", title="مرحبا")
    names = ("questions_call", "source", "review", "version", "date", "page_of", "running_title")
    words = dataclasses.replace(one.words, languages=dict.fromkeys(names, "en"))
    pdf = made(dataclasses.replace(one, words=words))
    assert "en" in [tag.lang for tag in found.tags(pdf)]
    assert "en" not in [tag.lang for tag in found.tags(made(one))]
