"""Health-topic files made for tests: of a few hostile topics, or of thousands."""

from __future__ import annotations

import random
from html import escape
from pathlib import Path

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_WORDS: tuple[str, ...] = ("skin", "sun", "heat", "water", "cloth", "shade", "hat", "light", "warm")
_WORDS += ("often", "feel", "people", "cool", "red", "dry", "small", "body", "doctor", "family")


def topic(
    number: int,
    summary: str = "<p>Words.</p>",
    *,
    title: str = "",
    language: str = "English",
    inner: str = "",
) -> str:
    """One topic; ``summary`` is HTML, ``inner`` is XML."""
    name = escape(title or f"Topic {number}")
    return (
        f'<health-topic meta-desc="x" title="{name}" url="https://medlineplus.gov/t{number}.html" '
        f'id="{number}" language="{language}" date-created="01/02/2003">'
        f"<full-summary>{escape(summary)}</full-summary>{inner}</health-topic>\n"
    )


def feed(*topics: str, head: str = HEAD, total: int | None = None) -> str:
    """A whole file."""
    count = len(topics) if total is None else total
    begin = f'<health-topics total="{count}" date-generated="08/10/2024 02:30:32">\n'
    return f"{head}{begin}{''.join(topics)}</health-topics>\n"


def mapped(number: int, language: str) -> str:
    """What says that a topic is another in another language."""
    element = "language-mapped-topic"
    return f'<{element} url="x" id="{number}" language="{language}">x</{element}>'


def write_large(path: Path, pairs: int) -> Path:
    """A file of ``pairs`` topics in both languages, like the real one in size and shape."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        file.write(f'<health-topics total="{2 * pairs}" date-generated="08/10/2024 02:30:32">\n')
        for number in range(pairs):
            file.write(_large_topic(number, pairs, "English", chance))
        for number in range(pairs):
            file.write(_large_topic(number + pairs, pairs, "Spanish", chance))
        file.write("</health-topics>\n")
    return path


def _large_topic(number: int, pairs: int, language: str, chance: random.Random) -> str:
    twin = number + pairs if number < pairs else number - pairs
    other = "Spanish" if language == "English" else "English"
    link = f'<a href="https://medlineplus.gov/t{chance.randrange(pairs)}.html">more</a>'
    parts = []
    for _ in range(5):
        items = "".join(f"<li>{_sentence(chance)}</li>\n" for _ in range(5))
        prose = " ".join(_sentence(chance) for _ in range(4))
        parts.append(f"<h3>What is it?</h3>\n<p>{prose} See {link}.</p>\n<ul>\n{items}</ul>\n")
    sites = "".join(
        f'<site title="A page of others {n}" url="https://www.example.org/{number}/{n}">'
        "<information-category>Start Here</information-category>"
        "<organization>Examples of the world</organization></site>\n"
        for n in range(chance.randrange(20, 60))
    )
    title = f"Topic {number:05}" if language == "English" else f"Tema {number:05}"
    inner = mapped(twin, other) + sites
    return topic(number, "".join(parts), title=title, language=language, inner=inner)


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=10)).capitalize() + "."
