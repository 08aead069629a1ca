"""What the sidebar lists: groups of clinical titles, plain questions, or topics."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from viewer.core.level import Level
from viewer.core.model import Title, Topic
from viewer.core.navigation import has_care, visible_sections
from viewer.core.pages.values import Fill
from viewer.core.words import Words
from viewer.ui.screen import CARE_ROW, GLOSSARY_ROW, SidebarRow

OTHER_ICON = "list"
"""For a section whose author named no icon."""


def clinical_rows(
    topic: Topic, language: str, fill: Fill, level: Level = Level.CLINICAL
) -> tuple[SidebarRow, ...]:
    """The groups with their sections, by clinical title; sections in no group come last."""
    rows: list[SidebarRow] = []
    left = dict.fromkeys(topic.section_ids())
    for group in topic.groups:
        sections = [s for s in group.sections if s in left]
        if sections:
            title = group.title.get(language, topic.language) or group.id
            rows.append(SidebarRow(fill(title, group.title.tag(language, topic.language))))
        for section_id in sections:
            del left[section_id]
            rows.append(_row(topic, section_id, language, level, fill))
    rows.extend(_row(topic, section_id, language, level, fill) for section_id in left)
    return tuple(rows)


def plain_rows(topic: Topic, language: str, words: Words, fill: Fill) -> tuple[SidebarRow, ...]:
    """The care page, the care guidance, getting help, and then every other plain question."""
    ids = visible_sections(topic, language, Level.PLAIN)
    care = [section.id for section in topic.care_sections(language)]
    first = [*care, *([topic.help] if topic.help in ids else [])]
    rows = [_row(topic, i, language, Level.PLAIN, fill) for i in dict.fromkeys([*first, *ids])]
    if has_care(topic, language):
        rows.insert(0, SidebarRow(words("care.short_title"), CARE_ROW, "home"))
    return tuple(rows)


def topic_rows(titles: Iterable[Title], fill: Fill) -> tuple[SidebarRow, ...]:
    """Every topic by its title."""
    found = (
        (fill(text, language) if "{{" in text else text, f"topic:{topic}", "topic")
        for topic, text, language in titles
    )
    return tuple(map(partial(tuple.__new__, SidebarRow), found))  # sooner, where they are many


def with_glossary(rows: tuple[SidebarRow, ...], title: str) -> tuple[SidebarRow, ...]:
    """The rows, and after them the one of the glossary, with an icon where the others have one."""
    icon = "glossary" if any(row.icon for row in rows) else ""
    return (*rows, SidebarRow(title, GLOSSARY_ROW, icon))


def _row(topic: Topic, section_id: str, language: str, level: Level, fill: Fill) -> SidebarRow:
    section = topic.titled(section_id, language, level)
    if section is None:
        return SidebarRow(section_id, section_id)
    icon = (section.icon or section.care or OTHER_ICON) if level is Level.PLAIN else ""
    return SidebarRow(fill(section.title_at(level), section.language), section_id, icon)
