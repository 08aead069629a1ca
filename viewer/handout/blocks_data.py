"""Blocks as the template's data: every kind that the screen shows, and no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import assert_never

from viewer.core.blocks import (
    Block,
    Callout,
    Card,
    Definitions,
    Heading,
    HelpBox,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Rule,
    Run,
    Table,
    Text,
)
from viewer.handout.languages_data import Node, changed
from viewer.handout.runs_data import Data, RunWriter, line_data, plain_text

SHORT_ITEM = 400
"""Letters of an item that is not split between two pages."""


SHORT_LEAD = 200
"""Letters of a paragraph that stays on the page of the list it leads to."""


def mark_lead(before: Node, after: Node) -> None:
    """A short paragraph before a list stays with that."""
    if before["k"] == "paragraph" and after["k"] == "list":
        before["lead"] = len(plain_text(before["runs"])) <= SHORT_LEAD


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one column."""

    runs: RunWriter

    def blocks(self, blocks: Sequence[Block], around: str) -> list[Node]:
        """The blocks in order; a safety heading and the text under it become one box."""
        found: list[Node] = []
        box: Node | None = None
        level = 0
        for block in blocks:
            if isinstance(block, Heading) and (box is None or block.level <= level):
                box = None
                if "safety" in block.markers:
                    box, level = {"k": "safety", "blocks": []}, block.level
                    found.append(box)
            (box["blocks"] if box else found).append(self.block(block, around))
        for inner in (found, *(node["blocks"] for node in found if node["k"] == "safety")):
            for before, after in pairwise(inner):
                mark_lead(before, after)
        return found

    def block(self, block: Block, around: str) -> Node:
        """One block; its language is told where it is not that of the text around it."""
        return self._node(block) | changed(block.language, around)

    def _node(self, block: Block) -> Node:
        language = block.language
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                return {"k": "paragraph", "runs": self._run(block.children, language)}
            case ListBlock():
                return self._list(block)
            case Definitions():
                return self._definitions(block)
            case Callout():
                return {
                    "k": "callout",
                    "kind": str(block.kind),
                    "title": self._run(block.title or self._kind_word(block), language),
                    "blocks": self.blocks(block.blocks, language),
                }
            case Table():
                return self._table(block)
            case Quote():
                return {"k": "quote", "blocks": self.blocks(block.blocks, language)}
            case Preformatted():
                lines = block.text.strip("\n").splitlines()
                return {"k": "preformatted", "lines": [line_data(line) for line in lines]}
            case Rule():
                return {"k": "rule"}
            case Card() | HelpBox():
                blocks = self.blocks(block.blocks, language)
                title = self._run(block.title, language)
                return {"k": "callout", "kind": "note", "title": title, "blocks": blocks}
            case _:
                assert_never(block)

    def _run(self, run: Run, language: str) -> list[Data]:
        return self.runs.run(run, language)

    def _kind_word(self, callout: Callout) -> Run:
        return (Text(self.runs.words_of(callout.language)(f"callout.{callout.kind}")),)

    def _heading(self, heading: Heading) -> Node:
        icons = [name for name in ("dont", "do") if name in heading.markers]
        return {
            "k": "heading",
            "level": heading.level,
            "icon": icons[0] if icons else "",
            "runs": self._run(heading.children, heading.language),
        }

    def _list(self, block: ListBlock) -> Node:
        items = []
        for item in block.items:
            nodes = self.blocks(item, block.language)
            plain = all(node["k"] == "paragraph" for node in nodes)
            letters = sum(len(plain_text(node["runs"])) for node in nodes) if plain else 0
            items.append({"blocks": nodes, "short": plain and letters <= SHORT_ITEM})
        return {"k": "list", "ordered": block.ordered, "start": block.start, "items": items}

    def _definitions(self, block: Definitions) -> Node:
        language = block.language
        items = [
            {
                "terms": [self._run(term, language) for term in terms],
                "blocks": [node for m in meanings for node in self.blocks(m, language)],
            }
            for terms, meanings in block.items
        ]
        return {"k": "definitions", "items": items}

    def _table(self, table: Table) -> Node:
        language = table.language
        header = [self._run(cell, language) for cell in table.header]
        rows = [[self._run(cell, language) for cell in row] for row in table.rows]
        columns = [
            [plain_text(cell) for cell in cells] for cells in zip(header, *rows, strict=True)
        ]
        return {
            "k": "table",
            "header": header,
            "rows": rows,
            "alignment": [str(side) for side in table.alignment],
            "words": [max(" ".join(cells).split(), key=len, default="") for cells in columns],
            "amounts": [max(map(len, cells)) for cells in columns],
        }
