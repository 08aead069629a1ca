"""The page of keys, as a page of blocks like any other: a heading and a table for each group."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from viewer.core.blocks import Align, Block, Heading, Paragraph, Run, Style, Styled, Table, Text
from viewer.core.locales import is_right_to_left, isolated
from viewer.ui.inline_html import InlineWriter
from viewer.ui.key_list import Key, KeyGroup, key_groups
from viewer.ui.metrics import Metrics
from viewer.ui.page_html import PageWriter
from viewer.ui.theme import Theme

translate = QCoreApplication.translate


def key_page(theme: Theme, metrics: Metrics, language: str) -> tuple[str, tuple[str, ...]]:
    """The page as HTML, and the languages of its blocks.

    ``language`` is the one that the controls speak now.
    """
    inline = InlineWriter(theme, metrics, lambda _: None, "")
    writer = PageWriter(theme, metrics, inline, language=language)
    return writer.page(title(), _blocks(language), (), language), writer.languages


def title() -> str:
    """What the page is called."""
    return translate("Keys", "What the keys do")


def _blocks(language: str) -> tuple[Block, ...]:
    lead = translate(
        "Keys", "All that the mouse does can be done by these keys. Escape closes this page."
    )
    blocks: list[Block] = [Paragraph(language=language, children=(Text(lead),))]
    for group in key_groups():
        blocks += [_heading(group, language), _table(group, language)]
    return tuple(blocks)


def _heading(group: KeyGroup, language: str) -> Heading:
    return Heading(language=language, level=2, id="", children=(Text(group.title),))


def _table(group: KeyGroup, language: str) -> Table:
    header = (translate("Keys", "Key"), translate("Keys", "What it does"))
    return Table(
        language=language,
        header=tuple((Text(words),) for words in header),
        rows=tuple((_keys(key, language), (Text(key.does),)) for key in group.keys),
        alignment=(Align.START, Align.START),
    )


def _keys(key: Key, language: str) -> Run:
    """The keys as they stand on the keyboard, in the order of their letters in any language."""
    written = dict.fromkeys(map(written_key, key.sequences))
    between = translate("Keys", "or")
    either = f" {between} ".join(written)
    words = isolated(either) if is_right_to_left(language) else either
    return (Styled(Style.STRONG, (Text(words),)),)


def written_key(sequence: QKeySequence) -> str:
    """A key as this system writes it; a sign that is easily overlooked is named too."""
    signs = {
        ",": translate("Keys", "comma"),
        "+": translate("Keys", "plus"),
        "-": translate("Keys", "minus"),
        "=": translate("Keys", "equals sign"),
    }
    words = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    name = signs.get(words[-1:], "") if len(words) > 1 else ""
    return f"{words} ({name})" if name else words
