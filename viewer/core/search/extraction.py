"""Topics read and turned into what the index takes: the slow part, done in several processes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from viewer.core.catalogue import Entry
from viewer.core.model import Topic
from viewer.core.packs.topic import read_topic
from viewer.core.search.documents import documents_of
from viewer.core.search.index import Fields, fields_of
from viewer.core.search.signatures import Signature, signature_of
from viewer.core.search.vocabulary import Vocabulary

BATCH = 100
"""Topics that a process reads at a time; each batch is one step of the progress."""
FEW = 24
"""So many topics are read sooner than another process starts."""
NICENESS = 10


class Extract(NamedTuple):
    """What some topics come to."""

    documents: list[Fields]
    entries: list[Entry]
    signatures: dict[str, Signature]
    vocabulary: Vocabulary


def extract(folders: Sequence[tuple[str, Path]]) -> Extract:
    """Read these topics, each with its id and folder."""
    found = Extract([], [], {}, Vocabulary())
    for topic_id, folder in folders:
        found.signatures[topic_id] = signature_of(folder)
        topic = read_topic(folder)
        found.entries.append(entry_of(topic))
        for document in documents_of(topic):
            found.documents.append(fields_of(document))
            found.vocabulary.add(document)
    return found


def extracts(folders: Sequence[tuple[str, Path]], processes: int) -> Iterator[Extract]:
    """Read topics batch by batch, in so many processes."""
    batches = [folders[at : at + BATCH] for at in range(0, len(folders), BATCH)]
    if processes < 2 or len(folders) <= FEW:
        yield from map(extract, batches)
        return
    import multiprocessing  # late: most refreshes read one topic

    context = multiprocessing.get_context("spawn")
    with context.Pool(min(processes, len(batches)), be_nice) as pool:
        yield from pool.imap_unordered(extract, batches)


def be_nice() -> None:
    """Let the window, and whatever else the reader does, come first."""
    with contextlib.suppress(OSError, AttributeError):  # a system may have no such thing
        if os.nice(0) < NICENESS:
            os.nice(NICENESS)


def entry_of(topic: Topic) -> Entry:
    """What the catalogue says of a topic."""
    codes = {system: list(known) for system, known in topic.codes.items()}
    return Entry(topic.id, dict(topic.title.by_language), codes, list(topic.languages))
