"""``careleaf edit``: the page follows each save of the author's own editor, at the same place."""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle
from pytestqt.qtbot import QtBot

from tests.ui.reader import Reader
from viewer.core.authoring.watched import Watched
from viewer.core.installation import Installation
from viewer.core.packs.library import Library
from viewer.core.pages.version import text_version
from viewer.editing import _folder, build_editor, options_for
from viewer.folders import Folders
from viewer.ui.edit_panel import EditPanel
from viewer.ui.editing import Editing

ROOT = Path(__file__).parents[2]
PATIENCE = 20_000
"""Milliseconds: a loaded machine is no fault."""


class Author:
    """Somebody who writes in an editor of their own, and looks at the window."""

    def __init__(self, topic: Path, reader: Reader) -> None:
        self.topic, self.reader, self.window = topic, reader, reader.window
        (self.panel,) = self.window.findChildren(EditPanel)
        (self.editing,) = self.window.findChildren(Editing)

    def saves(self, name: str, change: Callable[[str], str]) -> None:
        """Change a file as editors do: written beside it, then put in its place."""
        file = self.topic / name
        half = file.with_suffix(".half")
        half.write_text(change(file.read_text("utf-8")), "utf-8")
        half.replace(file)

    @property
    def other(self) -> str:
        return self.panel.view.toPlainText()

    @property
    def problems(self) -> list[str]:
        items = self.panel.list
        return [items.item(row).text() for row in range(items.count())]

    def waits_for(self, seen: Callable[[], bool]) -> None:
        self.reader.qtbot.waitUntil(seen, timeout=PATIENCE)

    def waits_for_problem(self, words: str) -> str:
        self.waits_for(lambda: any(words in problem for problem in self.problems))
        return next(problem for problem in self.problems if words in problem)


@pytest.fixture
def topic(tmp_path: Path, installation: Installation) -> Path:
    """A copy of the shipped topic, to write on."""
    made = tmp_path / "library" / "calciphylaxis"
    shutil.copytree(installation.content / "calciphylaxis", made)
    return made


@pytest.fixture
def author(
    topic: Path, qapp: QApplication, qtbot: QtBot, folders: Folders, installation: Installation
) -> Author:
    given = argparse.Namespace(language="en", plain=False, theme=None, clinic=None)
    window = build_editor(topic, options_for(topic, given), installation, folders)
    qtbot.addWidget(window)
    reader = Reader(window, qtbot, shown=True)
    window.resize(1400, 900)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    made = Author(topic, reader)
    made.waits_for(lambda: bool(made.problems))
    return made


def test_both_levels_are_there_and_what_is_wrong(author: Author) -> None:
    author.reader.open_row("Temperature control")
    assert "How warm should my room be?" in author.other
    assert author.panel.level.text() == "Plain language"
    assert author.panel.count.text().startswith("Errors: 0, warnings: 0, notes: ")
    assert all(problem.startswith("Note: ") for problem in author.problems)
    author.reader.press("Plain language")
    assert author.panel.level.text() == "Text for health workers"
    assert "How warm should my room be?" in author.reader.text


def test_a_save_is_seen_at_both_levels_at_the_same_place(author: Author) -> None:
    reader = author.reader
    reader.open_row("Temperature control")
    reader.resize(1400, 420)
    reader.scroll_to(1.0)
    at = reader.page.verticalScrollBar().value()
    assert at > 0
    author.saves(
        "en/temperature.md", lambda text: text.replace("Wear soft layers", "Put on soft layers")
    )
    author.waits_for(lambda: "Put on soft layers" in author.other)
    assert reader.title == "Temperature control"
    assert abs(reader.page.verticalScrollBar().value() - at) <= 2
    author.saves("en/temperature.md", lambda text: text.replace("title: Temp", "title: Room temp"))
    author.waits_for(lambda: reader.title.startswith("Room temp"))


def test_a_fault_is_listed_and_leads_to_its_place(author: Author) -> None:
    author.saves(
        "es/hydration.md", lambda text: text.replace("- Use un vaso pequeño.", "- Beba más agua.")
    )
    problem = author.waits_for_problem("danger-words")
    assert problem.startswith("Error: es/hydration.md, line ")
    assert author.problems[0] == problem, "the gravest comes first"
    assert author.panel.count.text().startswith("Errors: 1, ")
    author.panel.list.setFocus()
    QTest.keyClick(author.panel.list, Qt.Key.Key_Home)
    QTest.keyClick(author.panel.list, Qt.Key.Key_Return)
    author.waits_for(lambda: "Beba más agua" in author.reader.text)
    assert author.reader.window.toolbar.plain.isChecked()
    author.saves("es/hydration.md", lambda text: text.replace("Beba más agua", "Use un vaso"))
    author.waits_for(lambda: not any("danger-words" in one for one in author.problems))


