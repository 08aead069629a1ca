"""A window for readers of Arabic: everything that has a side is on the other one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QTextBlock, QTextLayout
from PySide6.QtWidgets import QMenu, QWidget

from tests.conftest import OpenViewer
from tests.core.shelf import GOOD
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from viewer.core.typefaces import ARABIC_FAMILY, FAMILY
from viewer.ui.fonts import load_letters

RIGHT_TO_LEFT = Qt.LayoutDirection.RightToLeft
LEFT_TO_RIGHT = Qt.LayoutDirection.LeftToRight
WARNING = "انتبه إلى الوزن"
FLUIDS, SKIN = "كم يمكنني أن أشرب؟", "كيف أحمي جلدي؟"
ISOLATES = dict.fromkeys((0x2068, 0x2069))
OpenArabic = Callable[..., Reader]


@pytest.fixture
def arabic(open_viewer: OpenViewer, clinic: Callable[[str], None]) -> OpenArabic:
    """The pack about kidneys, for a reader of Arabic."""
    clinic('clinic_name: Riverside\ncare_team_phone: "+1 (555) 0100"\n')

    def start(*arguments: str, size: tuple[int, int] = (1280, 800)) -> Reader:
        words = ("--topic", "kidneys", "--language", "ar", *arguments)
        return open_viewer(*words, library=GOOD, size=size)

    return start


def place(widget: QWidget, reader: Reader) -> QRect:
    """Where a widget is in the window."""
    return QRect(widget.mapTo(reader.window, QPoint(0, 0)), widget.size())


def block_of(reader: Reader, words: str) -> QTextBlock:
    return next(b for b in reader.blocks() if words in b.text().translate(ISOLATES))


def line_of(reader: Reader, words: str) -> tuple[float, float]:
    """Left and right end of the first line of the block with these words."""
    block = block_of(reader, words)
    rect = next(line.rect for line in reader.lines() if line.block == block)
    return rect.left(), rect.right()


def column(reader: Reader) -> tuple[float, float]:
    """Left and right edge of the page's column."""
    frame = reader.page.document().rootFrame().frameFormat()
    width = reader.page.viewport().width()
    return frame.leftMargin(), width - frame.rightMargin()


def colours_beside(reader: Reader, words: str) -> tuple[str, str]:
    """The colours at the left and at the right end of the box that some words stand in."""
    y = reader.point_in(words).y()
    image = reader.picture()
    left, right = (round(x) for x in column(reader))
    return image.pixelColor(left + 3, y).name(), image.pixelColor(right - 3, y).name()


# --- the window ---------------------------------------------------------------------


def test_the_sidebar_is_on_the_right_and_the_scroll_bar_on_the_left(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids")
    sidebar, page = place(reader.window.sidebar, reader), place(reader.page, reader)
    assert sidebar.left() > page.right()
    bar = reader.page.verticalScrollBar()
    assert bar.isVisible()
    assert place(bar, reader).left() < page.left() + 8
    assert place(reader.page.viewport(), reader).left() > place(bar, reader).left()


def test_the_toolbar_runs_from_right_to_left(arabic: OpenArabic) -> None:
    reader = arabic()
    shown = [w for w in reader.window.toolbar.controls if w.isVisible()]
    rights = [place(widget, reader).right() for widget in shown]
    assert rights == sorted(rights, reverse=True)
    assert shown[0] is reader.button("Back")
    assert rights[0] > reader.window.width() - 30
    assert place(reader.button("Handout"), reader).left() < 60


def inked(image: QImage) -> list[tuple[int, int]]:
    """The points of an icon that are drawn."""
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128
    ]


def head_is_at(reader: Reader, name: str) -> str:
    """The side of an arrow on which it is tall."""
    button = reader.button(name)
    points = inked(button.icon().pixmap(button.iconSize()).toImage())
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    middle = (left + right) / 2
    tall = {
        side: len({y for x, y in points if (x < middle) is (side == "left")})
        for side in ("left", "right")
    }
    return max(tall, key=lambda side: tall[side])


def test_back_points_to_the_right_and_forward_to_the_left(
    arabic: OpenArabic, open_viewer: OpenViewer
) -> None:
    reader = arabic()
    assert (head_is_at(reader, "Back"), head_is_at(reader, "Forward")) == ("right", "left")
    reader.close()
    reader = open_viewer(library=GOOD)
    assert (head_is_at(reader, "Back"), head_is_at(reader, "Forward")) == ("left", "right")


