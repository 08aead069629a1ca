"""Every theme can be read: in the colours it names, and in the pixels that are painted."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel

from tests.conftest import OpenViewer, Remember
from tests.ui.measuring import contrast, rect_in, strongest_contrast
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader
from viewer.core.installation import Installation
from viewer.ui.theme import read_theme

THEMES = ["light", "dark", "contrast"]
TEXT_RATIO, EDGE_RATIO = 7.0, 3.0

TEXTS = [
    # body text, and what it stands on: the page, callouts, boxes, cells, menus, selections
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "accent_soft"),
    ("ink", "tip_soft"),
    ("ink", "caution_soft"),
    ("ink", "danger_soft"),
    ("ink", "selection"),
    # small words: the page's foot, the status line, group headings
    ("muted", "paper"),
    ("muted", "surface"),
    # links, titles and controls
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent_soft"),
    ("accent", "tip_soft"),
    ("accent", "caution_soft"),
    ("accent", "danger_soft"),
    ("on_accent", "accent"),
    # titles of callouts, and the draft line
    ("tip", "tip_soft"),
    ("caution", "caution_soft"),
    ("caution", "surface"),
    ("danger", "danger_soft"),
    ("danger", "paper"),
    # words that were searched for
    ("on_hit", "hit"),
    ("on_hit", "hit_now"),
]
EDGES = [
    ("accent", "paper"),
    ("outline", "paper"),
    ("outline", "surface"),
    ("accent", "accent_soft"),
    ("tip_edge", "paper"),
    ("tip_edge", "tip_soft"),
    ("caution_edge", "paper"),
    ("caution_edge", "caution_soft"),
    ("danger_edge", "paper"),
    ("danger_edge", "danger_soft"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("focus", "accent_soft"),
    ("track", "paper"),
    ("hit_edge", "paper"),
    ("hit_edge", "accent_soft"),
    ("hit_edge", "tip_soft"),
    ("hit_edge", "caution_soft"),
    ("hit_edge", "danger_soft"),
]


@pytest.mark.parametrize("name", THEMES)
def test_the_roles_reach_their_contrast(installation: Installation, name: str) -> None:
    theme = read_theme(installation.themes, name)
    bound = [(pair, TEXT_RATIO) for pair in TEXTS] + [(pair, EDGE_RATIO) for pair in EDGES]
    too_weak = [
        f"{ink} on {ground}: {ratio:.2f}, not {least}"
        for (ink, ground), least in bound
        if (ratio := contrast(getattr(theme, ink), getattr(theme, ground))) < least
    ]
    assert too_weak == []


@pytest.mark.parametrize("name", THEMES)
def test_a_theme_names_every_role_and_no_other(installation: Installation, name: str) -> None:
    roles = json.loads((installation.themes / f"{name}.json").read_text("utf-8"))
    theme = read_theme(installation.themes, name)
    assert {role: getattr(theme, role) for role in roles} == roles
    assert roles["dark"] is (name != "light")
    assert all(QColor(colour).isValid() for role, colour in roles.items() if role != "dark")


WORDS = (
    "Body text of the page, with [a link](section:b) in it.\n\n"
    + "".join(
        f'!!! {kind} "Title of {kind}"\n    Words of {kind}.\n\n    More, [linked](section:b).\n\n'
        for kind in ("note", "tip", "warning", "danger")
    )
    + "| Head | Second |\n|---|---|\n| Cell | Other |\n\n"
    + "## Safety {: #safety .safety }\n\nWords of safety.\n\n"
)


def weakest(reader: Reader) -> list[str]:
    """The lines in sight whose strongest pixel does not reach 7:1."""
    picture, top = reader.picture(), reader.page.verticalScrollBar().value()
    found = []
    for line in reader.lines_in_sight():
        rect: QRect = line.rect.translated(0, -top).toAlignedRect()
        ratio = strongest_contrast(picture, rect)
        if ratio < TEXT_RATIO:
            found.append(f"{line.words}: {ratio:.2f}")
    return found


@pytest.mark.parametrize("theme", THEMES)
def test_painted_words_reach_seven_to_one(
    open_viewer: OpenViewer, packs: PackWriter, theme: str
) -> None:
    packs.topic("topic", {"a": section("The title", WORDS), "b": section("B", "x")})
    arguments = ("--topic", "topic", "--theme", theme)
    reader = open_viewer(*arguments, library=packs.folder, size=(1000, 1000))
    seen = reader.words_in_sight
    for words in ("The title", "Body text", "Title of note", "Words of danger.", "Cell"):
        assert words in seen
    assert weakest(reader) == []
    reader.scroll_to(1.0)
    assert "It does not replace your care team." in reader.words_in_sight
    assert weakest(reader) == []


@pytest.mark.parametrize("theme", THEMES)
def test_painted_cards_reach_seven_to_one(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--plain", "--theme", theme)
    for part in (0.0, 0.5, 1.0):
        reader.scroll_to(part)
        assert len(reader.lines_in_sight()) > 5
        assert weakest(reader) == []


@pytest.mark.parametrize("theme", THEMES)
def test_painted_controls_reach_their_contrast(open_viewer: OpenViewer, theme: str) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", theme)
    window = reader.window
    reader.press("Larger text")
    for plain in (False, True):
        picture = window.grab().toImage()
        for name in ("Home", "Plain language", "Larger text", "Smaller text", "Theme"):
            rect = rect_in(reader.button(name), window).adjusted(12, 12, -12, -12)
            assert strongest_contrast(picture, rect) >= TEXT_RATIO, (name, plain)
        for label in window.findChildren(QLabel):
            if label.isVisible():
                rect = rect_in(label, window)
                assert strongest_contrast(picture, rect) >= TEXT_RATIO, label.text()
        for index in list(reader.indexes())[:8]:
            rect = reader.sections.visualRect(index)
            rect.moveTopLeft(reader.sections.viewport().mapTo(window, rect.topLeft()))
            words = rect.adjusted(60, 4, -16, -4)
            assert strongest_contrast(picture, words) >= TEXT_RATIO, index.data()
        if not plain:
            reader.press("Plain language")


def test_a_theme_is_chosen_and_kept(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--section", "prognosis")
    grounds = {}
    for name in ("Dark", "High contrast", "Light"):
        reader.choose_theme(name)
        grounds[name] = reader.picture().pixelColor(3, 3).name()
        assert reader.title == "Prognosis"
    assert grounds["High contrast"] == "#000000"
    assert grounds["Light"] == "#ffffff"
    assert len(set(grounds.values())) == 3
    reader.choose_theme("Dark")
    reader.close()
    assert open_viewer().picture().pixelColor(3, 3).name() == grounds["Dark"]


def test_the_whole_window_wears_the_theme(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis", "--theme", "dark")
    picture = reader.window.grab().toImage()
    size = picture.size()
    for x, y in ((2, 2), (5, size.height() - 5), (5, 300), (size.width() - 30, 300)):
        assert picture.pixelColor(x, y).lightness() < 60, (x, y)


def test_the_menu_ticks_the_theme_that_is_chosen(
    open_viewer: OpenViewer, remember: Remember
) -> None:
    remember(theme="contrast")
    reader = open_viewer()
    actions = reader.window.toolbar.theme.menu().actions()
    themes = ["As the system", "Light", "Dark", "High contrast"]
    assert [a.text() for a in actions] == [*themes, "Text spacing…", "", "Help\tF1"]
    assert [a.text() for a in actions if a.isChecked()] == ["High contrast"]
    reader.choose_theme("Light")
    assert [a.text() for a in actions if a.isChecked()] == ["Light"]
