"""What has changed beside the sections: in ``topic.yaml`` and in the glossary."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from viewer.core.authoring.aligning import Kind, compare, pieces
from viewer.core.authoring.changes import Change, What, changed
from viewer.core.authoring.units import Unit, lines_of
from viewer.core.files import is_inside, read_text
from viewer.core.model import GlossaryTerm, Group, LocalText, Review, Source, Topic
from viewer.core.problems import Reporter

_T = TypeVar("_T")


def beside_sections(before: Topic, after: Topic) -> Iterator[Change]:
    """The changes of a topic's own titles, groups, sources, reviews and words, in that order."""
    yield from _local(What.TITLE, before.title, after.title)
    yield from _local(What.MOST_IMPORTANT, before.most_important, after.most_important)
    yield from _groups(before, after)
    for what, ours, theirs in (
        (What.CARE, ", ".join(before.care), ", ".join(after.care)),
        (What.HELP, before.help, after.help),
        (What.LANGUAGE, before.language, after.language),
        (What.DATE, str(before.date or ""), str(after.date or "")),
    ):
        if ours != theirs:
            yield changed(what, ours, theirs)
    yield from _by_name(What.CODES, before.codes, after.codes, ", ".join)
    yield from _by_name(What.SOURCE, before.sources, after.sources, _source)
    yield from _by_name(What.TRANSLATION, before.translations, after.translations, str)
    yield from _by_name(What.REVIEW, before.reviews, after.reviews, _review)
    yield from _by_name(What.SCORES, before.scores, after.scores, _scores)
    for tag in dict.fromkeys(term.language for term in (*after.glossary, *before.glossary)):
        old, new = (_terms(topic, tag) for topic in (before, after))
        yield from _by_name(What.TERM, old, new, _term, tag)
    for change in compare(_notes(before), _notes(after)):
        old_line, new_line = (one.text if one else "" for one in (change.before, change.after))
        yield Change(
            what=What.NOTES,
            kind=change.kind,
            before=old_line,
            after=new_line,
            pieces=pieces(old_line, new_line) if change.kind is Kind.CHANGED else (),
        )


def _notes(topic: Topic) -> list[Unit]:
    """The lines of the authors' notes: what the reviewer signs stands there."""
    path = topic.path / "NOTES.md"
    if not (os.path.isfile(path) and is_inside(path, topic.path)):
        return []
    return lines_of(read_text(path, Reporter(path, [])) or "")


def _local(what: What, before: LocalText, after: LocalText, name: str = "") -> Iterator[Change]:
    texts = (before.by_language, after.by_language)
    for tag in dict.fromkeys((*texts[1], *texts[0])):
        ours, theirs = (text.get(tag, "") for text in texts)
        if ours != theirs:
            yield changed(what, ours, theirs, name, language=tag)


def _groups(before: Topic, after: Topic) -> Iterator[Change]:
    ours, theirs = ({group.id: group for group in topic.groups} for topic in (before, after))
    for group_id in dict.fromkeys((*theirs, *ours)):
        old, new = ours.get(group_id), theirs.get(group_id)
        if old is None or new is None:
            yield changed(What.GROUP, _titles(old), _titles(new), group_id)
        else:
            yield from _local(What.GROUP, old.title, new.title, group_id)
            yield from _order(old.sections, new.sections, group_id)
    yield from _order(tuple(ours), tuple(theirs))
    places = [
        {section: group.id for group in topic.groups for section in group.sections}
        for topic in (before, after)
    ]
    both = set(before.section_ids()) & set(after.section_ids())
    for section in (one for one in after.section_ids() if one in both):
        old_place, new_place = (place.get(section, "") for place in places)
        if old_place != new_place:
            yield changed(What.GROUP_OF_SECTION, old_place, new_place, section=section)


def _titles(group: Group | None) -> str:
    return "; ".join(group.title.by_language.values()) or group.id if group is not None else ""


def _order(before: Sequence[str], after: Sequence[str], name: str = "") -> Iterator[Change]:
    """Whether those that are in both stand in another order."""
    ours = [one for one in before if one in after]
    theirs = [one for one in after if one in before]
    if ours != theirs:
        yield changed(What.ORDER, ", ".join(ours), ", ".join(theirs), name)


def _by_name(
    what: What,
    before: Mapping[str, _T],
    after: Mapping[str, _T],
    said: Callable[[_T], str],
    language: str = "",
) -> Iterator[Change]:
    for name in dict.fromkeys((*after, *before)):
        ours, theirs = (said(m[name]) if name in m else "" for m in (before, after))
        if ours != theirs:
            yield changed(what, ours, theirs, name, language=language)


def _source(source: Source) -> str:
    empty = f"({', '.join(source.empty)})" if source.empty else ""
    return _joined((source.title, source.publisher, source.url, empty))


def _review(review: Review) -> str:
    return _joined((review.by, str(review.at), str(review.due or ""), review.text))


def _scores(scores: Mapping[str, str]) -> str:
    return _joined(f"{name}: {value}" for name, value in scores.items())


def _terms(topic: Topic, language: str) -> dict[str, GlossaryTerm]:
    return {term.id: term for term in topic.glossary if term.language == language}


def _term(term: GlossaryTerm) -> str:
    also = f" ({', '.join(term.also)})" if term.also else ""
    return f"{term.term}{also}: {term.means}"


def _joined(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)
