"""Whether a clinician has read this very text; without a review that holds, it is a draft."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from viewer.core.model import Review, Topic
from viewer.core.pages.version import text_version


class ReviewState(StrEnum):
    """What readers are told of the review, the weakest first."""

    DRAFT = "draft"
    DUE = "due"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class ReviewStatus:
    """The state of a topic's text in one language, and the review if there is one."""

    state: ReviewState
    review: Review | None = None


def review_status(topic: Topic, language: str, today: datetime.date) -> ReviewStatus:
    """A review holds for its own language and for the text it names; else the text is a draft."""
    review = topic.reviews.get(language)
    if review is None or review.text != text_version(topic, language):
        return ReviewStatus(ReviewState.DRAFT, review)
    if review.due is not None and review.due < today:
        return ReviewStatus(ReviewState.DUE, review)
    return ReviewStatus(ReviewState.REVIEWED, review)


def weakness(status: ReviewStatus) -> int:
    """A number by which reviews sort, the weakest first: a draft, then one that is due."""
    return (ReviewState.DRAFT, ReviewState.DUE, ReviewState.REVIEWED).index(status.state)
