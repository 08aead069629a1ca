"""Ways out of the page: web links ask first, telephone numbers are shown, all else is closed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QFontInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import rect_in
from tests.ui.packs import PackWriter, section
from tests.ui.reader import LEFT, Reader

ADDRESS = "https://kidneys.example/plan?day=1&week=2#top"


class Browser(QObject):
    """Stands where the system's browser would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    browser = Browser()
    schemes = ("http", "https", "file", "javascript", "data", "tel", "mailto")
    for scheme in schemes:
        # The stub says bytes, and the call takes words only.
        QDesktopServices.setUrlHandler(scheme, browser, "open")  # type: ignore[arg-type]
    yield browser
    for scheme in schemes:
        QDesktopServices.unsetUrlHandler(scheme)


def page_with(packs: PackWriter, open_viewer: OpenViewer, text: str) -> Reader:
    packs.topic("topic", {"a": section("Page", text), "b": section("Other", "Words.")})
    return open_viewer("--topic", "topic", "--section", "a", library=packs.folder)


def answer(reader: Reader, words: str) -> None:
    """Press a button of the question."""
    question = reader.question()
    assert question is not None
    button = next(b for b in question.buttons() if b.text().replace("&", "") == words)
    QTest.mouseClick(button, LEFT)


def test_a_web_link_asks_and_opens_only_when_told(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser
) -> None:
    reader = page_with(packs, open_viewer, f"Read [the plan]({ADDRESS}).")
    reader.click_link("the plan")
    question = reader.question()
    assert question is not None
    assert ADDRESS in question.text() + question.informativeText()
    assert browser.opened == []
    assert reader.title == "Page", "the page is still there"

    answer(reader, "Open in the browser")
    assert browser.opened == [ADDRESS]
    assert reader.question() is None
    assert reader.title == "Page"


@pytest.mark.parametrize("way", ["Escape", "Stay here", "Enter", "close"])
def test_a_reader_who_stays_stays(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser, way: str
) -> None:
    reader = page_with(packs, open_viewer, f"Read [the plan]({ADDRESS}).")
    reader.click_link("the plan")
    question = reader.question()
    assert question is not None
    if way == "Escape":
        QTest.keyClick(question, Qt.Key.Key_Escape)
    elif way == "Enter":
        QTest.keyClick(question, Qt.Key.Key_Return)
    elif way == "close":
        question.close()
    else:
        answer(reader, way)
    assert reader.question() is None
    assert browser.opened == []


def test_the_status_line_shows_where_a_web_link_leads(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser
) -> None:
    reader = page_with(packs, open_viewer, f"Read [the plan]({ADDRESS}).")
    assert "Web page:" not in reader.status_text
    QTest.mouseMove(reader.page.viewport(), reader.point_in("the plan"))
    assert f"Web page: {ADDRESS}" in reader.status_text
    QTest.mouseMove(reader.page.viewport(), QPoint(3, 3))
    assert "Web page:" not in reader.status_text


def test_the_status_line_shows_where_the_link_at_the_focus_leads(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser
) -> None:
    reader = page_with(packs, open_viewer, f"Read [the plan]({ADDRESS}).")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    assert f"Web page: {ADDRESS}" in reader.status_text


def test_a_web_link_asks_when_it_is_followed_by_keys(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser
) -> None:
    reader = page_with(packs, open_viewer, f"Read [the plan]({ADDRESS}).")
    reader.page.setFocus(Qt.FocusReason.TabFocusReason)
    reader.key(Qt.Key.Key_Tab)
    reader.key(Qt.Key.Key_Return)
    assert reader.question() is not None
    assert browser.opened == []


def test_the_source_of_the_text_can_be_looked_up(open_viewer: OpenViewer, browser: Browser) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "when-to-get-help")
    words, address = next((w, a) for w, a in reader.links() if a.startswith("https:"))
    reader.click_link(words)
    answer(reader, "Open in the browser")
    assert browser.opened == [address]


