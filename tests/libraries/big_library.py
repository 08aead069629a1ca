"""A library of thousands of topics in English and Spanish, the same for the same seed.

    python -m tests.libraries.big_library DIR --topics 16000

Each topic has one section of about 4.6 KB in each language, one in eight a page
about getting help, one in five a glossary, one in three a "most important".
"""

from __future__ import annotations

import argparse
import os
import random
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.libraries import health_words as words

TOPICS = 16_000
SECTION_BYTES = 4_600
LANGUAGES = ("en", "es")


class Name(NamedTuple):
    """A topic's title in both languages, and its root for the glossary."""

    en: str
    es: str


def names(rng: random.Random) -> list[Name]:
    """Every title that the words make, each once, shuffled."""
    found: dict[str, Name] = {}
    for kind, forms in words.KINDS.items():
        for root in words.ROOTS:
            for ending, (spanish, gender) in words.ENDINGS.items():
                word = forms[gender == "f"]
                title = f"{_spanish_root(root)}{spanish} {word}".capitalize()
                name = Name(f"{kind} {root}{ending}", title)
                found.setdefault(_slug(name.en), name)
        for ailment, (spanish, gender) in words.AILMENTS.items():
            for part, place in words.PARTS.items():
                word = forms[gender == "f"]
                english = f"{kind} {ailment} of the {part}"
                name = Name(english, f"{spanish} {word} en {place}".capitalize())
                found.setdefault(_slug(english), name)
    shuffled = [found[slug] for slug in sorted(found)]
    rng.shuffle(shuffled)
    return shuffled


def _spanish_root(root: str) -> str:
    for english, spanish in (("ph", "f"), ("th", "t"), ("rh", "r"), ("ch", "c"), ("y", "i")):
        root = root.replace(english, spanish)
    return root.replace("mm", "m")


def write_library(folder: Path, topics: int = TOPICS, seed: int = 1) -> None:
    """Write ``topics`` topics into ``folder``, which is made."""
    rng = random.Random(seed)
    every = names(rng)
    assert topics <= len(every), f"there are words for {len(every)} topics"
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(every[:topics]):
        others = rng.sample(every, 4)
        _write_topic(folder / _slug(name.en), number, name, others, rng)


def _write_topic(
    folder: Path, number: int, name: Name, others: list[Name], rng: random.Random
) -> None:
    has_help = number % 8 == 0
    for language in LANGUAGES:
        os.makedirs(folder / language)
    _write(folder / "topic.yaml", _topic_file(number, name, has_help))
    if number % 5 == 0:
        _write(folder / "glossary.yaml", _glossary(name))
    for at, language in enumerate(LANGUAGES):
        text = _section(name, at, others, rng, has_help)
        _write(folder / language / "overview.md", text)
        if has_help:
            _write(folder / language / "when-to-get-help.md", _help(name, at))


def _topic_file(number: int, name: Name, has_help: bool) -> str:
    code = f"{'ABCDEFGHIJKLMNOPQRSTVWXYZ'[number % 25]}{number // 25 % 100:02}.{number // 2500}"
    lines = [
        "format: 1",
        "language: en",
        f'title: {{en: "{name.en}", es: "{name.es}"}}',
        f"codes: {{icd10cm: [{code}{number % 7}]}}",
        "groups:",
        "  - id: about",
        "    title: {en: About it, es: Sobre la enfermedad}",
        "    sections: [overview]",
        "sources:",
        f"  - {{id: book, title: A handbook of medicine, publisher: Publisher {number % 40}}}",
        "translations: {es: draft}",
    ]
    if number % 3 == 0:
        lines.append('most_important: {en: "Rest, and call early.", es: "Descanse y llame."}')
    if has_help:
        lines.append("help: when-to-get-help")
        at = lines.index("sources:")
        lines[at:at] = [
            "  - id: help",
            "    title: {en: Getting help, es: Pedir ayuda}",
            "    sections: [when-to-get-help]",
        ]
    return "\n".join([*lines, ""])


def _glossary(name: Name) -> str:
    english, spanish = name.en.split(" ")[1], name.es.split(" ", maxsplit=1)[0].lower()
    return (
        f"{_slug(english)}:\n"
        f"  en: {{term: {english}, also: [{english} illness],"
        f' means: "A sickness that doctors call {english}."}}\n'
        f'  es: {{term: {spanish}, means: "Una enfermedad que los médicos llaman {spanish}."}}\n'
    )


