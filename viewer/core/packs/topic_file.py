"""``topic.yaml``: what holds a topic's sections together."""

from __future__ import annotations

import datetime
import os
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from viewer.core.files import is_inside, read_text
from viewer.core.language import is_language_tag
from viewer.core.links import LinkKind, parse_link
from viewer.core.model import UNSOURCED, Change, Group, LocalText, Review, Source
from viewer.core.packs.fields import Fields
from viewer.core.packs.yaml_nodes import Mapping, Scalar, Sequence, read_yaml
from viewer.core.problems import Reporter, Rule

FORMAT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicFile:
    """The contents of ``topic.yaml``."""

    language: str
    title: LocalText
    codes: dict[str, tuple[str, ...]]
    most_important: LocalText
    groups: tuple[Group, ...]
    care: tuple[str, ...]
    help: str
    sources: dict[str, Source]
    translations: dict[str, str]
    reviews: dict[str, Review]
    scores: dict[str, dict[str, str]]
    history: tuple[Change, ...]
    date: datetime.date | None
    lines: dict[str, int]
    """The line of each key that is there."""


def read_topic_file(folder: Path, reporter: Reporter) -> TopicFile:
    """Read ``topic.yaml`` of ``folder``; a missing or broken one is empty, with problems."""
    if not os.path.exists(reporter.path):
        reporter.report(Rule.NO_TOPIC_FILE, name=folder.name)
        text = None
    elif not is_inside(reporter.path, folder):
        reporter.report(Rule.OUTSIDE_PACK, name=reporter.path.name)
        text = None
    else:
        text = read_text(reporter.path, reporter)
    before = reporter.count
    node = read_yaml(text, reporter) if text is not None else None
    if text is not None and node is None and reporter.count == before:
        reporter.report(Rule.EMPTY_FILE)  # only comments
    fields = Fields(node, reporter)
    there = node is not None
    _check_format(fields, reporter, there)
    topic = TopicFile(
        language=_language(fields, reporter),
        title=LocalText(MappingProxyType(fields.by_language("title", required=there))),
        codes=_codes(fields, reporter),
        most_important=LocalText(MappingProxyType(fields.by_language("most_important"))),
        groups=_groups(fields, there),
        care=fields.identifiers("care"),
        help=fields.identifier("help"),
        sources=_sources(fields, reporter),
        translations=_translations(fields, reporter),
        reviews=_reviews(fields, reporter),
        scores=_scores(fields, reporter),
        history=_history(fields),
        date=fields.date("date"),
        lines=fields.lines,
    )
    fields.finish()
    return topic


def _check_format(fields: Fields, reporter: Reporter, there: bool) -> None:
    node = fields.take("format", required=there)
    if node is not None and not (isinstance(node, Scalar) and node.text == str(FORMAT_VERSION)):
        value = node.text if isinstance(node, Scalar) else "?"
        wanted = str(FORMAT_VERSION)
        reporter.report(Rule.BAD_VALUE, node.line, key="format", value=value, wanted=wanted)


def _language(fields: Fields, reporter: Reporter) -> str:
    tag = fields.text("language")
    if tag and not is_language_tag(tag):
        reporter.report(Rule.LANGUAGE_TAG, fields.line_of("language"), tag=tag)
        return ""
    return tag


def _codes(fields: Fields, reporter: Reporter) -> dict[str, tuple[str, ...]]:
    codes = {}
    for system, node in fields.entries("codes"):
        if not isinstance(node, Sequence):
            reporter.report(Rule.WRONG_TYPE, node.line, key=system.text, wanted="list")
            continue
        codes[system.text] = tuple(n.text for n in node.items if isinstance(n, Scalar))
        for wrong in (n for n in node.items if not isinstance(n, Scalar)):
            reporter.report(Rule.WRONG_TYPE, wrong.line, key=system.text, wanted="word")
    return codes


def _groups(fields: Fields, there: bool) -> tuple[Group, ...]:
    groups = []
    for entry in fields.mappings("groups", required=there):
        group = Group(
            id=entry.identifier("id", required=True),
            title=LocalText(MappingProxyType(entry.by_language("title", required=True))),
            sections=entry.identifiers("sections", required=True),
            line=entry.line,
        )
        entry.finish()
        groups.append(group)
    return tuple(groups)


def _sources(fields: Fields, reporter: Reporter) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for entry in fields.mappings("sources"):
        source = Source(
            id=entry.identifier("id", required=True),
            title=entry.text("title", required=True),
            publisher=entry.text("publisher"),
            url=entry.text("url"),
            empty=entry.texts("empty"),
            line=entry.line,
        )
        entry.finish()
        if source.url and parse_link(source.url).kind is not LinkKind.WEB:
            reporter.report(
                Rule.BAD_VALUE, entry.line, key="url", value=source.url, wanted="https://…"
            )
            continue
        if source.id in sources:
            reporter.report(Rule.DOUBLED_KEY, entry.line, key=source.id)
        elif source.id == UNSOURCED:
            reporter.report(
                Rule.BAD_VALUE, entry.line, key="id", value=UNSOURCED, wanted="a-z, 0-9, -"
            )
        elif source.id:
            sources[source.id] = source
    return sources


def _translations(fields: Fields, reporter: Reporter) -> dict[str, str]:
    states: dict[str, str] = {}
    for tag, node in fields.entries("translations"):
        if not is_language_tag(tag.text):
            reporter.report(Rule.LANGUAGE_TAG, tag.line, tag=tag.text)
        elif isinstance(node, Scalar) and node.text in ("draft", "reviewed"):
            states[tag.text] = node.text
        else:
            value = node.text if isinstance(node, Scalar) else "?"
            wanted = "draft, reviewed"
            reporter.report(Rule.BAD_VALUE, node.line, key=tag.text, value=value, wanted=wanted)
    return states


def _reviews(fields: Fields, reporter: Reporter) -> dict[str, Review]:
    reviews = {}
    for tag, node in fields.entries("reviews"):
        if not is_language_tag(tag.text):
            reporter.report(Rule.LANGUAGE_TAG, tag.line, tag=tag.text)
            continue
        entry = Fields(node, reporter, tag.text)
        by = entry.text("by", required=True)
        at = entry.date("at", required=True)
        due = entry.date("due")
        text = entry.text("text", required=True)
        entry.finish()
        if by and at and text:
            reviews[tag.text] = Review(by=by, at=at, due=due, text=text, line=tag.line)
    return reviews


def _history(fields: Fields) -> tuple[Change, ...]:
    """What was done to the text, the newest first; of one day the last written."""
    changes = []
    for entry in fields.mappings("history"):
        at = entry.date("at", required=True)
        what = entry.by_language("what", required=True)
        by, text = entry.text("by"), entry.text("text")
        entry.finish()
        if at and what:
            changes.append(Change(at=at, what=LocalText(what), by=by, text=text))
    return tuple(sorted(changes, key=lambda change: change.at)[::-1])


def _scores(fields: Fields, reporter: Reporter) -> dict[str, dict[str, str]]:
    """Scores that people gave; their names are the scorer's own, so every key is welcome."""
    scores: dict[str, dict[str, str]] = {}
    for tag, node in fields.entries("scores"):
        if isinstance(node, Mapping):
            values = {k.text: v.text for k, v in node.entries if isinstance(v, Scalar)}
            scores[tag.text] = values
        else:
            reporter.report(Rule.WRONG_TYPE, node.line, key=tag.text, wanted="mapping")
    return scores
