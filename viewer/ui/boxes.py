"""The few shapes that pages are made of, as HTML that QTextBrowser paints without gaps.

It paints a ``<div>`` line by line, knows no ``em`` and no rounded corners, and
does not scale ``px`` with its zoom: so every box is a table of one cell, and
every size is a number worked out by ``Metrics``. Space stands before a block
(``gap``, in pixels), never after it, so that the first and the last block in a
box keep the same distance from its edge.
"""

from __future__ import annotations

from dataclasses import dataclass

from viewer.core.blocks import Align
from viewer.ui.block_state import NOTHING, BlockState, number_of
from viewer.ui.metrics import LINES, Metrics
from viewer.ui.theme import Theme

SPACE_PERCENT = 2
"""Space between the cells of a row of a grid, in per cent of the column."""

_LEFT_TO_RIGHT = {Align.START: "left", Align.CENTER: "center", Align.END: "right"}
_RIGHT_TO_LEFT = {Align.START: "right", Align.CENTER: "center", Align.END: "left"}


@dataclass(frozen=True, slots=True)
class BoxStyle:
    """Colours and edges of a box. Edges are widths in pixels; 0 leaves one out."""

    ground: str
    edge: str
    start: int = 0
    """The side on which lines begin."""
    top: int = 0
    around: int = 0
    top_edge: str = ""
    """Colour of the top edge where it is another."""


