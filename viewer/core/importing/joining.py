"""Which topics of a file become one pack, what it is called, and where links to it lead."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from viewer.core.importing.health_topics import Entry
from viewer.core.importing.pack_files import id_of
from viewer.core.importing.to_markdown import Resolve


@dataclass(frozen=True, slots=True)
class Joined:
    """A topic of the library that is to be: its id, and its entries, the fallback's first."""

    id: str
    entries: Sequence[Entry]


def join(entries: Mapping[str, Entry]) -> tuple[Joined, ...]:
    """English topics with their Spanish twins, in the order of the file; then Spanish ones alone.

    Either of the two may name the other; a topic is in one pack only.
    """
    named_by = {entry.partner: entry.id for entry in entries.values() if entry.language == "es"}
    taken: set[str] = set()
    ids: set[str] = set()
    found = []
    for language in ("en", "es"):
        for entry in entries.values():
            if entry.language != language or entry.id in taken:
                continue
            twin = entries.get(entry.partner) or entries.get(named_by.get(entry.id, ""))
            both = [entry]
            if twin is not None and twin.language != language and twin.id not in taken:
                both.append(twin)
            taken.update(one.id for one in both)
            found.append(Joined(_free_id(entry, ids), both))
    return tuple(found)


def _free_id(entry: Entry, ids: set[str]) -> str:
    wanted = id_of(entry.title) or f"medlineplus-{entry.id}"
    if wanted in ids:
        wanted = f"{wanted}-{entry.id}"
    ids.add(wanted)
    return wanted


def resolver(topics: Sequence[Joined], there: Collection[str], section: str) -> Resolve:
    """What gives the address of a topic that is ``there`` the link to its ``section``."""
    targets = {
        _plain(entry.url): f"section:{topic.id}/{section}"
        for topic in topics
        if topic.id in there
        for entry in topic.entries
        if entry.url
    }
    return lambda url: targets.get(_plain(url), url)


def _plain(url: str) -> str:
    """An address as it is compared: without its scheme; a place on its page is another address."""
    return url.partition("://")[2].rstrip("/").lower()
