"""``careleaf import medlineplus``: a file of health topics made into a library.

The file is gone through once for where its topics stand; then each topic is read from its place
twice: to see whether it may go into a library, and, once it is known where links can lead, to be
written. So memory holds one topic at a time, and the names of all.
"""

from __future__ import annotations

import datetime
import errno
import os
import sys
from collections import Counter
from functools import cache, partial
from pathlib import Path
from typing import BinaryIO

from viewer.commands.import_options import MedlinePlus
from viewer.commands.import_report import Report
from viewer.commands.progress import Progress
from viewer.core.importing.examined import examine
from viewer.core.importing.health_topics import Contents, read_contents, read_record
from viewer.core.importing.html_tree import MAX_HTML
from viewer.core.importing.joining import Joined, join, resolver
from viewer.core.importing.pack_files import Pack
from viewer.core.importing.placing import place, tidy
from viewer.core.importing.to_markdown import Resolve
from viewer.core.importing.topic_pack import SUMMARY, Made, make_pack
from viewer.core.importing.xml_feed import RefusedError
from viewer.core.installation import Installation
from viewer.core.problems import Severity
from viewer.core.wording import sentence
from viewer.core.words import Words, read_words
from viewer.request import RequestError


def run(options: MedlinePlus, installation: Installation, words: Words) -> int:
    """Import the file; the exit status.

    Raises:
        RequestError: it could not begin.
        OSError: the file cannot be read on, or the library cannot be written.
        KeyboardInterrupt: somebody has had enough; each topic is whole.
    """
    progress = Progress(sys.stderr)
    report = Report(options.file, words, progress)
    with _opened(options.file, words) as file:
        work = _Import(options, installation, report, file)
        try:
            work.run()
        except KeyboardInterrupt:
            report.stopped(options.out)
            raise
    return report.finish(options.out)


def _opened(path: Path, words: Words) -> BinaryIO:
    """The file, open for reading.

    Raises:
        RequestError: it cannot be, or is none that can be read twice.
    """
    try:
        if path.is_file():
            return path.open("rb")
        reason = os.strerror(errno.EISDIR if path.is_dir() else errno.ENOENT)
    except OSError as error:
        reason = error.strerror or str(error)
    raise RequestError(words("import_command.no_file", file=str(path), reason=reason))


class _Import:
    def __init__(
        self, options: MedlinePlus, installation: Installation, report: Report, file: BinaryIO
    ) -> None:
        self._options = options
        self._report = report
        self._file = file
        self._icons = installation.icon_names
        self._today = datetime.date.today()
        self._words_for = cache(partial(read_words, installation.words))
        self._contents = Contents()

    def run(self) -> None:
        size = os.fstat(self._file.fileno()).st_size
        self._contents = contents = read_contents(self._file, self._report.reading(size))
        self._report.contents(contents)
        topics = join(contents.entries)
        for folder in filter(None, (self._options.out, self._options.held)):
            folder.mkdir(parents=True, exist_ok=True)
            tidy(folder)
        good = [topic for topic in self._report.looking(topics) if self._look(topic)]
        there = {topic.id for topic in good if self._will_be(topic)}
        resolve = resolver(topics, there, SUMMARY)
        for topic in self._report.writing(good):
            made = self._made(topic, resolve)
            if made is not None:
                placed = place(made.pack, self._options.out, replace=self._options.replace)
                self._report.placed(topic, placed, made)

    def _look(self, topic: Joined) -> bool:
        """Whether a topic may go into a library: whole, and without an error of the checker's."""
        made = self._made(topic, str)
        if made is None:
            return False
        reasons = []
        if not all(text.whole for text in made.texts):
            reasons.append(self._report.words("import_command.not_whole"))
        problems = examine(made.pack, self._icons, self._today)
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        reasons += [f"{p.rule}: {sentence(p, self._report.words)}" for p in errors]
        if reasons:
            kept = self._hold(made.pack)
            self._report.held(topic, reasons, kept)
            return False
        self._report.found(Counter(str(p.rule) for p in problems))
        return True

    def _hold(self, pack: Pack) -> Path | None:
        folder = self._options.held
        if folder is None:
            return None
        place(pack, folder, replace=self._options.replace)
        return folder / pack.id

    def _will_be(self, topic: Joined) -> bool:
        """Whether the library will have the section that links lead to; it may be another's."""
        folder = self._options.out / topic.id
        return not os.path.lexists(folder) or any(folder.glob(f"*/{SUMMARY}.md"))

    def _made(self, topic: Joined, resolve: Resolve) -> Made | None:
        """The topic's pack; None, and a line of the report, where a text of it cannot be read."""
        records = []
        for entry in topic.entries:
            try:
                record = read_record(self._file, entry, self._contents.encoding)
            except RefusedError as refused:
                self._report.refused(refused, entry.title)
                return None
            if len(record.summary) > MAX_HTML:
                self._report.too_long(entry, len(record.summary))
                return None
            records.append(record)
        return make_pack(records, topic.id, self._contents.day, resolve, self._words_for)
