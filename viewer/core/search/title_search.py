"""Finds topics by their titles alone: all that can be searched while there is no index."""

from __future__ import annotations

import re
from collections.abc import Sequence

from viewer.core.analysis import MARK, beginning, fold, words_of
from viewer.core.level import Level
from viewer.core.model import Title
from viewer.core.search.results import Group, Result, ResultKind, Results, Segment

MOST = 24
"""Topics that are given."""
MOST_LETTERS = 200
MOST_WORDS = 8


def search_titles(titles: Sequence[Title], text: str, level: Level) -> Results:
    """The topics in whose titles words begin like all of those typed."""
    words = tuple(dict.fromkeys(words_of(text[:MOST_LETTERS])))[:MOST_WORDS]
    if not words:
        return Results()
    begins = [re.compile(beginning(word)) for word in words]
    marks = re.compile(rf"(?:{'|'.join(map(beginning, words))})[\w{MARK}]*")
    groups = []
    for topic, title, language in titles:
        folded = fold(title)
        if all(one.search(folded) for one in begins):
            marked = _marked(title, folded, marks)
            result = Result(topic, "", level, marked, (), ResultKind.TOPIC, "", language, language)
            groups.append(Group(topic, title, (result,), language))
            if len(groups) == MOST:
                break
    return Results(tuple(groups), "", words)


def _marked(title: str, folded: str, marks: re.Pattern[str]) -> tuple[Segment, ...]:
    """The title cut where a mark begins or ends; folding keeps every letter's place."""
    segments: list[Segment] = []
    at = 0
    for hit in marks.finditer(folded):
        segments += [
            Segment(title[at : hit.start()]),
            Segment(title[hit.start() : hit.end()], True),
        ]
        at = hit.end()
    segments.append(Segment(title[at:]))
    return tuple(segment for segment in segments if segment.text)
