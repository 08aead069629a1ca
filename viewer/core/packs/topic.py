"""A topic's folder read whole: topic.yaml, the glossary, and every section's front matter."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from types import MappingProxyType

from viewer.core.files import is_inside
from viewer.core.language import is_language_tag
from viewer.core.model import UNSOURCED, Section, Topic
from viewer.core.packs.glossary_file import read_glossary
from viewer.core.packs.section_file import read_section
from viewer.core.packs.topic_file import TopicFile, read_topic_file
from viewer.core.problems import Problem, Reporter, Rule

MAX_SECTIONS = 500
"""Sections of one topic in one language; more is a folder that is no pack."""

SectionsByLanguage = dict[str, dict[str, Section]]


def read_topic(folder: Path) -> Topic:
    """Read the pack in ``folder``; its faults are the topic's ``problems``, never an exception."""
    problems: list[Problem] = []
    reporter = Reporter(folder / "topic.yaml", problems)
    file = read_topic_file(folder, reporter)
    sections = _read_sections(folder, file, problems)
    tags = list(sections)
    if file.language and file.language not in sections:
        line = file.lines.get("language", 1)
        reporter.report(Rule.NO_LANGUAGE, line, name=file.language)
    elif not tags:
        reporter.report(Rule.NO_LANGUAGE, name=folder.name)
    language = file.language if file.language in sections else next(iter(tags), "en")
    _inherit(sections, language)
    topic = Topic(
        id=folder.name,
        path=folder,
        language=language,
        title=file.title,
        most_important=file.most_important,
        codes=MappingProxyType(file.codes),
        groups=file.groups,
        care=file.care,
        help=file.help,
        sources=MappingProxyType(file.sources),
        translations=MappingProxyType(file.translations),
        reviews=MappingProxyType(file.reviews),
        scores=MappingProxyType(file.scores),
        history=file.history,
        date=file.date,
        glossary=read_glossary(folder, problems),
        sections=MappingProxyType({t: MappingProxyType(s) for t, s in sections.items()}),
        lines=MappingProxyType(file.lines),
    )
    _check_structure(topic, reporter)
    return dataclasses.replace(topic, problems=tuple(problems))


def _read_sections(folder: Path, file: TopicFile, problems: list[Problem]) -> SectionsByLanguage:
    """Every language's sections, the fallback language's first."""
    reporter = Reporter(folder, problems)
    found = [e for e in _entries(folder, reporter) if e.name != "images" and os.path.isdir(e)]
    found.sort(key=lambda e: (e.name != file.language, e.name))
    sections: SectionsByLanguage = {}
    for entry in found:
        if not is_language_tag(entry.name):
            reporter.for_path(entry).report(Rule.LANGUAGE_TAG, tag=entry.name)
        elif not is_inside(entry, folder):
            reporter.for_path(entry).report(Rule.OUTSIDE_PACK, name=entry.name)
        else:
            translation = bool(sections)
            sections[entry.name] = _read_language(entry, folder, problems, translation)
    return {tag: found for tag, found in sections.items() if found}


def _read_language(
    folder: Path, topic_folder: Path, problems: list[Problem], translation: bool
) -> dict[str, Section]:
    reporter = Reporter(folder, problems)
    paths = []
    for entry in _entries(folder, reporter):
        if entry.suffix == ".md":
            paths.append(entry)
        else:
            reporter.for_path(entry).report(Rule.STRAY_FILE, name=entry.name)
    if len(paths) > MAX_SECTIONS:
        reporter.report(Rule.TOO_LARGE, limit=str(MAX_SECTIONS))
    read = (
        read_section(path, folder.name, topic_folder, problems, translation=translation)
        for path in paths[:MAX_SECTIONS]
    )
    return {section.id: section for section in read}


def _entries(folder: Path, reporter: Reporter) -> list[Path]:
    """What is in a folder, A to Z, without what systems and editors hide there."""
    try:
        return sorted(e for e in folder.iterdir() if not e.name.startswith("."))
    except OSError as error:
        reporter.report(Rule.UNREADABLE, reason=error.strerror or str(error))
        return []


def _inherit(sections: SectionsByLanguage, language: str) -> None:
    """A translation has the care, icon and sources of the section that it translates."""
    originals = sections.get(language, {})
    for tag, translated in sections.items():
        if tag == language:
            continue
        for section_id, section in translated.items():
            if original := originals.get(section_id):
                translated[section_id] = dataclasses.replace(
                    section,
                    care=section.care or original.care,
                    icon=section.icon or original.icon,
                    sources=section.sources or original.sources,
                )


def _check_structure(topic: Topic, reporter: Reporter) -> None:
    """What topic.yaml says of the sections must be true of the files, and the other way round."""
    if not topic.lines:
        return  # it could not be read, which is one finding, not one for each section
    written = {s for sections in topic.sections.values() for s in sections}
    seen: set[str] = set()
    for group in topic.groups:
        for section_id in group.sections:
            if section_id not in written:
                reporter.report(
                    Rule.GROUP_WITHOUT_FILE, group.line, section=section_id, group=group.id
                )
            elif section_id in seen:
                reporter.report(Rule.REPEATED_SECTION, group.line, section=section_id)
            seen.add(section_id)
    if topic.help and topic.help not in written:
        reporter.report(Rule.HELP_WITHOUT_FILE, topic.lines["help"], section=topic.help)
    kinds = {s.care for sections in topic.sections.values() for s in sections.values() if s.care}
    for kind in topic.care:
        if kind not in kinds:
            reporter.report(Rule.CARE_WITHOUT_SECTION, topic.lines["care"], kind=kind)
    for sections in topic.sections.values():
        for section in sections.values():
            _check_section(section, topic, seen, reporter.for_path(section.path))


def _check_section(section: Section, topic: Topic, grouped: set[str], reporter: Reporter) -> None:
    if section.id not in grouped and section.language == topic.language:
        reporter.report(Rule.UNGROUPED_SECTION, section=section.id)
    lines = section.lines
    original = topic.sections.get(topic.language, {}).get(section.id)
    if lines and not section.levels and original is None:  # a translation may begin with titles
        reporter.report(Rule.NO_TEXT, section.body_line)
    if "care" in lines and section.care and topic.care and section.care not in topic.care:
        reporter.report(Rule.UNLISTED_CARE, lines["care"], kind=section.care)
    for source in section.sources if "sources" in lines else ():
        if source != UNSOURCED and source not in topic.sources:
            reporter.report(Rule.UNKNOWN_SOURCE, lines["sources"], source=source)