def test_a_telephone_number_is_shown_and_not_dialled(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser
) -> None:
    reader = page_with(packs, open_viewer, "Call [us](tel:555-0100).")
    reader.click_link("us")
    question = reader.question()
    assert question is not None
    assert "555-0100" in question.text() + question.informativeText()
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert reader.question() is None
    assert browser.opened == []
    assert reader.title == "Page"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("kind", ["web", "telephone"])
def test_the_question_is_as_easy_to_read_as_the_window(
    open_viewer: OpenViewer, packs: PackWriter, remember: Remember, kind: str, percent: int
) -> None:
    packs.topic("topic", {"a": section("Page", f"[The plan]({ADDRESS}), [us](tel:555-0100).")})
    remember(text_percent=percent)
    reader = open_viewer("--topic", "topic", library=packs.folder)
    reader.click_link("The plan" if kind == "web" else "us")
    question = reader.question()
    assert question is not None
    least = round(0.9 * reader.button("Home").font().pixelSize())
    widgets: list[QLabel | QAbstractButton] = [*question.buttons()]
    widgets += [label for label in question.findChildren(QLabel) if label.text()]
    for widget in widgets:
        font = QFontInfo(widget.font())
        assert font.family() == "Atkinson Hyperlegible", widget.text()
        assert font.pixelSize() >= least, widget.text()
        assert question.rect().contains(rect_in(widget, question)), widget.text()
    assert all(button.height() >= 44 for button in question.buttons())


OF_THE_PROGRAM = [
    ("About this text: who has reviewed it, and what has changed", "provenance:topic")
]
"""The only link on a page without any."""
REFUSED = [
    "file:///etc/passwd",
    "/etc/passwd",
    "../../../etc/passwd",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,<b>x</b>",
    "vbscript:x",
    "mailto:a@example.org",
    "ftp://example.org/x",
    "qrc:/x",
    "smb://host/share",
    "//example.org/x",
    "section:../../x",
    "picture:topic/a.png",
    "icon:home:ffffff:99",
    "tel:{{nobody}}",
    "about:blank",
]
FORMS = [
    "A [bad link]({}) here.",
    "A [bad link][1] here.\n\n[1]: {}",
    'A <a href="{}">bad link</a> here.',
    "A bad link <{}> here.",
    "A [bad link]( {} 'title') here.",
    "![bad link]({})",
]


@pytest.mark.parametrize("form", FORMS)
def test_other_addresses_never_reach_a_page(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser, form: str
) -> None:
    texts = [
        form.format(address).replace("1]", f"{number}]") for number, address in enumerate(REFUSED)
    ]
    reader = page_with(packs, open_viewer, "\n\n".join(texts))
    assert reader.links() == OF_THE_PROGRAM
    assert reader.text.count("bad link") == len(REFUSED)
    reader.click_at(reader.point_in("bad link"))
    assert reader.question() is None
    assert reader.title == "Page"
    assert browser.opened == []


def test_a_link_to_nothing_does_nothing(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser
) -> None:
    text = "See [one](section:gone), [two](section:gone/gone), [three](#gone), [four](topic:gone)."
    reader = page_with(packs, open_viewer, text)
    for words, _ in reader.links()[:-1]:
        reader.click_link(words)
        assert reader.title == "Page"
        assert reader.question() is None


@pytest.mark.parametrize("modifier", ["ControlModifier", "ShiftModifier", "AltModifier"])
def test_no_modifier_opens_a_link_behind_the_question(
    open_viewer: OpenViewer, packs: PackWriter, browser: Browser, modifier: str
) -> None:
    reader = page_with(packs, open_viewer, f"Read [the plan]({ADDRESS}).")
    key = Qt.KeyboardModifier[modifier]
    viewport, at = reader.page.viewport(), reader.point_in("the plan")
    QTest.mouseClick(viewport, LEFT, key, at)
    QTest.mouseClick(viewport, Qt.MouseButton.MiddleButton, pos=at)
    assert browser.opened == []
    assert reader.title == "Page"


def test_files_and_addresses_cannot_be_dropped_on_the_page(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    assert not reader.page.acceptDrops()
    assert not reader.page.viewport().acceptDrops()
    assert reader.page.isReadOnly()
