"""What is in a PDF: its words, where each glyph stands, and its structure tree."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf
import pypdfium2


@dataclass(frozen=True)
class Tag:
    """An element of the structure tree."""

    kind: str
    depth: int
    lang: str
    alt: str


def tags(pdf: bytes) -> list[Tag]:
    """The structure tree in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return list(_tags(file.Root.StructTreeRoot.K, 0))


def kinds(pdf: bytes) -> list[str]:
    return [tag.kind for tag in tags(pdf)]


def _tags(node: Any, depth: int) -> Iterator[Tag]:
    if isinstance(node, pikepdf.Array):
        for inner in list(node):
            yield from _tags(inner, depth)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield Tag(
            str(node["/S"]).lstrip("/"),
            depth,
            str(node.get("/Lang", "")),
            str(node.get("/Alt", "")),
        )
        if "/K" in node:
            yield from _tags(node["/K"], depth + 1)


def pages(pdf: bytes) -> list[str]:
    """The text of each page."""
    document = pypdfium2.PdfDocument(pdf)
    found = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return found


def text(pdf: bytes) -> str:
    """All text, with its line ends and hyphenations undone."""
    whole = " ".join(pages(pdf)).replace("\ufffe", "").replace("\u200b", "")
    return re.sub(r"\s+", " ", whole)


def glyphs_outside(pdf: bytes, margin: float = 36) -> list[tuple[int, str]]:
    """The glyphs that stand nearer to a page's edge than ``margin`` points: page and sign."""
    found = []
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        width, height = page.get_size()
        textpage = page.get_textpage()
        for index in range(textpage.count_chars()):
            sign = textpage.get_text_range(index, 1)
            if not sign.strip():
                continue
            left, bottom, right, top = textpage.get_charbox(index)
            inside = left >= margin and right <= width - margin
            if not (inside and bottom >= margin and top <= height - margin):
                found.append((number, sign))
    document.close()
    return found


def places(pdf: bytes, words: str) -> list[tuple[int, int]]:
    """The pages on which these words stand, each with the height of their feet, in points."""
    heights = []
    document = pypdfium2.PdfDocument(pdf)
    for number, page in enumerate(document, 1):
        textpage = page.get_textpage()
        search = textpage.search(words, match_case=True, match_whole_word=False)
        while hit := search.get_next():
            heights.append((number, round(textpage.get_charbox(hit[0] + hit[1] - 1)[1])))
    document.close()
    return heights
