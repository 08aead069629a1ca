"""Topics read and turned into what the index takes: the slow part, done in several processes."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
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
MAX_SECONDS = 20.0
"""Of the processor's time for one topic: the largest that are known take less than one."""


class Extract(NamedTuple):
    """What some topics come to."""

    documents: list[Fields]
    entries: list[Entry]
    signatures: dict[str, Signature]


Folders = Sequence[tuple[str, Path]]
"""Topics, each by its id and folder."""


class _TooLong(BaseException):  # so that nobody on the way takes it for a broken file
    """A topic takes longer to read than its search is worth."""


def extract(folders: Folders, vocabulary: Vocabulary) -> Extract:
    """Read these topics; their words go into the vocabulary.

    One that takes too long, or cannot be read at all, costs only its own search: its
    signature says that it was tried, and it is tried again once its files have changed.
    """
    found = Extract([], [], {})
    for topic_id, folder in folders:
        found.signatures[topic_id] = signature_of(folder)
        with contextlib.suppress(Exception, _TooLong), _time_limit(MAX_SECONDS):
            topic = read_topic(folder)
            found.entries.append(entry_of(topic))
            documents = list(documents_of(topic))
            fields = list(map(fields_of, documents))
            for document in documents:
                vocabulary.add(document)
            found.documents.extend(fields)
    return found


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raise ``_TooLong`` after so long, even inside a regular expression.

    It counts the processor's time: a busy machine, or one that sleeps, makes no topic bad.
    Where there are no such timers (Windows, or another thread) there is no limit.
    """
    known = hasattr(signal, "setitimer")
    if not known or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, seconds, 1.0)  # again: a callback may swallow the first
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _give_up(*_: object) -> None:
    raise _TooLong


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
        # A daemon, which ends with us; if we are killed, it sees that and ends.
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
    threading.Thread(target=_end_with_the_parent, daemon=True).start()
    be_nice()
    vocabulary = Vocabulary()
    with contextlib.suppress(BrokenPipeError, ConnectionError):  # nobody listens any more
        for batch in batches:
            writer.send(extract(batch, vocabulary))
        writer.send(vocabulary)


def _end_with_the_parent() -> None:
    """Whoever asked for this may be killed, and then closes no pipe in words."""
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def end_readers() -> None:
    """End all processes that read for this one, whatever they are at."""
    import multiprocessing

    for process in multiprocessing.active_children():
        process.kill()


def be_nice() -> None:
    """Let the window, and whatever else the reader does, come first."""
    with contextlib.suppress(OSError, AttributeError):  # a system may have no such thing
        if os.nice(0) < NICENESS:
            os.nice(NICENESS)


def entry_of(topic: Topic) -> Entry:
    """What the catalogue says of a topic."""
    return Entry(topic.id, dict(topic.title.by_language), list(topic.languages))
