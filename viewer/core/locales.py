"""Dates, numbers and names as a language writes them, and the direction in which it runs.

Babel knows them all; it is imported inside the functions, because the first page is painted,
and most handouts are made, without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from viewer.core.language import lookup

if TYPE_CHECKING:
    import datetime

    from babel import Locale

_RIGHT_TO_LEFT = frozenset(
    (
        *("apc", "ar", "arc", "arz", "bal", "bgn", "ckb", "dv", "fa", "he", "khw", "ks", "lrc"),
        *("mzn", "nqo", "ps", "rhg", "sd", "sdh", "skr", "syr", "trw", "ug", "ur", "yi"),
    )
)
"""Languages that are, where their tag names no script. A test asks Babel."""
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ("Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa")
)


class _Dates(NamedTuple):
    pattern: str
    months: tuple[str, ...]


_ENGLISH = _Dates(
    "{month} {day}, {year}",
    (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
)
_SPANISH = _Dates(
    "{day} de {month} de {year}",
    (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
)
_DATES = dict.fromkeys(("en", "en-US"), _ENGLISH) | dict.fromkeys(
    ("es", "es-419", "es-ES", "es-MX", "es-US"), _SPANISH
)
"""Of the languages that the program itself speaks: to ask Babel for its first date takes a tenth
of the time in which a handout is made. A test asks Babel whether these are the same."""
_SCRIPT = 4
"""Letters of a script in a tag, such as Arab in ks-Arab."""
_FALLBACK = "en"

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Between these, text runs in its own direction, and what is around it in its own."""


def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left, as Arabic is."""
    language, *rest = tag.split("-")
    script = next((part for part in rest if len(part) == _SCRIPT), "")
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT


def isolated(text: str) -> str:
    """``text`` such that it keeps its own order inside text of the other direction.

    Without this a telephone number such as 555-0100 reads 0100-555 after an Arabic word.
    """
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if text else text


def isolated_among(text: str, language: str, around: str) -> str:
    """``text`` in ``language`` as it stands among words of the language ``around``."""
    return isolated(text) if is_right_to_left(language) != is_right_to_left(around) else text


def format_date(date: datetime.date, language: str) -> str:
    """A date in words: November 22, 2026; 22 de noviembre de 2026."""
    if known := _DATES.get(language):
        month = known.months[date.month - 1]
        return known.pattern.format(day=date.day, month=month, year=date.year)
    from babel.dates import format_date as babel_date

    return babel_date(date, "long", locale=_locale(language))


def format_number(number: int, language: str) -> str:
    """A whole number with the language's own marks between its digits: 16,000."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=_locale(language))


def format_duration(seconds: float, language: str) -> str:
    """A time in words, by its two largest units: 3 days, 4 hours; at least a minute."""
    from babel.units import format_unit

    locale, left, parts = _locale(language), max(round(seconds / 60), 1), []
    for unit, minutes in (("day", 1_440), ("hour", 60), ("minute", 1)):
        number, left = divmod(left, minutes)
        parts.append(format_unit(number, f"duration-{unit}", locale=locale) if number else "")
    largest = next(index for index, part in enumerate(parts) if part)
    return ", ".join(filter(None, parts[largest : largest + 2]))


def format_megabytes(size: int, language: str) -> str:
    """So many bytes in megabytes: 212 MB."""
    from babel.units import format_unit

    number, locale = round(size / 1_000_000), _locale(language)
    return format_unit(number, "digital-megabyte", length="short", locale=locale)


def language_name(tag: str) -> str:
    """A language by its own name: English, Español, العربية; the tag of one that is not known."""
    locale = _known(tag)
    name = (locale.get_display_name(locale) or "") if locale else ""
    return name[:1].upper() + name[1:] if name else tag


def _locale(tag: str) -> Locale:
    """The locale of the language, or of the nearest wider one that is known, else English."""
    from babel import Locale

    return next(filter(None, map(_known, lookup(tag))), None) or Locale.parse(_FALLBACK)


def _known(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
