"""The glossary in place: the meaning of a word comes beside it, and all words have a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import contrast, rect_in
from tests.ui.packs import PackWriter, section
from tests.ui.reader import ALT, Reader
from viewer.ui.metrics import TextSpacing
from viewer.ui.term_lines import Term, rects_of

FILLING = "Nothing of interest stands in this line.\n\n" * 40
TEXT = (
    "Blood in an artery. Then [a link](section:b). An artery again, and the lumen.\n\n"
    + FILLING
    + "At last necrosis. [Another link](section:b)\n"
)
PLAIN = "Your artery is a tube."
GLOSSARY = """\
artery:
  en: {term: artery, also: [arteries], means: "A blood vessel that carries blood from the heart."}
lumen:
  en: {term: lumen, means: "The open space inside a vessel. Ask {{clinic_name}}."}
necrosis:
  en: {term: necrosis, means: "Death of tissue."}
  es: {term: necrosis, means: "Muerte de tejido."}
edema:
  en: {term: Édema, means: "Swelling."}
eye:
  en: {term: eye, means: "What sees."}
three-d:
  en: {term: 3D scan, means: "A picture."}
"""


@pytest.fixture
def library(packs: PackWriter) -> Path:
    page = section("A", TEXT, PLAIN, question="What is a?")
    folder = packs.topic("topic", {"a": page, "b": section("B", "Words.", "Plain.")})
    (folder / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    return packs.folder


@pytest.fixture
def reader(open_viewer: OpenViewer, library: Path) -> Reader:
    return open_viewer("--topic", "topic", "--section", "a", "--clinical", library=library)


def popup(reader: Reader) -> QFrame:
    found = reader.window.findChild(QFrame, "glossaryPopup")
    assert isinstance(found, QFrame)
    return found


def is_open(reader: Reader) -> bool:
    return popup(reader).isVisible()


def said(reader: Reader) -> list[str]:
    """The words in the box."""
    assert is_open(reader)
    return [label.text() for label in popup(reader).findChildren(QLabel)]


def term(reader: Reader, words: str) -> Term:
    """A word on the page that is explained."""
    document = reader.page.document()
    for term in reader.window.view.terms:
        cursor = reader.page.textCursor()
        cursor.setPosition(term.start)
        if document.findBlock(term.start).text()[cursor.positionInBlock() :].startswith(words):
            return term
    raise AssertionError(words)


def word_in_window(reader: Reader, words: str) -> QRect:
    offset = reader.page.viewport().mapTo(reader.window, QPoint(0, 0))
    rects = rects_of(reader.window.view, term(reader, words))
    whole = rects[0]
    for rect in rects:
        whole = whole.united(rect)
    return whole.translated(offset)


def click(reader: Reader, words: str) -> None:
    reader.click_at(reader.point_of(term(reader, words).start + 2))


def hover(reader: Reader, words: str) -> None:
    at = reader.point_of(term(reader, words).start + 2)
    QTest.mouseMove(reader.page.viewport(), at - QPoint(0, 60))
    QTest.mouseMove(reader.page.viewport(), at)


def test_the_first_of_each_word_is_marked_and_no_other(reader: Reader) -> None:
    words = [(words, href) for words, href in reader.links() if href.startswith("term:")]
    assert words == [
        ("artery", "term:topic/artery"),
        ("lumen", "term:topic/lumen"),
        ("necrosis", "term:topic/necrosis"),
    ]


def test_a_click_shows_the_meaning_and_leaves_the_page(reader: Reader) -> None:
    click(reader, "artery")
    assert said(reader) == ["artery", "A blood vessel that carries blood from the heart."]
    assert reader.title == "A"
    assert popup(reader).accessibleName() == (
        "artery: A blood vessel that carries blood from the heart."
    )
    click(reader, "lumen")
    assert said(reader) == ["lumen", "The open space inside a vessel. Ask your clinic."]
    assert not popup(reader).isWindow()


def test_hover_shows_the_meaning_until_the_pointer_leaves(reader: Reader) -> None:
    hover(reader, "artery")
    assert not is_open(reader), "not at once: a pointer passes over many words"
    reader.qtbot.waitUntil(lambda: is_open(reader))
    assert said(reader)[0] == "artery"
    QTest.mouseMove(reader.page.viewport(), QPoint(5, 400))
    reader.qtbot.waitUntil(lambda: not is_open(reader))


def test_the_pointer_can_go_from_the_word_into_the_box(reader: Reader) -> None:
    hover(reader, "artery")
    reader.qtbot.waitUntil(lambda: is_open(reader))
    explaining = reader.window.tools.explaining  # type: ignore[union-attr]
    QTest.mouseMove(reader.page.viewport(), QPoint(5, 400))
    assert explaining._going.isActive()
    explaining.popup.entered.emit()
    assert not explaining._going.isActive()
    assert is_open(reader)


def test_by_keyboard_tab_goes_to_words_as_to_links_and_enter_explains(reader: Reader) -> None:
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    assert reader.page.textCursor().selectedText() == "artery"
    assert not is_open(reader)
    reader.key(Qt.Key.Key_Return)
    assert said(reader)[0] == "artery"
    assert reader.focus == "Page"
    reader.key(Qt.Key.Key_Escape)
    assert not is_open(reader)
    assert reader.focus == "Page"
    assert reader.page.textCursor().selectedText() == "artery", "the focus stays at the word"
    reader.key(Qt.Key.Key_Tab)
    assert reader.page.textCursor().selectedText() == "a link"


def test_by_keyboard_tab_goes_into_the_box_and_on(reader: Reader) -> None:
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Return)
    reader.key(Qt.Key.Key_Tab)
    assert reader.focus == "See all words"
    reader.key(Qt.Key.Key_Escape)
    assert not is_open(reader)
    assert reader.focus == "Page"
    assert reader.page.textCursor().selectedText() == "artery"
    reader.key(Qt.Key.Key_Return)
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Tab)
    assert not is_open(reader)
    assert reader.page.textCursor().selectedText() == "a link"
    reader.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    reader.key(Qt.Key.Key_Return)
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Return)
    assert reader.title == "Glossary"
    assert reader.focus == "Page"


@pytest.mark.parametrize("way", ["Escape", "click", "sidebar", "scroll", "page", "larger", "size"])
def test_the_box_goes(reader: Reader, way: str) -> None:
    click(reader, "artery")
    assert is_open(reader)
    if way == "Escape":
        reader.key(Qt.Key.Key_Escape)
    elif way == "click":
        reader.click_at(QPoint(5, 400))
    elif way == "sidebar":
        QTest.mouseClick(reader.sections.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(9, 400))
    elif way == "scroll":
        reader.turn_wheel(-1)
    elif way == "page":
        reader.open_row("B")
    elif way == "larger":
        reader.press("Larger text")
    else:
        reader.resize(1000, 700)
    assert not is_open(reader)


def test_back_from_the_box_finds_the_page_where_it_was_left(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    pages = {"a": section("A", FILLING), "b": section("B", "An artery." + FILLING)}
    (packs.topic("topic", pages) / "glossary.yaml").write_text(GLOSSARY, "utf-8")
    reader = open_viewer("--topic", "topic", "--section", "a", library=packs.folder)
    reader.scroll_to(0.5)
    left = reader.page.verticalScrollBar().value()
    reader.open_row("B")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        reader.key(key)
    assert reader.focus == "See all words"
    reader.key(Qt.Key.Key_Left, ALT)
    assert (reader.title, is_open(reader), reader.focus) == ("A", False, "Page")
    assert reader.page.verticalScrollBar().value() == left > 0
    assert reader.page.textCursor().selectedText() == ""


def test_a_click_on_the_box_does_not_close_it(reader: Reader) -> None:
    click(reader, "artery")
    label = popup(reader).findChildren(QLabel)[0]
    QTest.mouseClick(label, Qt.MouseButton.LeftButton)
    assert is_open(reader)


def test_see_all_words_leads_to_the_word_on_the_glossarys_page(reader: Reader) -> None:
    click(reader, "lumen")
    reader.press("See all words")
    assert not is_open(reader)
    assert reader.title == "Glossary"
    assert "lumen" in reader.words_in_sight
    assert reader.row_shown == "Glossary"
    reader.press("Back")
    assert reader.title == "A"


def test_back_from_inside_the_box_leads_to_where_the_page_before_was(
    open_viewer: OpenViewer, library: Path
) -> None:
    page = library / "topic" / "en" / "b.md"
    page.write_text(section("B", "An artery."), "utf-8")
    reader = open_viewer("--topic", "topic", "--section", "a", "--clinical", library=library)
    reader.drag_to(400)
    reader.open_row("B")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Return)
    reader.key(Qt.Key.Key_Tab)
    assert reader.focus == "See all words"
    reader.key(Qt.Key.Key_Left, ALT)
    assert reader.title == "A"
    assert reader.page.verticalScrollBar().value() == 400
    assert reader.focus == "Page"
    assert not reader.page.textCursor().hasSelection()


SIZES = [((1280, 800), 100), ((1280, 800), 300), ((320, 600), 100), ((320, 900), 200)]


@pytest.mark.slow
@pytest.mark.parametrize(("size", "percent"), SIZES)
@pytest.mark.parametrize("words", ["artery", "lumen", "necrosis"])
def test_the_box_is_inside_the_window_and_the_word_in_sight(
    open_viewer: OpenViewer,
    library: Path,
    remember: Remember,
    size: tuple[int, int],
    percent: int,
    words: str,
) -> None:
    remember(text_percent=percent)
    arguments = ("--topic", "topic", "--section", "a", "--clinical")
    reader = open_viewer(*arguments, library=library, size=size)
    click(reader, words)
    QApplication.processEvents()
    box = rect_in(popup(reader), reader.window)
    assert reader.window.rect().contains(box)
    assert not box.intersects(word_in_window(reader, words))
    area = popup(reader).findChildren(QLabel)[0].parentWidget()
    assert area is not None
    for label in popup(reader).findChildren(QLabel):
        assert label.font().pixelSize() == reader.text_pixels
        assert label.height() >= label.heightForWidth(label.width())
        assert area.rect().contains(rect_in(label, area))
    if percent == 100:
        assert box.height() >= area.height(), "no scroll bar is needed"
    assert reader.button("See all words").height() >= 44


@pytest.mark.parametrize("percent", [100, 300])
def test_the_box_has_the_readers_spacing(
    open_viewer: OpenViewer, library: Path, remember: Remember, percent: int
) -> None:
    """As far apart as a page's words, and nothing is cut off (WCAG 1.4.12)."""
    arguments = ("--topic", "topic", "--section", "a", "--clinical")
    heights = []
    for spaced in (False, True):
        widest = (200, 16, 32, 200) if spaced else (150, 0, 0, 0)
        keys = ("line_spacing", "letter_spacing", "word_spacing", "paragraph_spacing")
        remember(text_percent=percent, **dict(zip(keys, widest, strict=True)))
        reader = open_viewer(*arguments, library=library, size=(1000, 800))
        click(reader, "necrosis")
        term, meaning = popup(reader).findChildren(QLabel)
        heights.append(meaning.height())
        pixels = meaning.font().pixelSize()
        assert meaning.font().letterSpacing() == pytest.approx(pixels * widest[1] / 100, abs=0.05)
        assert meaning.font().wordSpacing() == pytest.approx(pixels * widest[2] / 100, abs=0.05)
        if spaced:
            assert meaning.y() - term.geometry().bottom() >= pixels * 2
        for label in (term, meaning):
            assert label.height() >= label.heightForWidth(label.width())
        assert popup(reader).accessibleName().startswith("necrosis: ")
        reader.close()
    assert heights[1] > heights[0]


