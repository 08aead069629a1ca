"""The topics that a kiosk shows: of each the last version that was whole and brought no new error.

What is shown never stands in the library's own folder, where somebody may be copying just now
and which may be a network's. It is a copy in the kiosk's own folder. A round looks for versions
that nobody is writing any more, copies and checks them, and lets them count all at once. Where
a round ends early, nothing has changed but copies that nobody names.

A library of more than ``SMALL_LIBRARY`` topics is read where it lies: to copy thousands is not
for a kiosk's disk, and its index and catalogue are made from those very folders.
"""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from functools import partial
from pathlib import Path

from viewer.core.accepted.aside import Aside, NoAnswerError
from viewer.core.accepted.counting import (
    Counting,
    Topics,
    counting_of,
    damaged_of,
    gone_of,
    manifest_with,
    places_of,
)
from viewer.core.accepted.manifest import (
    Entry,
    Manifest,
    read_manifest,
    versions_in,
    write_manifest,
)
from viewer.core.accepted.news import News, Waiting, What, Why
from viewer.core.accepted.sifting import Candidate, Check, sift
from viewer.core.accepted.store import Fetched, Store
from viewer.core.accepted.survey import Found, Survey, survey_of
from viewer.core.accepted.watch import Clocks, Watch
from viewer.core.model import Topic
from viewer.core.packs.shelf import Shelf, shelf_of
from viewer.core.packs.topic import read_topic

MANIFEST = "accepted.json"


