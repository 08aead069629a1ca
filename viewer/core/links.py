"""The one link type: every address that any text may hold, told apart by what it leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_SECTION = re.compile(
    rf"section:(?:(?P<topic>{_ID})/)?(?P<section>{_ID})(?:#(?P<anchor>[\w.:-]+))?\Z"
)
_TOPIC = re.compile(rf"topic:(?P<topic>{_ID})\Z")
_ABOUT = re.compile(rf"provenance:(?P<topic>{_ID})\Z")
_TERM = re.compile(rf"term:(?P<topic>{_ID})/(?P<term>{_ID})\Z")
_ANCHOR = re.compile(r"#([\w.:-]+)\Z")
_WEB = re.compile(r"https?://(?![^/?#]*@)[^\s<>\"'\\^`{|}\x00-\x20]+\Z", re.IGNORECASE)
_TELEPHONE = re.compile(r"tel:([(+]?[0-9][0-9().\s-]{1,30}|[0-9]{2,4}|\{\{[a-z_]+\}\})\Z")
MAX_LENGTH = 2_000


class LinkKind(StrEnum):
    """What a link leads to."""

    SECTION = "section"
    ANCHOR = "anchor"
    TOPIC = "topic"
    ABOUT = "about"
    """A topic's page "About this text"; only the program makes these."""
    TERM = "term"
    """A word of the text, and its meaning in the glossary; only the program makes these."""
    WEB = "web"
    TELEPHONE = "telephone"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Link:
    """A link. ``target`` is the id of a section, heading, topic or term, an address or number."""

    kind: LinkKind
    target: str
    topic: str = ""
    """Of a term, or of a section: its topic, empty for the topic that the text stands in."""
    anchor: str = ""
    """Of a section link: the id of a heading there."""

    @property
    def href(self) -> str:
        """The address as ``parse_link`` reads it again; empty for a refused link."""
        match self.kind:
            case LinkKind.SECTION:
                topic = f"{self.topic}/" if self.topic else ""
                anchor = f"#{self.anchor}" if self.anchor else ""
                return f"section:{topic}{self.target}{anchor}"
            case LinkKind.ANCHOR:
                return f"#{self.target}"
            case LinkKind.TOPIC:
                return f"topic:{self.target}"
            case LinkKind.ABOUT:
                return f"provenance:{self.target}"
            case LinkKind.TERM:
                return f"term:{self.topic}/{self.target}"
            case LinkKind.WEB:
                return self.target
            case LinkKind.TELEPHONE:
                return f"tel:{self.target}"
            case LinkKind.REFUSED:
                return ""


def parse_link(href: str) -> Link:
    """Read an address; whatever is not one of the kinds that packs may use is refused."""
    if len(href) > MAX_LENGTH:
        return Link(LinkKind.REFUSED, href[:MAX_LENGTH])
    if match := _SECTION.match(href):
        return Link(LinkKind.SECTION, match["section"], match["topic"] or "", match["anchor"] or "")
    if match := _ANCHOR.match(href):
        return Link(LinkKind.ANCHOR, match[1])
    if match := _TOPIC.match(href):
        return Link(LinkKind.TOPIC, match["topic"])
    if match := _ABOUT.match(href):
        return Link(LinkKind.ABOUT, match["topic"])
    if match := _TERM.match(href):
        return Link(LinkKind.TERM, match["term"], match["topic"])
    if _WEB.match(href):
        return Link(LinkKind.WEB, href)
    if match := _TELEPHONE.match(href):
        return Link(LinkKind.TELEPHONE, match[1])
    return Link(LinkKind.REFUSED, href)
