"""Writes docs/rules.md: python docs/make_rules.py [FILE].

Every rule of the checker with what it asks for, an example that breaks it, what the checker then
says, and one that keeps it, from ``resources/check/rules.yaml`` and the program itself.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.core.checks.example_packs import findings  # noqa: E402
from viewer.commands.check_rules import may_be_silenced  # noqa: E402
from viewer.core.checks.rules import Files, RuleText, read_rules, shown_example  # noqa: E402
from viewer.core.packs.check_settings import Limits  # noqa: E402
from viewer.core.problems import Rule, Severity  # noqa: E402
from viewer.core.wording import sentence  # noqa: E402
from viewer.core.words import ENGLISH, read_words  # noqa: E402

WORDS = read_words(ROOT / "resources" / "words", ENGLISH)
HEAD = """\
# The rules of `careleaf check`

<!-- Made by docs/make_rules.py from resources/check/rules.yaml; change that file, not this one. -->

Each finding carries the name of its rule. **Errors** end the check with status 1, and a running
kiosk does not take up a text that brings a new one. **Warnings** do so with `--strict`; **notes**
never. `careleaf check --explain RULE` shows one of the rules below.

The examples are tests: in each wrong one the checker finds its rule, and in each right one nothing.
An example without a file's name is the plain text of a section; front matter is left out where it
does not matter.

## For programs

`careleaf check --format json` prints one object: `format` (1); `topics`, each with its `id`, its
`versions` by language and its `scores`, a list with one entry for each section's plain text; and
`findings`, each with `file`, `line` (from 1), `rule`, `severity` (`error`, `warning` or `note`)
and `message`, a sentence. `careleaf diff --format json` prints `format` (1) and `topics`. Keys
may be added; those that are there keep their meaning.

## Bounds of your own

A file `check.yaml` in the library's folder (beside the topics) changes bounds, for instance
`longest_sentence: 18`. Its keys, with the bounds that hold without it:

| key | bound |
|---|---|
"""
SILENCE = """
## To silence a rule on one line

Write a comment at the end of the line, or on a line of its own above it, with the reason:

```markdown
Utilize gloves. <!-- check: ignore complex-word: the name of our course -->
```

Notes need no silence, and these cannot be silenced, because a warning would be lost: {never}.
A silence that finds nothing is told too.
"""


def main() -> None:
    """Write the page to a file, which is docs/rules.md where none is given."""
    file = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "rules.md"
    file.write_text("\n".join(page()) + "\n", "utf-8")


def page() -> Iterator[str]:
    """The lines of the page."""
    yield from HEAD.rstrip("\n").split("\n")
    limits = Limits()
    yield from (f"| `{name}` | {getattr(limits, name):g} |" for name in limits.__slots__)
    never = [rule for rule in Rule if rule.severity is not Severity.NOTE]
    names = ", ".join(f"`{rule}`" for rule in never if not may_be_silenced(rule))
    yield from SILENCE.format(never=names).rstrip("\n").split("\n")
    rules = read_rules()
    for severity in Severity:
        ours = [rule for rule in rules if rule.severity is severity]
        yield from ("", f"## {severity.capitalize()}s ({len(ours)})")
        for rule in ours:
            yield from _described(rule, rules[rule])


def _described(rule: Rule, text: RuleText) -> Iterator[str]:
    yield from ("", f"### {rule}", "", text.statement, "", "Wrong:", "")
    yield from _fenced(text.bad)
    with tempfile.TemporaryDirectory() as folder:
        found = next(p for p in findings(rule, text.bad, Path(folder)) if p.rule is rule)
    yield from ("", f"> {sentence(found, WORDS)}", "", "Right:", "")
    yield from _fenced(text.good)


def _fenced(files: Files) -> Iterator[str]:
    yield from ("~~~", *shown_example(files), "~~~")


if __name__ == "__main__":
    main()
