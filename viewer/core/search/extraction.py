"""Topics read and turned into what the index takes: the slow part, done in several processes."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.core.catalogue import Entry
from viewer.core.model import Topic
from viewer.core.packs.topic import read_topic
from viewer.core.search.documents import documents_of
from viewer.core.search.fields import Fields, fields_of
from viewer.core.search.signatures import Signature, signature_of
from viewer.core.search.vocabulary import Vocabulary

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

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


Folders = Sequence[tuple[str, Path]]
"""Topics, each by its id and folder."""


def extract(folders: Folders, vocabulary: Vocabulary) -> Extract:
    """Read these topics; their words go into the vocabulary."""
    found = Extract([], [], {})
    for topic_id, folder in folders:
        found.signatures[topic_id] = signature_of(folder)
        topic = read_topic(folder)
        found.entries.append(entry_of(topic))
        for document in documents_of(topic):
            found.documents.append(fields_of(document))
            vocabulary.add(document)
    return found


def extracts(folders: Folders, processes: int, vocabulary: Vocabulary) -> Iterator[Extract]:
    """Read topics batch by batch, in so many processes.

    Raises:
        EOFError: one of the processes was ended from outside.
    """
    batches = [folders[at : at + BATCH] for at in range(0, len(folders), BATCH)]
    if processes < 2 or len(folders) <= FEW:
        for batch in batches:
            yield extract(batch, vocabulary)
        return
    import multiprocessing  # late: most refreshes read one topic
    from multiprocessing import connection

    context = multiprocessing.get_context("spawn")
    readers = []
    for share in (batches[at::processes] for at in range(min(processes, len(batches)))):
        reader, writer = context.Pipe(duplex=False)
        # A daemon, which ends with us; if we are killed, its next word finds nobody and it ends.
        context.Process(target=_read_share, args=(share, writer), daemon=True).start()
        writer.close()
        readers.append(reader)
    while readers:
        ready = connection.wait(readers)
        for reader in [one for one in readers if one in ready]:
            found = reader.recv()
            if isinstance(found, Vocabulary):
                vocabulary.merge(found)
                readers.remove(reader)
            else:
                yield found


def _read_share(batches: Sequence[Folders], writer: Connection) -> None:
    """Read one process's share, say what each batch comes to, and at the end its words."""
    be_nice()
    vocabulary = Vocabulary()
    for batch in batches:
        writer.send(extract(batch, vocabulary))
    writer.send(vocabulary)


def be_nice() -> None:
    """Let the window, and whatever else the reader does, come first."""
    with contextlib.suppress(OSError, AttributeError):  # a system may have no such thing
        if os.nice(0) < NICENESS:
            os.nice(NICENESS)


def entry_of(topic: Topic) -> Entry:
    """What the catalogue says of a topic."""
    return Entry(topic.id, dict(topic.title.by_language), list(topic.languages))
