"""A handout as plain data for the template: lists, mappings, strings and numbers, fit for JSON.

One handout makes one column; two make two, row by row.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from viewer.core.blocks import Block
from viewer.core.images import ImageData
from viewer.core.words import Words
from viewer.handout.blocks_data import BlockWriter
from viewer.handout.contents_data import fill_contents
from viewer.handout.grouping import grouped, inner_rows
from viewer.handout.languages_data import Node, changed, language_data
from viewer.handout.model import Handout, Part
from viewer.handout.order import Order, PrintSize
from viewer.handout.pairing import pair, pair_parts
from viewer.handout.pictures_data import Pictures, PictureStore
from viewer.handout.runs_data import RunWriter, clean, text_data

Row = tuple[tuple[Block, ...], ...]
"""What stands side by side: some blocks for each column."""
Titles = tuple[Part | None, ...]

_ICON = re.compile(r"[a-z0-9-]+\Z")
_FOOT = ("source", "review", "translation", "version", "date")


def page_data(
    handouts: Sequence[Handout],
    order: Order,
    pictures: Pictures,
    words_of: Callable[[str], Words],
    date: datetime.date,
    logo: ImageData | None = None,
) -> dict[str, Any]:
    """What the template needs to draw ``handouts``: one, or two side by side.

    ``pictures`` answers with ``core.images.read_image``'s bytes for the source of an Image.
    ``date`` is the date that the file itself bears, so that the same text gives the same bytes.
    """
    store = PictureStore(pictures)
    filled = dict(order.blanks)
    writers = [BlockWriter(RunWriter(words_of, store, filled)) for _ in handouts]
    first = handouts[0]
    data: dict[str, Any] = {
        "paper": str(order.paper),
        "size": PrintSize(order.print_size).points,
        "date": date.isoformat(),
        "title": clean(first.title),
        "author": clean(first.words.clinic_name),
        "columns": [_column(handout) for handout in handouts],
        "parts": [_part(titles, rows, handouts, writers) for titles, rows in _rows(handouts)],
        "logo": None,
    }
    if logo:
        alternative = clean(first.words.logo_alternative or first.words.clinic_name)
        data["logo"] = {"picture": store.add(logo), "alt": alternative}
    fill_contents(data["parts"])
    _close_levels(data["parts"])
    return data | {"pictures": store.drawings}


def _column(handout: Handout) -> Node:
    words = handout.words
    around = "" if words.languages else handout.language  # among others each tells its own

    def said(name: str) -> Node:
        tag = words.languages.get(name, handout.language)
        return {"runs": text_data(getattr(words, name))} | changed(tag, around)

    title = {"runs": text_data(handout.title)} | changed(handout.title_language, handout.language)
    return language_data(handout.language) | {
        "title": title,
        "clinic": clean(words.clinic_name),
        "call": said("questions_call"),
        "running": said("running_title"),
        "foot": [said(name) for name in _FOOT if getattr(words, name)],
        "page_of": said("page_of") | {"runs": clean(words.page_of)},
        "continued": said("continued"),
    }


def _rows(handouts: Sequence[Handout]) -> Iterator[tuple[Titles, Sequence[Row]]]:
    """Each part with its rows."""
    if len(handouts) == 1:
        for part in handouts[0].parts:
            yield (part,), [(tuple(part.blocks),)]
        return
    for left, right in pair_parts(handouts[0], handouts[1]):
        if left and right:
            yield (left, right), pair(left, right)
        else:
            blocks = tuple(tuple(part.blocks) if part else () for part in (left, right))
            yield (left, right), [blocks]


def _part(
    titles: Titles,
    rows: Sequence[Row],
    handouts: Sequence[Handout],
    writers: Sequence[BlockWriter],
) -> Node:
    part = next(part for part in titles if part)
    icon = part.icon if _ICON.match(part.icon) else ""
    columns = list(zip(handouts, writers, strict=True))
    heads = [
        _title(title, icon, handout, writer) if title and title.title else None
        for title, (handout, writer) in zip(titles, columns, strict=True)
    ]
    cells = [
        [
            writer.blocks(blocks, handout.language)
            for blocks, (handout, writer) in zip(row, columns, strict=True)
        ]
        for row in rows
    ]
    if len(columns) == 1:  # a row a block, so that a box may be split between them
        cells = [[[node]] for row in cells for node in row[0]]
    return {"kind": str(part.kind), "id": part.id, "titles": heads, "rows": grouped(cells)}


def _title(part: Part, icon: str, handout: Handout, writer: BlockWriter) -> Node:
    runs = writer.runs.run(part.title, part.language)
    node: Node = {"k": "heading", "level": 2, "icon": icon, "runs": runs}
    return node | changed(part.language, handout.language)


def _close_levels(parts: Sequence[Node]) -> None:
    """No level is skipped: a heading lies at most one below the heading before it."""
    level = 1
    for part in parts:
        for row in ([part["titles"]], *inner_rows(part["rows"])):
            for node in chain.from_iterable(row):
                if node:
                    level = _close(node, level)


def _close(node: Mapping[str, Any], level: int) -> int:
    if node["k"] == "heading":
        assert isinstance(node, dict)
        level = node["level"] = min(max(node["level"], 2), level + 1, 6)
    for inner in chain(
        node.get("blocks", ()),
        (block for item in node.get("items", ()) for block in item["blocks"]),
    ):
        level = _close(inner, level)
    return level