def _section(
    name: Name, language: int, others: list[Name], rng: random.Random, has_help: bool
) -> str:
    title = name[language]
    say = _Sentences(name, language, others, rng)
    question = (f"What is {title.lower()}?", f"¿Qué es {title.lower()}?")[language]
    keywords = ", ".join(dict.fromkeys((say.pick(words.SIGNS), say.pick(words.SIGNS))))
    front = (
        f'---\ntitle: "{title}"\nplain_title: "{question}"\n'
        f"keywords: [{keywords}]\nsources: [book]\n---\n"
    )
    about, finding, treating = (
        ("About it", "Finding it", "Treating it"),
        ("Sobre la enfermedad", "Cómo se encuentra", "Tratamiento"),
    )[language]
    parts = [front, f"## {about}\n\n", say.paragraph(3)]
    parts += [f"## {finding}\n\n", say.paragraph(4), say.items(3)]
    parts += [f"## {treating}\n\n", say.paragraph(3)]
    end = [_plain_heading(language), say.lead(), say.do(4), say.safety()]
    if has_help:
        end.append(
            (
                "See [when to get help](section:when-to-get-help).\n",
                "Vea [cuándo pedir ayuda](section:when-to-get-help).\n",
            )[language]
        )
    size = sum(len(part.encode()) for part in (*parts, *end))
    while size < SECTION_BYTES - 150:
        more = say.paragraph(2)
        parts.append(more)
        size += len(more.encode())
    return "".join(parts + end)


def _plain_heading(language: int) -> str:
    return ("## In plain words {: .plain }\n\n", "## En palabras sencillas {: .plain }\n\n")[
        language
    ]


def _help(name: Name, language: int) -> str:
    title, question, text = (
        (
            "When to get help",
            "When do I get help?",
            f"Call {{{{emergency_number}}}} if {name.en.lower()} suddenly gets worse.",
        ),
        (
            "Cuándo pedir ayuda",
            "¿Cuándo pido ayuda?",
            f"Llame a {{{{emergency_number}}}} si empeora de pronto: {name.es.lower()}.",
        ),
    )[language]
    return (
        f'---\ntitle: "{title}"\nplain_title: "{question}"\nsources: [book]\n---\n'
        f"{_plain_heading(language)}{text}\n"
    )


class _Sentences:
    """Makes sentences about one topic in one language."""

    def __init__(self, name: Name, language: int, others: list[Name], rng: random.Random) -> None:
        self._language = language
        self._others = others
        self._name = name[language]
        self._rng = rng

    def pick(self, pairs: dict[str, str]) -> str:
        """One of the words, in this language."""
        english = self._rng.choice(_KEYS[id(pairs)])
        return pairs[english] if self._language else english

    def __getitem__(self, slot: str) -> str:
        """The words for a slot of a pattern; made only where the pattern has it."""
        if slot.startswith("medicine"):
            return _medicine(self._rng)
        if slot.startswith("other"):
            return self._others[slot == "other2"][self._language].lower()
        return self._name if slot == "name" else self.pick(_SLOTS[slot.rstrip("2")])

    def sentence(self, patterns: tuple[tuple[str, str], ...]) -> str:
        """A sentence, its first letter a capital one."""
        text = self._rng.choice(patterns)[self._language].format_map(self)
        return text[0].upper() + text[1:]

    def paragraph(self, count: int) -> str:
        """Sentences for health workers."""
        return " ".join(self.sentence(words.CLINICAL) for _ in range(count)) + "\n\n"

    def items(self, count: int) -> str:
        """A list for health workers."""
        return "".join(f"- {self.sentence(words.CLINICAL)}\n" for _ in range(count)) + "\n"

    def lead(self) -> str:
        """The main message."""
        return " ".join(self.sentence(words.PLAIN) for _ in range(2)) + "\n\n"

    def do(self, count: int) -> str:
        """What to do."""
        heading = ("### Do this {: .do }", "### Haga esto {: .do }")[self._language]
        lines = dict.fromkeys(self.sentence(words.PLAIN) for _ in range(count))
        return f"{heading}\n\n" + "".join(f"- {line}\n" for line in lines) + "\n"

    def safety(self) -> str:
        """The words that are on both levels."""
        heading = ("### Your team's plan comes first", "### El plan de su equipo va primero")
        text = ("Ask before you change anything.", "Pregunte antes de cambiar algo.")
        own = f"{heading[self._language]} {{: #own-plan .safety }}"
        return f"{own}\n\n{text[self._language]}\n\n"


_SLOTS = {
    "sign": words.SIGNS,
    "part": words.PARTS,
    "helper": words.HELPERS,
    "thing": words.THINGS,
}
_KEYS = {id(pairs): tuple(pairs) for pairs in _SLOTS.values()}


def _medicine(rng: random.Random) -> str:
    first, middle = rng.choice(words.MEDICINES_FIRST), rng.choice(words.MEDICINES_MIDDLE)
    return first + middle + rng.choice(words.MEDICINES_LAST)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return plain.lower().replace(" ", "-")


def _write(path: Path, text: str) -> None:
    with open(path, "wb") as file:
        file.write(text.encode())


def topic_ids(folder: Path) -> Iterator[str]:
    """The ids of the topics in a library."""
    return (entry.name for entry in os.scandir(folder) if entry.is_dir())


def main() -> None:
    """Write a library, as the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--topics", type=int, default=TOPICS)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    begin = time.monotonic()
    write_library(asked.folder, asked.topics, asked.seed)
    print(f"{asked.topics} topics in {time.monotonic() - begin:.1f} s")


if __name__ == "__main__":
    main()
