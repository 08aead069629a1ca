"""A page is read aloud on a laptop: what is said is marked, and the reader stays in charge."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from tests.conftest import OpenViewer
from tests.ui.measuring import strongest_contrast
from tests.ui.packs import PackWriter, care_section, section
from tests.ui.reader import CONTROL, Reader
from tests.ui.spoken import Listener
from tests.ui.voices import NO_ENGINE, Voice
from viewer.ui import speech
from viewer.ui.listening import Listening
from viewer.ui.listening_bar import ListeningBar
from viewer.ui.reader_settings import read_settings

Key = Qt.Key
MakeVoice = Callable[..., Voice]
TIME = 20_000
LONG = "\n\n".join(f"Line {number}. Rest now." for number in range(60))
TEXT = "Keep warm. Rest well.\n\n- One.\n- Two.\n\n## More\n\nThe end."
SAID = ["Warmth", "Keep warm.", "Rest well.", "One.", "Two.", "More", "The end."]
FOOT = [
    "Draft: not yet reviewed by a clinician",
    "For education.",
    "It does not replace your care team.",
]


@pytest.fixture
def voice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> MakeVoice:
    return lambda **how: Voice(monkeypatch, tmp_path, **how)


@pytest.fixture
def warmth(open_viewer: OpenViewer, packs: PackWriter) -> Callable[..., Reader]:
    """A topic of two pages, the first with this text."""

    def start(text: str = TEXT, *arguments: str, size: tuple[int, int] = (1280, 800)) -> Reader:
        packs.topic("warmth", {"a": section("Warmth", text), "b": section("Second", "Other.")})
        return open_viewer("--topic", "warmth", *arguments, library=packs.folder, size=size)

    return start


def strip(reader: Reader) -> ListeningBar:
    return reader.window.findChildren(ListeningBar)[0]


def words_of(reader: Reader) -> str:
    """What can be read on the strip beside its buttons."""
    labels = strip(reader).findChildren(QLabel)
    return " | ".join(label.text() for label in labels if label.isVisible())


def is_listening(reader: Reader) -> bool:
    return reader.button("Listen").isChecked()


def listen(reader: Reader) -> None:
    reader.press(reader.button("Listen").accessibleName())
    assert is_listening(reader)


def wait_until_marked(reader: Reader, *words: str) -> None:
    reader.qtbot.waitUntil(lambda: reader.marked == list(words), timeout=TIME)


def wait_until_said(reader: Reader, spoken: Voice, *words: str) -> None:
    reader.qtbot.waitUntil(lambda: spoken.said == list(words), timeout=TIME)


def wait_for_end(reader: Reader) -> None:
    reader.qtbot.waitUntil(lambda: not is_listening(reader), timeout=TIME)


def select(reader: Reader, first: str, last: str) -> None:
    """Drag over the page from the beginning of some words to the end of others."""
    begin = reader.page.document().find(first).selectionStart()
    end = reader.page.document().find(last).selectionEnd()
    cursor = reader.page.textCursor()
    cursor.setPosition(begin)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    reader.page.setTextCursor(cursor)


# --- reading --------------------------------------------------------------------------


def test_the_page_is_read_from_its_title_and_each_sentence_is_marked_while_it_is_said(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice()
    reader = warmth()
    assert reader.window.findChildren(ListeningBar) == [], "nothing of it is there before"
    listen(reader)
    assert strip(reader).isVisible()
    assert words_of(reader) == "One moment… | Usual speed"
    seen: list[tuple[str, ...]] = []
    listening = reader.window.findChild(Listening)
    assert listening is not None
    listening._speech.changed.connect(lambda: seen.append(tuple(reader.marked)))
    wait_until_marked(reader, "Warmth")
    assert words_of(reader) == f"Sentence 1 of {len(SAID + FOOT)} | Usual speed"
    wait_for_end(reader)
    assert spoken.said == SAID + FOOT
    assert [marked[0] for marked in dict.fromkeys(seen) if marked] == SAID + FOOT
    assert reader.marked == []
    assert not strip(reader).isVisible()


def test_what_is_said_stays_in_sight(voice: MakeVoice, warmth: Callable[..., Reader]) -> None:
    voice()
    reader = warmth(LONG, size=(900, 500))
    listen(reader)
    hidden: list[str] = []
    tops: set[int] = set()

    def look() -> None:
        if places := reader.marked_places:
            tops.add(reader.page.verticalScrollBar().value())
            if not reader.in_sight(places[0]):
                hidden.extend(reader.marked)

    listening = reader.window.findChild(Listening)
    assert listening is not None
    listening._speech.changed.connect(look)
    wait_until_marked(reader, "Line 30.")
    assert hidden == []
    assert 3 <= len(tops) <= 12, "only when it would leave"
    reader.press("Stop")


def test_a_second_press_stops_and_the_next_begins_where_the_reader_is(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice(ends=False)
    reader = warmth(LONG, size=(900, 500))
    reader.scroll_to_line("Line 30.")
    listen(reader)
    wait_until_marked(reader, "Line 30.")
    reader.press("Listen")
    assert not is_listening(reader)
    assert reader.marked == []
    assert not strip(reader).isVisible()
    reader.qtbot.waitUntil(lambda: spoken.is_stopped, timeout=TIME)
    reader.scroll_to(0)
    spoken.forget()
    listen(reader)
    wait_until_said(reader, spoken, "Warmth")


def test_after_the_end_it_begins_at_the_top_again(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice()
    reader = warmth(LONG, size=(900, 500))
    reader.scroll_to(1)
    for first in ("", "Warmth"):
        spoken.forget()
        listen(reader)
        reader.qtbot.waitUntil(lambda: bool(spoken.said), timeout=TIME)
        assert spoken.said[0] == first or not first
        if not first:
            assert "Warmth" not in spoken.said
            wait_for_end(reader)
    reader.press("Stop")


def test_of_a_selection_whole_sentences_are_read_and_no_more(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice()
    reader = warmth("First. Do not take it. Third.\n\n- Item.\n- Other.")
    select(reader, "take it", "Item")
    listen(reader)
    wait_for_end(reader)
    assert spoken.said == ["Do not take it.", "Third.", "Item."]
    assert not reader.page.textCursor().hasSelection()


def test_a_selection_of_what_is_not_read_of_itself_is_read_as_it_stands(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice()
    reader = warmth()
    select(reader, "A book", "publisher")
    listen(reader)
    wait_for_end(reader)
    assert spoken.said == ["A book, A publisher"]


def test_at_a_cards_link_the_card_alone_is_read(
    voice: MakeVoice, open_viewer: OpenViewer, packs: PackWriter
) -> None:
    spoken = voice()
    kinds = {kind: care_section(kind) for kind in ("heat", "rest")}
    packs.topic("warmth", kinds, care=["heat", "rest"])
    reader = open_viewer("--topic", "warmth", "--plain", library=packs.folder)
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        reader.key(Key.Key_Tab)
    assert reader.page.textCursor().selectedText() == "What about rest?"
    reader.key(Key.Key_L, CONTROL)
    wait_for_end(reader)
    assert spoken.said[0] == "What about rest?"
    assert "First rest." in spoken.said
    assert not [said for said in spoken.said if "heat" in said or said in FOOT]


def test_listen_from_here(voice: MakeVoice, warmth: Callable[..., Reader]) -> None:
    spoken = voice(ends=False)
    reader = warmth()
    at = reader.point_in("well")
    QTest.mouseClick(reader.page.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QApplication.sendEvent(reader.page.viewport(), _context_menu(reader.page.viewport(), at))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text() == "Listen from here")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    wait_until_marked(reader, "Rest well.")
    wait_until_said(reader, spoken, "Rest well.")


def test_a_table_is_read_with_its_headers_and_its_row_is_marked(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice()
    reader = warmth("| Sign | Do |\n|---|---|\n| Rash | Call. |\n| Fever | Rest. |")
    select(reader, "Fever", "Rest.")
    listen(reader)
    wait_until_marked(reader, "Fever", "Rest.")
    wait_for_end(reader)
    assert spoken.said == ["Sign: Fever; Do: Rest."]


def test_what_not_to_do_and_the_clinics_numbers(
    voice: MakeVoice, warmth: Callable[..., Reader], clinic: Callable[[str], None]
) -> None:
    clinic('emergency_number: "112"\n')
    spoken = voice()
    reader = warmth(
        "## Do not {: .dont }\n\n- Rub it.\n\n## Help\n\nCall **{{emergency_number}}**."
    )
    listen(reader)
    wait_until_marked(reader, "Rub it.")
    wait_for_end(reader)
    assert spoken.said[1:5] == ["Do not", "Do not: Rub it.", "Help", "Call 1 1 2."]


def test_a_press_with_the_very_first_paint_counts(
    voice: MakeVoice, open_viewer: OpenViewer, packs: PackWriter
) -> None:
    voice(ends=False)
    packs.topic("warmth", {"a": section("Warmth", TEXT)})
    reader = open_viewer("--topic", "warmth", library=packs.folder, show=False)
    reader.window.view.first_painted.connect(reader.window.toolbar.listen.click)
    reader.window.show()
    wait_until_marked(reader, "Warmth")
    assert strip(reader).isVisible()
    assert not strip(reader).isWindow()


# --- pause, and how fast ----------------------------------------------------------------


def test_a_pause_keeps_the_place(voice: MakeVoice, warmth: Callable[..., Reader]) -> None:
    spoken = voice(ends=False)
    reader = warmth()
    listen(reader)
    wait_until_marked(reader, "Warmth")
    reader.press("Pause")
    reader.qtbot.waitUntil(lambda: spoken.is_stopped, timeout=TIME)
    assert words_of(reader).startswith("Paused at sentence 1 of 10")
    assert reader.marked == ["Warmth"]
    assert is_listening(reader)
    reader.press("Go on")
    wait_until_said(reader, spoken, "Warmth", "Warmth")
    assert words_of(reader).startswith("Sentence 1 of 10")
    reader.press("Stop")
    assert not strip(reader).isVisible()


def test_faster_counts_at_once_and_comes_back_at_the_next_start(
    voice: MakeVoice,
    warmth: Callable[..., Reader],
    open_viewer: OpenViewer,
    packs: PackWriter,
    folders: object,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoken = voice(ends=False)
    reader = warmth()
    heard = Listener(monkeypatch)
    listen(reader)
    wait_until_said(reader, spoken, "Warmth")
    assert spoken.sentences[-1]["rate"] == 0
    for name, times in (("Fast", 2), ("Very fast", 3)):
        reader.press("Faster")
        wait_until_said(reader, spoken, *["Warmth"] * times)
        assert words_of(reader).endswith(f" | {name}")
        assert heard.said[-1] == name
    assert spoken.sentences[-1]["rate"] == pytest.approx(0.6)
    assert not reader.button("Faster").isEnabled()
    assert reader.button("Slower").isEnabled()
    reader.close()
    again = open_viewer(library=packs.folder)
    spoken.forget()
    listen(again)
    wait_until_said(again, spoken, "Warmth")
    assert spoken.sentences[0]["rate"] == pytest.approx(0.6)
    for _ in range(4):
        again.press("Slower")
    assert words_of(again).endswith("Very slow")
    assert not again.button("Slower").isEnabled()
    again.press("Stop")


@pytest.mark.parametrize("kept", ["7", '"fast"', "1.5", "null"])
def test_a_damaged_speed_costs_nothing(tmp_path: Path, kept: str) -> None:
    (tmp_path / "reader.json").write_text(f'{{"voice_speed": {kept}, "theme": "dark"}}')
    settings = read_settings(tmp_path)
    assert settings.voice_speed == (2 if kept == "7" else 0)
    assert settings.theme == "dark"


# --- what ends it, and what does not ------------------------------------------------------


def second_page(reader: Reader) -> None:
    reader.open_row("Second")


def other_level(reader: Reader) -> None:
    reader.press("Plain language")


def spanish(reader: Reader) -> None:
    reader.choose_language("Español")


def escape(reader: Reader) -> None:
    reader.page.setFocus()
    reader.key(Key.Key_Escape)


@pytest.mark.parametrize("end", [second_page, other_level, spanish, escape])
def test_another_page_level_or_language_ends_it_and_so_does_escape(
    voice: MakeVoice, open_viewer: OpenViewer, packs: PackWriter, end: Callable[[Reader], None]
) -> None:
    spoken = voice(ends=False)
    packs.topic("warmth", {"a": section("Warmth", TEXT, "Plain."), "b": section("Second", "x")})
    packs.section("warmth", "a", section("Calor", "Calor."), "es")
    reader = open_viewer("--topic", "warmth", library=packs.folder)
    listen(reader)
    wait_until_marked(reader, "Warmth")
    end(reader)
    assert not is_listening(reader)
    assert reader.marked == []
    assert not strip(reader).isVisible()
    reader.qtbot.waitUntil(lambda: spoken.is_stopped, timeout=TIME)


def test_theme_and_size_change_while_it_is_read(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice(ends=False)
    reader = warmth("| Sign | Do |\n|---|---|\n| Rash | Call. |\n| Fever | Rest. |")
    select(reader, "Fever", "Rest.")
    listen(reader)
    wait_until_marked(reader, "Fever", "Rest.")
    reader.choose_theme("High contrast")
    assert reader.marked == ["Fever", "Rest."]
    for _ in range(8):
        reader.press("Larger text")
        assert reader.marked == ["Fever", "Rest."]
    reader.resize(420, 700)
    assert reader.marked == ["Fever", "Rest."], "the table's rows are written otherwise now"
    assert is_listening(reader)
    assert spoken.said == ["Sign: Fever; Do: Rest."]


def test_a_question_over_the_window_pauses_it(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    spoken = voice(ends=False)
    reader = warmth("Read [this](https://example.org/) too.")
    listen(reader)
    wait_until_marked(reader, "Warmth")
    reader.click_link("this")
    question = reader.question()
    assert question is not None
    reader.qtbot.waitUntil(lambda: spoken.is_stopped, timeout=TIME)
    question.reject()
    assert words_of(reader).startswith("Paused")
    reader.press("Go on")
    wait_until_said(reader, spoken, "Warmth", "Warmth")


def test_a_window_that_closes_ends_the_voice(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    voice(ends=False)
    reader = warmth()
    listen(reader)
    wait_until_marked(reader, "Warmth")
    listening = reader.window.findChild(Listening)
    assert listening is not None
    process = listening._speech._process.process
    assert process is not None
    reader.close()
    assert listening._speech._process.process is None
    assert process.state() is process.ProcessState.NotRunning


def test_the_reader_can_scroll_find_and_look_at_marks_meanwhile(
    voice: MakeVoice, warmth: Callable[..., Reader]
) -> None:
    voice(ends=False)
    reader = warmth(LONG, size=(900, 500))
    listen(reader)
    wait_until_marked(reader, "Warmth")
    reader.page.setFocus()
    reader.key(Key.Key_F, CONTROL)
    reader.type("line 3.")
    assert reader.marked == ["Warmth", "Line 3."]
    reader.key(Key.Key_Escape)
    assert is_listening(reader), "Escape closes what came last"
    assert reader.marked == ["Warmth"]
    reader.page.setFocus()
    reader.key(Key.Key_Escape)
    assert not is_listening(reader)


# --- voices that are not there --------------------------------------------------------------


def test_without_an_engine_a_sentence_says_what_to_do_and_all_else_works(
    voice: MakeVoice, warmth: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch
) -> None:
    voice(script=NO_ENGINE)
    monkeypatch.setattr("sys.platform", "linux")
    reader = warmth()
    heard = Listener(monkeypatch)
    reader.press("Listen")
    heard.wait_for("This computer cannot read aloud yet.", reader.qtbot)
    assert not is_listening(reader)
    assert "speech-dispatcher-espeak-ng" in words_of(reader)
    assert "staff" not in words_of(reader), "that is for a kiosk"
    assert strip(reader).entry.text() == "Close"
    assert not reader.button("Pause").isVisible()
    reader.press("Listen")
    reader.qtbot.waitUntil(lambda: len(heard.said) == 2, timeout=TIME)
    reader.press("Close")
    assert not strip(reader).isVisible()
    reader.open_row("Second")
    assert reader.title == "Second"


@pytest.mark.parametrize(
    "script",
    ["import time; time.sleep(60)", "print('{\"ready\": true}', flush=True); input()"],
    ids=["hangs", "dies"],
)
def test_a_voice_that_hangs_or_dies_is_another_sentence(
    voice: MakeVoice, warmth: Callable[..., Reader], monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    voice(script=script)
    monkeypatch.setattr(speech, "STARTS_WITHIN", 300)
    reader = warmth()
    listen(reader)
    wait_for_end(reader)
    assert words_of(reader).startswith("The voice is not working.")
    assert reader.title == "Warmth"


def test_where_no_voice_fits_the_rest_is_read_and_the_strip_says_so(
    voice: MakeVoice, open_viewer: OpenViewer, packs: PackWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken = voice(lacks=("fr",))
    packs.topic("warmth", {"a": section("Warmth", TEXT)}, language="fr", title={"fr": "Chaleur"})
    (packs.folder / "warmth" / "en").rename(packs.folder / "warmth" / "fr")
    reader = open_viewer("--topic", "warmth", "--language", "en", library=packs.folder)
    heard = Listener(monkeypatch)
    listen(reader)
    wait_for_end(reader)
    words = words_of(reader)
    assert words.startswith("This computer has no voice for \u2068Français\u2069. ")
    assert heard.said == [words], "once"
    languages = [asked["language"] for asked in spoken.sentences]
    assert languages[0] == "fr"
    assert set(languages[1:]) == {"en"}
    assert spoken.said[-1] == FOOT[-1]


# --- how it looks ---------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_mark_can_be_read_and_is_seen_without_colour(
    voice: MakeVoice, warmth: Callable[..., Reader], theme: str
) -> None:
    voice(ends=False)
    reader = warmth('!!! danger "Call [now](section:b)"\n    Wait.', "--theme", theme)
    select(reader, "Call now", "Call now")
    before = reader.picture().convertToFormat(reader.picture().Format.Format_Grayscale8)
    listen(reader)
    wait_until_marked(reader, "Call now")
    line = next(line for line in reader.lines() if line.words.startswith("Call"))
    rect: QRect = line.rect.toAlignedRect()
    picture = reader.picture()
    assert strongest_contrast(picture, rect) >= 7
    edge = rect.adjusted(-1, 0, 0, 0)
    edge.setWidth(2)
    assert strongest_contrast(picture, edge.adjusted(-3, 2, 0, -2)) >= 3
    assert picture.convertToFormat(before.format()).copy(rect) != before.copy(rect)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "size", "percent"),
    [
        ("en", (1280, 800), 100),
        ("es", (320, 640), 100),
        ("en", (320, 640), 300),
        ("es", (320, 640), 300),
    ],
)
def test_every_button_of_the_strip_has_its_room(
    voice: MakeVoice, open_viewer: OpenViewer, language: str, size: tuple[int, int], percent: int
) -> None:
    voice(ends=False)
    reader = open_viewer("--topic", "calciphylaxis", "--language", language, size=size)
    reader.window._session.set_percent(percent)
    listen(reader)
    bar = strip(reader)
    reader.qtbot.waitUntil(lambda: bool(reader.marked), timeout=TIME)
    QTest.qWait(50)
    shown = [w for w in bar.findChildren(QWidget) if w.isVisible()]
    for widget in shown:
        assert bar.rect().contains(widget.geometry()), widget
        assert widget.width() >= min(widget.sizeHint().width(), bar.width() - 28), widget
        assert widget.height() >= widget.sizeHint().height(), widget
    for button in (bar.pause, bar.slower, bar.faster, bar.stop):
        assert button in shown
        assert min(button.width(), button.height()) >= 44
        assert button.accessibleName() == button.text() != ""
    for one in shown:
        assert not any(
            one.geometry().intersects(other.geometry()) for other in shown if other is not one
        )
    assert reader.page.height() >= 140


def _context_menu(widget: QWidget, at: QPoint) -> QContextMenuEvent:
    reason = QContextMenuEvent.Reason.Mouse
    return QContextMenuEvent(reason, at, widget.mapToGlobal(at), Qt.KeyboardModifier.NoModifier)
