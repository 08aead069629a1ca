"""The language and the country that the system is set up for, without Qt."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from viewer.core.requests import language_tag


def system_language(environment: Mapping[str, str]) -> str:
    """The tag of the language that programs are to speak, such as es-MX; empty where none is."""
    return _tag(environment, "LC_MESSAGES")


def system_paper_territory(environment: Mapping[str, str]) -> str:
    """The country whose sheets printers have, such as US; empty where none is named."""
    return territory_of(_tag(environment, "LC_PAPER"))


def territory_of(tag: str) -> str:
    """The country in a language tag, such as MX in es-MX; empty where it names none."""
    last = tag.rpartition("-")[2]
    return last if "-" in tag and len(last) == 2 else ""


def _tag(environment: Mapping[str, str], category: str) -> str:
    """POSIX: LC_ALL comes before the category's own variable, and LANG last."""
    named = (environment.get(name, "") for name in ("LC_ALL", category, "LANG"))
    name = next(filter(None, named), "") or _windows_name()
    return language_tag(name.partition(".")[0].partition("@")[0])


def _windows_name() -> str:
    """What Windows says, where no variable does; empty on other systems."""
    if sys.platform != "win32":
        return ""
    import ctypes  # late: no other system needs it

    buffer = ctypes.create_unicode_buffer(85)
    ctypes.windll.kernel32.GetUserDefaultLocaleName(buffer, len(buffer))
    return buffer.value
