"""Where the text of a page comes from: gathered of the sections that it shows."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence, Set

from viewer.core.blocks import Callout
from viewer.core.language import best_language
from viewer.core.model import UNSOURCED, Section, Source, Topic
from viewer.core.pages.foot import review_notices
from viewer.core.pages.page import Provenance
from viewer.core.pages.review import ReviewStatus, review_status, weakness
from viewer.core.pages.version import text_version
from viewer.core.words import Words


class Provenances:
    """Gathers it for readers of one language."""

    def __init__(
        self,
        words: Words,
        language: str,
        today: Callable[[], datetime.date],
        grace: Callable[[], float],
    ) -> None:
        """``grace`` gives the days after which a review that is due counts as lapsed."""
        self._words = words
        self._language, self._today, self._grace = language, today, grace

    def review(self, topic: Topic, language: str) -> ReviewStatus:
        """Whether a clinician has read the topic's text in ``language``, as of today."""
        return review_status(topic, language, self._today(), self._grace)

    def notices(self, provenance: Provenance | None) -> tuple[Callout, ...]:
        """That a review is due, or strongly that it has lapsed."""
        return review_notices(provenance, self._words) if provenance else ()

    def of(
        self, shown: Sequence[tuple[Topic, Sequence[Section]]], among: Set[str] = frozenset()
    ) -> Provenance | None:
        """Where the text of these sections comes from; of their reviews the weakest counts.

        ``among`` are languages of which there is text on the page too.
        """
        if not shown:
            return None
        sources: dict[Source, None] = {}
        unsourced = False
        reviews = []
        draft_translation = False
        languages: Set[str] = frozenset()
        for topic, sections in shown:
            ids = [source for section in sections for source in section.sources]
            named = ids if sections else topic.sources
            sources.update({topic.sources[i]: None for i in named if i in topic.sources})
            unsourced = unsourced or UNSOURCED in ids
            nearest = best_language(self._language, topic.languages, topic.language)
            languages = {section.language for section in sections} | among or {nearest}
            reviews += [self.review(topic, tag) for tag in languages]
            draft_translation |= any(topic.is_draft_translation(tag) for tag in languages)
        only = shown[0][0] if len(shown) == 1 else None
        return Provenance(
            tuple(sources),
            unsourced,
            min(reviews, key=weakness),
            draft_translation,
            topic=only.id if only else "",
            versions=tuple((tag, text_version(only, tag)) for tag in sorted(languages))
            if only
            else (),
        )
