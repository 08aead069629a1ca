"""The languages that a library's topics have, told from their folders without reading a text."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from viewer.core.language import is_language_tag

LOOKED_AT = 40
"""Topics of a library that are looked into; the languages of thousands are those of the first."""


def languages_of(folders: Iterable[Path]) -> tuple[str, ...]:
    """The languages of the topics in ``folders``, A to Z."""
    tags: set[str] = set()
    for number, folder in enumerate(folders):
        if number == LOOKED_AT:
            break
        if not _is_own(folder.parent, folder.name):
            continue
        found = filter(is_language_tag, _names(folder))
        tags.update(tag for tag in found if _is_own(folder, tag) and _texts(folder / tag))
    return tuple(sorted(tags))


def _is_own(above: Path, name: str) -> bool:
    """Whether what has this name stands in the folder above, and is no link to another place."""
    if not os.path.islink(above / name):
        return True
    from viewer.core.files import is_inside  # late: hardly any topic has links

    return is_inside(above / name, above)


def _texts(folder: Path) -> bool:
    return any(name.endswith(".md") for name in _names(folder))


def _names(folder: Path) -> list[str]:
    """What is in a folder; nothing where it cannot be read."""
    try:
        return os.listdir(folder)
    except OSError:
        return []
