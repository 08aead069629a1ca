"""A topic and an order become a handout: what stands on the paper, in its order.

The text is the pages that the screen shows, so screen and paper cannot say different things.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable

from viewer.core.blocks import Paragraph, Text
from viewer.core.model import GRACE_DAYS, Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.page import Provenance
from viewer.core.pages.values import WordsOf
from viewer.core.tree import plain_text
from viewer.handout.around import (
    about,
    date_line,
    given,
    merged,
    paper_words,
    phone_line,
    questions,
    short_lines,
    titled,
    version_line,
)
from viewer.handout.blanks import blank_fields, with_values
from viewer.handout.leaves import Leaves
from viewer.handout.lines import field_labels
from viewer.handout.model import Handout, Part, PartKind
from viewer.handout.order import Order
from viewer.handout.outline import HIGHEST, outlined
from viewer.handout.text_date import text_date
from viewer.handout.texts import Gatherer, Texts
from viewer.handout.used_words import Used, explained, in_alphabet, marked_once

MANY_SECTIONS = 4
"""With more than these, getting help comes before them: it must not hide on the ninth page. So
it does where it is all that was asked for: what is in the handout fills the page before its box."""

KEPT = 6
"""Handouts kept in memory, each in one language."""


class Composer:
    """Composes handouts with one clinic's values."""

    def __init__(
        self,
        clinic: Clinic,
        words_of: WordsOf,
        today: Callable[[], datetime.date],
        grace: Callable[[], float] = lambda: GRACE_DAYS,
    ) -> None:
        """``grace`` gives the days after which a review that is due counts as lapsed."""
        self._grace = grace
        self._clinic = clinic
        self._words_of = words_of
        self._today = today
        self._builders: dict[str, PageBuilder] = {}
        self._leaves: dict[str, Leaves] = {}
        self._kept: dict[tuple[object, ...], tuple[Topic, Handout]] = {}

    def compose(self, topic: Topic, order: Order, language: str) -> Handout:
        """The handout of ``topic`` for readers of ``language``.

        The last ones are kept: another size or sheet has the same text.

        Raises:
            OrderError: what was ordered is not in the topic.
        """
        key = (
            *(topic.id, language, order.sections, order.care, order.level),
            *(order.language, order.beside, order.date, self._today()),
        )
        kept = self._kept.pop(key, None)
        if kept is None or kept[0] is not topic:  # read anew since
            kept = (topic, self._composed(topic, order, language))
        self._kept[key] = kept  # last, so that the first is the one used longest ago
        if len(self._kept) > KEPT:
            del self._kept[next(iter(self._kept))]
        return with_values(kept[1], order.blanks)  # which are never kept

    def _composed(self, topic: Topic, order: Order, language: str) -> Handout:
        words = self._words_of(language)
        texts = self._texts(topic, order, language)
        title, title_language, running = self._titles(topic, order, texts, language)
        texts = _said_once(order, texts)
        parts, used = marked_once(self._text_parts(topic, texts, language))
        glossary = self._glossary(topic, order, language, used)
        provenance = self._provenance(topic, texts, language, bool(glossary))
        date = text_date(topic, texts.languages, order.date, self._today())
        lines = version_line(topic, texts.languages, words), date_line(date, words)
        short = short_lines(topic, texts.languages, date, words)
        back = len(parts) - len(texts.teach_back)
        every = (
            *parts[:back],
            *glossary,
            *parts[back:],
            questions(words),
            given(words),
            about(provenance, lines, words),
        )
        return Handout(
            language=language,
            title=title,
            title_language=title_language,
            parts=every,
            words=paper_words(self._clinic, words, running, provenance, short),
            blanks=blank_fields(every, field_labels(words)),
            date=date,
        )

    def _text_parts(self, topic: Topic, texts: Texts, language: str) -> tuple[Part, ...]:
        """What comes of the topic's text, in its order, the questions last."""
        alone = bool(topic.help) and not texts.sections
        many = alone or len(texts.sections) > MANY_SECTIONS
        return (
            *self._most_important(topic, language),
            *(self._first_of_many(texts, language) if many else ()),
            *texts.notices,
            *texts.sections,
            *(() if many else (texts.help,)),
            *texts.safety,
            *texts.teach_back,
        )

    def _first_of_many(self, texts: Texts, language: str) -> tuple[Part, ...]:
        """What a long handout begins with: what is in it, and how to get help."""
        words = self._words_of(language)
        return (titled(PartKind.CONTENTS, "handout.contents", words), texts.help)

    def _texts(self, topic: Topic, order: Order, language: str) -> Texts:
        if language not in self._leaves:
            self._leaves[language] = Leaves(self._builder(language), language, self._today)
        builder, leaves = self._builder(language), self._leaves[language]
        return Gatherer(topic, order, builder, leaves, self._words_of(language)).texts()

    def _builder(self, language: str) -> PageBuilder:
        if language not in self._builders:
            words = self._words_of(language)
            self._builders[language] = PageBuilder(
                words, self._clinic, language, self._today, self._words_of, self._grace
            )
        return self._builders[language]

    def _most_important(self, topic: Topic, language: str) -> tuple[Part, ...]:
        text = topic.most_important.get(language, topic.language)
        if not text:
            return ()
        tag = topic.most_important.tag(language, topic.language)
        said = Text(self._builder(language).fill(text, tag))
        blocks = (Paragraph(language=tag, children=(said,)),)
        words, kind = self._words_of(language), PartKind.MOST_IMPORTANT
        phone = () if self._clinic.care_team_phone else (phone_line(words),)
        return (titled(kind, "handout.most_important", words, (*blocks, *phone), topic.id),)

    def _glossary(self, topic: Topic, order: Order, language: str, used: Used) -> tuple[Part, ...]:
        """The words used; side by side, those of both languages, in one order."""
        ids = set(used)
        first, used_first = language, used
        if order.beside and order.beside != order.language:
            other = order.beside if language == order.language else order.language
            texts = self._texts(topic, order, other)
            used_other = marked_once(self._text_parts(topic, texts, other))[1]
            ids |= set(used_other)
            first = order.language
            used_first = used if language == first else used_other
        words, fill = self._words_of(language), self._builder(language).fill
        blocks = explained(topic, used, in_alphabet(topic, ids, first, used_first), words, fill)
        if not blocks:
            return ()
        return (titled(PartKind.GLOSSARY, "handout.glossary", words, blocks, topic.id),)

    def _provenance(self, topic: Topic, texts: Texts, language: str, glossary: bool) -> Provenance:
        """Of all text that is printed; the meanings of words are in part in nobody's words."""
        if texts.provenances:
            return merged(texts.provenances, glossary)
        return Provenance((), glossary, self._builder(language).provenances.review(topic, language))

    def _titles(
        self, topic: Topic, order: Order, texts: Texts, language: str
    ) -> tuple[str, str, tuple[str, str]]:
        """The handout's title, its language, and the title on the next pages with its own."""
        words = self._words_of(language)
        tag = topic.title.tag(language, topic.language) or topic.language
        name = self._builder(language).fill(topic.title_in(language), tag)
        if order.care and not order.sections:
            key = "handout.care_title"
            title, language_of = words(key, topic=name), words.language_of(key)
            return title, language_of, (title, language_of)
        if _is_one_section(order) and texts.sections:
            part = texts.sections[0]
            return plain_text(part.title), part.language, (name, tag)
        return name, tag, (name, tag)  # getting help too: its box has a title of its own


def _is_one_section(order: Order) -> bool:
    return len(set(order.sections)) == 1 and not order.care


def _said_once(order: Order, texts: Texts) -> Texts:
    """The only section of a handout gives it its title, and so has none of its own."""
    if not _is_one_section(order):
        return texts
    sections = tuple(
        dataclasses.replace(part, title=(), icon="", blocks=outlined(part.blocks, HIGHEST - 1))
        for part in texts.sections
    )
    return dataclasses.replace(texts, sections=sections)
