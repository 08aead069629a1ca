"""A comparison of topics in sentences, as they are read on a terminal or heard.

No colours and no signs: what is taken out and what is put in is said in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from viewer.core.authoring.aligning import Kind
from viewer.core.authoring.changes import Change, Comparison, Version, What
from viewer.core.wording import report_line
from viewer.core.words import Words

_INDENT = "   "


@dataclass(frozen=True, slots=True)
class Told:
    """A change in sentences."""

    change: Change
    head: str
    texts: tuple[tuple[str, str], ...]
    """The key of the sentence for a text, and the text."""
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Changes under one heading."""

    heading: str
    is_safety: bool
    changes: tuple[Told, ...]


def lines_of(comparison: Comparison, words: Words) -> Iterator[str]:
    """All that is told of a topic, line by line."""
    yield first_line(comparison, words)
    if lines := list(version_lines(comparison, words)):
        yield ""
        yield words("diff_command.versions")
        yield from lines
    if comparison.unread:
        yield ""
        yield words("diff_command.unread")
        yield from unread_lines(comparison, words)
    for part in parts_of(comparison, words):
        yield ""
        yield part.heading
        for told in part.changes:
            yield told.head
            for key, text in told.texts:
                yield _INDENT + words(f"diff_command.{key}", text=text)
            for remark in told.remarks:
                yield _INDENT + remark
    yield ""


def first_line(comparison: Comparison, words: Words) -> str:
    """Whether the topic has changed, and how much of it."""
    if comparison.kind is not Kind.CHANGED:
        key = "only_after" if comparison.kind is Kind.ADDED else "only_before"
        return words(f"diff_command.{key}", topic=comparison.topic)
    if comparison.is_same:
        return words("diff_command.same", topic=comparison.topic)
    safety = sum(change.is_safety for change in comparison.changes)
    counts = {"changes": str(len(comparison.changes)), "safety": str(safety)}
    return words("diff_command.count", topic=comparison.topic, **counts)


def version_lines(comparison: Comparison, words: Words) -> Iterator[str]:
    """The text's versions and what its reviews are worth, a line for each language."""
    for version in () if comparison.is_same else comparison.versions:
        yield " ".join(_of_version(version, words))


def unread_lines(comparison: Comparison, words: Words) -> Iterator[str]:
    """What could not be read, as the checker tells it."""
    return (report_line(problem, words) for problem in comparison.unread)


def parts_of(comparison: Comparison, words: Words) -> Iterator[Part]:
    """The changes under their headings: safety text, the topic, each section."""
    numbered = list(enumerate(comparison.changes, 1))
    for (is_safety, section), changes in groupby(numbered, key=lambda one: _place(one[1])):
        key = "safety" if is_safety else "section" if section else "topic"
        heading = words(f"diff_command.{key}", section=section)
        told = tuple(_told(number, change, words) for number, change in changes)
        yield Part(heading, is_safety, told)


def _place(change: Change) -> tuple[bool, str]:
    return change.is_safety, "" if change.is_safety else change.section


def _of_version(version: Version, words: Words) -> Iterator[str]:
    key = "version_same" if version.before == version.after else "version"
    key = key if version.before else "version_new"
    key = key if version.after else "version_gone"
    names = {"language": version.language, "before": version.before, "after": version.after}
    yield words(f"diff_command.{key}", **names)
    lost, holds = version.lost, version.holds
    if lost is not None:
        told = {"by": lost.by, "at": str(lost.at), "before": version.before}
        yield words("diff_command.lost", **told)
    if holds is not None:
        yield words("diff_command.holds", by=holds.by, at=str(holds.at))
    elif version.after:
        yield words("diff_command.no_review")


def _heading(is_safety: bool, section: str, words: Words) -> str:
    key = "safety" if is_safety else "section" if section else "topic"
    return words(f"diff_command.{key}", section=section)


def _told(number: int, change: Change, words: Words) -> Told:
    what = words(f"diff_command.what.{change.what}")
    how = words(f"diff_command.how.{change.kind}")
    where = ", ".join(_where(change, words))
    key = "change" if where else "change_here"
    head = words(f"diff_command.{key}", number=str(number), where=where, what=what, how=how)
    return Told(change, head, tuple(_texts(change)), tuple(_remarks(change, words)))


def _where(change: Change, words: Words) -> Iterator[str]:
    if change.is_safety and change.section:
        yield words("diff_command.where.section", section=change.section)
    if change.language:
        yield change.language
    if change.level:
        yield words(f"diff_command.where.{change.level}")
    if change.under:
        yield words("diff_command.where.under", under=change.under)
    if change.name:
        yield words("diff_command.where.name", name=change.name)


def _texts(change: Change) -> Iterator[tuple[str, str]]:
    if change.before and change.kind in (Kind.CHANGED, Kind.REMOVED):
        yield "before", change.before
    if change.after:
        yield "text" if change.kind in (Kind.MOVED, Kind.REMARKED) else "after", change.after


def _remarks(change: Change, words: Words) -> Iterator[str]:
    if change.pieces is None:
        yield words("diff_command.too_long")
    elif change.pieces and change.what is not What.ORDER:
        yield " ".join(
            words(f"diff_command.{_piece(p.out, p.put)}", out=p.out, put=p.put)
            for p in change.pieces
        )
    if change.counted != change.counts and change.kind in (Kind.CHANGED, Kind.REMARKED):
        before, after = (_marks(marks, words) for marks in (change.counted, change.counts))
        yield words("diff_command.counted", before=before, after=after)
    elif change.is_safety and (change.counts or change.counted):
        marks = _marks(change.counts or change.counted, words)
        yield f"{marks[:1].upper()}{marks[1:]}."
    if change.kind is Kind.CHANGED:
        for key, (out, put) in (("figures", change.figures), ("values", change.values)):
            if out or put:
                none = words("diff_command.none")
                yield words(f"diff_command.{key}", before=out or none, after=put or none)


def _piece(out: str, put: str) -> str:
    return "became" if out and put else "out" if out else "put"


def _marks(marks: Sequence[str], words: Words) -> str:
    named = [
        words("diff_command.mark.safety", id=mark.partition(":")[2])
        if mark.startswith("safety:")
        else words(f"diff_command.mark.{mark}")
        for mark in marks
        if mark.startswith("safety:") or f"diff_command.mark.{mark}" in words
    ]
    return ", ".join(named) or words("diff_command.mark.ordinary")
