"""The checks of handouts find what they are there to find: each fault is put into a sound PDF."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible
import fontpkg_ibm_plex_sans_arabic
import pikepdf
import pytest
import typst

from tests.handout.pdf_checks import checker_faults, faults, page_number
from tests.handout.pdf_glyphs import PdfGlyphs
from tests.handout.pdf_reader import PdfReader

FONTS = [
    str(Path(str(module.__file__)).parent)
    for module in (fontpkg_atkinson_hyperlegible, fontpkg_ibm_plex_sans_arabic)
]
HEAD = """
#set document(title: "Feet", date: datetime(year: 2026, month: 11, day: 22))
#set page(paper: "us-letter", footer: context [Page #counter(page).display() of 1])
#set text(lang: "en", font: ("Atkinson Hyperlegible", "IBM Plex Sans Arabic"), size: 14pt)
"""
SOUND = """
= Feet
Warm #link("https://example.org/feet")[feet], #strong[every] day.
== Do this
- Wash them.
- Dry them.
#table(columns: 2, table.header[When][What], [Morning], [Wash])
#text(lang: "es")[Lave sus pies.]
"""


@pytest.fixture(scope="module")
def typeset(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Set a text by typst."""

    def run(body: str) -> bytes:
        path = tmp_path_factory.mktemp("typst") / "sample.typ"
        path.write_text(HEAD + body, "utf-8")
        pdf = typst.compile(
            str(path), font_paths=FONTS, ignore_system_fonts=True, pdf_standards=["ua-1"]
        )
        assert isinstance(pdf, bytes)
        return pdf

    return run


def mended(data: bytes, change: Callable[[Any], None]) -> bytes:
    """A PDF with something changed in it."""
    saved = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(saved)
    return saved.getvalue()


def element(pdf: Any, tag: str) -> Any:
    """The first element with a tag."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, pikepdf.Array):
            waiting[:0] = list(node)
        elif isinstance(node, pikepdf.Dictionary):
            if node.get("/S") == tag:
                return node
            if "/K" in node:
                waiting.insert(0, node.K)
    raise LookupError(tag)


def test_a_sound_document_has_no_faults(typeset: Callable[[str], bytes], tmp_path: Path) -> None:
    data = typeset(SOUND)
    assert faults(data, tmp_path) == []
    assert page_number(PdfReader(data), 0) == (1, 1)


def test_words_and_tags_are_read_in_order(typeset: Callable[[str], bytes]) -> None:
    tree = PdfReader(typeset(SOUND)).tree
    read = [(e.tag, e.language, e.text) for e in tree.all("H1", "H2", "LBody", "TH", "TD", "P")]
    assert read == [
        ("H1", "en", "Feet"),
        ("P", "en", "Warm feet, every day."),
        ("H2", "en", "Do this"),
        ("LBody", "en", "Wash them."),
        ("LBody", "en", "Dry them."),
        ("TH", "en", "When"),
        ("TH", "en", "What"),
        ("TD", "en", "Morning"),
        ("TD", "en", "Wash"),
        ("P", "es", "Lave sus pies."),
    ]


CHANGES: dict[str, tuple[str, Callable[[Any], None]]] = {
    "language": ("no language", lambda pdf: pdf.Root.__delitem__("/Lang")),
    "title": (
        "a viewer would show",
        lambda pdf: pdf.Root.ViewerPreferences.__setitem__("/DisplayDocTitle", False),
    ),
    "skipped": ("H3 'Do this'", lambda pdf: element(pdf, "/H2").__setitem__("/S", pikepdf.Name.H3)),
    "scope": ("without scope", lambda pdf: element(pdf, "/TH").__delitem__("/A")),
    "list": ("LI holds", lambda pdf: element(pdf, "/LBody").__setitem__("/S", pikepdf.Name.P)),
    "orphan": ("not in the tree", lambda pdf: element(pdf, "/H2").__delitem__("/K")),
    "link": (
        "a link without contents",
        lambda pdf: pdf.pages[0].Annots[0].__delitem__("/Contents"),
    ),
    "tabs": ("tab orders", lambda pdf: pdf.pages[0].__delitem__("/Tabs")),
    "font": (
        "no ToUnicode",
        lambda pdf: next(iter(pdf.pages[0].Resources.Font.values())).__delitem__("/ToUnicode"),
    ),
    "untagged": (
        "neither tagged",
        lambda pdf: pdf.pages[0].contents_add(b"0 0 m 99 99 l S", prepend=False),
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_fault_of_the_structure_is_found(
    name: str, typeset: Callable[[str], bytes], tmp_path: Path
) -> None:
    wanted, change = CHANGES[name]
    found = faults(mended(typeset(SOUND), change), tmp_path)
    assert any(wanted in fault for fault in found), found


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("#place(dx: 500pt)[Words that run over the edge of the sheet]", "in the margin"),
        ("#block(height: 30pt, breakable: false, lorem(600))", "in the margin"),
        ("Two lines of words#place(dx: 1pt, dy: -8pt)[Over other ones]", "overlap"),
        ("Words#place(line(start: (0pt, -5pt), length: 90pt))", "a line goes through"),
        ("#text(fill: white)[Not to be seen]", "not to be seen"),
        ("#block(clip: true, height: 4pt)[Cut off]", "not to be seen"),
        ("#place(dx: -60pt, rect(width: 20pt, height: 20pt, fill: black))", "ink in the margin"),
    ],
    ids=["beside", "below", "overlap", "struck", "white", "clipped", "ink"],
)
def test_a_fault_to_be_seen_is_found(
    body: str, wanted: str, typeset: Callable[[str], bytes], tmp_path: Path
) -> None:
    found = faults(typeset(f"= Title\n{body}\n"), tmp_path)
    assert any(wanted in fault for fault in found), found


def test_a_page_is_searched_and_counted(typeset: Callable[[str], bytes]) -> None:
    glyphs = PdfGlyphs(typeset(SOUND))
    assert glyphs.page_count == 1
    assert "Wash them." in glyphs.text(0)
    glyphs.close()


def test_checkers_by_others_are_asked(typeset: Callable[[str], bytes], tmp_path: Path) -> None:
    broken = mended(typeset(SOUND), lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"))
    found = checker_faults(broken, tmp_path)
    assert {fault.split()[0] for fault in found} == {"pdfua", "page"}
