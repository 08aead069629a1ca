"""A nurse hands out the fluid plan: Spanish with English beside it, in large print."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
from PySide6.QtCore import Qt

from tests.conftest import OpenViewer
from tests.ui.nurse import Nurse
from tests.ui.reader import CONTROL
from viewer.folders import Folders

LIMIT = "1200 ml"


def words_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())


def test_from_the_page_to_a_file_with_her_patients_limit(
    open_viewer: OpenViewer, folders: Folders, tmp_path: Path
) -> None:
    reader = open_viewer("--plain", size=(1280, 800))
    reader.open_row("How much should I drink?")
    reader.key(Qt.Key.Key_P, CONTROL)
    nurse = Nurse(reader)
    nurse.wait()
    assert nurse.answers()[0] == "This page"

    nurse.pick("Language", "Español")
    nurse.pick("Second language beside it", "English")
    nurse.choose("Large, 18 pt")
    nurse.choose("Letter")
    limit = next(f for f in nurse.dialog.choices.blanks.fields if "límite" in f.accessibleName())
    nurse.fill(limit.accessibleName(), LIMIT)

    file = tmp_path / "plan.pdf"
    nurse.save_as(file)
    nurse.qtbot.waitUntil(file.exists)
    assert str(file) in nurse.status
    words = words_of(file)
    assert words.count(LIMIT) == 2, "in both languages"
    assert "¿Cuánto líquido debo tomar?" in words
    assert "How much should I drink?" in words
    with pikepdf.open(file) as pdf:
        assert [round(float(side)) for side in pdf.pages[0].mediabox[2:]] == [612, 792]
        assert pdf.Root.MarkInfo.Marked

    nurse.press("Close")
    assert reader.title == "How much should I drink?"
    reader.close()
    kept = [path for path in folders.config.parent.rglob("*") if path.is_file()]
    assert not [path for path in kept if LIMIT.encode() in path.read_bytes()]
