"""MedlinePlus health topics: where each stands in the XML file, and one of them read.

The schema is the National Library of Medicine's (mplus_topics.dtd, described at
medlineplus.gov/xmldescription.html). A first pass over the file keeps of each topic its place, its
name and its other language; a topic's text is read when it is wanted, from its place.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from typing import BinaryIO

from viewer.core.importing.escaping import one_line
from viewer.core.importing.xml_feed import Feed, Refusal, RefusedError

ROOT, TOPIC = "health-topics", "health-topic"
LANGUAGES = {"English": "en", "Spanish": "es"}
"""The languages of the schema, as packs name them."""
MAX_TOPICS = 50_000
"""Topics of a file; MedlinePlus has some 2,000."""
MAX_RECORD = 1_048_576
"""Bytes of one topic; the longest known has 60,000."""
MAX_TITLE = 300
MAX_TERM = 200
"""Characters of a name that the topic is also called by."""
MAX_LIST = 500
"""Entries of any list of one topic."""
_ID = re.compile(r"[0-9]{1,12}\Z")
_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_DESCRIPTOR = re.compile(r"D[0-9]{6,9}\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a topic stands in the file."""

    id: str
    language: str
    title: str
    url: str
    start: int
    """The first byte of it."""
    end: int = 0
    """The byte after it, or that its closing tag begins at."""
    line: int = 0
    partner: str = ""
    """The id of the same topic in the other language."""


@dataclass(frozen=True, slots=True)
class Bad:
    """A topic that cannot be taken: why, as a key of words, and what it calls itself."""

    why: str
    line: int
    name: str


@dataclass(slots=True)
class Contents:
    """What a file has, as far as it could be read."""

    entries: dict[str, Entry] = field(default_factory=dict)
    bad: list[Bad] = field(default_factory=list)
    day: datetime.date | None = None
    """The day that the file was made."""
    total: int | None = None
    """The number of topics that the file says it has."""
    encoding: str | None = None
    refused: RefusedError | None = None
    """Why the rest was not read."""


@dataclass(slots=True)
class Record:
    """One topic in one language."""

    entry: Entry
    created: datetime.date | None = None
    summary: str = ""
    """HTML."""
    names: list[str] = field(default_factory=list)
    """What it is also called, and what leads to it."""
    groups: list[str] = field(default_factory=list)
    institute: str = ""
    descriptors: list[tuple[str, str]] = field(default_factory=list)
    """MeSH descriptors that are the topic's, and what they are called."""
    narrowed: list[str] = field(default_factory=list)
    """MeSH headings with a qualifier, which mean less than their descriptor."""
    related: list[tuple[str, str, str]] = field(default_factory=list)
    """The id, title and address of each related topic."""
    sites: int = 0
    languages: int = 0
    """How many pages of others, and in other languages, it leads to."""
    left_out: int = 0
    """Names and related topics that are too long or too many to be taken."""


def read_contents(file: BinaryIO, seen: Callable[[int], None]) -> Contents:
    """The first pass; what is wrong with the file is in its ``refused``.

    Raises:
        OSError: the file cannot be read on.
    """
    reader = _ContentsReader()
    try:
        reader.feed.feed_file(file, seen)
    except RefusedError as refused:
        reader.contents.refused = refused
    reader.contents.encoding = reader.feed.encoding
    return reader.contents


class _ContentsReader:
    def __init__(self) -> None:
        self.contents = Contents()
        self.feed = Feed(self._start, self._end)
        self._depth = 0
        self._entry: Entry | None = None
        self._partner = ""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            if name != ROOT:
                raise RefusedError(Refusal.NOT_TOPICS, self.feed.line, name[:40])
            self.contents.day = day_of(attributes.get("date-generated", ""))
            total = attributes.get("total", "")
            self.contents.total = int(total) if re.fullmatch("[0-9]{1,9}", total) else None
        elif self._depth == 2 and name == TOPIC:
            self._begin(attributes)
        elif name == "language-mapped-topic" and _ID.match(attributes.get("id", "")):
            self._partner = attributes["id"]

    def _begin(self, attributes: dict[str, str]) -> None:
        contents, line = self.contents, self.feed.line
        if len(contents.entries) + len(contents.bad) >= MAX_TOPICS:
            raise RefusedError(Refusal.TOO_MANY, line)
        id_, title = attributes.get("id", ""), one_line(attributes.get("title", ""))
        language = LANGUAGES.get(attributes.get("language", ""), "")
        url = attributes.get("url", "").strip()
        why = ""
        if not _ID.match(id_) or id_ in contents.entries:
            why = "bad_id"
        elif not title or len(title) > MAX_TITLE:
            why = "bad_title"
        elif not language:
            why = "bad_language"
        if why:
            contents.bad.append(Bad(why, line, (title or one_line(id_))[:80]))
        else:
            self._entry = Entry(id_, language, title, url, self.feed.at, line=line)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._depth != 1:
            return
        if entry := self._entry:
            self.contents.entries[entry.id] = Entry(
                *(entry.id, entry.language, entry.title, entry.url, entry.start),
                end=self.feed.at,
                line=entry.line,
                partner=self._partner,
            )
        self._entry, self._partner = None, ""


