"""One process of a batch: makes all handouts of a topic at a time, and writes them."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from viewer.commands.handout_findings import errors_of
from viewer.commands.handout_manifest import entry_of
from viewer.commands.handout_setup import (
    Kit,
    Setup,
    failure_sentence,
    lack_sentence,
    make_kit,
)
from viewer.core.files import write_changed
from viewer.core.packs.library import Library
from viewer.core.wording import report_line
from viewer.core.words import ENGLISH, read_words
from viewer.handout.naming import handout_name

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
"""Errors that the next file would meet too."""


class TopicTask(NamedTuple):
    """A topic to make the handouts of."""

    topic: str
    shared: bool
    """Whether its code is another topic's too."""


class TopicDone(NamedTuple):
    """What became of it."""

    entries: tuple[str, ...] = ()
    """Of the manifest: the handouts that are there now."""
    written: int = 0
    """How many of them were not there already."""
    said: tuple[str, ...] = ()
    """Errors, as sentences or as ``file:line: …``."""
    left_out: bool = False
    """It has nothing of what was chosen."""
    lack: str = ""
    """What the machine lacks, if anything: no other topic can be made either."""
    full: str = ""
    """Why nothing more can be written, if that is so."""


def make_worker(setup: Setup, folder: Path) -> Callable[[TopicTask], TopicDone]:
    """What does the tasks; whatever happens to one, it is an answer and no exception."""
    words = read_words(setup.installation.words, ENGLISH)
    try:
        worker = _Worker(make_kit(setup, Library(setup.folders), words), folder)
    except ImportError as error:
        lack = lack_sentence(error, words)
        return lambda _: TopicDone(lack=lack)
    return worker.make


class _FullError(Exception):
    """Nothing more can be written; the text is a sentence."""


class _Worker:
    def __init__(self, kit: Kit, folder: Path) -> None:
        self._kit = kit
        self._folder = folder

    def make(self, task: TopicTask) -> TopicDone:
        """All handouts of a topic."""
        said: list[str] = []
        try:
            return self._made(task, said)
        except _FullError as error:
            return TopicDone(full=str(error))
        except Exception as error:
            if lack := lack_sentence(error, self._kit.words):
                return TopicDone(lack=lack)
            return TopicDone(said=(*said, self._failed(task.topic, error)))

    def _made(self, task: TopicTask, said: list[str]) -> TopicDone:
        kit = self._kit
        topic = kit.library.topic(task.topic)
        orders = kit.orders.every(topic)
        entries: list[str] = []
        written = 0
        for order in orders:
            name = handout_name(order, topic.codes, task.shared)
            try:
                pdf = kit.maker.pdf(order)
                written += self._written(name, pdf)
            except Exception as error:  # whatever it is: the other handouts can be made
                if isinstance(error, _FullError) or lack_sentence(error, kit.words):
                    raise
                said.append(self._failed(name, error))
            else:
                said.extend(self._left_out(name))
                title = kit.maker.handouts(order)[0].title
                entries.append(entry_of(name, pdf, topic, order, title))
        errors = errors_of(topic, orders, kit.library, kit.icons)
        said.extend(report_line(problem, kit.words) for problem in errors)
        return TopicDone(tuple(entries), written, tuple(said), left_out=not orders)

    def _written(self, name: str, pdf: bytes) -> bool:
        try:
            return write_changed(self._folder / name, pdf)
        except OSError as error:
            if error.errno not in _FULL:
                raise
            reason = error.strerror or str(error)
            file = str(self._folder / name)
            said = self._kit.words("handout_command.not_written", file=file, reason=reason)
            raise _FullError(said) from error

    def _left_out(self, name: str) -> Iterator[str]:
        for alternative in self._kit.maker.left_out:
            said = self._kit.words("handout_command.picture", alternative=alternative)
            yield f"{name}: {said}"

    def _failed(self, what: str, error: Exception) -> str:
        reason = failure_sentence(error, self._kit.words)
        return self._kit.words("handout_command.failed", what=what, reason=reason)
