"""Addresses: the kinds that packs may use, and everything else refused."""

from __future__ import annotations

import pytest

from viewer.core.links import Link, LinkKind, parse_link

GOOD = {
    "section:warmth": Link(LinkKind.SECTION, "warmth"),
    "section:when-to-get-help": Link(LinkKind.SECTION, "when-to-get-help"),
    "section:hands/warmth": Link(LinkKind.SECTION, "warmth", "hands"),
    "section:warmth#do": Link(LinkKind.SECTION, "warmth", "", "do"),
    "section:hands/warmth#do-this": Link(LinkKind.SECTION, "warmth", "hands", "do-this"),
    "#do-this": Link(LinkKind.ANCHOR, "do-this"),
    "topic:hands": Link(LinkKind.TOPIC, "hands"),
    "https://example.org/a?b=c#d": Link(LinkKind.WEB, "https://example.org/a?b=c#d"),
    "http://example.org": Link(LinkKind.WEB, "http://example.org"),
    "tel:112": Link(LinkKind.TELEPHONE, "112"),
    "tel:+1 (555) 010-0100": Link(LinkKind.TELEPHONE, "+1 (555) 010-0100"),
    "tel:(555) 010-0100": Link(LinkKind.TELEPHONE, "(555) 010-0100"),
    "tel:{{care_team_phone}}": Link(LinkKind.TELEPHONE, "{{care_team_phone}}"),
}
BAD = [
    "",
    " ",
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "FILE:///etc/passwd",
    "ftp://example.org",
    "mailto:a@example.org",
    "//example.org",
    "\\\\server\\share",
    "other.md",
    "/etc/passwd",
    "../x",
    "section:",
    "section:../x",
    "section:A",
    "section:a/b/c",
    "section:a#",
    "section:a b",
    "topic:a/b",
    "https://",
    "https://a b",
    "https://a\nb",
    'https://a"onclick',
    "https://a<b>",
    "https:example.org",
    "xhttps://example.org",
    "tel:",
    "tel:abc",
    "tel:112;ext=javascript",
    "tel:1" + "2" * 50,
    "#",
    "# a",
    "#a/b",
    "icon:home",
    "about:blank",
    "qrc:/a",
    "section:warmth\n",
]


@pytest.mark.parametrize("href", GOOD)
def test_the_links_of_the_contract_are_known(href: str) -> None:
    assert parse_link(href) == GOOD[href]


@pytest.mark.parametrize("href", GOOD)
def test_a_link_is_written_as_it_is_read(href: str) -> None:
    assert parse_link(href).href == href
    assert parse_link(parse_link(href).href) == GOOD[href]


@pytest.mark.parametrize("href", BAD)
def test_everything_else_is_refused(href: str) -> None:
    link = parse_link(href)
    assert link.kind is LinkKind.REFUSED
    assert link.href == ""


def test_an_endless_address_is_refused_and_cut() -> None:
    link = parse_link("https://example.org/" + "a" * 10_000)
    assert link.kind is LinkKind.REFUSED
    assert len(link.target) == 2_000
