"""A handout made by hand, of Markdown: what the typesetter is tried on."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from viewer.core.blocks import Blank, Block, Paragraph, Text
from viewer.core.images import ImageData
from viewer.core.installation import find_installation
from viewer.core.markdown.reader import read_markdown
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.values import fill_values
from viewer.core.words import Words, read_words
from viewer.handout.model import Handout, PaperWords, Part, PartKind
from viewer.handout.order import Order
from viewer.handout.page_data import page_data

INSTALLATION = find_installation()
DATE = datetime.date(2026, 11, 22)


@functools.cache
def words_of(language: str) -> Words:
    return read_words(INSTALLATION.words, language)


def blocks(markdown: str, language: str = "en") -> tuple[Block, ...]:
    parsed = read_markdown(markdown, language, Path("text.md")).blocks
    assert parsed is not None
    return fill_values(parsed, Clinic(), words_of)


def part(
    markdown: str = "",
    title: str = "",
    kind: PartKind = PartKind.SECTION,
    language: str = "en",
    icon: str = "",
    name: str = "",
) -> Part:
    return Part(
        kind=kind,
        id=name or str(kind),
        language=language,
        title=(Text(title),) if title else (),
        blocks=blocks(markdown, language),
        icon=icon,
    )


def paper_words(**changes: str) -> PaperWords:
    values: dict[str, Any] = {
        "clinic_name": "Riverside · Kidney Care",
        "questions_call": "Questions? Call 555-0100",
        "running_title": "Caring for yourself with calciphylaxis",
        "source": "Source: medtigo",
        "review": "Draft: not yet reviewed by a clinician",
        "version": "Text 3f9c2a1b",
        "date": "November 22, 2026",
        "page_of": "Page {page} of {pages}",
        "continued": "(continued)",
        "logo_alternative": "Riverside Kidney Care",
    }
    return PaperWords(**(values | changes))


def handout(
    *parts: Part, title: str = "Caring for yourself", language: str = "en", **words: str
) -> Handout:
    return Handout(
        language=language,
        title=title,
        title_language=language,
        parts=parts,
        words=paper_words(**words),
    )


def given() -> Part:
    children = (Text("Given by "), Blank("", "given:1"), Text(" on "), Blank("", "given:2"))
    paragraph = Paragraph(language="en", children=children)
    return Part(kind=PartKind.GIVEN, id="given", language="en", title=(), blocks=(paragraph,))


def data_of(
    *handouts: Handout,
    order: Order | None = None,
    pictures: Callable[[str], ImageData | None] = lambda _: None,
    logo: ImageData | None = None,
    changes: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    data = page_data(handouts, order or Order(topic="t"), pictures, words_of, DATE, logo)
    return data | dict(changes or {})
