"""Finds a line of the text on the pages of a PDF."""

from __future__ import annotations

import re

from PySide6.QtPdf import QPdfDocument


def find_line(document: QPdfDocument, *wanted: str) -> tuple[int, float] | None:
    """The page of the first of these words that are there, and how far down it they end, 0 to 1."""
    pages = [document.getAllText(page).text() for page in range(document.pageCount())]
    for words in wanted:
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
        for page, text in enumerate(pages):
            found = pattern.search(text) if words else None
            if found is not None:
                return page, _down(document, page, found.end() - 1)
    return None


def _down(document: QPdfDocument, page: int, at: int) -> float:
    """How far down a page a character of its text stands."""
    top = document.getSelectionAtIndex(page, at, 1).boundingRectangle().top()
    return top / max(1.0, document.pagePointSize(page).height())
