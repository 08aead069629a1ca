"""The day of a text, as its handout tells it: the same text gives the same paper."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable

from viewer.core.model import Topic


def text_date(
    topic: Topic, languages: Iterable[str], ordered: datetime.date | None, today: datetime.date
) -> datetime.date:
    """The day that was ordered, else the topic's own, else that of the newest text file.

    That is the day in UTC, so that it is the same wherever the program runs; ``today`` stands
    in where no file can be looked at.
    """
    if ordered is not None:
        return ordered
    if topic.date is not None:
        return topic.date
    newest = 0.0
    for language in languages:
        for section in topic.sections.get(language, {}).values():
            try:
                newest = max(newest, os.stat(section.path).st_mtime)
            except OSError:  # taken away since it was read
                continue
    try:
        return datetime.datetime.fromtimestamp(newest, datetime.UTC).date() if newest > 0 else today
    except (ValueError, OverflowError, OSError):  # a file system that gives a time of no calendar
        return today
