"""What is wrong with a section's text: its own faults, and what it points at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from viewer.core.blocks import Block, Heading, Image, Linked
from viewer.core.checks.markup_check import check_markup
from viewer.core.images import read_image
from viewer.core.links import Link, LinkKind
from viewer.core.model import Section, Topic
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import parse_section, safety_ids
from viewer.core.pages.values import unknown_values
from viewer.core.problems import Problem, Reporter, Rule
from viewer.core.tree import plain_text, runs, walk, walk_inlines

_ADDRESS = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
"""Words that readers take for the address that they lead to."""


def check_section(
    section: Section, topic: Topic, library: Library, icons: frozenset[str]
) -> tuple[Problem, ...]:
    """All findings in the section's file that its front matter has not shown already."""
    parsed = parse_section(section)
    problems = list(parsed.problems)
    reporter = Reporter(section.path, problems)
    _check_front_matter(section, icons, reporter)
    if parsed.blocks is None:
        return tuple(problems)
    check_markup(section, parsed.blocks, reporter)
    _check_headings(parsed.blocks, reporter)
    _check_safety(section, topic, parsed.blocks, reporter)
    pictures: dict[str, Rule | None] = {}
    for block in walk(parsed.blocks):
        for run in runs(block):
            for inline in walk_inlines(run):
                if isinstance(inline, Linked):
                    _check_link(inline, parsed.blocks, topic, library, reporter)
                elif isinstance(inline, Image):
                    _check_image(inline, topic, pictures, reporter)
    return tuple(problems)


def _check_front_matter(section: Section, icons: frozenset[str], reporter: Reporter) -> None:
    lines = section.lines
    if "icon" in lines and section.icon and section.icon not in icons:
        known = ", ".join(sorted(icons))
        reporter.report(Rule.UNKNOWN_ICON, lines["icon"], icon=section.icon, icons=known)
    for key in ("title", "plain_title", "short_title"):
        for name in unknown_values(getattr(section, key)):
            reporter.report(Rule.UNKNOWN_PLACEHOLDER, lines.get(key, 1), name=name)


def _check_headings(blocks: tuple[Block, ...], reporter: Reporter) -> None:
    headings = [block for block in blocks if isinstance(block, Heading)]
    plain = [heading for heading in headings if "plain" in heading.markers]
    for heading in plain[1:]:
        reporter.report(Rule.SECOND_PLAIN, heading.line)
    counts: Counter[str] = Counter()
    for heading in headings:
        counts[heading.id] += 1
        if heading.id and counts[heading.id] == 2:
            reporter.report(Rule.DOUBLED_ID, heading.line, id=heading.id)
        if "safety" in heading.markers and not heading.own_id:
            reporter.report(Rule.SAFETY_WITHOUT_ID, heading.line)


def _check_safety(
    section: Section, topic: Topic, blocks: tuple[Block, ...], reporter: Reporter
) -> None:
    original = topic.sections.get(topic.language, {}).get(section.id)
    if original is None or original is section:
        return
    ours, theirs = safety_ids(blocks), safety_ids(parse_section(original).blocks or ())
    for safety in theirs:
        if safety not in ours:
            reporter.report(Rule.SAFETY_MISSING, id=safety)
    for block in blocks:
        if isinstance(block, Heading) and "safety" in block.markers and block.id not in theirs:
            reporter.report(Rule.SAFETY_ONLY_HERE, block.line, id=block.id, original=topic.language)


def _check_link(
    linked: Linked,
    blocks: tuple[Block, ...],
    topic: Topic,
    library: Library,
    reporter: Reporter,
) -> None:
    link = linked.link
    words = plain_text(linked.children)
    if _misleads(link, words):
        reporter.report(Rule.MISLEADING_LINK, linked.line, words=words, target=link.href)
    if link.kind is LinkKind.REFUSED:
        target = link.target or words
        reporter.report(Rule.REFUSED_LINK, linked.line, target=target)
    elif (
        (link.kind is LinkKind.ANCHOR and link.target not in _ids(blocks))
        or (link.kind is LinkKind.TOPIC and link.target not in library)
        or (link.kind is LinkKind.SECTION and not _leads_somewhere(link, topic, library))
    ):
        reporter.report(Rule.DEAD_LINK, linked.line, target=link.href)


def _misleads(link: Link, words: str) -> bool:
    """Whether the words are themselves an address or a number, and another than the link's."""
    if link.kind is LinkKind.TELEPHONE and "{{" not in link.target:
        number = _digits(words)
        return len(number) >= 3 and number not in _digits(link.target)
    if link.kind is LinkKind.WEB:
        named = _ADDRESS.fullmatch(words.strip())
        host = _host(link.target)
        return (
            named is not None and host != (said := _host(words)) and not host.endswith(f".{said}")
        )
    return False


def _host(address: str) -> str:
    bare = address.strip().lower().partition("://")[2] or address.strip().lower()
    return re.split(r"[/?#:]", bare)[0].removeprefix("www.")


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _leads_somewhere(link: Link, topic: Topic, library: Library) -> bool:
    if link.topic and link.topic not in library:
        return False
    there = library.topic(link.topic) if link.topic and link.topic != topic.id else topic
    section = there.section(link.target, topic.language)
    if section is None:
        return False
    return not link.anchor or link.anchor in _ids(parse_section(section).blocks or ())


def _ids(blocks: tuple[Block, ...]) -> Iterator[str]:
    return (block.id for block in walk(blocks) if isinstance(block, Heading))


def _check_image(
    image: Image, topic: Topic, known: dict[str, Rule | None], reporter: Reporter
) -> None:
    if image.source not in known:  # each is read once
        read = read_image(topic.path, image.source)
        known[image.source] = read if isinstance(read, Rule) else None
    found = known[image.source]
    name = image.source or image.alternative or "?"
    if found is not None:
        reporter.report(found, image.line, image=name)
    if not image.alternative:
        reporter.report(Rule.NO_ALT_TEXT, image.line, image=name)
