"""Numbers as they are said, for their syllables: "16" is read as "sixteen"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ENGLISH_WORDS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen
fourteen fifteen sixteen seventeen eighteen nineteen
"""
_ENGLISH_TENS_WORDS = """
twenty thirty forty fifty sixty seventy eighty ninety
"""
_SPANISH_WORDS = """
cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro
veinticinco veintiséis veintisiete veintiocho veintinueve
"""
_SPANISH_TENS_WORDS = """
treinta cuarenta cincuenta sesenta setenta ochenta noventa
"""
_SPANISH_HUNDREDS_WORDS = """
ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
novecientos
"""
_ENGLISH = _ENGLISH_WORDS.split()
_ENGLISH_TENS = _ENGLISH_TENS_WORDS.split()
_SPANISH = _SPANISH_WORDS.split()
_SPANISH_TENS = _SPANISH_TENS_WORDS.split()
_SPANISH_HUNDREDS = _SPANISH_HUNDREDS_WORDS.split()
_MOST = 1_000_000
_WHOLE = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+")
_POINTS = {"en": "point", "es": "punto"}
_PERCENT = {"en": ["percent"], "es": ["por", "ciento"]}


def number_words(number: str, language: str) -> list[str]:
    """The words for a number written in digits: "3.5" is "three point five".

    ``language`` is "en" or "es". From a million on its digits are said one by one.
    """
    found = []
    is_later = False
    for part in re.split(r"[.,:/](?!\d{3}(?:\D|$))", number.rstrip("%")):
        digits = re.sub(r"\D", "", part)
        found += [_POINTS[language]] if is_later else []
        found += _cardinal(digits, language)
        is_later = True
    return found + (_PERCENT[language] if number.endswith("%") else [])


def _cardinal(digits: str, language: str) -> Iterator[str]:
    if not digits or int(digits) >= _MOST:
        say = _english if language == "en" else _spanish
        return (word for digit in digits for word in say(int(digit)))
    return _english(int(digits)) if language == "en" else _spanish(int(digits))


def _english(number: int) -> Iterator[str]:
    thousands, rest = divmod(number, 1000)
    if thousands:
        yield from (*_english(thousands), "thousand")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        yield from (_ENGLISH[hundreds], "hundred")
    if rest >= 20:
        yield _ENGLISH_TENS[rest // 10 - 2]
        rest %= 10
    if rest or not number:
        yield _ENGLISH[rest]


def _spanish(number: int) -> Iterator[str]:
    thousands, rest = divmod(number, 1000)
    if thousands:
        yield from (*(_spanish(thousands) if thousands > 1 else ()), "mil")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        yield "cien" if hundreds == 1 and not rest else _SPANISH_HUNDREDS[hundreds - 1]
    if rest >= 30:
        yield _SPANISH_TENS[rest // 10 - 3]
        rest %= 10
        yield from ("y",) if rest else ()
    if rest or not number:
        yield _SPANISH[rest]
