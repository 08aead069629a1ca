"""Which sections an order prints; an order that cannot be met says why, as data."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from viewer.core.level import Level
from viewer.core.model import Section, Topic
from viewer.core.words import Words
from viewer.handout.order import Order


class Lack(StrEnum):
    """Why an order cannot be met; each is a key under ``handout.lack`` in the words files."""

    TOPIC = "topic"
    SECTION = "section"
    CARE = "care"


class OrderError(Exception):
    """What was ordered is not there."""

    def __init__(
        self, lack: Lack, topic: str, wanted: str = "", known: tuple[str, ...] = ()
    ) -> None:
        super().__init__(f"{lack}: {topic} {wanted}")
        self.lack = lack
        self.topic = topic
        self.wanted = wanted
        """What was asked for: the first id that is unknown."""
        self.known = known
        """What there is instead, in order."""

    def sentence(self, words: Words) -> str:
        """What is not there, and what is."""
        some = ", ".join(self.known)
        return words(f"handout.lack.{self.lack}", topic=self.topic, wanted=self.wanted, some=some)


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