def read_record(file: BinaryIO, entry: Entry, encoding: str | None) -> Record:
    """A topic's text and all that goes with it.

    Raises:
        RefusedError: it is too long or broken; it is no other topic's fault.
        OSError: the file cannot be read.
    """
    if entry.end - entry.start > MAX_RECORD:
        raise RefusedError(Refusal.TOO_LONG, entry.line)
    file.seek(entry.start)
    data = file.read(entry.end - entry.start)
    reader = _RecordReader(Record(entry), encoding)
    reader.feed.feed(data)
    if reader.path:  # its closing tag is not in what was read
        reader.feed.feed(f"</{TOPIC}>".encode(), last=True)
    if reader.identity != (entry.id, entry.title):
        raise RefusedError(Refusal.BROKEN, entry.line, "the file has changed")
    return reader.record


class _RecordReader:
    def __init__(self, record: Record, encoding: str | None) -> None:
        self.record = record
        self.identity = ("", "")
        self.path: list[str] = []
        self.feed = Feed(self._start, self._end, self._data, encoding)
        self._attributes: dict[str, str] = {}
        self._text: list[str] = []
        self._heading: list[tuple[str, str, str]] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.path.append(name)
        if len(self.path) == 1:
            self.identity = (attributes.get("id", ""), one_line(attributes.get("title", "")))
            self.record.created = day_of(attributes.get("date-created", ""))
        elif "full-summary" in self.path[:-1]:  # HTML that nobody has escaped
            given = "".join(f' {key}="{escape(value)}"' for key, value in attributes.items())
            self._text.append(f"<{name}{given}>")
        else:
            self._attributes, self._text = attributes, []

    def _data(self, text: str) -> None:
        self._text.append(escape(text, quote=False) if self._in_html else text)

    @property
    def _in_html(self) -> bool:
        """Whether the text is that of an element inside the summary, which is no HTML itself."""
        return "full-summary" in self.path[:-1]

    def _end(self, name: str) -> None:
        if self._in_html:
            self._text.append(f"</{name}>")
        elif len(self.path) > 1:
            self._take(name, "".join(self._text))
        self.path.pop()

    def _take(self, name: str, text: str) -> None:
        record, attributes, line = self.record, self._attributes, one_line(text)
        if name == "full-summary":
            record.summary = text
        elif name in ("also-called", "see-reference"):
            self._add(record.names, line, MAX_TERM)
        elif name == "group":
            self._add(record.groups, line, MAX_TERM)
        elif name == "primary-institute":
            record.institute = line[:MAX_TITLE]
        elif name in ("descriptor", "qualifier"):
            self._heading.append((name, attributes.get("id", ""), line[:MAX_TERM]))
        elif name == "mesh-heading":
            self._take_heading()
        elif name == "related-topic":
            self._relate(attributes, line)
        elif name == "site":
            record.sites += 1
        elif name == "other-language":
            record.languages += 1

    def _relate(self, attributes: dict[str, str], title: str) -> None:
        if not title or len(title) > MAX_TITLE or len(self.record.related) >= MAX_LIST:
            self.record.left_out += 1
            return
        url = attributes.get("url", "").strip()
        self.record.related.append((attributes.get("id", ""), title, url))

    def _take_heading(self) -> None:
        """A heading with a qualifier is about a part of what its descriptor means: no code."""
        heading, self._heading = self._heading, []
        descriptors = [(id_, name) for kind, id_, name in heading if kind == "descriptor"]
        if len(descriptors) == len(heading):
            good = [d for d in descriptors if _DESCRIPTOR.match(d[0])]
            self.record.descriptors += good[: MAX_LIST - len(self.record.descriptors)]
        else:
            narrowed = " / ".join(name for _, _, name in heading)
            self._add(self.record.narrowed, narrowed, MAX_TITLE)

    def _add(self, found: list[str], text: str, longest: int) -> None:
        if len(text) > longest or len(found) >= MAX_LIST:
            self.record.left_out += 1
        elif text and text not in found:
            found.append(text)


def day_of(text: str) -> datetime.date | None:
    """A day as the file writes it, 08/10/2024, with or without a time."""
    match = _DAY.match(text)
    try:
        return datetime.date(int(match[3]), int(match[1]), int(match[2])) if match else None
    except ValueError:
        return None
