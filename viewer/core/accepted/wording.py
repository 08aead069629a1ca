"""What the staff are told of new content: rows for a status, lines for a log."""

from __future__ import annotations

from collections.abc import Iterable

from viewer.core.accepted.news import News, Waiting
from viewer.core.problems import printable
from viewer.core.wording import report_line
from viewer.core.words import Words

SHOWN_PROBLEMS = 5
"""Problems of one topic that are told; ``careleaf check`` tells the others."""


def waiting_row(waiting: Waiting, words: Words) -> tuple[str, str]:
    """A topic, folder or file, and why it does not count yet."""
    why = words(f"content.{waiting.why}", reason=waiting.reason)
    told = (report_line(problem, words) for problem in waiting.problems[:SHOWN_PROBLEMS])
    return printable(waiting.name), "\n".join((why.strip(), *told))


def news_lines(news: Iterable[News], words: Words) -> list[str]:
    """A line for each thing that counts from now on."""
    return [words(f"content.{what}", name=printable(name)) for what, name in news]
