"""``careleaf handout --all``: every topic in every language and size, in several processes."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from viewer.commands.handout_manifest import FILE_NAME, listed_files, manifest
from viewer.commands.handout_options import HandoutOptions
from viewer.commands.handout_setup import (
    DONE,
    FAILED,
    LACKING,
    Reporting,
    Setup,
    make_setup,
    read_settings,
)
from viewer.commands.handout_worker import TopicDone, TopicTask, make_worker
from viewer.commands.progress import Progress
from viewer.commands.workers import Lost, Workers, processors
from viewer.core.codes import Codes
from viewer.core.files import sweep, write_changed
from viewer.core.installation import Installation
from viewer.core.packs.library import Library
from viewer.core.packs.topic_file import read_topic_file
from viewer.core.problems import Reporter
from viewer.core.words import ENGLISH, Words, read_words
from viewer.handout.naming import is_shared, shared_keys
from viewer.request import RequestError

MOST_NAMED = 10
"""So many files of an earlier run are named one by one."""


def run_batch(
    options: HandoutOptions, folder: Path, installation: Installation, clinic_file: Path | None
) -> int:
    """Make all handouts into ``folder``; the exit status.

    Raises:
        RequestError: the settings or the folder are not such that it could begin.
        KeyboardInterrupt: somebody has had enough; each file is whole.
    """
    gc.enable()  # unlike one handout, thousands make garbage
    words = read_words(installation.words, ENGLISH)
    progress = Progress(sys.stderr)
    reporting = Reporting(words, progress.say)
    named = options.clinic is not None
    clinic = read_settings(options.clinic or clinic_file, named, words, reporting)
    setup = make_setup(options, installation, clinic)
    library = Library(setup.folders)
    reporting.problems(library.problems)
    if not library.topic_ids:
        return FAILED
    _check_folder(folder, words)
    batch = _Batch(setup, folder, words, progress, reporting)
    try:
        return batch.run(library)
    except KeyboardInterrupt:
        progress.say(words("handout_command.stopped", folder=str(folder)))
        raise


class _Batch:
    def __init__(
        self, setup: Setup, folder: Path, words: Words, progress: Progress, reporting: Reporting
    ) -> None:
        self._setup = setup
        self._folder = folder
        self._words = words
        self._progress = progress
        self._reporting = reporting
        self._entries: list[str] = []
        self._written = 0
        self._left_out = 0

    def run(self, library: Library) -> int:
        begin = time.monotonic()
        ids = library.topic_ids
        make = partial(make_worker, self._setup, self._folder)
        count = min(processors(), len(ids))
        with Workers[TopicTask, TopicDone](make, count) as workers:
            for done, (task, result) in enumerate(workers.results(_tasks(library)), 1):
                if isinstance(result, Lost):
                    said = self._words(f"handout_command.{result.value}")
                    self._reporting.error(
                        self._words("handout_command.failed", what=task.topic, reason=said)
                    )
                elif result.lack or result.full:
                    self._reporting.error(result.lack or result.full)
                    return LACKING if result.lack else FAILED
                else:
                    self._take(result)
                self._progress.show(
                    self._words(
                        "handout_command.progress",
                        done=f"{done:,}",
                        total=f"{len(ids):,}",
                        handouts=f"{len(self._entries):,}",
                    )
                )
        self._finish(len(ids), time.monotonic() - begin)
        return FAILED if self._reporting.failed else DONE

    def _take(self, result: TopicDone) -> None:
        self._entries.extend(result.entries)
        self._written += result.written
        self._left_out += result.left_out
        for line in result.said:
            self._reporting.error(line)

    def _finish(self, topics: int, seconds: float) -> None:
        """Write the manifest, and say what there is now."""
        earlier = listed_files(self._folder)
        data = manifest(self._entries)
        try:
            write_changed(self._folder / FILE_NAME, data)
        except OSError as error:
            reason = error.strerror or str(error)
            file = str(self._folder / FILE_NAME)
            raise RequestError(
                self._words("handout_command.not_written", file=file, reason=reason)
            ) from error
        self._name_left_over(earlier - listed_files(self._folder))
        if not self._entries and not self._reporting.failed:
            self._reporting.error(self._words("handout_command.nothing"))
        elif self._left_out:
            self._progress.say(self._words("handout_command.left_out", count=f"{self._left_out:,}"))
        self._progress.say(
            self._words(
                "handout_command.summary",
                topics=f"{topics:,}",
                handouts=f"{len(self._entries):,}",
                written=f"{self._written:,}",
                same=f"{len(self._entries) - self._written:,}",
                seconds=f"{seconds:.1f}",
            )
        )

    def _name_left_over(self, names: Iterable[str]) -> None:
        """Files of an earlier run that this one has not made: they may be out of date."""
        there = sorted(name for name in names if os.path.isfile(self._folder / name))
        if there:
            some = ", ".join(there[:MOST_NAMED]) + (", …" if len(there) > MOST_NAMED else "")
            self._progress.say(
                self._words("handout_command.left_over", count=f"{len(there):,}", some=some)
            )


def _tasks(library: Library) -> Iterator[TopicTask]:
    """The topics, A to Z; which of them share a code has to be known before the first is named."""
    codes = {topic_id: _codes(library.path(topic_id)) for topic_id in library.topic_ids}
    shared = shared_keys(codes.values())
    for topic_id, own in codes.items():
        yield TopicTask(topic_id, is_shared(own, shared))


def _codes(folder: Path) -> Codes:
    reporter = Reporter(folder / "topic.yaml", [])  # faults are told when the topic is made
    return read_topic_file(folder, reporter).codes


def _check_folder(folder: Path, words: Words) -> None:
    """Make the folder, and see that files can be written into it.

    Raises:
        RequestError: they cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
        sweep(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        raise RequestError(
            words("handout_command.not_written", file=str(folder), reason=reason)
        ) from error
