"""A health topic in one or two languages as a pack."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from viewer.core.importing.escaping import at_start, escaped
from viewer.core.importing.health_topics import Record
from viewer.core.importing.pack_files import Pack, section_file, yaml_file
from viewer.core.importing.to_markdown import Converted, Resolve, markdown_of
from viewer.core.links import LinkKind, parse_link
from viewer.core.words import Words

SUMMARY, RELATED = "summary", "related"
"""The ids of the two sections."""
PUBLISHER = "MedlinePlus, National Library of Medicine"

WordsFor = Callable[[str], Words]
"""The words for readers of a language."""


@dataclass(frozen=True, slots=True)
class Made:
    """A pack, and how each language's text came through."""

    pack: Pack
    texts: Sequence[Converted]


def make_pack(
    records: Sequence[Record],
    topic: str,
    day: datetime.date | None,
    resolve: Resolve,
    words_for: WordsFor,
) -> Made:
    """The pack ``topic`` of the same topic's records, the fallback language's first.

    ``resolve`` gives a web address the section of this library that has the same text.
    """
    files: dict[str, bytes] = {}
    texts = []
    for record in records:
        text = markdown_of(record.summary, record.entry.url, resolve)
        texts.append(text)
        front: dict[str, object] = {"title": record.entry.title}
        if record.names:
            front["keywords"] = record.names
        source: dict[str, object] = {"sources": [_source_id(record)]}
        folder = record.entry.language
        files[f"{folder}/{SUMMARY}.md"] = section_file(front | source, text.text)
        related = _related(record, resolve)
        if related:
            title: dict[str, object] = {"title": words_for(folder)("import_pack.related")}
            files[f"{folder}/{RELATED}.md"] = section_file(title | source, related)
    files["topic.yaml"] = yaml_file(_topic(records, day, files, words_for))
    files["NOTES.md"] = _notes(records, texts, words_for("en")).encode()
    return Made(Pack(topic, files), texts)


def _topic(
    records: Sequence[Record],
    day: datetime.date | None,
    files: dict[str, bytes],
    words_for: WordsFor,
) -> dict[str, object]:
    tags = [record.entry.language for record in records]
    sections = [s for s in (SUMMARY, RELATED) if any(f"{tag}/{s}.md" in files for tag in tags)]
    codes = list(dict.fromkeys(id_ for r in records for id_, _ in r.descriptors))
    topic: dict[str, object] = {
        "format": 1,
        "language": tags[0],
        "title": {record.entry.language: record.entry.title for record in records},
    }
    if codes:
        topic["codes"] = {"mesh": codes}
    group = {tag: words_for(tag)("import_pack.group") for tag in tags}
    topic["groups"] = [{"id": "topic", "title": group, "sections": sections}]
    topic["sources"] = [_source(record) for record in records]
    if day is not None:
        topic["date"] = day
    return topic


def _source_id(record: Record) -> str:
    language = record.entry.language
    return "medlineplus" if language == "en" else f"medlineplus-{language}"


def _source(record: Record) -> dict[str, str]:
    source = {
        "id": _source_id(record),
        "title": record.entry.title,
        "publisher": PUBLISHER,
    }
    if parse_link(record.entry.url).kind is LinkKind.WEB:
        source["url"] = record.entry.url
    return source


def _related(record: Record, resolve: Resolve) -> str:
    lines = []
    for _, title, url in record.related:
        words = escaped(title)
        web = parse_link(url).kind is LinkKind.WEB and len(url) <= 300 and not set(url) & set("()")
        target = resolve(url).replace("&", "&amp;") if web else ""
        lines.append(f"- [{words}]({target})\n" if target else f"- {at_start(words)}\n")
    return "".join(lines)


def _notes(records: Sequence[Record], texts: Sequence[Converted], words: Words) -> str:
    lines = [words("import_notes.head"), ""]
    for record, text in zip(records, texts, strict=True):
        entry = record.entry
        lines += [f"## {entry.title} ({entry.language})", ""]
        facts = {
            "record": f"{entry.id}, {entry.url}",
            "created": str(record.created or ""),
            "groups": "; ".join(record.groups),
            "institute": record.institute,
            "headings": "; ".join(f"{name} ({id_})" for id_, name in record.descriptors),
            "narrowed": "; ".join(record.narrowed),
            "sites": str(record.sites or ""),
            "languages": str(record.languages or ""),
            "left_out": str(record.left_out or ""),
            "unknown": ", ".join(f"{name} × {n}" for name, n in sorted(text.unknown.items())),
            "no_links": ", ".join(text.no_links),
        }
        lines += [f"- {words(f'import_notes.{k}', what=v)}" for k, v in facts.items() if v]
        lines.append("")
    return "\n".join(lines)