def test_the_finding_that_is_worked_on_stays_current_when_its_line_moves(author: Author) -> None:
    author.saves("en/hydration.md", lambda text: text + "\n\nDrink more water.\n")
    found = author.waits_for_problem("danger-words")
    author.panel.list.setCurrentRow(author.problems.index(found))
    author.saves("en/hydration.md", lambda text: text.replace("\n\nDrink", "\n\n\n\nDrink"))
    author.waits_for(lambda: found not in author.problems and len(author.problems) > 1)
    item = author.panel.list.currentItem()
    assert item is not None
    assert "danger-words" in item.text()
    author.saves("en/hydration.md", lambda text: text.replace("Drink more water.", ""))
    author.waits_for(lambda: not any("danger-words" in one for one in author.problems))
    assert author.panel.list.currentRow() >= 0, "keys go on from where they were"


def test_a_window_that_is_open_at_midnight_looks_at_the_reviews_again(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    today = datetime.date.today()
    (topic,) = Library((author.topic.parent,)).topics()
    text = text_version(topic, "en")
    review = f"reviews:\n  en: {{by: Dr. A, at: 2025-01-02, due: {today}, text: {text}}}\n"
    before = len(author.problems)
    author.saves("topic.yaml", lambda text: text + review)
    author.waits_for(lambda: len(author.problems) < before)  # the note that it has none
    assert not any("(review-" in one and "review-missing" not in one for one in author.problems)
    tomorrow = today + datetime.timedelta(days=1)
    monkeypatch.setattr(author.editing, "_today", lambda: tomorrow)
    author.waits_for_problem("(review-due)")


@pytest.mark.parametrize("size", [(1400, 900), (1280, 800), (800, 600)])
def test_a_window_that_nothing_happens_in_rests(author: Author, size: tuple[int, int]) -> None:
    author.reader.open_row("Hydration")
    author.reader.resize(*size)
    author.reader.qtbot.wait(600)
    written: list[None] = []
    author.panel.view.document().contentsChanged.connect(lambda: written.append(None))
    author.reader.qtbot.wait(600)
    assert not written, "what is selected there has to stay"


@pytest.mark.slow
def test_another_page_begins_at_its_top_at_both_levels(author: Author) -> None:
    author.reader.resize(1400, 420)
    author.reader.open_row("Temperature control")
    author.panel.view.verticalScrollBar().setValue(200)
    author.reader.open_row("Hydration")
    assert author.panel.view.verticalScrollBar().value() == 0


def test_a_page_that_has_one_text_is_named_so(author: Author) -> None:
    author.reader.press("Plain language")
    author.reader.open_row("Caring for yourself")
    assert author.panel.level.text() == "All read this page"


@pytest.mark.slow
def test_a_finding_in_spanish_leaves_the_findings_in_english(author: Author) -> None:
    author.saves("es/hydration.md", lambda text: text + "\n\nBeba más agua.\n")
    found = author.waits_for_problem("danger-words")
    QTest.keyClick(author.panel.list, Qt.Key.Key_Home)
    QTest.keyClick(author.panel.list, Qt.Key.Key_Return)
    author.waits_for(lambda: "Beba más agua" in author.reader.text)
    assert author.problems[0] == found


@pytest.mark.slow
def test_findings_beside_the_sections_lead_somewhere_too(author: Author) -> None:
    def chooses(words: str) -> None:
        found = author.waits_for_problem(words)
        author.panel.list.setCurrentRow(author.problems.index(found))
        QTest.keyClick(author.panel.list, Qt.Key.Key_Return)

    chooses("(no-review)")
    author.waits_for(lambda: author.reader.title.endswith(": about this text"))
    chooses("(no-clinic)")
    assert author.panel.count.text() == "No page shows this. Mend it in clinic.yaml."


def test_settings_that_come_to_be_are_seen(author: Author, folders: Folders) -> None:
    author.waits_for_problem("(no-clinic)")
    folders.config.mkdir(parents=True, exist_ok=True)
    (folders.config / "clinic.yaml").write_text("emergency_number: '112'\n")
    author.waits_for(lambda: not any("(no-clinic)" in one for one in author.problems))
    author.reader.open_row("When to get help")
    author.waits_for(lambda: "112" in author.reader.text)


@pytest.mark.parametrize("percent", [100, 300])
def test_every_row_has_room_for_all_its_words(author: Author, percent: int) -> None:
    author.reader.resize(1000, 700)
    author.window._session.set_percent(percent)
    author.reader.qtbot.wait(50)
    rows = author.panel.list
    style = rows.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
    for row in range(rows.count()):
        across = rows.visualItemRect(rows.item(row)).width() - 2 * (8 + 2 + style)
        layout = QTextLayout(rows.item(row).text().replace("\n", "\u2028"), rows.font())
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(across)
            height += line.height()
        layout.endLayout()
        assert rows.visualItemRect(rows.item(row)).height() >= height + 2 * (8 + 2), row


@pytest.mark.slow
def test_in_a_low_window_the_part_that_keys_reach_has_the_room(author: Author) -> None:
    author.reader.resize(800, 600)
    author.panel.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
    page, found = author.panel.split.sizes()
    assert found > 1.25 * page
    author.panel.view.setFocus(Qt.FocusReason.TabFocusReason)
    page, found = author.panel.split.sizes()
    assert page > 1.25 * found


def test_a_section_that_goes_and_a_topic_that_breaks_stop_nothing(author: Author) -> None:
    author.reader.open_row("Temperature control")
    (author.topic / "en" / "temperature.md").unlink()
    (author.topic / "es" / "temperature.md").unlink()
    author.waits_for_problem("group-without-file")
    author.saves("topic.yaml", lambda text: f"title: [\n{text}")
    author.waits_for_problem("yaml-syntax")
    assert author.window.isVisible()
    author.saves("topic.yaml", lambda text: text.removeprefix("title: [\n"))
    author.waits_for(lambda: not any("yaml-syntax" in one for one in author.problems))


def test_no_file_of_the_author_is_touched(author: Author) -> None:
    def state() -> dict[str, tuple[int, bytes]]:
        files = [path for path in author.topic.rglob("*") if path.is_file()]
        return {str(f): (f.stat().st_mtime_ns, f.read_bytes()) for f in files}

    before = state()
    author.reader.open_row("Hydration")
    author.reader.press("Plain language")
    author.reader.press("Larger text")
    author.window.close()
    assert state() == before


# --- the files ---------------------------------------------------------------------------


def test_a_file_that_is_being_written_is_not_read_yet(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("one")
    watched = Watched([tmp_path])
    assert not watched.has_settled_anew()
    file.write_text("one tw")
    assert not watched.has_settled_anew(), "it may go on"
    file.write_text("one two three")
    assert not watched.has_settled_anew()
    assert watched.has_settled_anew()
    assert not watched.has_settled_anew(), "told once"
    file.unlink()
    assert not watched.has_settled_anew()
    assert watched.has_settled_anew()


def test_a_save_behind_a_link_is_seen(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    file = tmp_path / "elsewhere" / "a.md"
    file.write_text("one")
    (tmp_path / "topic").mkdir()
    (tmp_path / "topic" / "a.md").symlink_to(file)
    watched = Watched([tmp_path / "topic"])
    file.write_text("one two")
    assert not watched.has_settled_anew()
    assert watched.has_settled_anew()


def test_what_other_programs_keep_there_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "topic").mkdir()
    watched = Watched([tmp_path])
    (tmp_path / ".git" / "index").write_text("x")
    assert not watched.has_settled_anew()
    assert not watched.has_settled_anew()
    (tmp_path / "topic" / "topic.yaml").write_text("x")
    assert not watched.has_settled_anew()
    assert watched.has_settled_anew()


@pytest.mark.slow
def test_the_librarys_own_bounds_are_followed_too(author: Author) -> None:
    (author.topic.parent / "check.yaml").write_text("format: 1\nlongest_sentence: 5\n")
    author.waits_for_problem("long-sentence")


@pytest.mark.parametrize("name", ["", "topic.yaml", "en/temperature.md"])
def test_a_file_of_a_topic_means_the_topic(name: str, topic: Path) -> None:
    assert _folder(topic / name) == topic


def test_a_folder_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "edit", str(tmp_path / "none")],
        env={**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert "There is no folder" in done.stderr
    assert "Traceback" not in done.stderr