def test_words_of_a_pack_are_never_markup(open_viewer: OpenViewer, packs: PackWriter) -> None:
    text = section("A", "The word bold stands here.")
    glossary = 'bold:\n  en: {term: bold, means: "<b>Fat</b> & <i>wide</i>"}\n'
    (packs.topic("topic", {"a": text}) / "glossary.yaml").write_text(glossary)
    reader = open_viewer("--topic", "topic", "--section", "a", library=packs.folder)
    for spacing in (TextSpacing(), TextSpacing(lines=200)):
        reader.window._session.set_spacing(spacing)
        click(reader, "bold")
        assert popup(reader).accessibleName() == "bold: <b>Fat</b> & <i>wide</i>"
        meaning = popup(reader).findChildren(QLabel)[1]
        document = QTextDocument()
        is_rich = meaning.textFormat() is Qt.TextFormat.RichText
        document.setHtml(meaning.text()) if is_rich else document.setPlainText(meaning.text())
        assert document.toPlainText() == "<b>Fat</b> & <i>wide</i>"
        QTest.keyClick(reader.page, Qt.Key.Key_Escape)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_line_under_a_word_is_seen_in_every_theme(
    open_viewer: OpenViewer, library: Path, theme: str
) -> None:
    arguments = ("--topic", "topic", "--section", "a", "--clinical", "--theme", theme)
    reader = open_viewer(*arguments, library=library)
    at = rects_of(reader.window.view, term(reader, "artery"))[0]
    picture = reader.picture()
    under = [
        picture.pixelColor(x, y)
        for y in range(at.bottom() - 3, at.bottom() + 6)
        for x in range(at.left(), at.right())
    ]
    ground = picture.pixelColor(3, 3).name()
    accent = QColor(reader.window.view._theme.accent)  # type: ignore[union-attr]
    dots = [
        c for c in under if abs(c.hue() - accent.hue()) < 20 and contrast(c.name(), ground) >= 3
    ]
    assert len(dots) > 20
    style = next(f for f in reader.fragments() if f.text() == "artery").charFormat()
    ink = reader.window.view._theme.ink  # type: ignore[union-attr]
    assert style.foreground().color().name() == ink
    assert not style.fontUnderline(), "a line under it would make it look like a link"