class Boxes:
    """Writes shapes in one theme, at one size and in one direction.

    Qt mirrors the lines of a table's cells, but not their order: where writing runs from right
    to left (``rtl``), a row is written from its last cell to its first.
    """

    def __init__(
        self,
        theme: Theme,
        metrics: Metrics,
        *,
        rtl: bool = False,
        said: bool = False,
        language: int = 0,
    ) -> None:
        """``said``: every line says its direction, even if it is the usual one.

        ``language`` is the number of the language that is written, among the page's.
        """
        self._theme = theme
        self._metrics = metrics
        self._rtl = rtl
        self._dir = (' dir="rtl"' if rtl else ' dir="ltr"') if rtl or said else ""
        self._language = language

    def paragraph(self, html: str, gap: int, *, colour: str = "", size: int = 0) -> str:
        """A paragraph of inline HTML."""
        style = f"{self.block_style(gap, size)}{_colour(colour)}{self._state(html)}"
        return f'<p{self._dir} style="{style}">{html}</p>'

    def heading(
        self, level: int, html: str, gap: int, anchor: str, colour: str, *, size: int = 0
    ) -> str:
        """A heading that links can lead to; ``level`` gives its size where none is given."""
        # Qt gives each level a size of its own that no style can change, but for the sixth:
        # so all are written as that, and PageView puts the level right.
        pixels = size or self._metrics.heading(level)
        font = f"font-size:{pixels}px;font-weight:700;color:{colour}{self._spaced(pixels)}"
        if self._metrics.text_spacing.lines > LINES[0]:  # else as close as a heading's usually are
            font += _line_height(self._metrics.line_of(pixels))
        name = f'<a name="{anchor}"></a>' if anchor else ""
        style = f"margin-top:{gap}px;margin-bottom:0;{font}{self._state(html, level)}"
        return f'<h6{self._dir} style="{style}">{name}{html}</h6>'

    def bullets(self, items: list[str], gap: int, *, ordered: bool, start: int) -> str:
        """A list; each item is the inside of an ``<li>``."""
        tag = f'ol start="{start}"' if ordered else "ul"
        between = max(self._metrics.spacing(0.22), self._metrics.paragraph_gap // 2)
        inner = "".join(
            f'<li{self._dir} style="{self.block_style(between if at else 0)}{self._state(item)}">'
            f"{item}</li>"
            for at, item in enumerate(items)
        )
        # Qt turns the number and what stands about it round twice: "." would come before the 1.
        turned = "-qt-list-number-prefix:'.';-qt-list-number-suffix:'';" if self._rtl else ""
        style = f"margin-top:{gap}px;margin-bottom:0;{turned}"
        return f'<{tag}{self._dir} style="{style}">{inner}</{tag[:2]}>'

    def box(self, html: str, gap: int, style: BoxStyle) -> str:
        """A box as wide as the column."""
        return f"{self._table(gap)}<tr>{self.cell(html, style)}</tr></table>"

    def cell(self, html: str, style: BoxStyle, *, width: str = "") -> str:
        """A cell that looks like a box."""
        first = style.start or style.around
        start, end = ("right", "left") if self._rtl else ("left", "right")
        top = style.top or style.around
        edges = f"border-{start}:{first}px solid {style.edge};" if first else ""
        edges += f"border-top:{top}px solid {style.top_edge or style.edge};" if top else ""
        if style.around:
            for side in (end, "bottom"):
                edges += f"border-{side}:{style.around}px solid {style.edge};"
        pad_y, pad_x = self._metrics.spacing(0.75), self._metrics.spacing(1.05)
        at = f' width="{width}"' if width else ""
        return (
            f'<td{at}{self._dir} style="background-color:{style.ground};{edges}'
            f'padding:{pad_y}px {pad_x}px;vertical-align:top">{html}</td>'
        )

    def grid(self, rows: list[list[str]], gap: int) -> str:
        """Rows of cells with the same space between them in both directions."""
        space = self._metrics.spacing(0.9)
        html = []
        for at, row in enumerate(rows):
            between = f'<td width="{SPACE_PERCENT}%"></td>'
            cells = between.join(self._in_order(row))
            html.append(f"{self._table(space if at else gap)}<tr>{cells}</tr></table>")
        return "".join(html)

    def beside(self, icon: str, html: str, gap: int, style: BoxStyle, rest: int) -> str:
        """A box with an icon in a column of its own, and ``rest`` pixels left free at the end."""
        return self.box(self.hanging(icon, self.icon_column, html, rest), gap, style)

    @property
    def icon_column(self) -> int:
        """Pixels of a column that holds a box's icon."""
        return self._metrics.em(3.0)

    def hanging(self, icon: str, width: int, html: str, rest: int = 0) -> str:
        """An icon in a column of ``width`` pixels, and beside it what belongs to it."""
        cells = [
            f'<td width="{width}"{self._dir} style="vertical-align:top">{icon}</td>',
            f'<td{self._dir} style="vertical-align:top">{html}</td>',
        ]
        if rest:
            cells.append(f'<td width="{rest}"></td>')
        return f"{self._table(0)}<tr>{''.join(self._in_order(cells))}</tr></table>"

    def _in_order(self, cells: list[str]) -> list[str]:
        """A row's cells from left to right."""
        return cells[::-1] if self._rtl else cells

    def data_table(
        self, header: list[tuple[str, Align]], rows: list[list[tuple[str, Align]]], gap: int
    ) -> str:
        """A table of data; a cell is its inline HTML and its alignment."""
        theme = self._theme
        pad_y, pad_x = self._metrics.spacing(0.4), self._metrics.spacing(0.6)
        base = f"padding:{pad_y}px {pad_x}px;vertical-align:top"
        head = f"{base};background-color:{theme.accent_soft};border-bottom:2px solid {theme.accent}"
        body = f"{base};border-bottom:1px solid {theme.outline}"

        def row(cells: list[tuple[str, Align]], tag: str, style: str) -> str:
            sides = _RIGHT_TO_LEFT if self._rtl else _LEFT_TO_RIGHT
            inner = [
                f'<{tag} align="{sides[align]}" style="{style}"><p{self._dir}'
                f' style="{self.block_style(0)}{self._state(html)}"'
                f' align="{sides[align]}">{html}</p></{tag}>'
                for html, align in cells
            ]
            return f"<tr>{''.join(self._in_order(inner))}</tr>"

        head_row = f"<thead>{row(header, 'th', head)}</thead>"  # tells it from a table of boxes
        inner = head_row + "".join(row(cells, "td", body) for cells in rows)
        return f"{self._table(gap)}{inner}</table>"

    def indented(self, html: str, gap: int) -> str:
        """A quotation: a box with an edge and no ground."""
        style = BoxStyle(self._theme.paper, self._theme.outline, start=3)
        return self.box(html, gap, style)

    def preformatted(self, html: str, gap: int) -> str:
        """Lines as they were written, wrapped where they are too long."""
        style = f"{self.block_style(gap)};white-space:pre-wrap{self._state(html)}"
        return f'<p{self._dir} style="{style}">{html}</p>'

    def rule(self, gap: int) -> str:
        """A thin line across the column."""
        style = f"border-top:1px solid {self._theme.outline};font-size:1px;padding:0"
        return f'{self._table(gap)}<tr><td style="{style}">&nbsp;</td></tr></table>'

    def block_style(self, gap: int, size: int = 0) -> str:
        """The style of a block of text that begins ``gap`` pixels below the last."""
        pixels = size or self._metrics.body
        font = f"font-size:{size}px;" if size else ""
        height = _line_height(self._metrics.line_of(pixels))
        return f"{font}margin-top:{gap}px;margin-bottom:0{self._spaced(pixels)}{height};"

    def _spaced(self, pixels: int) -> str:
        """The space between letters, and words, of so many pixels that the reader has chosen."""
        letters, words = self._metrics.letter_spacing, self._metrics.text_spacing.words
        between = f";letter-spacing:{pixels * letters / 100:.1f}px" if letters else ""
        return between + (f";word-spacing:{pixels * words / 100:.1f}px" if words else "")

    def _state(self, html: str, level: int = 0) -> str:
        """What the view is told of a block: see ``block_state``."""
        number = number_of(BlockState(level, '<a href="term:' in html, self._language))
        return "" if number == NOTHING else f";-qt-user-state:{number}"

    def _table(self, gap: int) -> str:
        return (
            '<table width="100%" cellspacing="0" cellpadding="0" border="0"'
            f' style="border-collapse:collapse;margin-top:{gap}px">'
        )


def _line_height(pixels: int) -> str:
    return f";line-height:{pixels}px;-qt-line-height-type:minimum"


def _colour(colour: str) -> str:
    return f"color:{colour}" if colour else ""
