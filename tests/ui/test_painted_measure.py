"""The measure of painted contrast: against known colours, and against a theme that is too weak."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel

from tests.conftest import OpenViewer
from tests.ui.measuring import contrast
from tests.ui.painted import TEXT, picture_of, see
from tests.ui.painted_controls import weak, words_seen
from viewer.core.installation import Installation
from viewer.ui.fonts import control_font, load_fonts


@pytest.mark.parametrize("pixels", [12, 15, 19, 28])
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("#777777", "#ffffff"),
        ("#595959", "#ffffff"),
        ("#8ed8d6", "#14191d"),
        ("#ffe74c", "#000000"),
    ],
)
def test_the_measure_finds_the_colours_that_were_painted(
    qapp: QApplication, ink: str, ground: str, pixels: int
) -> None:
    load_fonts()
    label = QLabel("Words in which to measure, ill and wide")
    label.setFont(control_font(pixels))
    label.setStyleSheet(f"color: {ink}; background: {ground}; padding: 6px")
    label.resize(label.sizeHint())
    seen = see(picture_of(label), label.rect(), "words")
    assert seen is not None
    assert seen.ratio == pytest.approx(contrast(ink, ground), rel=0.03)
    assert (seen.ratio >= TEXT) is (contrast(ink, ground) >= TEXT)


def test_the_weaker_of_two_inks_counts(qapp: QApplication) -> None:
    label = QLabel('<span style="color:#000">Strong words and </span><span>weak ones</span>')
    label.setFont(control_font(16))
    label.setStyleSheet("color: #999999; background: #ffffff")
    label.resize(label.sizeHint())
    seen = see(picture_of(label), label.rect(), "words")
    assert seen is not None
    assert seen.ink == "#999999"
    assert len(weak([seen])) == 1
    assert "#999999 on #ffffff is 2.85, not 7" in weak([seen])[0]


def test_a_ground_alone_has_nothing_to_read(qapp: QApplication) -> None:
    image = QImage(30, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    assert see(image, QRect(0, 0, 10, 10), "nothing") is None
    with pytest.raises(AssertionError, match="nothing was looked at"):
        weak([])


def test_a_theme_that_is_too_weak_is_found_out(
    open_viewer: OpenViewer, installation: Installation, tmp_path: Path
) -> None:
    """The small words of the status line and of the page's foot, a little too light."""
    roles = json.loads((installation.themes / "light.json").read_text("utf-8"))
    shutil.copytree(installation.resources, tmp_path / "resources")
    weaker = installation._replace(resources=tmp_path / "resources")
    roles |= {"muted": "#5c6770"}
    (weaker.themes / "light.json").write_text(json.dumps(roles), "utf-8")
    reader = open_viewer("--topic", "calciphylaxis", "--theme", "light", installation=weaker)
    window = reader.window
    found = weak(words_seen(window, picture_of(window), window))
    assert any("It does not replace your care team." in sentence for sentence in found), found
