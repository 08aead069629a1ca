"""What could hurt a patient: advice the wrong way round, and warnings that are not there.

Advice that could hurt, and a warning without words, are errors: a kiosk that runs does not take
up such a text. The others are warnings, for a page may have its reason.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from viewer.core.blocks import Block, Heading, Value
from viewer.core.checks.lists import Lists, lists_for
from viewer.core.checks.scores import values_in
from viewer.core.model import Section, Topic
from viewer.core.pages.section_text import parse_section
from viewer.core.problems import Reporter, Rule
from viewer.core.readability.prose import Sentence, sentences_of
from viewer.core.tree import parts_marked, runs, says_something, walk, walk_inlines

_BREAKS = re.compile(r"[;:.!?—–]")
"""What ends a clause wherever it stands."""
_EMERGENCY = re.compile(r"(?<![\w.,-])(?:911|112|999|000|111|061|066|1-?1-?2|9-1-1)(?![\w.,-])")
"""Numbers that are dialled for help somewhere, and are wrong elsewhere."""
_DEEDS = 2
"""Of start, stop and change, how many one sentence must forbid."""


def check_safety(section: Section, topic: Topic, reporter: Reporter) -> None:
    """Report what could hurt somebody in a section, at either level."""
    blocks = parse_section(section).blocks or ()
    sentences = sentences_of(blocks, values_in(section.language))
    lists = lists_for(section.language)
    if lists is not None:
        forbidden = _forbidden(blocks)
        for sentence in sentences:
            if sentence.line not in forbidden:
                _check_danger(sentence.text, sentence.line, lists, reporter)
        _check_medicines(section.language, blocks, sentences, lists, reporter)
        if section.care:
            _check_fluids(section.language, blocks, sentences, lists, reporter)
    for sentence in sentences:
        if found := _EMERGENCY.search(sentence.text):
            reporter.report(Rule.WRITTEN_NUMBER, sentence.line, number=found[0])
    for safety in parts_marked(blocks, "safety"):
        if not says_something(safety):
            reporter.report(Rule.EMPTY_SAFETY, safety[0].line)
    if section.id == topic.help:
        _check_help(blocks, reporter)


def check_line(text: str, language: str, line: int, reporter: Reporter) -> None:
    """The same for a line of words that stands in no section, as a title does."""
    lists = lists_for(language)
    if lists is not None:
        _check_danger(text, line, lists, reporter)


def danger_in(text: str, lists: Lists) -> str:
    """The first dangerous advice of a sentence that no negation turns round; else empty."""
    ends: list[int] = []
    for found in lists.danger.finditer(text):
        if not ends:  # worked out once: a text may say a thing a thousand times
            breaks = (*_BREAKS.finditer(text), *lists.breaks.finditer(text))
            ends = sorted([0, *(end.end() for end in breaks)])
        clause = text[ends[bisect_right(ends, found.start()) - 1] : found.start()]
        if not lists.negations.search(clause) or lists.negations.match(found[0]):
            return found[0]
    return ""


def _check_danger(text: str, line: int, lists: Lists, reporter: Reporter) -> None:
    if found := danger_in(text, lists):
        reporter.report(Rule.DANGER_WORDS, line, words=found, text=text)


def _forbidden(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The lines of what stands under a heading that forbids it."""
    under = (block for forbids in parts_marked(blocks, "dont") for block in walk(forbids[1:]))
    return frozenset(block.line for block in under)


def _check_medicines(
    language: str,
    blocks: tuple[Block, ...],
    sentences: Sequence[Sentence],
    lists: Lists,
    reporter: Reporter,
) -> None:
    named = next((s for s in sentences if lists.medicines.search(s.text)), None)
    if named is None or has_medicine_rule(blocks, language, lists):
        return
    found = lists.medicines.search(named.text)
    assert found is not None
    reporter.report(Rule.MEDICINE_RULE_MISSING, named.line, medicine=found[0])


def _check_fluids(
    language: str,
    blocks: tuple[Block, ...],
    sentences: Sequence[Sentence],
    lists: Lists,
    reporter: Reporter,
) -> None:
    named = next((s for s in sentences if lists.fluids.search(s.text)), None)
    if named is not None and not any(
        lists.fluid_rule.search(sentence.text) for sentence in _safety_sentences(blocks, language)
    ):
        reporter.report(Rule.FLUID_RULE_MISSING, named.line)


def _safety_sentences(blocks: tuple[Block, ...], language: str) -> Iterator[Sentence]:
    """What is said under the headings of ``.safety`` texts."""
    for safety in parts_marked(blocks, "safety"):
        yield from sentences_of(safety[1:], values_in(language))


def has_medicine_rule(blocks: tuple[Block, ...], language: str, lists: Lists) -> bool:
    """Whether a ``.safety`` text says that nobody starts, stops or changes a medicine alone."""
    for sentence in _safety_sentences(blocks, language):
        text = sentence.text
        deeds = sum(bool(deed.search(text)) for deed in lists.deeds)
        if deeds >= _DEEDS and lists.negations.search(text) and lists.things.search(text):
            return True
    return False


def _check_help(blocks: tuple[Block, ...], reporter: Reporter) -> None:
    """The page about help tells how to get it, in text that nothing hides."""
    safety = [block for found in parts_marked(blocks, "safety") for block in found]
    if not safety:
        reporter.report(Rule.HELP_WITHOUT_SAFETY)
    elif not any(name == "emergency_number" for name in _values(safety)):
        line = next((b.line for b in safety if isinstance(b, Heading)), 1)
        reporter.report(Rule.HELP_WITHOUT_NUMBER, line)


def _values(blocks: Sequence[Block]) -> Iterator[str]:
    for block in walk(blocks):
        for run in runs(block):
            for inline in walk_inlines(run):
                if isinstance(inline, Value):
                    yield inline.name
