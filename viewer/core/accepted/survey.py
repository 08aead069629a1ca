"""What a library's folders hold now, topic by topic: looked at, not read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from viewer.core.accepted.news import Why
from viewer.core.accepted.source import Look, TooMuchError, look_at
from viewer.core.packs.library import SMALL_LIBRARY
from viewer.core.packs.shelf import shelf_of
from viewer.core.problems import Problem


class Found(NamedTuple):
    """A topic that is there now."""

    library: Path
    """The library folder that it stands in."""
    look: Look | None
    """None where it cannot be looked at, for this reason:"""
    why: Why | None = None
    reason: str = ""


class Survey(NamedTuple):
    """All that is there now."""

    topics: dict[str, Found]
    faults: dict[Path, tuple[Problem, ...]]
    """Library folders that cannot be listed, or have no topic: nothing is known of theirs."""
    is_large: bool


def survey_of(library: Sequence[Path]) -> Survey:
    """Look at a library's folders, and at every topic of a small one."""
    topics: dict[str, Found] = {}
    faults: dict[Path, tuple[Problem, ...]] = {}
    for folder in library:
        shelf = shelf_of([folder])
        if not shelf.folders:
            faults[folder] = shelf.problems
        for topic_id in shelf.folders:
            topics.setdefault(topic_id, Found(folder, None))
    is_large = len(topics) > SMALL_LIBRARY
    if not is_large:
        topics = {topic_id: _looked(found, topic_id) for topic_id, found in topics.items()}
    return Survey(topics, faults, is_large)


def _looked(found: Found, topic_id: str) -> Found:
    try:
        return found._replace(look=look_at(found.library / topic_id))
    except TooMuchError:
        return found._replace(why=Why.TOO_LARGE)
    except OSError as error:
        return found._replace(why=Why.UNREADABLE, reason=error.strerror or str(error))
