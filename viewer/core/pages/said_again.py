"""Words of a page, said again as they are said where the page is read aloud.

An item under "Do not" may be one that does not say so itself; by itself too it is heard with that.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from viewer.core.pages.spoken import Utterance


def as_said(heard: Iterable[Utterance], page: Sequence[Utterance]) -> list[Utterance]:
    """The same, with what the reading of the page has before each."""
    return [dataclasses.replace(one, text=_whole(one.text, page)) for one in heard]


def _whole(text: str, page: Sequence[Utterance]) -> str:
    longer = (one.text for one in page if one.text.endswith(f": {text}"))
    return next(longer, text)
