"""Text from right to left, read back word for word: what a voice would say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.handout.expected import normal
from tests.handout.pdf_checks import faults
from tests.handout.pdf_glyphs import PdfGlyphs
from tests.handout.pdf_reader import PdfReader
from tests.handout.sample import INSTALLATION, data_of, handout, part
from viewer.handout.aloud import words_aloud
from viewer.handout.model import PartKind
from viewer.handout.order import Order, PrintSize
from viewer.handout.typesetter import Typesetter

SENTENCES = {
    "ar": (
        "اشرب 1.5 لتر في اليوم.",
        "هل يمكنني المشي؟ نعم، إذا سمح الطبيب بذلك.",
        "اتصل بالرقم 555-0100 فورًا!",
        "الكلى (الكليتان) تنظّف الدم؛ انظر IgA nephropathy في الملف.",
        "خذ 500 mg من Sevelamer مع الطعام (ثلاث مرات).",
        "لا تأكل الملح: أقلّ من 2 غ، أي ٢٠٠٠ ملغ.",
        "مُسَكِّنٌ للأَلَمِ، وَلا تُوقِفِ الدَّوَاءَ.",
        "إذا ارتفعت الحرارة فوق 38 °C أو 100.4 °F فاتصل.",
        "«اقتباس» بنسبة 50% من ٣٫٥، ثم والاستخدامات الأخرى.",
        "هذه جملة طويلة جدًا تمتد على أكثر من سطر واحد حتى نرى كيف تكتب القطع عندما تنكسر الأسطر "
        "في منتصف الفقرة، وفيها the name of a very long English phrase that breaks ثم تنتهي هنا.",
    ),
    "fa": ("این داروی شما است؛ چگونه پیگیری می‌کنید؟ گچ و ژاله ۱۲۳.",),
    "ur": ("آپ کا گردہ ٹھیک ہے؟ ڈاکٹر سے بات کریں۔ ہے ڑ ں ے",),
}


def pdf(text: str, language: str, size: PrintSize = PrintSize.STANDARD) -> bytes:
    made = handout(part(text, "قسم", language=language), title="عناية", language=language)
    return Typesetter(INSTALLATION).pdf(data_of(made, order=Order(topic="t", print_size=size)))


@pytest.mark.parametrize("size", PrintSize)
@pytest.mark.parametrize("language", SENTENCES)
def test_every_sentence_is_read_as_it_is_written(
    language: str, size: PrintSize, tmp_path: Path
) -> None:
    wanted = SENTENCES[language]
    data = pdf("\n\n".join(wanted), language, size)
    assert faults(data, tmp_path) == []
    read = {normal(element.text) for element in PdfReader(data).tree.all("P")}
    assert [sentence for sentence in wanted if normal(sentence) not in read] == []


def test_headings_lists_tables_and_strong_words_too(tmp_path: Path) -> None:
    text = (
        "### خطة **فريقك** أولًا\n\n- قِس *وزنك* كل صباح.\n- بلّل [فمك](https://example.org/a).\n\n"
        '| المشروب | الكمية |\n|---|---|\n| كوبًا | 200 مل |\n\n!!! danger "اتصل فورًا"\n    الآن\n'
    )
    data = pdf(text, "ar")
    assert faults(data, tmp_path) == []
    tree = PdfReader(data).tree
    said = [normal(element.text) for element in tree.all("H3", "LBody", "TH", "TD", "P")]
    for wanted in ("خطة فريقك أولًا", "قِس وزنك كل صباح.", "الكمية", "200 مل", "اتصل فورًا", "الآن"):
        assert wanted in said
    assert "بلّل فمك (https://example.org/a)." in said


def test_the_list_of_contents_keeps_each_number_at_its_lines_end() -> None:
    names = ("متى أتّصل؟ 555-0100", "الدواء IgA")
    parts = [part("نص.", name, language="ar", name=name) for name in names]
    contents = part("", "في هذه النشرة", kind=PartKind.CONTENTS, language="ar")
    made = handout(contents, *parts, title="عناية", language="ar")
    data = Typesetter(INSTALLATION).pdf(data_of(made))
    said = [normal(element.text) for element in PdfReader(data).tree.all("LBody")]
    assert said == [f"{name} 1" for name in names]
    glyphs = PdfGlyphs(data)
    numbers = [glyph for glyph in glyphs.glyphs if glyph.character == "1" and glyph.right < 100]
    glyphs.close()
    assert len(numbers) >= len(names), "at the left edge"


def test_a_clinic_with_an_arabic_name_is_read() -> None:
    name = "عيادة الكُلى"
    made = handout(part("نص.", language="ar"), title="عناية", language="ar", clinic_name=name)
    tree = PdfReader(Typesetter(INSTALLATION).pdf(data_of(made))).tree
    assert normal(name) in {normal(element.text) for element in tree.all("P")}


def test_arabic_words_in_an_english_sentence_are_read(tmp_path: Path) -> None:
    text = "The book كتاب الكُلى (2nd edition), and صحّة."
    data = Typesetter(INSTALLATION).pdf(data_of(handout(part(text, "Sources"))))
    assert faults(data, tmp_path) == []
    assert text in {normal(element.text) for element in PdfReader(data).tree.all("P")}


def test_english_has_nothing_to_turn() -> None:
    data = Typesetter(INSTALLATION).pdf(data_of(handout(part("One.", "Part"))))
    assert b"ActualText" not in data


def test_a_formula_of_the_template_becomes_a_word_in_its_place() -> None:
    formula = (
        b"9 0 obj\n<</Type/StructElem/S/Formula/P 21 0 R/Alt<FEFF062506300627>"
        b"/A[<</O/Layout/BBox[222.58 -632.8 234.8 646]>>]/K[18]/Pg 17 0 R>>\nendobj"
    )
    turned = words_aloud(formula)
    assert len(turned) == len(formula)
    assert re.sub(rb" +/K", b"/K", turned) == (
        b"9 0 obj\n<</Type/StructElem/S/Span/P 21 0 R/ActualText<FEFF062506300627>"
        b"/K[18]/Pg 17 0 R>>\nendobj"
    )


def test_no_word_stays_a_formula() -> None:
    data = pdf("\n\n".join(SENTENCES["ar"]), "ar")
    tags = {element.tag for element in PdfReader(data).tree.walk()}
    assert "Formula" not in tags
