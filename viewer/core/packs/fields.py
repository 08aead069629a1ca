"""Typed reading of a YAML mapping: each key asked for once, whatever is left over is a problem."""

from __future__ import annotations

import contextlib
import datetime
import re
from collections.abc import Iterator

from viewer.core.language import is_language_tag
from viewer.core.packs.yaml_nodes import Mapping, Node, Scalar, Sequence
from viewer.core.problems import Reporter, Rule

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
MAX_KEY = 40
"""Letters of an unknown key that are compared with the known ones."""
MAX_COMPARED = 50
"""Unknown keys of one mapping that are compared; who has more did not mistype them."""
MAX_VALUE = 4_000
"""Characters of one value: a paragraph, not a page."""


class Fields:
    """The entries of one mapping, each read as the type that the format gives it."""

    def __init__(self, node: Node | None, reporter: Reporter, key: str = "") -> None:
        self._reporter = reporter
        self.line = node.line if node is not None else 1
        self.readable = node is None or isinstance(node, Mapping)
        """False where there is no mapping to read: then no key of it is missing."""
        if node is not None and not isinstance(node, Mapping):
            reporter.report(
                Rule.WRONG_TYPE, node.line, key=key or reporter.path.name, wanted="mapping"
            )
            node = None
        self._asked: set[str] = set()
        self._left = {k.text: (k, value) for k, value in node.entries} if node else {}
        self.lines = {key: k.line for key, (k, _) in self._left.items()}
        """The line of each key that is there."""

    def finish(self) -> None:
        """Report every key that nobody asked for."""
        for number, (key, _) in enumerate(self._left.values()):
            details = {"key": key.text}
            known = self._asked - self.lines.keys() if number < MAX_COMPARED else set[str]()
            if nearest := _nearest(key.text, known):
                details["nearest"] = nearest
            self._reporter.report(Rule.UNKNOWN_KEY, key.line, **details)

    def line_of(self, key: str) -> int:
        """The line of ``key``; of the whole mapping where it is missing."""
        return self.lines.get(key, self.line)

    def take(self, key: str, *, required: bool = False) -> Node | None:
        """The value at ``key`` as it stands; a missing required key is a problem."""
        self._asked.add(key)
        entry = self._left.pop(key, None)
        if entry is None and required and self.readable:
            self._reporter.report(Rule.MISSING_KEY, self.line, key=key)
        return entry[1] if entry else None

    def text(self, key: str, *, required: bool = False) -> str:
        """A value in words; empty where it is missing."""
        node = self.take(key, required=required)
        return "" if node is None else self._text(node, key)

    def identifier(self, key: str, *, required: bool = False) -> str:
        """A value that names something: lower-case letters, digits and single hyphens."""
        node = self.take(key, required=required)
        return "" if node is None else self._identifier(node, key)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of values in words."""
        return tuple(filter(None, (self._text(n, key) for n in self._items(key, required))))

    def identifiers(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of values that name something."""
        return tuple(filter(None, (self._identifier(n, key) for n in self._items(key, required))))

    def mappings(self, key: str, *, required: bool = False) -> Iterator[Fields]:
        """A list of mappings; finish each."""
        for node in self._items(key, required):
            yield Fields(node, self._reporter, key)

    def entries(self, key: str) -> Iterator[tuple[Scalar, Node]]:
        """The keys and values of a mapping."""
        node = self.take(key)
        if node is not None and not isinstance(node, Mapping):
            self._wrong(node, key, "mapping")
        elif node is not None:
            yield from node.entries

    def by_language(self, key: str, *, required: bool = False) -> dict[str, str]:
        """A text in each language, as ``{en: …, es: …}``."""
        if required and self.readable and key not in self._left:
            self._reporter.report(Rule.MISSING_KEY, self.line, key=key)
        texts: dict[str, str] = {}
        for tag, node in self.entries(key):
            if not is_language_tag(tag.text):
                self._reporter.report(Rule.LANGUAGE_TAG, tag.line, tag=tag.text)
            elif text := self._text(node, key):
                texts[tag.text] = text
        return texts

    def number(self, key: str, low: int, high: int) -> int | None:
        """A whole number from ``low`` to ``high``, or None."""
        node = self.take(key)
        if node is None:
            return None
        text = self._text(node, key)
        if re.fullmatch(r"[0-9]{1,9}", text) and low <= int(text) <= high:
            return int(text)
        wanted = f"{low} to {high}"
        self._reporter.report(Rule.BAD_VALUE, node.line, key=key, value=text, wanted=wanted)
        return None

    def date(self, key: str, *, required: bool = False) -> datetime.date | None:
        """A day as ``2026-11-22``, or None."""
        node = self.take(key, required=required)
        if node is None:
            return None
        text = self._text(node, key)
        with contextlib.suppress(ValueError):
            if _DAY.match(text):
                return datetime.date.fromisoformat(text)
        self._reporter.report(Rule.BAD_VALUE, node.line, key=key, value=text, wanted="2026-11-22")
        return None

    def choice(self, key: str, choices: tuple[str, ...], *, any_case: bool = False) -> str:
        """One of ``choices``, or empty; ``any_case`` takes A4 for a4."""
        node = self.take(key)
        if node is None:
            return ""
        text = self._text(node, key)
        if any_case and text.lower() in choices:
            return text.lower()
        if text and text not in choices:
            wanted = ", ".join(choices)
            self._reporter.report(Rule.BAD_VALUE, node.line, key=key, value=text, wanted=wanted)
            return ""
        return text

    def _items(self, key: str, required: bool) -> tuple[Node, ...]:
        node = self.take(key, required=required)
        if node is None:
            return ()
        if isinstance(node, Sequence):
            if required and not node.items:
                self._reporter.report(Rule.MISSING_KEY, node.line, key=key)
            return node.items
        self._wrong(node, key, "list")
        return ()

    def _identifier(self, node: Node, key: str) -> str:
        text = self._text(node, key)
        if text and not IDENTIFIER.match(text):
            wanted = "a-z, 0-9, -"
            self._reporter.report(Rule.BAD_VALUE, node.line, key=key, value=text, wanted=wanted)
            return ""
        return text

    def _text(self, node: Node, key: str) -> str:
        if not isinstance(node, Scalar):
            self._wrong(node, key, "word")
            return ""
        text = " ".join(node.text.split())
        if not text or (node.plain and text in ("null", "~")):
            self._wrong(node, key, "word")
            return ""
        if len(text) > MAX_VALUE:
            self._reporter.report(
                Rule.BAD_VALUE, node.line, key=key, value=text, wanted=f"≤ {MAX_VALUE}"
            )
            return text[:MAX_VALUE]
        return text

    def _wrong(self, node: Node, key: str, wanted: str) -> None:
        self._reporter.report(Rule.WRONG_TYPE, node.line, key=key, wanted=wanted)


def _nearest(key: str, known: set[str]) -> str:
    """The key that was most likely meant; empty where none is like it."""
    from difflib import get_close_matches  # late: hardly any file has an unknown key

    return next(iter(get_close_matches(key[:MAX_KEY], sorted(known), 1, 0.6)), "")
