"""Images of the page: its pack's own and the icons, and nothing else of the disk or the net."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QPixmap, QTextDocument

from tests.conftest import OpenViewer
from tests.ui.packs import PackWriter, section
from tests.ui.reader import Reader

RED = QColor("#ff0000")
KINDS = QTextDocument.ResourceType


def red_square(path: Path, side: int = 40) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(path))


def shows_red(reader: Reader) -> bool:
    picture = reader.picture()
    return any(
        picture.pixelColor(x, y) == RED
        for x in range(0, picture.width(), 5)
        for y in range(0, picture.height(), 5)
    )


def page_with(packs: PackWriter, open_viewer: OpenViewer, text: str) -> Reader:
    packs.topic("topic", {"a": section("Page", text)})
    return open_viewer("--topic", "topic", library=packs.folder)


REFUSED = [
    "file:///etc/passwd",
    "/etc/passwd",
    "etc/passwd",
    "file:///dev/zero",
    "/dev/zero",
    "http://127.0.0.1:9/x.png",
    "https://example.org/x.png",
    "data:image/png;base64,AAAA",
    "qrc:/qt-project.org/styles/commonstyle/images/dirclosed-32.png",
    ":/qt-project.org/styles/commonstyle/images/dirclosed-32.png",
    "picture:topic/../secret.png",
    "picture:topic/../../secret.png",
    "picture:/dev/zero",
    "picture:topic//dev/zero",
    "picture:gone/a.png",
    "picture:",
    "icon:../../secret:ffffff:20",
    "icon:nothing:ffffff:20",
    "icon:home:red:20",
    "icon:home:ffffff:-1",
    "icon:home",
    "unknown",
    "",
]


@pytest.mark.parametrize(
    "kind", [KINDS.ImageResource, KINDS.HtmlResource, KINDS.StyleSheetResource]
)
def test_what_is_not_the_pages_own_is_a_transparent_image(
    open_viewer: OpenViewer, packs: PackWriter, kind: KINDS
) -> None:
    reader = page_with(packs, open_viewer, "Words.")
    red_square(packs.folder / "secret.png")
    names: list[QUrl | str] = [*map(QUrl, REFUSED), *REFUSED]
    for name in names:
        found: object = reader.window.view.loadResource(kind.value, name)
        if isinstance(found, QPixmap):
            found = found.toImage()
        assert isinstance(found, QImage), name
        assert not found.isNull(), f"{name} would be asked for again and again"
        assert max(found.width(), found.height()) <= 20, name
        assert found.pixelColor(0, 0).alpha() == 0, name


def test_for_an_unknown_icon_stands_that_of_any_list(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    packs.topic("topic", {"a": section("A", "x", "Words.", question="What?", care="k", icon="no")})
    reader = open_viewer("--plain", library=packs.folder)
    assert reader.title == "Caring for yourself at home"
    icon = next(
        f for f in reader.fragments() if f.charFormat().toImageFormat().name().startswith("icon:no")
    )
    at, size = reader.point_of(icon.position()), 28
    shown = reader.picture().copy(at.x(), at.y() - size // 2, size, size)
    ground = shown.pixelColor(0, 0)
    ink = [(x, y) for x in range(size) for y in range(size) if shown.pixelColor(x, y) != ground]
    assert ink, "no hole, so that its words stand like the others"


def test_a_picture_of_the_pack_is_shown_and_grows_with_the_text(
    open_viewer: OpenViewer, packs: PackWriter
) -> None:
    red_square(packs.folder / "topic" / "images" / "a.png")
    reader = page_with(packs, open_viewer, "![A red square](images/a.png)")
    assert shows_red(reader)
    sizes = [image_size(reader)]
    reader.press("Larger text")
    sizes.append(image_size(reader))
    assert sizes == [(40, 40), (44, 44)]


def image_size(reader: Reader) -> tuple[int, int]:
    formats = (f.charFormat().toImageFormat() for f in reader.fragments())
    image = next(f for f in formats if f.name().startswith("picture:"))
    return round(image.width()), round(image.height())


def test_a_wide_picture_keeps_within_the_column(open_viewer: OpenViewer, packs: PackWriter) -> None:
    red_square(packs.folder / "topic" / "images" / "wide.png", 2400)
    reader = page_with(packs, open_viewer, "![A wide one](images/wide.png)")
    assert shows_red(reader)
    assert reader.page.horizontalScrollBar().maximum() == 0
    reader.resize(700, 600)
    assert reader.page.horizontalScrollBar().maximum() == 0
    width, height = image_size(reader)
    assert width <= 700
    assert abs(width - height) <= 1


def test_a_drawing_of_the_pack_is_shown(open_viewer: OpenViewer, packs: PackWriter) -> None:
    (packs.folder / "topic" / "images").mkdir(parents=True)
    (packs.folder / "topic" / "images" / "a.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60">'
        '<rect width="60" height="60" fill="#ff0000"/></svg>',
        "utf-8",
    )
    reader = page_with(packs, open_viewer, "![A drawing](images/a.svg)")
    assert shows_red(reader)


@pytest.mark.parametrize(
    "source",
    [
        "../outside.png",
        "images/../../outside.png",
        "/dev/zero",
        "file:///etc/passwd",
        "http://example.org/a.png",
        "images/gone.png",
        "images/link.png",
        "images/text.png",
        "images/use.svg",
    ],
)
def test_a_refused_picture_leaves_its_words(
    open_viewer: OpenViewer, packs: PackWriter, source: str
) -> None:
    images = packs.folder / "topic" / "images"
    red_square(packs.folder / "outside.png")
    images.mkdir(parents=True)
    (images / "link.png").symlink_to(packs.folder / "outside.png")
    (images / "text.png").write_text("not a picture", "utf-8")
    (images / "use.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', "utf-8"
    )
    reader = page_with(packs, open_viewer, f"Before ![Words for it]({source}) after.")
    assert "Words for it" in reader.text
    assert not shows_red(reader)
    images_shown = [f.charFormat().toImageFormat().name() for f in reader.fragments()]
    assert not any(name for name in images_shown if not name.startswith("icon:"))
