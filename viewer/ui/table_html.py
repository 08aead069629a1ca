"""Tables of data written as HTML: side by side where there is room, else row under row."""

from __future__ import annotations

from viewer.core.blocks import Align, Run, Table
from viewer.core.tree import plain_text
from viewer.ui.boxes import Boxes
from viewer.ui.inline_html import InlineWriter
from viewer.ui.metrics import Metrics

MAX_REPEATED = 100_000
"""Characters of column names that a stacked table may repeat."""


def table_html(table: Table, gap: int, boxes: Boxes, inline: InlineWriter, metrics: Metrics) -> str:
    """The table, ``gap`` pixels below what stands before it."""
    repeated = len(table.rows) * sum(len(plain_text(name)) for name in table.header)
    if metrics.stacks(len(table.header)) and repeated < MAX_REPEATED:
        return _stacked(table, gap, boxes, inline, metrics)

    def cells(row: tuple[Run, ...]) -> list[tuple[str, Align]]:
        return [(inline.run(c), a) for c, a in zip(row, table.alignment, strict=True)]

    return boxes.data_table(cells(table.header), [cells(r) for r in table.rows], gap)


def _stacked(table: Table, gap: int, boxes: Boxes, inline: InlineWriter, metrics: Metrics) -> str:
    """Row under row: the first cell as a title, each other cell with its column's name."""
    html: list[str] = []
    for row in table.rows:
        html.append(boxes.paragraph(f"<b>{inline.run(row[0])}</b>", gap))
        for name, cell in zip(table.header[1:], row[1:], strict=True):
            run = f"{inline.run(name)}: {inline.run(cell)}"
            html.append(boxes.paragraph(run, metrics.spacing(0.1)))
        gap = metrics.spacing(0.7)
    return "".join(html)
