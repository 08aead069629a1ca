"""What is known of every topic before any is read: its titles and its languages.

Thousands of topics cannot be read to list their titles. The catalogue of a large library is a
file in the cache, written beside the search index; what it does not know yet has a title made
from its id. It is kept in columns, which JSON reads in a few milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Sized
from functools import partial
from itertools import repeat
from typing import Any, NamedTuple

from viewer.core.analysis import fold
from viewer.core.language import best_language, lookup
from viewer.core.model import Title

LANGUAGE_OF_IDS = "en"
"""An id is written in the letters a to z; that is all that is known of its language."""


class Entry(NamedTuple):
    """One topic."""

    id: str
    titles: Mapping[str, str]
    """By language; empty where the author gave none."""
    languages: Sequence[str]
    """Those that have a folder, the fallback first."""


class Catalogue:
    """The entries of one library by id; immutable."""

    def __init__(self, data: Mapping[str, Any] | None = None) -> None:
        """``data`` is what ``catalogue_data`` made.

        Raises:
            ValueError: ``data`` is something else.
        """
        try:
            self._take({} if data is None else data)
        except (TypeError, KeyError, AttributeError, IndexError) as error:
            raise ValueError("no catalogue") from error

    def _take(self, data: Mapping[str, Any]) -> None:
        self.ids: tuple[str, ...] = tuple(data.get("ids", ()))
        """The ids of all topics, A to Z."""
        self._titles: dict[str, list[str]] = dict(data.get("titles", {}))
        self._orders: dict[str, list[int]] = dict(data.get("orders", {}))
        self._sets: list[list[str]] = list(data.get("sets", ()))
        self._set_of: list[int] = list(data.get("set_of", ()))
        count = len(self.ids)
        columns: list[Sized] = [*self._titles.values(), *self._orders.values(), self._set_of]
        if any(len(column) != count for column in columns):
            raise ValueError("columns of different lengths")
        self._at: dict[str, int] = {topic: at for at, topic in enumerate(self.ids)}

    def __len__(self) -> int:
        return len(self.ids)

    def __contains__(self, topic_id: object) -> bool:
        return topic_id in self._at

    def __iter__(self) -> Iterator[Entry]:
        return map(self.entry, self.ids)

    def entry(self, topic_id: str) -> Entry:
        """What is known of a topic.

        Raises:
            KeyError: nothing is.
        """
        at = self._at[topic_id]
        titles = {tag: column[at] for tag, column in self._titles.items() if column[at]}
        return Entry(topic_id, titles, self._languages(at))

    def title(self, topic_id: str, language: str) -> Title:
        """A topic's title for readers of ``language``; made from its id where none is known."""
        at = self._at.get(topic_id)
        if at is not None:
            here = [tag for tag, column in self._titles.items() if column[at]]
            if here:
                fallback = best_language(next(iter(self._languages(at)), ""), here, here[-1])
                tag = best_language(language, here, fallback)
                return Title(topic_id, self._titles[tag][at], tag)
        return title_of_id(topic_id)

    def titles(self, topic_ids: Sequence[str], language: str) -> list[Title]:
        """The titles of these topics, A to Z as readers of ``language`` read."""
        if tuple(topic_ids) == self.ids:
            for tag in lookup(language):
                if tag in self._orders:
                    return self._in_order(tag)
        found = [self.title(topic_id, language) for topic_id in topic_ids]
        return sorted(found, key=sort_key)

    def column(self, tag: str) -> Sequence[str]:
        """The titles in one language, in the order of the ids; empty ones where there is none."""
        return self._titles[tag]

    def _in_order(self, tag: str) -> list[Title]:
        """All titles for readers of a language whose order is written down."""
        order, column = self._orders[tag], self._titles[tag]
        if "" in column:
            return [self.title(self.ids[at], tag) for at in order]
        ids = map(self.ids.__getitem__, order)
        texts = map(column.__getitem__, order)
        # As Title(…) for each, in a quarter of the time.
        return list(map(partial(tuple.__new__, Title), zip(ids, texts, repeat(tag))))

    def _languages(self, at: int) -> list[str]:
        return self._sets[self._set_of[at]]


def title_of_id(topic_id: str) -> Title:
    """A title for a topic of which nothing is known: "acute-bronchitis", "Acute bronchitis"."""
    return Title(topic_id, topic_id.replace("-", " ").capitalize(), LANGUAGE_OF_IDS)


def sort_key(title: Title) -> tuple[str, str]:
    """Titles stand by their letters, without accents or case."""
    return fold(title.text), title.topic


def catalogue_data(entries: Iterable[Entry]) -> dict[str, Any]:
    """Entries in columns, as JSON can hold them."""
    every = sorted(entries, key=lambda entry: entry.id)
    tags = dict.fromkeys(tag for entry in every for tag in entry.titles)
    sets: dict[tuple[str, ...], int] = {}
    set_of = [sets.setdefault(tuple(entry.languages), len(sets)) for entry in every]
    data = {
        "ids": [entry.id for entry in every],
        "titles": {tag: [entry.titles.get(tag, "") for entry in every] for tag in tags},
        "sets": [list(languages) for languages in sets],
        "set_of": set_of,
    }
    unordered = Catalogue(data)
    data["orders"] = {tag: _order(unordered, tag) for tag in tags}
    return data


def _order(catalogue: Catalogue, tag: str) -> list[int]:
    column = catalogue.column(tag)
    keys = [
        (fold(text), topic) if text else sort_key(catalogue.title(topic, tag))
        for topic, text in zip(catalogue.ids, column, strict=True)
    ]
    return sorted(range(len(keys)), key=keys.__getitem__)
