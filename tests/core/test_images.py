"""Pictures: what is safe to decode is read, and everything else is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.checks.faults_of_texts import SVG, png
from tests.core.library import write
from tests.hostile import torture
from viewer.core.files import MAX_IMAGE_BYTES
from viewer.core.images import MAX_SIDE, ImageData, read_image
from viewer.core.installation import find_installation
from viewer.core.problems import Rule

GOOD_SVG = [
    SVG.format('<path d="M0 0h1"/>'),
    "\ufeff" + SVG.format("<g/>"),
    '<?xml version="1.0"?>\n' + SVG.format('<linearGradient id="a"/><g fill="url(#a)"/>'),
    SVG.format("<title>A set of hands</title><desc>animated</desc>"),
]
BAD_SVG = [
    "",
    "<html/>",
    "<!DOCTYPE svg [<!ENTITY a 'b'>]>" + SVG.format("&a;"),
    '<?xml-stylesheet href="a.css"?>' + SVG.format(""),
    SVG.format('<use href="#a"/>'),
    SVG.format('<svg:use xlink:href="#a"/>'),
    SVG.format("<USE/>"),
    SVG.format("< use/>"),
    SVG.format('<image href="data:,"/>'),
    SVG.format("<script/>"),
    SVG.format("<foreignObject/>"),
    SVG.format("<animate/>"),
    SVG.format("<animateTransform/>"),
    SVG.format("<set/>"),
    SVG.format("<filter/>"),
    SVG.format("<pattern/>"),
    SVG.format('<a xlink:href="file:///etc/passwd"/>'),
    SVG.format("<a href = 'https://example.org'/>"),
    SVG.format("<style>@import 'a.css'</style>"),
    SVG.format("<style>g { fill: url( 'a.svg' ) }</style>"),
    SVG.format("<g/>" * 5_000),
]


@pytest.mark.parametrize("sides", [(1, 1), (MAX_SIDE, MAX_SIDE), (640, 480)])
def test_a_png_is_read(sides: tuple[int, int], tmp_path: Path) -> None:
    data = png(*sides)
    assert read_image(write(tmp_path, {"a.png": data}), "a.png") == ImageData("png", data)


@pytest.mark.parametrize(
    "sides", [(0, 1), (1, 0), (MAX_SIDE + 1, 1), (1, 2**32 - 1), (30_000, 30_000)]
)
def test_a_png_too_large_to_unpack_is_refused(sides: tuple[int, int], tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.png": png(*sides)})
    assert read_image(folder, "a.png") is Rule.REFUSED_IMAGE


@pytest.mark.parametrize("data", [b"", b"\x89PNG", b"GIF89a", b"\x89PNG\r\n\x1a\n" + b"\0" * 20])
def test_what_only_claims_to_be_a_png_is_refused(data: bytes, tmp_path: Path) -> None:
    assert read_image(write(tmp_path, {"a.png": data}), "a.png") is Rule.REFUSED_IMAGE


@pytest.mark.parametrize("cut", [1, 12, 13, 30])
def test_a_png_that_was_cut_off_is_refused(cut: int, tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.png": png(9, 9)[:-cut]})
    assert read_image(folder, "a.png") is Rule.REFUSED_IMAGE


LIES = {
    "too little": torture.png(64, 64, data=torture.zeros(1_000)),
    "too much": torture.png(64, 64, data=torture.zeros(100_000_000)),
    "no stream": torture.png(64, 64, data=b"\xff" * 6_000),
    "no pixels": torture.png(64, 64, data=b""),
    "no such depth": torture.png(64, 64, depth=4, colour=2),
    "too deep for its size": torture.png(4_096, 4_096, depth=16, colour=6, data=b"x"),
    "damaged": torture.png(64, 64)[:-30] + b"x" + torture.png(64, 64)[-29:],
    "no header": torture.SIGNATURE + torture.chunk(b"IDAT", b"") + torture.chunk(b"IEND", b""),
}


@pytest.mark.parametrize("name", LIES)
def test_a_png_that_is_not_what_it_says_is_refused(name: str, tmp_path: Path) -> None:
    folder = write(tmp_path, {"a.png": LIES[name]})
    assert read_image(folder, "a.png") is Rule.REFUSED_IMAGE


@pytest.mark.parametrize(
    ("depth", "colour", "interlaced"),
    [(1, 0, False), (16, 0, True), (8, 2, True), (2, 3, False), (8, 4, True), (16, 6, True)],
)
def test_a_png_of_any_kind_is_read(
    depth: int, colour: int, interlaced: bool, tmp_path: Path
) -> None:
    palette = torture.chunk(b"PLTE", b"\0" * 12) if colour == 3 else b""
    data = torture.png(37, 11, depth=depth, colour=colour, interlaced=interlaced, more=palette)
    folder = write(tmp_path, {"a.png": data})
    assert read_image(folder, "a.png") == ImageData("png", data)


def test_only_the_picture_of_a_png_is_kept(tmp_path: Path) -> None:
    remarks = torture.texts_of_png(3) + torture.animation(2) + torture.chunk(b"eXIf", b"x")
    folder = write(tmp_path, {"a.png": torture.png(64, 64, more=remarks)})
    assert read_image(folder, "a.png") == ImageData("png", torture.png(64, 64))


def test_a_png_of_5_megabytes_is_refused(tmp_path: Path) -> None:
    data = png(1, 1) + b"\0" * MAX_IMAGE_BYTES
    assert read_image(write(tmp_path, {"a.png": data}), "a.png") is Rule.REFUSED_IMAGE


@pytest.mark.parametrize("text", GOOD_SVG)
def test_an_svg_that_only_draws_is_read(text: str, tmp_path: Path) -> None:
    found = read_image(write(tmp_path, {"a.svg": text}), "a.svg")
    assert found == ImageData("svg", text.encode())


@pytest.mark.parametrize("text", BAD_SVG)
def test_an_svg_that_does_anything_else_is_refused(text: str, tmp_path: Path) -> None:
    assert read_image(write(tmp_path, {"a.svg": text}), "a.svg") is Rule.REFUSED_IMAGE


def test_a_picture_in_a_folder_of_the_topic_is_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "topic", {"images/a.PNG": png(1, 1)})
    assert isinstance(read_image(folder, "images/a.PNG"), ImageData)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "../a.png",
        "images/../../a.png",
        "/a.png",
        "C:/a.png",
        "C:\\a.png",
        "images\\a.png",
        "file:a.png",
        "https://example.org/a.png",
        "a.gif",
        "a.png.txt",
        "a",
        ".png",
        "topic.yaml",
        "en",
    ],
)
def test_a_path_that_leads_anywhere_else_is_refused(source: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.png": png(1, 1), "topic/a.gif": "x", "topic/topic.yaml": "x"})
    assert read_image(tmp_path / "topic", source) is Rule.REFUSED_IMAGE


def test_a_missing_picture_is_missing(tmp_path: Path) -> None:
    assert read_image(tmp_path, "a.png") is Rule.MISSING_IMAGE
    assert read_image(tmp_path, "a" * 1_000 + ".png") is Rule.MISSING_IMAGE


def test_every_icon_that_comes_with_the_program_would_be_safe_in_a_pack() -> None:
    folder = find_installation().icons
    for path in folder.glob("*.svg"):
        assert isinstance(read_image(folder, path.name), ImageData), path