class Accepted:
    """Which version of each topic counts, over rounds, restarts, power cuts and kills."""

    def __init__(
        self, library: Sequence[Path], folder: Path, check: Check, clocks: Clocks | None = None
    ) -> None:
        """``folder`` is the kiosk's own, for copies of the topics in ``library``'s folders."""
        clocks = clocks or Clocks()
        self._library = tuple(Path(os.path.abspath(path)) for path in library)
        self._file = folder / MANIFEST
        self._store = Store(folder)
        self._check = check
        self._aside = Aside(clocks.ticks)
        self._watch = Watch(clocks)
        self._manifest: Manifest = read_manifest(self._file)
        self._in_place: dict[str, Path] = {}
        """Topics that are shown where they lie, in the very first start, until they count."""
        self._fresh: dict[str, Topic] = {}
        """Topics that were read when they were checked, so that nobody has to read them again."""
        self._refused: dict[str, tuple[str, Waiting]] = {}
        """Versions that have been refused, by what their source looked like."""
        self._damaged: set[str] | None = None
        """Topics whose copies the disk has damaged; None until they have been looked at."""
        self._is_first = True
        self._is_tidy = False
        self._is_large = False
        self.waiting: tuple[Waiting, ...] = ()
        """What does not count yet, and why, as the last round has found it."""
        self.news: tuple[News, ...] = ()
        """What counts since the last round."""
        self.has_changed = False
        """Whether ``shelf`` would tell other things than it has."""

    def shelf(self) -> Shelf:
        """Where the topics that count stand.

        With none at all, in a first start, those that are there: a screen must not be empty.
        """
        self.has_changed = False
        counting = places_of(self._counting(), self._store)
        if not counting:
            shelf = shelf_of(self._library)
            self._in_place = shelf.folders
            return shelf
        unchanging = {topic_id: self._fresh.get(topic_id) for topic_id in counting}
        self._fresh = {}
        return Shelf({**self._in_place, **counting}, (), unchanging)

    def round(self) -> Iterator[None]:
        """Look for what is new and let it count, in steps of some milliseconds.

        It may be given up after any step; a later round finds what this one would have.
        """
        self.news = ()
        waiting: list[Waiting] = []
        try:
            yield from self._round(waiting)
        except NoAnswerError:
            waiting = [Waiting(Why.NO_ANSWER, str(folder)) for folder in self._library]
        except OSError as error:
            reason = error.strerror or str(error)
            waiting.append(Waiting(Why.NOT_KEPT, str(self._file.parent), (), reason))
        self.waiting = tuple(waiting)

    def _round(self, waiting: list[Waiting]) -> Iterator[None]:
        yield from self._make_sure()
        survey = yield from self._aside.run(partial(survey_of, self._library))
        for folder, problems in survey.faults.items():
            waiting.append(Waiting(Why.NO_LIBRARY, str(folder), problems))
        counting = self._counting()
        if survey.is_large or self._is_large:
            yield from self._let_go(counting, waiting)
            return
        gone, just_gone = gone_of(counting, survey, self._library, self._watch)
        staying = {t: c for t, c in counting.items() if t not in gone}
        same: Topics = {}
        fetched: dict[str, Fetched] = {}
        for topic_id, found in survey.topics.items():
            now = staying.get(topic_id)
            copied = yield from self._fetch(topic_id, found, now, waiting)
            if copied is None or found.look is None:
                continue
            if now is not None and now.entry.version == copied.version:
                entry = now.entry._replace(signature=found.look.signature)
                same[topic_id] = Counting(found.library, entry)
                if topic_id in (self._damaged or ()):  # what was read of it may be wrong
                    path = self._store.place(entry.version) / topic_id
                    self._fresh[topic_id] = yield from self._aside.run(partial(read_topic, path))
            else:
                fetched[topic_id] = copied
        self._is_first = False
        new = yield from self._judge(fetched, survey, staying, waiting)
        if not new and not staying:  # never an empty screen: what there is waits for something else
            gone, just_gone = set(), gone | just_gone
        waiting += (Waiting(Why.GONE, topic_id) for topic_id in sorted(just_gone))
        yield from self._let_count(counting, gone, new, same)
        self._forget_places(waiting)

    def _make_sure(self) -> Iterator[None]:
        """Take away what nobody names, and find what the disk has damaged."""
        in_use = self.has_changed or self._is_large  # what is shown may no longer be named
        if not self._is_tidy and self._manifest and not in_use:
            yield from self._aside.run(self._tidy)
            self._is_tidy = True
        if self._damaged is None:
            whole = partial(damaged_of, self._counting(), self._store)
            self._damaged = yield from self._aside.run(whole)

    def _tidy(self) -> None:
        # What is on disk may be newer than what is known here, if a round was given up just then.
        self._store.sweep(versions_in((self._manifest, read_manifest(self._file))))

    def _counting(self) -> Topics:
        return counting_of(self._manifest, self._library, self._store)

    def _fetch(
        self, topic_id: str, found: Found, now: Counting | None, waiting: list[Waiting]
    ) -> Generator[None, None, Fetched | None]:
        """A copy of a topic that differs from what counts, and that nobody is writing any more."""
        if found.look is None:
            waiting.append(Waiting(found.why or Why.UNREADABLE, topic_id, (), found.reason))
            return None
        looks, place = found.look.signature, found.library / topic_id
        newest = found.look.newest if self._is_first and now is None else None
        is_quiet = self._watch.is_quiet(str(place), looks, newest)
        if now is not None and (
            self._library.index(now.library) < self._library.index(found.library)
        ):
            return None  # the first folder's counts, though it cannot be looked at just now
        is_same = now is not None and now.library == found.library and now.entry.signature == looks
        if is_same and topic_id not in (self._damaged or ()):
            return None
        before, why = self._refused.get(topic_id, ("", None))
        if before == looks and why is not None:
            waiting.append(why)
            return None
        copied = None
        if is_same or (is_quiet and found.look.files):
            copied = yield from self._aside.run(partial(self._store.fetch, place, found.look))
            self._is_tidy = False
        if copied is None:
            waiting.append(Waiting(Why.COPYING, topic_id))
        return copied

    def _judge(
        self,
        fetched: dict[str, Fetched],
        survey: Survey,
        staying: Topics,
        waiting: list[Waiting],
    ) -> Generator[None, None, Topics]:
        """Those of the new versions that may count; why the others may not is noted."""
        candidates = {}
        for topic_id, (version, problems) in fetched.items():
            now = staying.get(topic_id)
            source, place = survey.topics[topic_id].library, self._store.place(version)
            is_first = not staying or topic_id in self._in_place
            known = now.entry.errors if now else None if is_first else ()
            candidates[topic_id] = Candidate(source / topic_id, place, problems, known)
        others = {**self._in_place, **places_of(staying, self._store)}
        verdicts = yield from sift(candidates, others, self._check, self._aside)
        new: Topics = {}
        for topic_id, verdict in verdicts.items():
            found = survey.topics[topic_id]
            looks = found.look.signature if found.look else ""
            if verdict.new:
                why = Waiting(Why.ERRORS, topic_id, verdict.new)
                self._refused[topic_id] = (looks, why)
                waiting.append(why)
            else:
                entry = Entry(fetched[topic_id].version, looks, verdict.errors)
                new[topic_id] = Counting(found.library, entry)
                self._fresh[topic_id] = verdict.topic
        return new

    def _let_count(
        self, counting: Topics, gone: set[str], new: Topics, same: Topics
    ) -> Iterator[None]:
        """Keep what counts from now on, and then let it count."""
        dropped = {topic_id: counting[topic_id] for topic_id in gone}
        manifest = manifest_with(self._manifest, self._library, dropped, new | same)
        if manifest != self._manifest:
            yield from self._aside.run(partial(write_manifest, self._file, manifest))
            self._manifest = manifest
        mended = (self._damaged or set()) & set(same)
        self._damaged = (self._damaged or set()) - set(same) - set(new)
        self.news = tuple(News(What.TAKEN_UP, topic_id) for topic_id in new)
        self.news += tuple(News(What.DROPPED, topic_id) for topic_id in sorted(gone - set(new)))
        self.has_changed |= bool(self.news or mended)
        if self.news:
            self._refused.clear()  # they may have led to what was not there
            self._is_tidy = False

    def _forget_places(self, waiting: list[Waiting]) -> None:
        """Once topics count, those of a first start are shown where they lie no longer.

        But for those that are still being copied: they were seen, and will count in a moment.
        """
        counting = self._counting()
        if self._in_place and counting:
            copying = {why.name for why in waiting if why.why is Why.COPYING}
            left = {t: f for t, f in self._in_place.items() if t in copying and t not in counting}
            self.has_changed |= not self._in_place.keys() - left.keys() <= counting.keys()
            self._in_place = left

    def _let_go(self, counting: Topics, waiting: list[Waiting]) -> Iterator[None]:
        """The library has grown too large to be copied: the next start reads it where it lies."""
        if counting and not self._is_large:
            ours = set(map(str, self._library))
            left = {folder: e for folder, e in self._manifest.items() if folder not in ours}
            yield from self._aside.run(partial(write_manifest, self._file, left))
        self._is_large = True
        if counting:
            waiting.append(Waiting(Why.LARGE, str(self._library[0])))
