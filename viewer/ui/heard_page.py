"""A page as it is read aloud: its sentences, where each stands, and which a reader means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextBrowser

from viewer.core.blocks import Card, HelpBox
from viewer.core.pages.page import Page
from viewer.core.pages.spoken import Utterance, said_of
from viewer.core.tree import walk
from viewer.ui.page_hits import Hit
from viewer.ui.spoken_places import places

_PARAGRAPH_ENDS = "\N{PARAGRAPH SEPARATOR}\N{LINE SEPARATOR}\ufdd0\ufdd1"
_MARGIN = 4
"""Pixels below the upper edge at which the first line in sight is looked for."""
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"


class Sentence(NamedTuple):
    """What is said in one breath, and the parts of the page that it stands in."""

    said: Utterance
    parts: tuple[Hit, ...] = ()
    at: int = -1
    """Which of the page's it is, from 0; -1: none of them."""


class HeardPage:
    """The page that a text browser shows."""

    def __init__(self, view: QTextBrowser, page: Page, said: tuple[Utterance, ...]) -> None:
        self._view, self._page = view, page
        self._found = places(view.document().toRawText(), said)
        self.all = tuple(map(Sentence, said, self._found, range(len(said))))
        """Every sentence of the page."""

    @property
    def selected_from(self) -> int | None:
        """Where the reader's selection begins; None without one. A link with the focus is none."""
        cursor = self._view.textCursor()
        selected = cursor.hasSelection() and not _link_of(cursor)
        return cursor.selectionStart() if selected else None

    def meant(self) -> tuple[Sentence, ...]:
        """What a reader means who only says "read": a card, what is selected, or all from here.

        Sentences are read whole, even if part of them is selected: half of "do not take it" is
        the opposite. From here is from the first that begins in sight, so that somebody whose eyes
        tire goes on where they are; at the top of the page that is the title.
        """
        cursor = self._view.textCursor()
        if self.selected_from is not None:
            return self._selected(cursor)
        if self._in_sight(cursor) and (address := _link_of(cursor)):
            return self._card(address) or self.beginning_at(cursor.selectionStart())
        return self.all[self._first_in_sight() :]

    def beginning_at(self, position: int) -> tuple[Sentence, ...]:
        """From the sentence on that stands at this position of the page."""
        before = [
            (parts[0][0], at) for at, parts in enumerate(self._found) if _begins(parts) <= position
        ]
        return self.all[max(before)[1] if before else 0 :]

    def _selected(self, cursor: QTextCursor) -> tuple[Sentence, ...]:
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        touched = [
            at
            for at, parts in enumerate(self._found)
            if any(first < end and last > start for first, last in parts)
        ]
        if not touched:  # what is not read of itself, such as a source
            return tuple(map(Sentence, self._as_it_stands(cursor)))
        kept = set(touched)
        return tuple(
            each
            for at, each in enumerate(self.all)
            if at in kept or (not each.parts and touched[0] < at < touched[-1])
        )

    def _as_it_stands(self, cursor: QTextCursor) -> Iterator[Utterance]:
        text = cursor.selectedText().replace(_PICTURE, " ")
        for end in _PARAGRAPH_ENDS:
            text = text.replace(end, "\n")
        return said_of(text.splitlines(), self._page.language)

    def _card(self, address: str) -> tuple[Sentence, ...]:
        """The sentences of the card, or of the box about help, that leads to an address."""
        at = 0
        for block in self._page.blocks:
            count = sum(1 for _ in walk((block,)))
            if isinstance(block, Card | HelpBox) and block.link.href == address:
                inside = range(at, at + count)
                return tuple(each for each in self.all if each.said.block in inside)
            at += count
        return ()

    def _first_in_sight(self) -> int:
        bar = self._view.verticalScrollBar()
        if bar.value() <= bar.minimum():
            return 0
        cursor = self._view.cursorForPosition(QPoint(self._view.width() // 2, _MARGIN))
        cursor.movePosition(QTextCursor.MoveOperation.StartOfLine)
        if self._view.cursorRect(cursor).center().y() < 0:  # half of that line is out of sight
            cursor.movePosition(QTextCursor.MoveOperation.EndOfLine)
        top = cursor.position()
        follow = (at for at, parts in enumerate(self._found) if _begins(parts, -1) >= top)
        first = next(follow, None)
        if first is None:  # only the end of the last one is in sight
            return max((at for at, parts in enumerate(self._found) if parts), default=0)
        return first

    def _in_sight(self, cursor: QTextCursor) -> bool:
        return self._view.viewport().rect().intersects(self._view.cursorRect(cursor))


def _begins(parts: tuple[Hit, ...], nowhere: int = 1 << 31) -> int:
    return parts[0][0] if parts else nowhere


def _link_of(cursor: QTextCursor) -> str:
    """The address of the link that Tab has come to, which Qt shows by selecting it; else empty."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    probe = QTextCursor(cursor.document())

    def address_before(position: int) -> str:
        probe.setPosition(position)
        return str(probe.charFormat().anchorHref())

    address = address_before(end)
    if not address or address_before(start + 1) != address:
        return ""
    goes_on = address_before(start) == address and not probe.atBlockStart()
    return "" if goes_on else address
