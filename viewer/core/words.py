"""The words that readers and authors see, from ``resources/words/<tag>.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from viewer.core.files import read_text
from viewer.core.language import best_language, lookup
from viewer.core.packs import yaml_nodes
from viewer.core.problems import Problem, Reporter

ENGLISH = "en"


class Words:
    """Words by dotted key in one language; a word that it lacks is taken from English."""

    def __init__(
        self,
        language: str,
        own: Mapping[str, str],
        english: Mapping[str, str],
        reader: str = "",
    ) -> None:
        """``reader`` is the tag that was asked for, which may name a country too."""
        self.language = language
        self._reader = reader or language
        self._own = own
        self._english = english

    def __call__(self, key: str, /, **values: str) -> str:
        """The words at ``key`` with its ``{names}`` filled in.

        Raises:
            KeyError: English has no such key either, which is a fault of the program.
        """
        template = self._own.get(key) or self._english[key]
        return template.format_map(values) if values or "{" in template else template

    def language_of(self, key: str) -> str:
        """The language that the words at ``key`` are in."""
        return self.language if key in self._own else ENGLISH

    def locale_of(self, key: str) -> str:
        """The tag by which dates and numbers among the words at ``key`` are written."""
        return self._reader if key in self._own and self._is_readers else self.language_of(key)

    @property
    def reader(self) -> str:
        """The tag that these words were asked for by."""
        return self._reader

    @property
    def _is_readers(self) -> bool:
        return self.language in lookup(self._reader)

    def __contains__(self, key: object) -> bool:
        return key in self._own or key in self._english


def read_words(folder: Path, language: str) -> Words:
    """The words for readers of ``language``, from the files in ``folder``."""
    offered = [path.stem for path in folder.glob("*.yaml")]
    tag = best_language(language, offered, ENGLISH)
    english = _read(folder / f"{ENGLISH}.yaml")
    own = english if tag == ENGLISH else _read(folder / f"{tag}.yaml")
    return Words(tag, own, english, language)


@lru_cache(maxsize=8)  # of the installation: they stay as they are while the program runs
def _read(path: Path) -> Mapping[str, str]:
    problems: list[Problem] = []
    reporter = Reporter(path, problems)
    text = read_text(path, reporter)
    node = yaml_nodes.read_yaml(text, reporter) if text else None
    found: dict[str, str] = {}
    _flatten(node, "", found)
    return found


def _flatten(node: yaml_nodes.Node | None, prefix: str, found: dict[str, str]) -> None:
    if isinstance(node, yaml_nodes.Scalar):
        found[prefix] = node.text
    elif isinstance(node, yaml_nodes.Mapping):
        for key, value in node.entries:
            _flatten(value, f"{prefix}.{key.text}" if prefix else key.text, found)
