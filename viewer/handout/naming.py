"""What the file of a handout is called: record systems fetch it by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from viewer.core.codes import Codes, code_key, make_code
from viewer.handout.order import Order

_FIRST = "icd10cm"
"""The system whose codes problem lists are written in comes before a topic's other codes."""
_DOTTED = ("icd10cm", "icd10")
"""Here a dot stands behind the third character, however the author wrote the code."""
_UNFIT = re.compile(r"[^A-Za-z0-9.+-]+")
_NO_NAME = re.compile(r"""[\x00-\x1f\x7f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+""")
"""What no system lets a file's name have, or what would show the name in another order."""
_MOST_BYTES = 160
"""Bytes of a title in a name; file systems take 255 for the whole of it."""


class NamedCode(NamedTuple):
    """A code as a file's name has it."""

    system: str
    code: str


def naming_code(codes: Codes) -> NamedCode | None:
    """The code that a topic's files are named by; None where it has none that can be asked for."""
    systems = sorted(codes, key=lambda system: system.lower() != _FIRST)  # else as written
    written = (make_code(system, code) for system in systems for code in codes[system])
    found = next((one for one in written if one and one.system), None)
    return NamedCode(found.system, _standard(found.system, found.code)) if found else None


def code_keys(codes: Codes) -> frozenset[tuple[str, str]]:
    """All codes of a topic; two that would be written alike in a file's name are the same."""
    return frozenset(_key(system, code) for system, codes_of in codes.items() for code in codes_of)


def handout_name(order: Order, codes: Codes, shared: bool = False) -> str:
    """The file's name; ``shared`` codes are those of other topics too, so the id tells them apart.

    It does not say which parts of the topic were chosen: a folder has one choice for all.
    """
    code = naming_code(codes)
    parts: list[str] = [*code, *([order.topic] if shared else [])] if code else [order.topic]
    languages = "-".join(filter(None, (order.language, order.beside)))
    return "_".join([*map(_fit, parts), languages, order.print_size]) + ".pdf"


def titled_name(title: str, order: Order) -> str:
    """A name for people to find the file by: its title, languages and print size."""
    named = " ".join(_NO_NAME.sub(" ", title.replace(":", " -")).split())
    named = named.encode()[:_MOST_BYTES].decode(errors="ignore").strip(" .")
    details = filter(None, (order.language, order.beside, f"{order.print_size.points} pt"))
    return f"{named or _fit(order.topic)} ({', '.join(details)}).pdf"


def shared_keys(codes: Iterable[Codes]) -> frozenset[tuple[str, str]]:
    """The codes that more than one topic has."""
    seen: set[tuple[str, str]] = set()
    shared: set[tuple[str, str]] = set()
    for keys in map(code_keys, codes):
        shared |= keys & seen
        seen |= keys
    return frozenset(shared)


def is_shared(codes: Codes, shared: frozenset[tuple[str, str]]) -> bool:
    """Whether the code that a topic's files are named by is one of ``shared``."""
    code = naming_code(codes)
    return code is not None and _key(*code) in shared


def _key(system: str, code: str) -> tuple[str, str]:
    return _fit(system.lower()), _fit(code_key(system, code))


def _standard(system: str, code: str) -> str:
    if system not in _DOTTED:
        return code
    code = code_key(system, code)
    return f"{code[:3]}.{code[3:]}" if len(code) > 3 else code


def _fit(part: str) -> str:
    """A part without what file systems, or our own underscores, would take for something else."""
    return _UNFIT.sub("-", part)
