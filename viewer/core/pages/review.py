"""Whether a clinician has read this very text; without a review that holds, it is a draft."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from viewer.core.model import GRACE_DAYS, Review, Topic
from viewer.core.pages.version import text_version


class ReviewState(StrEnum):
    """What readers are told of the review, the weakest first."""

    DRAFT = "draft"
    LAPSED = "lapsed"
    """Due for longer than the library's days of grace."""
    DUE = "due"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """The state of a topic's text in one language, and the review if there is one."""

    state: ReviewState
    review: Review | None = None


def review_status(
    topic: Topic,
    language: str,
    today: datetime.date,
    grace: Callable[[], float] = lambda: GRACE_DAYS,
) -> ReviewStatus:
    """A review holds for its own language and for the text it names; else the text is a draft.

    So does one of a day that has not come: nobody has done it.

    ``grace`` gives the days after which one that is due counts as lapsed; it is asked late, for
    it may have to be read.
    """
    review = topic.reviews.get(language)
    if review is None or review.at > today or review.text != text_version(topic, language):
        return ReviewStatus(ReviewState.DRAFT, review)
    if review.due is not None and review.due < today:
        lapsed = (today - review.due).days > grace()
        return ReviewStatus(ReviewState.LAPSED if lapsed else ReviewState.DUE, review)
    return ReviewStatus(ReviewState.REVIEWED, review)


def weakness(status: ReviewStatus) -> int:
    """A number by which reviews sort, the weakest first: a draft, then one that has lapsed."""
    return list(ReviewState).index(status.state)
