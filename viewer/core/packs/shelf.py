"""Where the topics of a library stand: the folders that there are, each looked at once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from viewer.core.files import is_inside
from viewer.core.model import Topic
from viewer.core.packs.fields import IDENTIFIER
from viewer.core.problems import Problem, Reporter, Rule

_JUNCTIONS = os.name == "nt"
"""Windows has links that Python 3.11 cannot tell from folders, so each folder is followed there."""
_ALL_FIT = re.compile(r"[a-z0-9]+(?:[-\n][a-z0-9]+)*\Z")
"""As ``IDENTIFIER``, of any number of names on lines of their own."""


class Shelf(NamedTuple):
    """The topics that there are now, and where."""

    folders: dict[str, Path]
    """The folder that each topic's own folder stands in, by the topic's id."""
    problems: tuple[Problem, ...] = ()
    """Faults of the library itself."""
    unchanging: Mapping[str, Topic | None] = MappingProxyType({})
    """Topics whose files never change where they stand, and what was read of them if known."""


def shelf_of(library: Iterable[Path]) -> Shelf:
    """The topics in a library's folders. Where two share an id, the first folder's counts."""
    problems: list[Problem] = []
    found: dict[str, Path] = {}
    for folder in library:
        found = _scan(folder, found, Reporter(folder, problems))
    return Shelf(found, tuple(problems))


def _scan(folder: Path, found: dict[str, Path], reporter: Reporter) -> dict[str, Path]:
    """The topics found before, and those of this folder."""
    if not os.path.isdir(folder):  # unlike Path.is_dir, it raises nothing
        reporter.report(Rule.MISSING_LIBRARY, name=str(folder))
        return found
    if os.path.isfile(folder / "topic.yaml"):
        reporter.report(Rule.LIBRARY_IS_TOPIC, name=str(folder))
        return found
    try:
        names, links = _folders_in(folder)
    except OSError as error:
        reporter.report(Rule.UNREADABLE, reason=error.strerror or str(error))
        return found
    if not names:
        reporter.report(Rule.EMPTY_LIBRARY, name=str(folder))
    lines = "\n".join(names)
    plain = not links and not found and lines.count("\n") < len(names)
    if plain and _ALL_FIT.match(lines):
        return dict.fromkeys(names, folder)  # thousands at once, in half the time
    for name in names:
        here = reporter.for_path(folder / name)
        if not IDENTIFIER.match(name):
            here.report(Rule.TOPIC_ID, name=name)
        elif name in links and not is_inside(folder / name, folder):
            here.report(Rule.OUTSIDE_PACK, name=name)
        elif name in found:
            here.report(Rule.DOUBLED_TOPIC, name=name)
        else:
            found[name] = folder
    return found


def _folders_in(folder: Path) -> tuple[list[str], set[str]]:
    """The names of the folders in a folder, A to Z, and those that are links.

    Only a link can lead out, so only links are followed: thousands of topics take one look each.
    """
    names, links = [], set()
    with os.scandir(folder) as entries:
        for entry in entries:
            if not _JUNCTIONS and entry.is_dir(follow_symlinks=False):
                names.append(entry.name)
            elif os.path.isdir(entry):
                names.append(entry.name)
                links.add(entry.name)
    names = sorted(name for name in names if name[0] != ".")
    if names and not os.path.isdir(folder / names[0]):  # the folder may be listed, not entered
        names = [name for name in names if os.path.isdir(folder / name)]
    return names, links
