"""One document for the window's life: a new one a page is never given back by Qt."""

from __future__ import annotations

from PySide6.QtGui import QTextDocument

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section


def test_three_hundred_pages_are_shown_in_one_document(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    rows = ["First", "Second", "Third"]
    packs.topic("topic", {row.lower(): section(row, f"Words of {row}.") for row in rows})
    reader = open_viewer("--topic", "topic", library=packs.folder)
    document = reader.page.document()
    gone: list[bool] = []
    document.destroyed.connect(lambda: gone.append(True))
    for turn in range(300):
        reader.open_row(rows[turn % 3])
        assert reader.page.document() is document
    assert "Words of Third." in reader.text
    assert gone == []
    assert len(reader.window.findChildren(QTextDocument)) == 1
    assert document.availableUndoSteps() == 0, "nothing is kept of the pages before"


def test_the_document_survives_every_change(open_viewer: OpenViewer) -> None:
    reader = open_viewer("--topic", "calciphylaxis")
    document = reader.page.document()
    reader.choose_theme("Dark")
    reader.press("Larger text")
    reader.press("Plain language")
    reader.resize(800, 600)
    reader.press("Back")
    assert reader.page.document() is document
