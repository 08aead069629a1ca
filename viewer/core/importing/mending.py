"""A text whose bytes were once read in the wrong encoding, made readable; nothing is guessed.

ftfy mends far more kinds of damage, by weighing which reading is likelier. A health text wants no
guess: only what can have come from nothing but damage is changed, and each change is counted.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from viewer.core.files import CONTROLS


class Damage(StrEnum):
    """What was wrong with characters of a text."""

    STRAY = "stray"
    """An A with a circumflex before a space or a line's end: half of a space that cannot break."""
    PAIRS = "pairs"
    """Two or three characters that were one."""
    SPACES = "spaces"
    """Spaces that cannot break, or of another width."""
    HIDDEN = "hidden"
    """Characters that nobody sees."""
    LOST = "lost"
    """Characters that somebody's program could not read. They stay as they are."""
    BYTES = "bytes"
    """The whole text was no UTF-8; it was read as Windows-1252."""


class Mended(NamedTuple):
    """A text as it can be read, and how often what was wrong."""

    text: str
    damage: Counter[Damage]


_HIGH = "".join(
    re.escape(bytes([code]).decode("cp1252", "ignore")) + re.escape(chr(code))
    for code in range(0x80, 0xC0)
)
"""What the later bytes of a character are read as, in Windows-1252 and in Latin 1."""
_PAIR = re.compile(rf"[ÂÃ][{_HIGH}]|â[€\x80][{_HIGH}]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_STRAY = re.compile("Â(?=[ \t\u00a0\u202f]|$)", re.MULTILINE)
_HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060]")
_LOST = "\N{REPLACEMENT CHARACTER}"


def is_text(data: bytes) -> bool:
    """Whether these bytes are text: no text has a zero in it, but for UTF-16 with its mark."""
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    return wide or b"\0" not in data


def mended(data: bytes) -> Mended:
    """The text of ``data``."""
    damage: Counter[Damage] = Counter()
    wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
        damage[Damage.BYTES] += 1
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, damage[Damage.STRAY] = _STRAY.subn("", text)
    whole = _PAIR.sub(_one, text)
    damage[Damage.PAIRS] = sum(1 for m in _PAIR.finditer(text) if _one(m) != m[0])
    text, damage[Damage.SPACES] = _SPACE.subn(" ", whole)
    shown = _HIDDEN.sub("", text.translate(CONTROLS))
    damage[Damage.HIDDEN] += len(text) - len(shown)
    damage[Damage.LOST] += shown.count(_LOST)
    return Mended(shown, +damage)


def _one(match: re.Match[str]) -> str:
    """The character that these were; themselves where they can have been none."""
    try:
        return b"".join(_byte(c) for c in match[0]).decode("utf-8")
    except UnicodeError:
        return match[0]


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
