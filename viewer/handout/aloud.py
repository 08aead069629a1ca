"""Words that are written from right to left, in a PDF of typst: as they are read aloud. No typst.

typst writes the letters of such a word in the order of sight, and a letter with a vowel mark twice.
The template draws each word as a formula, whose alternative text is the word. Here each becomes
what it is: a word of its line, which says in its ActualText how it is written. Places in the file
stay as they are, because what a formula has more (its box) makes room for the longer name.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(
    rb"/S/Formula(/P \d+ 0 R(?:/Lang\([\w-]*\))?)/Alt(<FEFF[0-9A-F]+>)"
    rb"/A\[<</O/Layout/BBox\[[-.0-9 ]+\]>>\]"
)


def words_aloud(pdf: bytes) -> bytes:
    """``pdf`` with its formulas as words; the same bytes where there is none."""
    if b"/StructElem/S/Formula" not in pdf:
        return pdf
    return _FORMULA.sub(_word, pdf)


def _word(found: re.Match[bytes]) -> bytes:
    word = b"/S/Span" + found[1] + b"/ActualText" + found[2]
    return word.ljust(len(found[0]))
