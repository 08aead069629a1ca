"""Two versions of a topic, compared for whoever reviews it again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from viewer.core.authoring.aligning import Kind, UnitChange, compare, pieces
from viewer.core.authoring.changes import Change, Comparison, Version, What, changed
from viewer.core.authoring.comparing_files import beside_sections
from viewer.core.authoring.units import Unit, lines_of, units_of
from viewer.core.blocks import Image
from viewer.core.images import read_image
from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.pages.section_text import parse_section, section_text
from viewer.core.pages.version import text_version
from viewer.core.problems import Problem, Rule
from viewer.core.tree import runs, walk, walk_inlines

_FIGURE = re.compile(r"\d+(?:[.,/]\d+)*")
_VALUE = re.compile(r"\{\{[^{}]+\}\}")
_HIDING = frozenset(
    {
        Rule.UNREADABLE,
        Rule.NOT_A_FILE,
        Rule.OUTSIDE_PACK,
        Rule.TOO_LARGE,
        Rule.ENCODING,
        Rule.YAML_SYNTAX,
        Rule.YAML_ALIAS,
        Rule.YAML_TOO_DEEP,
        Rule.NO_TOPIC_FILE,
    }
)
"""Rules behind whose findings there is text that nobody could read."""
_TITLES = {
    What.TITLE: "title",
    What.PLAIN_TITLE: "plain_title",
    What.SHORT_TITLE: "short_title",
    What.KEYWORDS: "keywords",
    What.CARE: "care",
    What.ICON: "icon",
    What.SOURCES: "sources",
}
"""What stands in front of a section's text, by its key there."""


def compare_topics(before: Topic, after: Topic) -> Comparison:
    """All that has changed from ``before`` to ``after``; changes in safety text come first."""
    sections = dict.fromkeys((*after.section_ids(), *before.section_ids()))
    ranks = {section: rank for rank, section in enumerate(["", *sections])}
    changes = [*beside_sections(before, after), *_sections(before, after, sections)]
    changes.sort(key=lambda change: (not change.is_safety, ranks.get(change.section, 0)))
    return Comparison(
        after.id,
        tuple(_versions(before, after)),
        tuple(changes),
        (
            *(p for topic in (before, after) for p in topic.problems if p.rule in _HIDING),
            *_unparsed(before, after),
        ),
    )


def only_one(topic: Topic, kind: Kind) -> Comparison:
    """A topic that only one of two libraries has."""
    unread: tuple[Problem, ...] = tuple(p for p in topic.problems if p.rule in _HIDING)
    return Comparison(topic.id, kind=kind, unread=unread)


def _versions(before: Topic, after: Topic) -> Iterator[Version]:
    for tag in dict.fromkeys((*after.languages, *before.languages)):
        ours = text_version(before, tag) if tag in before.languages else ""
        theirs = text_version(after, tag) if tag in after.languages else ""
        old, new = before.reviews.get(tag), after.reviews.get(tag)
        holds = new if new is not None and new.text == theirs else None
        lost = old if old is not None and old.text == ours and holds is None else None
        yield Version(tag, ours, theirs, lost, holds)


def _sections(before: Topic, after: Topic, ids: Iterable[str]) -> Iterator[Change]:
    for section_id in ids:
        for tag in dict.fromkeys((*after.languages, *before.languages)):
            ours = before.sections.get(tag, {}).get(section_id)
            theirs = after.sections.get(tag, {}).get(section_id)
            yield from _section(ours, theirs)
            if ours is not None and theirs is not None:
                yield from _pictures(ours, theirs, before, after)


def _unparsed(before: Topic, after: Topic) -> Iterator[Problem]:
    """Why texts that differ are no Markdown: what is safety text in them, nobody can tell."""
    for ours, theirs in ((before, after), (after, before)):
        for tag, sections in ours.sections.items():
            for section in sections.values():
                other = theirs.sections.get(tag, {}).get(section.id)
                if other is None or other.body != section.body:
                    parsed = parse_section(section)
                    yield from parsed.problems if parsed.blocks is None else ()


def _section(before: Section | None, after: Section | None) -> Iterator[Change]:
    section = after or before
    if section is None:
        return
    if before is None or after is None:
        old, new = ("" if one is None else one.title for one in (before, after))
        yield changed(What.SECTION, old, new, section=section.id, language=section.language)
    else:
        yield from _titles(before, after)
        if before.body == after.body:
            return  # most of a topic, which need not be parsed
    found = False
    for level, ours, theirs in _texts(before, after):
        for change in compare(ours, theirs):
            found = True
            yield _told(change, section, level)
    if before and after and not found and before.body.rstrip() != after.body.rstrip():
        tag = section.language
        yield Change(what=What.LAYOUT, kind=Kind.CHANGED, section=section.id, language=tag)


def _texts(
    before: Section | None, after: Section | None
) -> Iterator[tuple[str, list[Unit], list[Unit]]]:
    """The units of each level; as lines of the file where one of the texts is not Markdown."""
    both = (before, after)
    if any(one is not None and parse_section(one).blocks is None for one in both):
        ours, theirs = (lines_of(one.body) if one is not None else [] for one in both)
        yield "", ours, theirs
        return
    for level in Level:
        ours, theirs = (
            units_of(section_text(one).own(level)) if one is not None else [] for one in both
        )
        yield level, ours, theirs


def _titles(before: Section, after: Section) -> Iterator[Change]:
    for what, key in _TITLES.items():
        ours, theirs = (
            _value(getattr(section, key)) if key in section.lines else ""
            for section in (before, after)
        )
        if ours != theirs:
            yield changed(what, ours, theirs, section=after.id, language=after.language)


def _value(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else ", ".join(value)


def _told(change: UnitChange, section: Section, level: str) -> Change:
    unit = change.after or change.before
    assert unit is not None, "one of them is there"
    both = (change.before, change.after)
    ours, theirs = (one.text if one is not None else "" for one in both)
    return Change(
        what=unit.kind,
        kind=change.kind,
        section=section.id,
        language=section.language,
        level=level,
        under=unit.under,
        before=ours,
        after=theirs,
        counted=_marks(change.before),
        counts=_marks(change.after),
        pieces=pieces(ours, theirs) if change.kind is Kind.CHANGED else (),
        figures=_differ(_FIGURE, ours, theirs),
        values=_differ(_VALUE, ours, theirs),
    )


def _marks(unit: Unit | None) -> tuple[str, ...]:
    if unit is None:
        return ()
    return (*unit.marks, f"safety:{unit.safety}") if unit.safety else unit.marks


def _differ(pattern: re.Pattern[str], before: str, after: str) -> tuple[str, str]:
    ours, theirs = Counter(pattern.findall(before)), Counter(pattern.findall(after))
    return ", ".join((ours - theirs).elements()), ", ".join((theirs - ours).elements())


def _pictures(before: Section, after: Section, old: Topic, new: Topic) -> Iterator[Change]:
    """The pictures that both texts name, and whose files are not the same."""
    both = dict.fromkeys(_sources(after)).keys() & set(_sources(before))
    for source in (source for source in _sources(after) if source in both):
        if read_image(old.path, source) != read_image(new.path, source):
            yield Change(
                what=What.PICTURE,
                kind=Kind.CHANGED,
                name=source,
                section=after.id,
                language=after.language,
            )


def _sources(section: Section) -> list[str]:
    if "![" not in section.body:
        return []
    blocks = walk(parse_section(section).blocks or ())
    inlines = (i for block in blocks for run in runs(block) for i in walk_inlines(run))
    return list(dict.fromkeys(i.source for i in inlines if isinstance(i, Image) and i.source))
