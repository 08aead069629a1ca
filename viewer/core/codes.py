"""Codes by which record systems ask for a topic: how they are written, and which are the same.

A topic names its codes in ``topic.yaml``; a request names one on the command line
(``icd10cm:E83.59``) or in an Infobutton address, where systems are numbers (OIDs).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from viewer.core.files import CONTROLS
from viewer.core.problems import printable

_SYSTEM = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}\Z")
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+/_-]{0,39}\Z")
MAX_NAME = 80
"""Characters of a code's name that are shown; more is no name."""

_BY_OID = {
    "2.16.840.1.113883.6.90": "icd10cm",
    # The world's ICD-10 is another system: its codes are fewer, and some mean something else.
    "2.16.840.1.113883.6.3": "icd10",
    "2.16.840.1.113883.6.96": "snomed",
    "2.16.840.1.113883.6.1": "loinc",
    "2.16.840.1.113883.6.88": "rxnorm",
    "2.16.840.1.113883.6.177": "mesh",
}
_TITLES = {
    "icd10cm": "ICD-10-CM",
    "icd10": "ICD-10",
    "snomed": "SNOMED CT",
    "loinc": "LOINC",
    "rxnorm": "RxNorm",
    "mesh": "MeSH",
}
_DOT_IS_OPTIONAL = frozenset({"icd10cm", "icd10"})
"""Here the dot only parts the first three characters from the rest; many programs leave it out."""

Codes = Mapping[str, Sequence[str]]
"""A topic's codes by system, as its author wrote them."""


class Code(NamedTuple):
    """A code that somebody asked for."""

    system: str
    """As packs name it, in small letters; empty where the request did not say."""
    code: str
    name: str = ""
    """What the asking program calls it, for a sentence about it."""

    @property
    def shown(self) -> str:
        """The code as a sentence shows it: ``J45.9 (ICD-10-CM, Asthma)``."""
        about = ", ".join(filter(None, (_TITLES.get(self.system, self.system), self.name)))
        return f"{self.code} ({about})" if about else self.code


def make_code(system: str, code: str, name: str = "") -> Code | None:
    """A code from the words of a request; None where they are not such as systems write.

    ``system`` may be a pack's name for it, an OID, or empty.
    """
    system, code = system.strip(), code.strip()
    if not _CODE.match(code) or (system and not _SYSTEM.match(system)):
        return None
    return Code(_BY_OID.get(system, system.lower()), code, _name(name))


def parse_code(text: str) -> Code | None:
    """Read ``SYSTEM:CODE``; None where it is not written so."""
    system, _, code = text.partition(":")
    return make_code(system, code) if system.strip() else None


def code_key(system: str, code: str) -> str:
    """The same for every way to write one code of a system."""
    key = code.strip().upper()
    return key.replace(".", "") if system.lower() in _DOT_IS_OPTIONAL else key


def has_code(codes: Codes, system: str, code: str) -> bool:
    """Whether a topic with these codes is meant; an empty ``system`` means any."""
    return any(
        code_key(name, code) == code_key(name, one)
        for name, written in codes.items()
        if not system or name.lower() == system.lower()
        for one in written
    )


def _name(text: str) -> str:
    """One printable line; without braces, which would name values of the clinic."""
    seen = text.translate(CONTROLS).translate({ord("{"): None, ord("}"): None})
    line = " ".join(printable(" ".join(seen.split())).split())
    return line if len(line) <= MAX_NAME else line[: MAX_NAME - 1] + "…"
