"""What somebody wants to see: read from the address that a record system or a link gives.

Three kinds of address are known: an Infobutton request (HL7's URL-based form), on whatever
web host, or as ``careleaf:?…``; and ``careleaf:topic/ID`` with or without ``/SECTION``.
Nothing here is fetched: an address is only words that name a page.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from viewer.core.codes import Code, make_code
from viewer.core.files import CONTROLS
from viewer.core.language import is_language_tag

MAX_ADDRESS = 8_000
"""Characters of an address: what web servers take, too."""
MAX_ID = 200
MAX_PARAMETERS = 100
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
SCHEME = "careleaf"

_SYSTEM = "mainsearchcriteria.v.cs"
_CODE = "mainsearchcriteria.v.c"
_NAME = "mainsearchcriteria.v.dn"
_LANGUAGE = "informationrecipient.languagecode.c"


class Request(NamedTuple):
    """A page that somebody asks for; what is empty or None was not said."""

    topic: str = ""
    section: str = ""
    code: Code | None = None
    language: str = ""
    plain: bool | None = None


class Refusal(StrEnum):
    """Why an address is no request; each is a key under ``address`` in the words files."""

    TOO_LONG = "too_long"
    HIDDEN = "hidden"
    UNKNOWN = "unknown"
    NO_CODE = "no_code"
    BAD_CODE = "bad_code"


def parse_request(address: str) -> Request | Refusal:
    """Read an address."""
    address = address.strip()
    if len(address) > MAX_ADDRESS:
        return Refusal.TOO_LONG
    # Before anything is taken apart: urlsplit drops tabs and line ends without a word.
    if any(ord(c) in CONTROLS or not c.isprintable() for c in address):
        return Refusal.HIDDEN
    try:
        parts = urlsplit(address)
        fields = parse_qsl(parts.query, max_num_fields=MAX_PARAMETERS)
    except ValueError:  # no such host can be written, or too many parameters
        return Refusal.UNKNOWN
    values: dict[str, str] = {}
    for name, value in fields:
        values.setdefault(name.lower(), value)  # of a repeated one the first counts
    if parts.scheme in ("http", "https"):
        return _by_code(values)
    return _own(parts, values) if parts.scheme == SCHEME else Refusal.UNKNOWN


def _own(parts: SplitResult, values: dict[str, str]) -> Request | Refusal:
    """A ``careleaf:`` address; desktops write it with or without two slashes."""
    match [unquote(part) for part in f"{parts.netloc}/{parts.path}".split("/") if part]:
        case [] | ["open"]:
            return _by_code(values)
        case ["topic", topic] if _is_id(topic):
            return Request(topic, language=_language(values))
        case ["topic", topic, section] if _is_id(topic) and _is_id(section):
            return Request(topic, section, language=_language(values))
    return Refusal.UNKNOWN


def _by_code(values: dict[str, str]) -> Request | Refusal:
    """An Infobutton request."""
    if not values.get(_CODE, "").strip():
        return Refusal.NO_CODE
    code = make_code(values.get(_SYSTEM, ""), values[_CODE], values.get(_NAME, ""))
    return Request(code=code, language=_language(values)) if code else Refusal.BAD_CODE


def _is_id(text: str) -> bool:
    return len(text) <= MAX_ID and _ID.match(text) is not None


def _language(values: dict[str, str]) -> str:
    """The language's tag as packs write it; empty where none is named that could be read."""
    return language_tag(values.get(_LANGUAGE, ""))


def language_tag(text: str) -> str:
    """``es-mx``, ``es_MX`` and ``spa`` as packs write them: ``es-MX``, ``es``; else empty."""
    first, *rest = text.strip().replace("_", "-").split("-")
    first = first.lower()
    if len(first) == 3:
        from babel.core import get_global  # late: only the codes of three letters need it

        first = str(get_global("language_aliases").get(first, first))
    tag = "-".join([first, *(p.title() if len(p) == 4 else p.upper() for p in rest)])
    return tag if is_language_tag(tag) else ""
