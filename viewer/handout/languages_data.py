"""Languages as the template wants them: told only where they change."""

from __future__ import annotations

from typing import Any

from viewer.core.locales import is_right_to_left

Node = dict[str, Any]
"""A piece of JSON; its key "k" names its kind."""
_REGION = 2
_LANGUAGE = 3


def language_data(tag: str) -> Node:
    """The language, its region if the tag names one, and whether it runs from right to left."""
    language, *rest = tag.split("-")
    found: Node = {"lang": language.lower()[:_LANGUAGE], "rtl": is_right_to_left(tag)}
    region = next((part for part in rest if len(part) == _REGION and part.isalpha()), "")
    return found | ({"region": region.upper()} if region else {})


def changed(tag: str, around: str) -> Node:
    """The language of a node that stands among ``around``; empty where it is the same."""
    return language_data(tag) if tag != around else {}
