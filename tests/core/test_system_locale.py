"""The system's language and country, from the variables that POSIX names."""

from __future__ import annotations

import sys

import pytest

from viewer.core.system_locale import system_language, system_paper_territory, territory_of

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows itself is asked there")


@pytest.mark.parametrize(
    ("variables", "tag"),
    [
        ({}, ""),
        ({"LANG": "C"}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "POSIX"}, ""),
        ({"LANG": "es"}, "es"),
        ({"LANG": "es_MX.UTF-8"}, "es-MX"),
        ({"LANG": "ca_ES.UTF-8@valencia"}, "ca-ES"),
        ({"LANG": "de_DE", "LC_MESSAGES": "fr_FR"}, "fr-FR"),
        ({"LANG": "de_DE", "LC_MESSAGES": "fr_FR", "LC_ALL": "en_US"}, "en-US"),
        ({"LANG": "de_DE", "LC_ALL": ""}, "de-DE"),
        ({"LANG": "%s; rm -rf"}, ""),
    ],
)
def test_language(variables: dict[str, str], tag: str) -> None:
    assert system_language(variables) == tag


def test_the_paper_has_a_country_of_its_own() -> None:
    assert system_paper_territory({"LANG": "en_US.UTF-8", "LC_PAPER": "de_DE.UTF-8"}) == "DE"
    assert system_paper_territory({"LANG": "en_US.UTF-8", "LC_MESSAGES": "de_DE"}) == "US"
    assert system_paper_territory({"LANG": "en"}) == ""


@pytest.mark.parametrize(
    ("tag", "country"),
    [
        ("es-MX", "MX"),
        ("es", ""),
        ("zh-Hant", ""),
        ("zh-Hant-TW", "TW"),
        ("es-419", ""),
        ("", ""),
    ],
)
def test_the_country_of_a_tag(tag: str, country: str) -> None:
    assert territory_of(tag) == country
