"""A page written as the HTML that a text browser understands: blocks in, one string out."""

from __future__ import annotations

from html import escape
from itertools import takewhile

from viewer.core.blocks import (
    Block,
    Callout,
    CalloutKind,
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
)
from viewer.core.locales import is_right_to_left
from viewer.core.tree import part, walk
from viewer.ui.boxes import SPACE_PERCENT, Boxes, BoxStyle
from viewer.ui.inline_html import InlineWriter
from viewer.ui.metrics import Metrics
from viewer.ui.table_html import table_html
from viewer.ui.theme import Theme

MAX_BOXES = 2
"""Boxes inside one another; each level of tables doubles the time that a page takes."""

_MARKER_ICONS = {
    "do": ("do", "tip_edge"),
    "dont": ("dont", "danger_edge"),
    "safety": ("safety", "accent"),
}
"""The icon of a marked heading, and the role of its colour."""
_CALLOUT_ROLES = {
    CalloutKind.NOTE: "accent",
    CalloutKind.TIP: "tip",
    CalloutKind.WARNING: "caution",
    CalloutKind.DANGER: "danger",
}


class PageWriter:
    """Writes pages in one theme and at one size, each block as its language asks for."""

    def __init__(
        self,
        theme: Theme,
        metrics: Metrics,
        inline: InlineWriter,
        *,
        language: str = "",
        first: PageWriter | None = None,
    ) -> None:
        """``language`` is what it writes; ``first`` is the writer of the page's own language."""
        self._theme = theme
        self._metrics = metrics
        self._inline = inline
        self._rtl = is_right_to_left(language)
        self._writers: dict[str, PageWriter] = first._writers if first else {}
        number = len(self._writers)
        self._writers[language] = self
        turned = first is not None and first._rtl is not self._rtl
        self._boxes = Boxes(theme, metrics, rtl=self._rtl, said=turned, language=number)

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of what has been written; the first is the page's own."""
        return tuple(self._writers)

    def _for(self, language: str) -> PageWriter:
        """The writer of text in a language."""
        found = self._writers.get(language)
        if found is None:
            theme, first = self._theme, next(iter(self._writers.values()))
            found = PageWriter(theme, self._metrics, self._inline, language=language, first=first)
        return found

    def page(
        self, title: str, blocks: tuple[Block, ...], foot: tuple[Block, ...], language: str
    ) -> str:
        """A whole page: its title, which is in ``language``, its blocks, and its foot in small."""
        boxes = self._for(language)._boxes
        html = boxes.heading(1, escape(title), 0, "top", self._theme.accent)
        html += self._blocks(blocks, self._metrics.spacing(0.8), 0)
        if foot:
            html += self._boxes.rule(self._metrics.spacing(2.0)) + self._foot(foot)
        return html

    def _blocks(self, blocks: tuple[Block, ...], first_gap: int, depth: int) -> str:
        """Blocks one after the other; ``depth`` counts the boxes that they stand in."""
        html: list[str] = []
        at = 0
        while at < len(blocks):
            block = blocks[at]
            gap = self._gap(block, blocks[at - 1]) if at else first_gap
            taken: tuple[Block, ...] = (block,)
            writer = self._for(block.language)
            if isinstance(block, Card):
                taken = tuple(takewhile(lambda b: isinstance(b, Card), blocks[at:]))
                html.append(self._cards(taken, gap))
            elif isinstance(block, Heading) and "safety" in block.markers and not depth:
                taken = part(blocks, at)
                html.append(writer._safety(taken, gap))
            else:
                html.append(writer._block(block, gap, depth))
            at += len(taken)
        return "".join(html)

    def _gap(self, block: Block, before: Block) -> int:
        """Space before a block that follows another."""
        if isinstance(before, Heading) and not isinstance(block, Heading):
            return self._metrics.spacing(0.3)
        usual = 0.4 if isinstance(block, ListBlock) else 0.7
        if isinstance(block, Heading):
            usual = 1.5 if block.level <= 2 else 1.1
        return max(self._metrics.spacing(usual), self._metrics.paragraph_gap)

    def _block(self, block: Block, gap: int, depth: int) -> str:
        match block:
            case Heading():
                return self._heading(block, gap)
            case Paragraph():
                return self._boxes.paragraph(self._inline.run(block.children), gap)
            case ListBlock():
                items = [self._item(item, depth) for item in block.items]
                return self._boxes.bullets(items, gap, ordered=block.ordered, start=block.start)
            case Definitions():
                return self._definitions(block, gap, depth)
            case Callout():
                return self._callout(block, gap, depth)
            case Table():
                return table_html(block, gap, self._boxes, self._inline, self._metrics)
            case Quote():
                return self._boxed_quote(block, gap, depth)
            case Preformatted():
                return self._boxes.preformatted(escape(block.text), gap)
            case Rule():
                return self._boxes.rule(gap)
            case HelpBox():
                return self._help_box(block, gap)
            case Card():
                return self._cards((block,), gap)

    def _heading(self, heading: Heading, gap: int) -> str:
        html = self._inline.run(heading.children)
        for marker in heading.markers & _MARKER_ICONS.keys():
            name, role = _MARKER_ICONS[marker]
            size = round(self._metrics.heading(heading.level) * 1.1)
            html = f"{self._inline.icon(name, size, getattr(self._theme, role))}&nbsp;{html}"
        return self._boxes.heading(heading.level, html, gap, escape(heading.id), self._theme.ink)

    def _item(self, blocks: tuple[Block, ...], depth: int) -> str:
        """The inside of a list item: words first, and whatever else under them."""
        if blocks and isinstance(blocks[0], Paragraph):
            first = self._inline.run(blocks[0].children)
            return first + self._blocks(blocks[1:], self._metrics.spacing(0.3), depth)
        return self._blocks(blocks, 0, depth)

    def _definitions(self, block: Definitions, gap: int, depth: int) -> str:
        html: list[str] = []
        for terms, meanings in block.items:
            for term in terms:
                html.append(self._strong(term, gap))
                gap = 0
            inner_gap = self._metrics.spacing(0.1)
            html.extend(self._blocks(meaning, inner_gap, depth) for meaning in meanings)
            gap = max(self._metrics.spacing(0.7), self._metrics.paragraph_gap)
        return "".join(html)

    def _callout(self, callout: Callout, gap: int, depth: int) -> str:
        role = _CALLOUT_ROLES[callout.kind]
        colour = getattr(self._theme, role)
        if callout.kind is CalloutKind.NOTE and _is_short(callout.blocks):
            lead = f'<b style="color:{self._theme.ink}">{self._inline.run(callout.title)}.</b> '
            rest = self._inline.run(callout.blocks[0].children)  # type: ignore[union-attr]
            html = self._boxes.paragraph(lead + rest, 0)
        else:
            html = self._strong(callout.title, 0, colour)
            html += self._blocks(callout.blocks, self._metrics.spacing(0.2), depth + 1)
        if depth >= MAX_BOXES:
            return html
        edge = getattr(self._theme, f"{role}_edge", colour)
        ground = getattr(self._theme, f"{role}_soft")
        return self._boxes.box(html, gap, BoxStyle(ground, edge, start=6))

    def _boxed_quote(self, quote: Quote, gap: int, depth: int) -> str:
        html = self._blocks(quote.blocks, gap if depth >= MAX_BOXES else 0, depth + 1)
        return html if depth >= MAX_BOXES else self._boxes.indented(html, gap)

    def _safety(self, blocks: tuple[Block, ...], gap: int) -> str:
        """Safety text in a box of its own, unless its callout is one already."""
        if any(isinstance(block, Callout) for block in walk(blocks)):
            return self._blocks_of(blocks, gap)
        heading = blocks[0]
        assert isinstance(heading, Heading)
        size = round(self._metrics.heading(heading.level) * 1.1)
        icon = self._inline.icon("safety", size, self._theme.accent)
        title = f"{icon}&nbsp;{self._inline.run(heading.children)}"
        colour, name = self._theme.accent, escape(heading.id)
        html = self._boxes.heading(heading.level, title, 0, name, colour)
        html += self._blocks(blocks[1:], self._metrics.spacing(0.3), 1)
        style = BoxStyle(self._theme.accent_soft, self._theme.accent, around=2)
        return self._boxes.box(html, gap, style)

    def _blocks_of(self, blocks: tuple[Block, ...], gap: int) -> str:
        return self._block(blocks[0], gap, 0) + self._blocks(
            blocks[1:], self._metrics.spacing(0.4), 0
        )

    def _cards(self, cards: tuple[Block, ...], gap: int) -> str:
        in_a_row = self._metrics.cards_in_a_row
        width = "100%" if in_a_row == 1 else f"{(100 - SPACE_PERCENT) // 2}%"
        cells = [
            self._for(card.language)._card(card, width) for card in cards if isinstance(card, Card)
        ]
        empty = f'<td width="{width}"></td>'
        rows = [cells[at : at + in_a_row] for at in range(0, len(cells), in_a_row)]
        rows[-1] += [empty] * (in_a_row - len(rows[-1]))
        return self._boxes.grid(rows, gap)

    def _card(self, card: Card, width: str) -> str:
        theme = self._theme
        title = self._title_link(card, theme.accent)
        html = self._boxes.heading(2, title, 0, "", theme.accent, size=self._metrics.heading(3))
        if card.icon:
            size = round(self._metrics.heading(3) * 1.35)
            icon = self._inline.icon(card.icon, size, theme.accent)
            html = self._boxes.hanging(icon, round(size * 1.3), html)
        html += self._blocks(card.blocks, self._metrics.spacing(0.3), MAX_BOXES)
        style = BoxStyle(theme.paper, theme.outline, top=6, around=2, top_edge=theme.accent)
        return self._boxes.cell(html, style, width=width)

    def _help_box(self, box: HelpBox, gap: int) -> str:
        theme = self._theme
        size = self._metrics.em(2.2)
        icon = self._inline.icon("help", size, theme.danger)
        html = self._boxes.heading(2, self._title_link(box, theme.danger), 0, "", theme.danger)
        html += self._blocks(box.blocks, self._metrics.spacing(0.4), MAX_BOXES)
        style = BoxStyle(theme.danger_soft, theme.danger_edge, start=8, around=2)
        if self._metrics.cards_in_a_row == 1:
            return self._boxes.box(icon + html, gap, style)
        # As wide as the cards above it, but its lines no longer than those of a text.
        rest = self._metrics.card_column - self._metrics.text_column - self._boxes.icon_column
        return self._boxes.beside(icon, html, gap, style, max(0, rest))

    def _title_link(self, block: Card | HelpBox, colour: str) -> str:
        href = escape(block.link.href)
        style = f"color:{colour};text-decoration:none"
        return f'<a href="{href}" style="{style}">{self._inline.run(block.title)}</a>'

    def _strong(self, run: Run, gap: int, colour: str = "") -> str:
        return self._boxes.paragraph(f"<b>{self._inline.run(run)}</b>", gap, colour=colour)

    def _foot(self, blocks: tuple[Block, ...]) -> str:
        html: list[str] = []
        for block in blocks:
            boxes = self._for(block.language)._boxes
            gap = max(self._metrics.spacing(0.3), self._metrics.paragraph_gap)
            size = self._metrics.em(0.86)
            if isinstance(block, Heading):
                words, level = self._inline.run(block.children), block.level
                colour, name = self._theme.muted, escape(block.id)
                wide = self._metrics.body
                html.append(boxes.heading(level, words, gap, name, colour, size=wide))
                continue
            if isinstance(block, Paragraph):
                run = self._inline.run(block.children)
            else:
                continue
            html.append(boxes.paragraph(run, gap, colour=self._theme.muted, size=size))
        return "".join(html)


def _is_short(blocks: tuple[Block, ...]) -> bool:
    """One paragraph: its title may stand in the same line."""
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph)
