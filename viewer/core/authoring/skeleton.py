"""The files of a new topic: every part that the pack format and the content brief ask for.

Structure and safety wording are offered as text to keep; all else is a ``TODO``, which the checker
finds. No file states a medical fact. The texts are templates (``resources/skeleton/*.md``) and
words by language, so all languages have one structure. A language without words of its own gets
the English ones, each behind a ``TODO``: no reader is to meet a heading in another language.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

from viewer.core.files import read_text
from viewer.core.language import lookup
from viewer.core.problems import Reporter
from viewer.core.words import read_words

ABOUT, HELP = "about", "when-to-get-help"
DEFAULT_CARE = ("daily-care",)
RESERVED = frozenset({ABOUT, HELP})
"""Ids of sections that no kind of care can have."""
MARK = "TODO: "


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTopic:
    """What somebody wants to begin."""

    title: str = ""
    """In the first language; empty: to be written."""
    languages: Sequence[str] = ("en",)
    """The first is the topic's own, the others are drafts of translations."""
    care: Sequence[str] = DEFAULT_CARE
    """The kinds of care guidance, in order; each becomes a section with that id."""


def skeleton(wanted: NewTopic, folder: Path, icons: frozenset[str]) -> dict[str, str]:
    """The files of a new topic: text by path.

    ``folder`` has the templates and words, ``icons`` are the names that a section may give.
    """
    writers = {tag: _Writer(tag, folder, icons) for tag in wanted.languages}
    first = writers[wanted.languages[0]]
    files = {
        "topic.yaml": "\n".join(_topic(wanted, writers)) + "\n",
        "glossary.yaml": "\n".join(_glossary(writers)) + "\n",
        "NOTES.md": first.words("notes"),
    }
    for tag, writer in writers.items():
        files[f"{tag}/{ABOUT}.md"] = writer.fill("about")
        for kind in wanted.care:
            files[f"{tag}/{kind}.md"] = writer.care(kind)
        files[f"{tag}/{HELP}.md"] = writer.help()
    return files


class _Writer:
    """Writes the files of one language."""

    def __init__(self, language: str, folder: Path, icons: frozenset[str]) -> None:
        self.words = read_words(folder, language)
        self._folder = folder
        self._icons = icons
        self._has_words = self.words.language in lookup(language)

    def say(self, key: str) -> str:
        """The words at ``key``, marked where they are not in this language."""
        text = self.words(key)
        own = self._has_words and self.words.language_of(key) == self.words.language
        return text if own or text.startswith(MARK) else MARK + text

    def fill(self, name: str, **more: str) -> str:
        """A template with this language's words; ``more`` come before those."""
        template = read_text(self._folder / f"{name}.md", Reporter(self._folder, []))
        assert template is not None, "the program's own file"
        return Template(template).substitute(_Section(self, more))

    def care(self, kind: str) -> str:
        """The file of a section of care guidance."""
        key = f"care.{kind}.plan"
        plan = self.fill(self.words(key) if key in self.words else "own-plan").rstrip("\n")
        more = {"kind": kind, "plan": plan, "icon": ""}
        if kind in self._icons:
            more["icon"] = f"\nicon: {kind}"
        for name in ("title", "question", "short"):
            if f"care.{kind}.{name}" in self.words:
                more[f"care_{name}"] = self.say(f"care.{kind}.{name}")
        return self.fill("care", **more)

    def help(self) -> str:
        """The file of the section about getting help."""
        keywords = self.say("section.help_keywords")
        every = [keywords] if keywords.startswith(MARK) else keywords.split(", ")
        return self.fill("help", help_keywords=", ".join(map(_quoted, every)))


class _Section(Mapping[str, str]):
    """The words of a section's template by name."""

    def __init__(self, writer: _Writer, more: Mapping[str, str]) -> None:
        self._writer = writer
        self._more = more

    def __getitem__(self, name: str) -> str:
        return self._more[name] if name in self._more else self._writer.say(f"section.{name}")

    def __iter__(self) -> Iterator[str]:
        return iter(self._more)

    def __len__(self) -> int:
        return len(self._more)


def _topic(wanted: NewTopic, writers: Mapping[str, _Writer]) -> Iterator[str]:
    """The lines of ``topic.yaml``."""
    first = wanted.languages[0]
    words = writers[first].words
    groups = {"about": [ABOUT], "caring": list(wanted.care), "help": [HELP]}
    yield "format: 1"
    yield f"language: {first}"
    yield "title:"
    for tag, writer in writers.items():
        given = wanted.title if tag == first else ""
        yield f"  {tag}: {_quoted(given or writer.say('topic.title'))}"
    yield words("comment.codes")
    yield from _in_each("most_important", "topic.most_important", writers, "")
    yield "groups:"
    for group, sections in groups.items():
        yield f"  - id: {group}"
        yield from _in_each("title", f"topic.{group}", writers, "    ")
        yield f"    sections: [{', '.join(sections)}]"
    yield f"care: [{', '.join(wanted.care)}]"
    yield f"help: {HELP}"
    yield "sources:"
    yield "  - id: first-source"
    yield f"    title: {_quoted(writers[first].say('topic.source'))}"
    yield f"    publisher: {_quoted(writers[first].say('topic.publisher'))}"
    yield f"    {words('comment.url')}"
    yield f"    {words('comment.empty')}"
    if len(writers) > 1:
        drafts = ", ".join(f"{tag}: draft" for tag in writers if tag != first)
        yield f"translations: {{{drafts}}}"
    yield words("comment.reviews")
    yield words("comment.review")


def _glossary(writers: Mapping[str, _Writer]) -> Iterator[str]:
    yield "first-word:"
    for tag, writer in writers.items():
        term, means = _quoted(writer.say("topic.term")), _quoted(writer.say("topic.means"))
        yield f"  {tag}: {{term: {term}, means: {means}}}"


def _in_each(key: str, name: str, writers: Mapping[str, _Writer], indent: str) -> Iterator[str]:
    yield f"{indent}{key}:"
    for tag, writer in writers.items():
        yield f"{indent}  {tag}: {_quoted(writer.say(name))}"


def _quoted(text: str) -> str:
    """A value between double quotes, which YAML reads as JSON writes it."""
    return json.dumps(text, ensure_ascii=False)
