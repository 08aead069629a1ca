"""The page "About this text", reached from the foot of a page, and a review that has lapsed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.conftest import OpenViewer
from tests.core.library import Files, write_hands
from tests.core.pages.test_provenance import FILES, TOPIC_FILE
from tests.ui.kiosk.conftest import OpenKiosk, open_kiosk
from tests.ui.kiosk.test_staff import KEPT
from tests.ui.reader import CONTROL
from viewer.core.packs.library import Library
from viewer.core.pages.version import text_version

__all__ = ["open_kiosk"]

LINK = "About this text: who has reviewed it, and what has changed"
HISTORY = "history:\n  - {at: 2025-01-02, what: {en: First text}}\n"


@pytest.fixture
def lapsed(tmp_path: Path) -> Path:
    """A library whose topic was to be read again long ago."""
    files: Files = {**FILES, "topic.yaml": TOPIC_FILE}
    version = text_version(Library([write_hands(tmp_path / "before", files)]).topic("hands"), "en")
    review = f"reviews:\n  en: {{by: Dr. A, at: 2025-01-02, due: 2025-06-02, text: {version}}}\n"
    topic = TOPIC_FILE + review + HISTORY
    return write_hands(tmp_path / "lapsed", {**FILES, "topic.yaml": topic})


def test_the_foot_leads_to_it_and_back(open_viewer: OpenViewer, lapsed: Path) -> None:
    reader = open_viewer("--topic", "hands", "--section", "warmth", library=lapsed)
    reader.click_link(LINK)
    assert reader.title == "Hand care: about this text"
    assert "First text" in reader.text
    assert "Reviewed by Dr. A on January 2, 2025" in reader.text
    assert LINK not in reader.text
    reader.press("Plain language")
    assert reader.title == "Hand care: about this text", "it is of both levels"
    reader.press("Back")
    reader.press("Back")
    assert "Clinical text." in reader.text


def test_the_banner_is_above_the_text(open_viewer: OpenViewer, lapsed: Path) -> None:
    reader = open_viewer("--topic", "hands", "--section", "warmth", "--plain", library=lapsed)
    assert reader.text.index("Not reviewed since January 2, 2025") < reader.text.index("Keep warm.")


def test_a_kiosk_says_it_and_its_staff_see_why(
    open_kiosk: OpenKiosk, lapsed: Path, tmp_path: Path
) -> None:
    clinic = tmp_path / "clinic.yaml"
    clinic.write_text(f'kiosk:\n  pin: "{KEPT}"\n')
    visitor = open_kiosk("--clinic", str(clinic), library=lapsed)
    visitor.touch("All topics")
    visitor.touch("Warmth")
    assert "Not reviewed since January 2, 2025" in visitor.page
    assert LINK not in visitor.page
    visitor.key(Qt.Key.Key_S, CONTROL | Qt.KeyboardModifier.AltModifier)
    for key in (Qt.Key.Key_4, Qt.Key.Key_7, Qt.Key.Key_1, Qt.Key.Key_1, Qt.Key.Key_Return):
        visitor.key(key)
    visitor.qtbot.waitUntil(lambda: "review-lapsed" in visitor.words, timeout=20_000)
    assert "hands/topic.yaml:13: error review-lapsed" in visitor.words
    assert "was due on 2025-06-02" in visitor.words