def test_the_switch_has_its_track_on_the_left_of_its_words(arabic: OpenArabic) -> None:
    reader = arabic("--plain")
    switch = reader.button("Plain language")
    image = switch.grab().toImage()
    ground = QColor(reader.window._session.theme.accent)
    row = image.height() // 2
    knob = [x for x in range(8, image.width() - 8) if image.pixelColor(x, row) != ground]
    assert knob[0] < image.width() // 4
    assert "A+" in reader.button("Larger text").text()
    assert reader.button("Larger text").text().startswith("\u2068"), "or it reads +A"


def test_the_status_line_begins_at_the_right(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids")
    status = reader.window.status
    order = [status.source, status.review, status.disclaimer]
    assert all(label.isVisible() for label in order)
    rights = [place(label, reader).right() for label in order]
    assert rights == sorted(rights, reverse=True)
    assert rights[0] > reader.window.width() - 40
    assert (
        status.disclaimer.text() == "\u2068For education. It does not replace your care team.\u2069"
    )


def test_rows_begin_at_the_right_and_the_mark_of_the_page_is_there(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids")
    index = next(i for i in reader.indexes() if i.data() == "السوائل")
    rect = reader.sections.visualRect(index)
    image = reader.sections.viewport().grab().toImage()
    accent = QColor(reader.window._session.theme.accent)
    assert image.pixelColor(rect.right() - 1, rect.center().y()) == accent
    assert image.pixelColor(rect.left() + 1, rect.center().y()) != accent
    soft = QColor(reader.window._session.theme.accent_soft)
    inner = range(rect.left(), rect.right() - 8)
    words = [x for x in inner if image.pixelColor(x, rect.center().y()) != soft]
    assert min(words) > rect.center().x()


def test_a_row_in_english_keeps_its_question_mark_at_its_end(arabic: OpenArabic) -> None:
    reader = arabic("--plain")
    assert "\u2068How far can I walk?\u2069" in reader.rows


def test_everything_changes_sides_at_once_and_back(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "kidneys", "--section", "walking", library=GOOD)
    left = place(reader.window.sidebar, reader).left()
    assert left == 0
    reader.choose_language("العربية")
    assert place(reader.window.sidebar, reader).right() == reader.window.width() - 1
    assert place(reader.button("Back"), reader).left() > place(reader.page, reader).center().x()
    assert head_is_at(reader, "Back") == "right"
    reader.choose_language("English")
    assert place(reader.window.sidebar, reader).left() == 0
    assert head_is_at(reader, "Back") == "left"


def test_menus_and_questions_open_mirrored_too(arabic: OpenArabic) -> None:
    reader = arabic()
    menu = reader.window.toolbar.theme.menu()
    assert isinstance(menu, QMenu)
    assert menu.layoutDirection() is RIGHT_TO_LEFT
    reader.window._session.telephone_requested.emit("+1 (555) 0100")
    question = reader.question()
    assert question is not None
    assert question.layoutDirection() is RIGHT_TO_LEFT
    assert question.informativeText() == "\u2068+1 (555) 0100\u2069"
    question.close()


# --- the page -------------------------------------------------------------------------


def test_text_runs_from_the_right_edge_of_its_column(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids", "--clinical")
    for words in ("السوائل", "المريض الذي", WARNING):
        assert block_of(reader, words).blockFormat().layoutDirection() is RIGHT_TO_LEFT
    left, right = column(reader)
    assert abs(line_of(reader, "السوائل")[1] - right) < 4
    assert abs(line_of(reader, "المريض الذي")[1] - right) < 4
    assert left > reader.page.viewport().width() - right, "the column is at the right"


def test_lists_are_indented_from_the_right_and_numbered_there(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids", "--clinical")
    _, right = column(reader)
    block = block_of(reader, "قِس وزنك")
    assert line_of(reader, "قِس وزنك")[1] < right - 15
    style = block.textList().format()
    assert (style.numberPrefix(), style.numberSuffix()) == (".", ""), "Qt turns them round twice"


def test_the_columns_of_a_table_begin_at_the_right(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids", "--clinical")
    lefts = [line_of(reader, words)[0] for words in ("المشروب", "الكمية", "الملح")]
    assert lefts == sorted(lefts, reverse=True)
    _, right = column(reader)
    assert right - line_of(reader, "Cola")[1] < 30, "START is right, for Latin words too"


def test_a_callout_has_its_edge_on_the_right(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids", "--clinical")
    theme = reader.window._session.theme
    assert colours_beside(reader, WARNING) == (theme.caution_soft, theme.caution_edge)


def test_the_first_card_is_at_the_right(arabic: OpenArabic) -> None:
    reader = arabic("--plain")
    first, second = line_of(reader, FLUIDS), line_of(reader, SKIN)
    assert first[0] > second[1]
    assert abs(line_of(reader, FLUIDS)[1] - line_of(reader, "اشرب فقط")[1]) > 20, "after its icon"
    reader.click_link(FLUIDS)
    assert reader.title == FLUIDS


def test_a_card_opens_wherever_it_is_clicked(arabic: OpenArabic) -> None:
    reader = arabic("--plain")
    reader.click_at(reader.point_in("انظر إلى جلدك"))
    assert reader.title == SKIN


def test_a_number_keeps_its_order_after_arabic_words(arabic: OpenArabic) -> None:
    """ "+1 (555) 0100" would be read from its last part to its first."""
    reader = arabic("--section", "fluids", "--clinical")
    assert "\u2068+1 (555) 0100\u2069" in block_of(reader, "المريض الذي").text()
    block = block_of(reader, "المريض الذي")
    start = block.text().index("+1")
    line = block.layout().lineForTextPosition(start)
    at = (line.cursorToX(start + step) for step in range(1, len("+1 (555)")))
    xs: list[float] = [x[0] if isinstance(x, tuple) else x for x in at]  # type: ignore[misc]
    assert xs == sorted(xs), "from left to right"


def test_an_english_page_keeps_its_own_direction(arabic: OpenArabic) -> None:
    reader = arabic("--section", "walking", "--clinical")
    left, _ = column(reader)
    for words in ("Walking", "Walk a little", "Wear firm shoes."):
        assert block_of(reader, words).blockFormat().layoutDirection() is LEFT_TO_RIGHT
    assert abs(line_of(reader, "Walk a little")[0] - left) < 4
    assert line_of(reader, "Wear firm shoes.")[0] > left + 15
    theme = reader.window._session.theme
    assert colours_beside(reader, "At home") == (theme.accent, theme.accent_soft)


def test_an_arabic_page_keeps_its_direction_in_an_english_window(open_viewer: OpenViewer) -> None:
    words = ("--topic", "kidneys", "--section", "fluids", "--clinical", "--language", "en")
    reader = open_viewer(*words, library=GOOD, size=(1280, 800))
    assert "You see it in another language." in reader.text
    left, right = column(reader)
    assert abs(line_of(reader, "المريض الذي")[1] - right) < 4
    assert abs(line_of(reader, "This page is not translated")[0] - left) < 40
    assert place(reader.window.sidebar, reader).left() == 0
    assert "\u2068السوائل\u2069" in reader.rows


# --- its letters ------------------------------------------------------------------------


def families(text: str) -> dict[str, str]:
    """The typeface that each character is drawn with."""
    found: dict[str, str] = {}
    for character in set(text) - {" ", "\n"}:
        layout = QTextLayout(character, QFont(FAMILY, 14))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        found[character] = " ".join(run.rawFont().familyName() for run in layout.glyphRuns())
    return found


def test_arabic_letters_come_from_their_own_typeface(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids", "--clinical")
    text = reader.page.toPlainText()
    drawn = families(text)
    arabic_letters = {c: f for c, f in drawn.items() if "\u0600" <= c <= "\u06ff"}
    assert len(arabic_letters) > 20
    assert set(arabic_letters.values()) == {ARABIC_FAMILY}
    latin = {family for c, family in drawn.items() if c.isascii() and c.isalnum()}
    assert latin == {FAMILY}


def test_the_typeface_is_loaded_for_the_menus_name_of_arabic(open_viewer: OpenViewer) -> None:
    reader = open_viewer(library=GOOD)
    assert "العربية" in reader.menu_of("Language")
    assert set(families("العربية").values()) == {ARABIC_FAMILY}


def test_it_is_loaded_only_where_a_text_has_such_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    loaded: list[str] = []
    monkeypatch.setattr("viewer.ui.fonts.QFont.substitutes", lambda _: [])
    monkeypatch.setattr("viewer.ui.fonts.QFontDatabase.addApplicationFont", loaded.append)
    load_letters("English", "Español, ñ ¿", "A\N{MINUS SIGN}", "中文")
    assert loaded == []
    load_letters("English", "عربي")
    assert len(loaded) == 2, "regular and bold"


def test_the_text_grows_to_300_per_cent(arabic: OpenArabic) -> None:
    reader = arabic("--section", "fluids", "--clinical", size=(800, 600))
    reader.window._session.set_percent(300)
    assert reader.page.horizontalScrollBar().maximum() == 0
    left, right = column(reader)
    for line in reader.lines():
        assert line.rect.left() > left - 6, line.words
        assert line.rect.right() < right + 6, line.words


def test_a_topic_without_arabic_is_told_in_english_among_arabic_names(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("gout", {"g": section("About gout?", "Joints.")})
    reader = open_viewer("--language", "ar", library=packs.folder)
    assert reader.title == "\u2068About gout?\u2069"
    assert "not translated" in reader.text
