"""Texts that are made to keep a comparison busy: it ends, and nothing that differs is lost."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from tests.core.library import FRONT, write_hands
from viewer.commands import diff
from viewer.core.installation import find_installation

pytestmark = pytest.mark.slow

SAFE = "\n## Careful {: #careful .safety }\n\nNever use {} water.\n"


def two_words(number: int) -> str:
    """Thousands of items of two words, in an order that nobody can guess."""
    chance = random.Random(number)
    return "".join(f"- a {chance.choice('bc')} d\n" for _ in range(1_900))


def long_paragraphs(number: int) -> str:
    """Paragraphs as long as the format allows, of words that are in all of them."""
    chance = random.Random(number)
    return "\n\n".join(
        " ".join(chance.choice(("ab", "cd", "ef")) for _ in range(6_000)) for _ in range(12)
    )


def deep_lists(number: int) -> str:
    """Lists in lists, each item a little other than the one before."""
    return "".join(
        f"{' ' * 4 * (at % 8)}- item {at * number % 997} of {at}\n" for at in range(1_800)
    )


def headings(number: int) -> str:
    """Hundreds of headings that say the same, with one that moves."""
    parts = ["## Same\n\nText.\n\n" for _ in range(450)]
    parts.insert(number * 100, "## Other\n\nOne.\n\n")
    return "".join(parts)


def no_markdown(number: int) -> str:
    """What is too complex to be parsed."""
    return "[" * 5_000 + f" {number}\n\n" + "\n\n".join(f"line {at % 50}" for at in range(4_000))


@pytest.mark.parametrize("text", [two_words, long_paragraphs, deep_lists, headings, no_markdown])
def test_it_ends_and_tells_the_safety_text(
    text: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, name in enumerate(("before", "after"), 1):
        safe = SAFE.replace("{}", "very hot" if number == 1 else "boiling")
        write_hands(tmp_path / name, {"en/warmth.md": f"{FRONT}{text(number)}\n{safe}"})
    arguments = [str(tmp_path / "before"), str(tmp_path / "after"), "--format", "json"]
    assert diff.run(arguments, find_installation()) in (1, 2)
    (topic,) = json.loads(capsys.readouterr().out)["topics"]
    texts = [(change["before"], change["after"]) for change in topic["changes"]]
    assert ("Never use very hot water.", "Never use boiling water.") in [
        *texts,
        *((a, b) for a, _ in texts for _, b in texts),
    ]
    if text is not no_markdown:
        assert topic["changes"][0]["safety"]
