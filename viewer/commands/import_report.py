"""What ``careleaf import medlineplus`` tells: how far it is, what was not taken, and the sums."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from viewer.commands.import_output import tell
from viewer.commands.progress import Progress
from viewer.core.importing.health_topics import Bad, Contents, Entry
from viewer.core.importing.joining import Joined
from viewer.core.importing.placing import Placed
from viewer.core.importing.topic_pack import Made
from viewer.core.importing.xml_feed import RefusedError
from viewer.core.problems import printable
from viewer.core.words import Words

MOST_NAMED = 10
"""So many of the topics that were there already are named."""
DONE, FAILED = 0, 1


class Report:
    """Lines on standard output as things turn up, sums at the end, and progress beside them."""

    def __init__(self, file: Path, words: Words, progress: Progress) -> None:
        self.words = words
        self._file = printable(str(file))
        self._progress = progress
        self._begun = time.monotonic()
        self._failed = False
        self._findings: Counter[str] = Counter()
        self._placed: Counter[Placed] = Counter()
        self._languages: Counter[str] = Counter()
        self._unknown: Counter[str] = Counter()
        self._kept: dict[Placed, list[str]] = {Placed.THERE: [], Placed.CHANGED: []}
        self._not_taken = self._no_links = self._sites = self._narrowed = 0
        self._seen: set[str] = set()

    def reading(self, size: int) -> Callable[[int], None]:
        """What tells how much of the file has been read."""
        read = 0

        def seen(length: int) -> None:
            nonlocal read
            read += length
            percent = str(100 * read // max(size, 1))
            self._progress.show(self.words("import_command.reading", percent=percent))

        return seen

    def looking(self, topics: Sequence[Joined]) -> Iterator[Joined]:
        """The topics, telling how many have been looked at."""
        return self._each(topics, "import_command.looking")

    def writing(self, topics: Sequence[Joined]) -> Iterator[Joined]:
        """The topics, telling how many have been written."""
        return self._each(topics, "import_command.writing")

    def _each(self, topics: Sequence[Joined], key: str) -> Iterator[Joined]:
        for done, topic in enumerate(topics):
            self._progress.show(self.words(key, done=str(done), total=str(len(topics))))
            yield topic
        self._progress.clear()

    def contents(self, contents: Contents) -> None:
        """What the first pass over the file has found."""
        for bad in contents.bad:
            self._bad(bad)
        if contents.refused is not None:
            done = str(len(contents.entries))
            why = self._why(contents.refused)
            self._fail(contents.refused.line, self.words("import_command.rest", why=why, done=done))
        elif contents.total is not None:
            found = len(contents.entries) + len(contents.bad)
            if found != contents.total:
                total, count = str(contents.total), str(found)
                self._fail(1, self.words("import_command.total", total=total, found=count))

    def _bad(self, bad: Bad) -> None:
        why = self.words(f"import_command.{bad.why}")
        self._not_taken += 1
        self._fail(bad.line, self.words("import_command.not_taken", name=bad.name, why=why))

    def refused(self, refused: RefusedError, name: str) -> None:
        """A topic that cannot be read."""
        self._not_taken += 1
        why = self._why(refused)
        self._fail(refused.line, self.words("import_command.not_taken", name=name, why=why))

    def too_long(self, entry: Entry, length: int) -> None:
        """A topic with more text than a section may have."""
        self._not_taken += 1
        why = self.words("import_command.long_text", length=str(length))
        self._fail(entry.line, self.words("import_command.not_taken", name=entry.title, why=why))

    def held(self, topic: Joined, reasons: Sequence[str], kept: Path | None) -> None:
        """A topic that is not put into the library, for a person to decide."""
        self._not_taken += 1
        name, line = topic.entries[0].title, topic.entries[0].line
        for reason in reasons:
            self._fail(line, self.words("import_command.held", name=name, id=topic.id, why=reason))
        if kept is not None:
            self._print(self.words("import_command.held_at", name=name, folder=str(kept)))

    def found(self, rules: Counter[str]) -> None:
        """The checker's warnings and notes in a topic that is taken."""
        self._findings += rules

    def placed(self, topic: Joined, placed: Placed, made: Made) -> None:
        """A topic has been put into the library, or left alone."""
        self._placed[placed] += 1
        if placed in self._kept:
            self._kept[placed].append(topic.id)
            return
        self._languages["+".join(entry.language for entry in topic.entries)] += 1
        for text in made.texts:
            self._unknown += text.unknown
            self._no_links += len(text.no_links)

    def stopped(self, folder: Path) -> None:
        """Somebody has had enough."""
        done = str(self._placed[Placed.WRITTEN] + self._placed[Placed.REPLACED])
        self._progress.say(self.words("import_command.stopped", done=done, folder=str(folder)))

    def finish(self, folder: Path) -> int:
        """Tell the sums; the exit status."""
        for placed, ids in self._kept.items():
            if ids:
                more = ", …" if len(ids) > MOST_NAMED else ""
                some = ", ".join(ids[:MOST_NAMED]) + more
                count = str(len(ids))
                self._print(self.words(f"import_command.{placed}", count=count, some=some))
        if self._unknown:
            what = ", ".join(f"{name} × {n}" for name, n in self._unknown.most_common(20))
            self._print(self.words("import_command.unknown", what=what))
        if self._no_links:
            self._print(self.words("import_command.no_links", count=str(self._no_links)))
        if self._findings:
            what = ", ".join(f"{rule} × {n}" for rule, n in self._findings.most_common())
            self._print(self.words("import_command.findings", what=what))
        counts = {str(state): str(self._placed[state]) for state in Placed}
        self._print(
            self.words(
                "import_command.summary",
                folder=str(folder),
                not_taken=str(self._not_taken),
                both=str(self._languages["en+es"]),
                seconds=f"{time.monotonic() - self._begun:.1f}",
                **counts,
            )
        )
        return FAILED if self._failed else DONE

    def _why(self, refused: RefusedError) -> str:
        return self.words(f"import_command.refused.{refused.why}", detail=refused.detail)

    def _fail(self, line: int, text: str) -> None:
        self._failed = True
        self._print(f"{self._file}:{line}: {text}")

    def _print(self, line: str) -> None:
        """A line of standard output; the line that changes goes before it."""
        self._progress.clear()
        tell(line)
