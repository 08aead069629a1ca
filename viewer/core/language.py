"""Language tags (BCP 47): which are well formed, and which text a reader of one gets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?\Z")


def is_language_tag(text: str) -> bool:
    """Whether ``text`` is a tag as packs use them: ``es``, ``es-MX``, ``zh-Hant``, ``es-419``."""
    return _TAG.match(text) is not None


def lookup(wanted: str) -> Iterator[str]:
    """``wanted``, and then the wider tags that it falls back to: es-MX, es.

    Lookup as in RFC 4647, section 3.4.
    """
    while wanted:
        yield wanted
        wanted = wanted.rpartition("-")[0]


def best_language(wanted: str, offered: Iterable[str], fallback: str) -> str:
    """The offered tag nearest to ``wanted``, else ``fallback``."""
    tags = set(offered)
    return next((tag for tag in lookup(wanted) if tag in tags), fallback)


def first_language(
    wishes: Iterable[str], system: Iterable[str], offered: Sequence[str], otherwise: str
) -> str:
    """The language to begin in.

    The first of ``wishes`` that is not empty; else the first of the ``system``'s languages that
    is ``offered``, else ``otherwise`` if that is, else the first that is offered.
    """
    asked = next(filter(None, wishes), "")
    if asked:
        return asked
    understood = (tag for tag in system if is_language_tag(tag) and _has(offered, tag))
    last = otherwise if not offered or _has(offered, otherwise) else offered[0]
    return next(understood, last)


def with_language(offered: Sequence[str], used: str) -> tuple[str, ...]:
    """The languages to choose from: those ``offered``, and the one that is ``used``."""
    return tuple(offered) if _has(offered, used) else (*offered, used)


def _has(offered: Sequence[str], wanted: str) -> bool:
    return any(tag in offered for tag in lookup(wanted))
