"""Every screen of the window in every theme: words 7:1, parts 3:1, as they are painted.

How it is measured is checked in test_painted_measure.py. What cannot be used now is exempt (WCAG
1.4.3), and so is looked over.
"""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QMenu,
    QMessageBox,
    QWidget,
)

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.painted import (
    Seen,
    page_seen,
    picture_of,
    runs_in_sight,
    see,
    whole_page_seen,
)
from tests.ui.painted_controls import (
    all_of,
    focus_seen,
    report,
    shown,
    words_seen,
)
from tests.ui.reader import CONTROL, Reader
from viewer.ui.spacing_panel import SpacingPanel

THEMES = ["light", "dark", "contrast"]
each_theme = pytest.mark.parametrize("theme", THEMES)
slow = pytest.mark.slow


# --- pages ----------------------------------------------------------------------------------


@each_theme
def test_a_section_and_what_is_about_it(open_viewer: OpenViewer, theme: str) -> None:
    arguments = ("--topic", "calciphylaxis", "--section", "when-to-get-help", "--clinical")
    reader = open_viewer(*arguments, "--theme", theme, size=(1280, 800))
    report(theme, "top of a section", page_seen(reader.page))
    window = reader.window
    report(theme, "controls at rest", words_seen(window, picture_of(window), window))


PAGES = {
    "clinical": ("--topic", "calciphylaxis", "--section", "differential-diagnosis", "--clinical"),
    "help": ("--topic", "calciphylaxis", "--section", "when-to-get-help", "--plain"),
    "plain": ("--topic", "calciphylaxis", "--section", "phosphate-binders", "--plain"),
    "care": ("--topic", "calciphylaxis", "--plain"),
    "home": (),
}


@slow
@each_theme
@pytest.mark.parametrize("name", PAGES)
def test_whole_pages(open_viewer: OpenViewer, theme: str, name: str) -> None:
    reader = open_viewer(*PAGES[name], "--theme", theme, size=(1280, 800))
    if name == "home":
        reader.press("Home")
    seen = whole_page_seen(reader.page)
    assert len(seen) > 10
    report(theme, f"page {name}", seen)


@slow
@each_theme
def test_the_glossary_and_its_box(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer(*PAGES["clinical"], "--theme", theme, size=(1280, 800))
    term = next(run for run in runs_in_sight(reader.page) if run.link.startswith("term:"))
    reader.click_at(term.rect.center().toPoint())
    popup = reader.window.findChild(QWidget, "glossaryPopup")
    assert isinstance(popup, QWidget)
    assert popup.isVisible()
    report(theme, "box of a word", all_of(reader.window, inside=popup))
    reader.press("See all words")
    report(theme, "glossary", whole_page_seen(reader.page))


# --- the window's controls ------------------------------------------------------------------


@slow
@each_theme
@pytest.mark.parametrize("level", ["--plain", "--clinical"])
@pytest.mark.parametrize("size", [(1280, 800), (700, 800)])
def test_the_windows_controls(
    open_viewer: OpenViewer, theme: str, level: str, size: tuple[int, int]
) -> None:
    arguments = ("--topic", "calciphylaxis", "--section", "etiology", level)
    reader = open_viewer(*arguments, "--theme", theme, size=size)
    window = reader.window
    reader.press("Larger text")
    report(theme, f"controls {level} {size[0]}", all_of(window))
    if size[0] < 900:
        reader.press("Sections")
        report(theme, "sidebar in the page's place", all_of(window))
    kinds = (QAbstractButton, QLineEdit)
    controls = [w for w in shown(window) if isinstance(w, kinds)]
    assert len(controls) > 8
    report(theme, "focus", focus_seen(controls, window, reader.page))


@slow
@each_theme
def test_a_search_and_what_it_finds(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme, size=(1280, 800))
    reader.look_for("calcium")
    assert len(reader.found) > 3
    report(theme, "results", all_of(reader.window, inside=reader.search_panel))
    reader.click_found(reader.found[0])
    assert reader.marked
    others = [seen for seen in page_seen(reader.page) if "calcium" not in seen.what.lower()]
    report(theme, "hits of a search", [*hits_seen(reader), *others])


@slow
@each_theme
def test_finding_on_a_page(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer(*PAGES["clinical"], "--theme", theme, size=(1280, 800))
    reader.key(Qt.Key.Key_F, CONTROL)
    report(theme, "empty find bar", all_of(reader.window))
    reader.type("the")
    assert len(reader.marked) > 3
    report(theme, "find bar and hits", [*all_of(reader.window), *hits_seen(reader)])


def hits_seen(reader: Reader) -> list[Seen]:
    """The words that are marked, each on its own ground."""
    page, image, found = reader.page, picture_of(reader.page.viewport()), []
    for start, end in reader.marked_places:
        cursor = page.textCursor()
        cursor.setPosition(end)
        last = page.cursorRect(cursor)
        cursor.setPosition(start)
        first = page.cursorRect(cursor)
        rect = QRect(first.left(), first.top(), last.left() - first.left(), first.height())
        inner = rect.adjusted(1, 5, -1, -5)
        if first.top() == last.top() and page.viewport().rect().contains(inner):
            found.append(see(image, inner, f"a hit at {start}"))
    return [seen for seen in found if seen is not None]


@slow
@each_theme
def test_menus(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme)
    for name in ("Theme", "Language"):
        seen: list[Seen] = []

        def look(seen: list[Seen] = seen) -> None:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            for action in menu.actions():
                menu.setActiveAction(action)
                image = picture_of(menu)
                entries = [other for other in menu.actions() if not other.isSeparator()]
                seen += [
                    found
                    for other in entries
                    if (found := see(image, inside_ring(menu.actionGeometry(other)), other.text()))
                ]
            menu.close()

        QTimer.singleShot(0, look)
        reader.press(name)
        report(theme, f"menu {name}", seen)


def inside_ring(rect: QRect) -> QRect:
    """The words of an entry, without the ring about the one at which the keys are."""
    return rect.adjusted(4, 4, -4, -4)


@slow
@each_theme
def test_questions(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme)
    reader.window._session.web_requested.emit("https://example.org/page")
    box = reader.question()
    assert isinstance(box, QMessageBox)
    report(theme, "question", all_of(box))
    box.close()


@slow
@each_theme
def test_the_filter_of_topics(open_viewer: OpenViewer, packs: PackWriter, theme: str) -> None:
    for number in range(13):
        packs.topic(f"t{number}", {"a": section(f"About {number}", "x")})
    reader = open_viewer("--theme", theme, library=packs.folder)
    report(theme, "filter, empty", all_of(reader.window))
    field = next(f for f in reader.window.findChildren(QLineEdit) if "Filter" in f.accessibleName())
    field.setFocus()
    reader.type("zzz")
    report(theme, "filter, nothing found", all_of(reader.window))


@slow
@each_theme
def test_the_panel_of_text_spacing(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme)
    reader.choose_theme("Text spacing…")
    panel = reader.window.findChild(SpacingPanel)
    assert isinstance(panel, SpacingPanel)
    named = [w for w in shown(panel) if isinstance(w, QAbstractButton)]
    report(theme, "spacing", all_of(panel))
    report(theme, "spacing, focus", focus_seen(named, panel, named[-1]))
