"""What must hold for every handout, whatever it says: faults in words, so that a test shows all.

The checks are ours; beside them run two programs by others: ``pdfua`` (a part of PDF/UA-1) and
``page`` (the machine-checkable rules of veraPDF's profile of PDF/UA-1, written anew).
docs/handout-accessibility.md says what each covers.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import page as page_validation
import pdfua

from tests.handout.pdf_glyphs import PdfGlyphs, overlaps, struck
from tests.handout.pdf_reader import HEADINGS, Element, PdfReader

SIDE_MARGIN = 28.0
"""Points that no ink may enter on any side: printers cannot reach the last 6 mm of a sheet."""
PDFUA_CRASHES = {"UA-14-001"}
"""The rule of pdfua 0.1.3 that fails by itself where a heading has several pieces."""
GROUPS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"THead", "TBody", "TFoot", "TR", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
"""What may stand directly in what."""
BLOCKS = {"P", "L", "LI", "Table", "TR", "Sect", "Div", "Document", *HEADINGS}


def faults(data: bytes, folder: Path) -> list[str]:
    """All that is wrong with a handout."""
    reader, glyphs = PdfReader(data), PdfGlyphs(data)
    try:
        found = [*document_faults(reader), *tree_faults(reader), *link_faults(reader)]
        return [*found, *glyph_faults(reader, glyphs), *checker_faults(data, folder)]
    finally:
        glyphs.close()


def checker_faults(data: bytes, folder: Path) -> list[str]:
    """What programs by others find."""
    path = folder / "checked.pdf"
    path.write_bytes(data)
    report = pdfua.validate(str(path))
    found = [f"pdfua {f.rule_id}: {f.message} ({f.location.describe()})" for f in report.findings]
    crashed = {outcome.rule_id for outcome in report.skipped} - PDFUA_CRASHES
    found += [f"pdfua {rule} did not run" for rule in sorted(crashed)]
    checked = page_validation.validate_pdf_bytes(data, profile="ua1")
    assert checked.rules.total >= 104
    found += [f"page {failure.rule_id}: {failure.message}" for failure in checked.failures]
    return found


def document_faults(reader: PdfReader) -> Iterator[str]:
    """Of the document as a whole."""
    if not reader.metadata["dc:title"]:
        yield "no title"
    if reader.metadata["pdfuaid:part"] != "1":
        yield "does not say that it is PDF/UA-1"
    if not reader.language:
        yield "no language"
    if not reader.shows_title:
        yield "a viewer would show the file's name"
    if not reader.is_marked:
        yield "not marked as tagged"
    if set(reader.tab_orders) != {"/S"}:
        yield f"tab orders {reader.tab_orders}"
    for name, embedded, has_text in reader.fonts():
        if not embedded:
            yield f"font {name} is not embedded"
        if not has_text:
            yield f"font {name} has no ToUnicode"
    for size in reader.boxes:
        if size not in {(612.0, 792.0), (595.27563, 841.88983)} and size not in A4:
            yield f"a page of {size}"
    yield from (f"neither tagged nor an artifact: {what}" for what in reader.untagged)


A4 = {(595.28, 841.89), (595.276, 841.89), (595.2756, 841.8898)}


def tree_faults(reader: PdfReader) -> Iterator[str]:
    """Of the structure tree."""
    elements = list(reader.tree.walk())
    held = [content for element in elements for content in element.contents]
    for content in sorted(set(reader.marked) - set(held)):
        if reader.marked[content].said.strip():
            yield f"marked but not in the tree: {reader.marked[content]}"
    if len(held) != len(set(held)):
        yield "marked content that stands in two elements"
    yield from _heading_faults(reader.tree)
    for element in elements:
        yield from _element_faults(element)


def _heading_faults(tree: Element) -> Iterator[str]:
    last = 0
    headings = tree.all(*HEADINGS)
    if not headings:
        yield "no heading"
    for heading in headings:
        if heading.level > last + 1:
            yield f"{heading.tag} {heading.text!r} after a heading of level {last}"
        if not heading.text:
            yield f"an empty {heading.tag}"
        last = heading.level
    if tree.all("H"):
        yield "a heading without a level"


def _element_faults(element: Element) -> Iterator[str]:
    allowed = GROUPS.get(element.tag)
    if allowed is not None:
        strange = [child.tag for child in element.children if child.tag not in allowed]
        if strange or element.contents:
            yield f"{element.tag} holds {strange or 'words'}: {element.text[:60]!r}"
        if not element.children:
            yield f"an empty {element.tag}"
    if element.tag == "TH" and element.attributes.get("Scope") not in ("Column", "Row", "Both"):
        yield f"TH {element.text!r} without scope"
    if element.tag == "Table":
        yield from _table_faults(element)
    if element.tag == "Figure" and not (element.alternative or "").strip():
        yield "a figure without alternative text"
    if element.tag == "P" and any(child.tag in BLOCKS - {"P"} for child in element.children):
        yield f"blocks inside P: {element.text[:60]!r}"
    if not element.language:
        yield f"{element.tag} {element.text[:60]!r} has no language"
    for character in set(element.own_text):
        if character == "\ufffd" or unicodedata.category(character) in ("Co", "Cn"):
            yield f"{element.tag} has a character that nobody can read: {character!r}"


def _table_faults(table: Element) -> Iterator[str]:
    rows = table.all("TR")
    widths = {sum(int(c.attributes.get("ColSpan", 1)) for c in row.children) for row in rows}
    if len(widths) > 1:
        yield f"a table with rows of {sorted(widths)} cells: {table.text[:60]!r}"
    if not table.all("TH"):
        yield f"a table without header cells: {table.text[:60]!r}"


def link_faults(reader: PdfReader) -> Iterator[str]:
    """Of links and of all else that stands over a page."""
    in_tree = {
        annotation.objgen: element for element in reader.tree.walk() for annotation in element.links
    }
    for page, annotation in reader.annotations():
        kind, where = str(annotation.get("/Subtype")), f"on page {page + 1}"
        holder = in_tree.get(annotation.objgen)
        if kind != "/Link":
            yield f"an annotation {kind} {where}"
        elif holder is None:
            yield f"a link that is not in the tree, {where}"
        elif holder.tag != "Link":
            yield f"a link in {holder.tag}, {where}"
        if not str(annotation.get("/Contents", "")).strip():
            yield f"a link without contents {where}"
    for link in reader.tree.all("Link"):
        if not link.links or not link.text:
            yield f"a Link without words or without a place to go to: {link.text!r}"


def glyph_faults(reader: PdfReader, glyphs: PdfGlyphs) -> Iterator[str]:
    """Of what is seen: outside the page, on one another, struck through, or invisible."""
    for glyph in glyphs.glyphs:
        width, height = reader.boxes[glyph.page]
        if not (
            glyph.left >= SIDE_MARGIN
            and glyph.right <= width - SIDE_MARGIN
            and glyph.bottom >= SIDE_MARGIN
            and glyph.top <= height - SIDE_MARGIN
        ):
            yield f"page {glyph.page + 1}: {glyph.character!r} stands in the margin: {glyph[2:6]}"
    for one, two in overlaps(glyphs.glyphs)[:5]:
        yield f"page {one.page + 1}: {one.character!r} and {two.character!r} overlap {one[2:6]}"
    images = [glyphs.image(number) for number in range(glyphs.page_count)]
    lines = [line for line in glyphs.lines if images[line.page].shows(line)]
    for glyph, line in struck(glyphs.glyphs, lines)[:5]:
        yield f"page {glyph.page + 1}: a line goes through {glyph.character!r}: {line}"
    for number, image in enumerate(images):
        left, bottom, right, top = image.ink()
        width, height = reader.boxes[number]
        edge = SIDE_MARGIN - 2
        if left < edge or bottom < edge or right > width - edge or top > height - edge:
            yield f"page {number + 1}: ink in the margin: {(left, bottom, right, top)}"
        unseen = [g for g in glyphs.glyphs if g.page == number and not image.has_ink(g)]
        if unseen:
            yield f"page {number + 1}: not to be seen: {[g.character for g in unseen][:10]}"


def page_number(reader: PdfReader, page: int) -> tuple[int, int] | None:
    """The two numbers of "Page x of y" at the foot of a page."""
    said = " ".join(a.said for a in reader.artifacts if a.page == page and a.said.strip())
    found = re.search(r"\b(\d+)\D{1,12}(\d+)\s*$", said.translate(_WESTERN))
    return (int(found[1]), int(found[2])) if found else None


_WESTERN = {0x660 + n: str(n) for n in range(10)} | {0x6F0 + n: str(n) for n in range(10)}
