"""Dates, numbers, names and directions, as each language has them."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date as babel_date
from babel.localedata import locale_identifiers

from viewer.core.locales import (
    _DATES,
    format_date,
    format_number,
    is_right_to_left,
    isolated,
    isolated_among,
    language_name,
)

DAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", "November 22, 2026"),
        ("en-GB", "22 November 2026"),
        ("es", "22 de noviembre de 2026"),
        ("es-MX", "22 de noviembre de 2026"),
        ("es-419", "22 de noviembre de 2026"),
        ("ar", "22 نوفمبر 2026"),
        ("es-XX", "22 de noviembre de 2026"),
        ("xx", "November 22, 2026"),
        ("", "November 22, 2026"),
    ],
)
def test_a_date_is_written_in_words(tag: str, written: str) -> None:
    assert format_date(DAY, tag) == written


@pytest.mark.parametrize("tag", sorted(_DATES))
def test_the_dates_that_are_known_without_babel_are_its_own(tag: str) -> None:
    locale = Locale.parse(tag, sep="-")
    for month in range(1, 13):
        for day in (1, 28):
            date = datetime.date(2026, month, day)
            assert format_date(date, tag) == babel_date(date, "long", locale=locale)


def test_a_handouts_date_is_written_without_babel() -> None:
    code = (
        "import sys, datetime; from viewer.core.locales import format_date as f; "
        "f(datetime.date(2026, 11, 22), 'es'); sys.exit('babel' in sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2], timeout=60
    )


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", "16,000"),
        ("es", "16.000"),
        ("es-MX", "16,000"),
        ("fr", "16\u202f000"),
        ("x", "16,000"),
    ],
)
def test_a_number_has_the_marks_of_its_language(tag: str, written: str) -> None:
    assert format_number(16_000, tag) == written


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en", "English"),
        ("es", "Español"),
        ("es-MX", "Español (México)"),
        ("ar", "العربية"),
        ("zh-Hant", "中文 (繁體)"),
        ("xx", "xx"),
    ],
)
def test_a_language_has_its_own_name(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_every_direction_is_as_babel_has_it() -> None:
    known = [identifier.replace("_", "-") for identifier in locale_identifiers()]
    wrong = [
        tag
        for tag in known
        if is_right_to_left(tag) != (Locale.parse(tag, sep="-").text_direction == "rtl")
    ]
    assert wrong == []


def test_a_number_is_kept_apart_from_the_words_around_it() -> None:
    assert isolated("555-0100") == "\u2068555-0100\u2069"
    assert isolated("") == ""


def test_only_words_of_the_other_direction_are_kept_apart() -> None:
    assert isolated_among("Care", "en", "es") == "Care"
    assert isolated_among("Care", "en", "ar") == "\u2068Care\u2069"
    assert isolated_among("رعاية", "ar", "en") == "\u2068رعاية\u2069"


def test_the_direction_is_known_without_babel() -> None:
    """It is needed before the first paint, and Babel takes as long as the paint."""
    code = (
        "import sys; from viewer.core.locales import is_right_to_left as r; "
        "print(r('ar'), r('en'), 'babel' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True", "False", "False"]