def _words_of_page(reader: Reader) -> str:
    """All of a page but the version of its text, of which the glossary is a part."""
    return re.sub(r"Version of the text: \w+", "Version", reader.page.toPlainText())


def test_the_page_reads_the_same_with_and_without_a_glossary(
    open_viewer: OpenViewer, library: Path
) -> None:
    arguments = ("--topic", "topic", "--section", "a", "--clinical")
    before = _words_of_page(open_viewer(*arguments, library=library))
    (library / "topic" / "glossary.yaml").unlink()
    bare = open_viewer(*arguments, library=library)
    assert _words_of_page(bare) == before
    assert "Glossary" not in bare.rows


def test_in_plain_text_a_word_is_explained_too(reader: Reader) -> None:
    reader.press("Plain language")
    assert reader.title == "What is a?"
    click(reader, "artery")
    assert said(reader)[0] == "artery"


def test_cards_explain_words_and_open_beside_them(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--plain")
    assert len(reader.window.view.terms) > 3
    first = reader.window.view.terms[0]
    reader.click_at(reader.point_of(first.start + 2))
    assert is_open(reader)
    assert reader.title == "Caring for yourself at home"


def test_the_box_reads_from_the_right_where_the_language_does(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    folder = packs.topic("topic", {"a": section("A", "An artery.")})
    entry = 'artery:\n  en: {term: artery, means: "A."}\n  ar: {term: شريان, means: "وعاء دموي"}\n'
    (folder / "glossary.yaml").write_text(entry, "utf-8")
    reader = open_viewer("--topic", "topic", "--language", "ar", library=packs.folder)
    click(reader, "artery")
    assert said(reader) == ["شريان", "وعاء دموي"]
    assert popup(reader).layoutDirection() is Qt.LayoutDirection.RightToLeft


# --- the glossary's page ---------------------------------------------------------


def test_the_glossary_lists_all_from_a_to_z(reader: Reader) -> None:
    assert reader.rows[-1] == "Glossary"
    reader.open_row("Glossary")
    assert reader.title == "Glossary"
    assert reader.row_shown == "Glossary"
    letters = [words for level, words in reader.headings() if level == 2][:-1]
    assert letters == ["#", "A", "E", "L", "N"]
    text = reader.text
    words = ["3D scan", "artery", "Édema", "eye", "lumen", "necrosis"]
    places = [text.index(f"\n{word}\n") for word in words]
    assert places == sorted(places)
    assert "Also: arteries" in text
    assert "Ask your clinic." in text
    assert not reader.window.view.terms, "no word is explained beside its explanation"
    assert "Parts of this text have no source yet." in text
    assert "Source: A publisher" in reader.status_text
    assert "Draft: not yet reviewed by a clinician" in reader.status_text


def test_the_letters_at_the_top_lead_to_theirs(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--clinical")
    reader.open_row("Glossary")
    reader.click_link("P")
    assert reader.line_at_top == "P"
    reader.press("Larger text")
    assert reader.line_at_top == "P"


def test_switch_back_forward_and_the_next_start_know_the_glossary(
    open_viewer: OpenViewer, library: Path
) -> None:
    reader = open_viewer("--topic", "topic", "--clinical", library=library)
    reader.open_row("Glossary")
    reader.press("Plain language")
    assert reader.title == "Words explained"
    assert reader.row_shown == "Words explained"
    assert reader.rows[-1] == "Words explained"
    reader.press("Plain language")
    assert reader.title == "Glossary"
    reader.press("Back")
    reader.press("Forward")
    assert reader.title == "Glossary"
    reader.close()
    for _ in range(2):  # the second time from the kept screen
        again = open_viewer(library=library)
        assert again.title == "Glossary"
        again.close()


def test_words_that_are_not_translated_come_last_with_a_notice(
    open_viewer: OpenViewer, library: Path
) -> None:
    reader = open_viewer("--topic", "topic", "--language", "es", "--clinical", library=library)
    reader.open_row(reader.rows[-1])
    assert reader.text.index("Muerte de tejido.") < reader.text.index("The open space")
    notice = reader.window._session.desk.presenter._words("glossary.untranslated")
    assert reader.text.index("Muerte") < reader.text.index(notice) < reader.text.index("artery")


def test_terms_only_in_another_language_get_the_notice_of_a_page(
    open_viewer: OpenViewer, library: Path
) -> None:
    reader = open_viewer("--topic", "topic", "--language", "fr", "--clinical", library=library)
    reader.open_row(reader.rows[-1])
    notice = reader.window._session.desk.presenter._words("page.untranslated")
    assert reader.text.index(notice) < reader.text.index("artery")
    assert [words for level, words in reader.headings() if level == 2][:2] == ["#", "A"]
