"""From what was asked for to orders: which language, sheet and size each topic gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from viewer.commands.handout_options import Choices
from viewer.core.language import best_language
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.system_locale import territory_of
from viewer.core.words import Words
from viewer.handout.order import Order, Paper, PrintSize
from viewer.handout.papers import paper_for
from viewer.request import RequestError


class Orders:
    """Makes the orders of topics, of choices and settings that hold for all of them."""

    def __init__(
        self, choices: Choices, clinic: Clinic, system_language: str, territory: str
    ) -> None:
        """``territory`` is the country that the system is set up for; empty where none is."""
        self._choices = choices
        self._clinic = clinic
        self._system_language = system_language
        self._territory = territory

    def one(self, topic: Topic, words: Words) -> Order:
        """The one handout that is asked for.

        Raises:
            RequestError: the topic has no text in a language that is asked for.
        """
        choices = self._choices
        beside = _had(topic, choices.beside, words) if choices.beside else ""
        language = choices.language or next(self._first_languages(topic, beside), "")
        if not language:
            raise RequestError(
                words("handout_command.one_language", topic=topic.id, tag=choices.beside)
            )
        if _had(topic, language, words) == beside:
            tags = {"one": language, "other": choices.beside}
            raise RequestError(words("handout_command.same_text", topic=topic.id, **tags))
        return self._order(topic, language, choices.print_size or PrintSize.STANDARD)

    def every(self, topic: Topic) -> tuple[Order, ...]:
        """A handout in each language and size that the topic is to have; may be none."""
        choices = self._choices
        if not self._has_parts(topic):
            return ()
        beside = _nearest(topic, choices.beside)
        if choices.beside and not beside:
            return ()
        sizes = (choices.print_size,) if choices.print_size else tuple(PrintSize)
        return tuple(
            self._order(topic, language, size)
            for language in self._languages(topic, beside)
            for size in sizes
        )

    def _languages(self, topic: Topic, beside: str) -> Iterable[str]:
        wanted = self._choices.language
        if wanted:
            return (wanted,) if _nearest(topic, wanted) not in ("", beside) else ()
        offered = _each_text_once(topic, self._clinic.languages or topic.languages)
        found = [tag for tag in offered if _nearest(topic, tag) != beside]
        return found or (() if beside else (topic.language,))

    def _first_languages(self, topic: Topic, beside: str) -> Iterator[str]:
        """The clinic's first, the system's, the topic's: those that the topic has."""
        tags = (*self._clinic.languages[:1], self._system_language, *topic.languages)
        return (tag for tag in tags if tag and _nearest(topic, tag) not in ("", beside))

    def _has_parts(self, topic: Topic) -> bool:
        known = topic.section_ids()
        if self._choices.care:
            return bool(topic.care_sections(topic.language))
        return all(section in known for section in self._choices.sections)

    def _order(self, topic: Topic, language: str, size: PrintSize) -> Order:
        choices = self._choices
        return Order(
            topic=topic.id,
            sections=_in_order(choices.sections, topic.section_ids()),
            care=choices.care,
            level=choices.level,
            language=language,
            beside=choices.beside,
            print_size=size,
            paper=self._paper(language),
            date=choices.date,
        )

    def _paper(self, language: str) -> Paper:
        """The sheet that was asked for, the clinic's, or that of the country."""
        wished = self._choices.paper or self._clinic.paper
        return paper_for(wished, territory_of(language), self._territory)


def _nearest(topic: Topic, tag: str) -> str:
    """The topic's own tag for a language; empty where it has none of it."""
    return best_language(tag, topic.languages, "")


def _had(topic: Topic, tag: str, words: Words) -> str:
    """As ``_nearest``.

    Raises:
        RequestError: the topic has no text in the language.
    """
    nearest = _nearest(topic, tag)
    if nearest:
        return nearest
    some = ", ".join(topic.languages)
    raise RequestError(words("handout_command.no_language", topic=topic.id, tag=tag, some=some))


def _in_order(wanted: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    """The topic's order; what it does not have comes last, and will be complained of."""
    last = len(known)
    return tuple(sorted(wanted, key=lambda s: known.index(s) if s in known else last))


def _each_text_once(topic: Topic, tags: Iterable[str]) -> list[str]:
    """Those tags that the topic has a text for; of two for one text the first."""
    found: dict[str, str] = {}
    for tag in tags:
        nearest = _nearest(topic, tag)
        if nearest:
            found.setdefault(nearest, tag)
    return list(found.values())
