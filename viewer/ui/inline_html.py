"""Runs of text written as the HTML that a text browser understands."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from viewer.core.blocks import (
    Abbreviation,
    Anchor,
    Blank,
    Break,
    Image,
    Inline,
    Linked,
    Run,
    Style,
    Styled,
    Term,
    Text,
    Value,
)
from viewer.core.links import Link, LinkKind
from viewer.ui.metrics import Metrics
from viewer.ui.theme import Theme

PictureSize = Callable[[str], tuple[int, int] | None]
"""The size of a pack's picture in pixels at 100 %; None where it is not shown."""

_TAGS = {
    Style.STRONG: "b",
    Style.EMPHASIS: "i",
    Style.CODE: "code",
    Style.SUBSCRIPT: "sub",
    Style.SUPERSCRIPT: "sup",
}
_BLANK_WIDTH = 14


class InlineWriter:
    """Writes runs; everything an author wrote goes through ``escape``, and no other way."""

    def __init__(
        self, theme: Theme, metrics: Metrics, picture_size: PictureSize, missing: str
    ) -> None:
        self._theme = theme
        self._metrics = metrics
        self._picture_size = picture_size
        self._missing = missing

    def run(self, children: Run, *, link_colour: str = "") -> str:
        """The run as HTML; ``link_colour`` is for grounds on which the accent does not belong."""
        return "".join(self._inline(child, link_colour or self._theme.accent) for child in children)

    def icon(self, name: str, size: int, colour: str) -> str:
        """An icon in the line, drawn in ``colour``."""
        source = f"icon:{name}:{colour.lstrip('#')}:{size}"
        return (
            f'<img src="{escape(source)}" width="{size}" height="{size}"'
            ' style="vertical-align:middle">'
        )

    def _inline(self, inline: Inline, link_colour: str) -> str:
        match inline:
            case Text(text):
                return escape(text)
            case Styled(style, children):
                tag = _TAGS[style]
                return f"<{tag}>{self.run(children, link_colour=link_colour)}</{tag}>"
            case Linked():
                return self._linked(inline, link_colour)
            case Abbreviation(text, meaning):
                return f'<span title="{escape(meaning)}">{escape(text)}</span>'
            case Term():
                return self._term(inline)
            case Anchor(name):
                return f'<a name="{escape(name)}"></a>'
            case Break():
                return "<br>"
            case Image(source, alternative):
                return self._image(source, alternative)
            case Blank(label):
                line = f"<u>{'&nbsp;' * _BLANK_WIDTH}</u>"
                return f"{line} ({escape(label)})" if label else line
            case Value(name):
                return escape(name)

    def _linked(self, linked: Linked, colour: str) -> str:
        inner = self.run(linked.children, link_colour=colour)
        if linked.link.kind is LinkKind.REFUSED:
            return inner
        sign = ""
        if linked.link.kind is LinkKind.WEB:
            sign = "&nbsp;" + self.icon("web", self._metrics.em(0.8), colour)
        href = escape(linked.link.href)
        return (
            f'<a href="{href}" style="color:{colour};text-decoration:underline">{inner}</a>{sign}'
        )

    def _term(self, term: Term) -> str:
        """In the colour of the text; the view underlines it with dots, which HTML cannot say."""
        href = escape(Link(LinkKind.TERM, term.id, term.topic).href)
        style = f"color:{self._theme.ink};text-decoration:none"
        return f'<a href="{href}" style="{style}">{escape(term.text)}</a>'

    def _image(self, source: str, alternative: str) -> str:
        size = self._picture_size(source)
        if size is None:
            words = self._missing.format(alternative=alternative)
            return f'<span style="color:{self._theme.muted}">[{escape(words)}]</span>'
        width, height = size
        scale = self._metrics.percent / 100
        shown = min(round(width * scale), self._metrics.text_column)
        return (
            f'<img src="picture:{escape(source)}" alt="{escape(alternative)}"'
            f' width="{shown}" height="{max(1, round(height * shown / width))}">'
        )
