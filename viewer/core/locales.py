"""Numbers as the readers of a language write them."""

from __future__ import annotations


def format_number(value: int, language: str) -> str:
    """A number with the separators of ``language``: 16,000 in English, 16 000 in French."""
    from babel import Locale, UnknownLocaleError, numbers  # late: few pages show a number

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    return numbers.format_decimal(value, locale=locale)
