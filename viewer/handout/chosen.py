"""Which sections an order prints."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.handout.lack import Lack, OrderError
from viewer.handout.order import Order


def chosen_sections(topic: Topic, order: Order, language: str) -> tuple[Section, ...]:
    """The sections to print for readers of ``language``, in order; the help section among them.

    Without a choice these are all; in plain language only those that have plain text, or all
    again where none has any.

    Raises:
        OrderError: the topic has no such section, or no care guidance.
    """
    known = topic.section_ids()
    for section_id in order.sections:
        if section_id not in known:
            raise OrderError(Lack.SECTION, topic.id, section_id, known)
    care = topic.care_sections(language) if order.care else ()
    if order.care and not care:
        raise OrderError(Lack.CARE, topic.id)
    if order.sections or order.care:
        ids = [section.id for section in care]
        ids += [i for i in known if i in order.sections and i not in ids]
        return _all(topic, ids, order, language)
    every = _all(topic, known, order, language)
    if order.level is not Level.PLAIN:
        return every
    return tuple(section for section in every if Level.PLAIN in section.levels) or every


def _all(topic: Topic, ids: Iterable[str], order: Order, language: str) -> tuple[Section, ...]:
    found = (topic.section(section_id, language, order.level) for section_id in ids)
    return tuple(section for section in found if section is not None)
