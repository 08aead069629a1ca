"""What could hurt a patient: advice the wrong way round, and warnings that are not there.

Advice that could hurt, and a warning without words, are errors: a kiosk that runs does not take
up such a text. The others are warnings, for a page may have its reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from viewer.core.blocks import Block, Heading, Linked, ListBlock, Value
from viewer.core.checks.advice import as_seen, danger_in, is_forbidden
from viewer.core.checks.lists import Lists, lists_for
from viewer.core.checks.scores import values_in
from viewer.core.links import LinkKind
from viewer.core.model import Section, Topic
from viewer.core.pages.section_text import parse_section
from viewer.core.problems import Reporter, Rule
from viewer.core.readability.prose import Sentence, sentences_of
from viewer.core.tree import parts_marked, runs, says_something, walk, walk_inlines

_EMERGENCY = re.compile(
    r"(?<![\w-])(?<!\d[.,\s])(?:911|112|999|000|111|061|066|1-?1-?2|9-1-1)(?![\w-]|[.,\s]\d)"
)
"""Numbers that are dialled for help somewhere, and are wrong elsewhere."""
_TELEPHONE = re.compile(r"(?<![\w.,/-])\+?\(?\d{1,4}\)?(?:[ .\u00a0-]\(?\d{2,4}\)?){2,4}(?![\w/-])")
_LONGEST_BLOCK = 200
"""Lines of a block in which words are looked for."""
_LEAST_DIGITS = 9
"""Of a telephone number with its area: a date has eight."""


def check_safety(section: Section, topic: Topic, reporter: Reporter) -> None:
    """Report what could hurt somebody in a section, at either level."""
    for key in ("title", "plain_title", "short_title"):
        if text := getattr(section, key):
            check_line(text, section.language, section.lines.get(key, 1), reporter)
    blocks = parse_section(section).blocks or ()
    sentences = sentences_of(blocks, values_in(section.language))
    lists = lists_for(section.language)
    if lists is not None:
        forbidden = _forbidden(blocks)
        for sentence in sentences:
            if found := danger_in(sentence.text, lists, forbidden=sentence.line in forbidden):
                line = _line_of(found, sentence.line, section)
                reporter.report(Rule.DANGER_WORDS, line, words=found, text=sentence.text)
        _check_medicines(section.language, blocks, sentences, lists, reporter)
        if section.care:
            _check_fluids(section.language, blocks, sentences, lists, reporter)
    for sentence in sentences:
        _check_number(sentence.text, sentence.line, reporter)
    for linked in _links(blocks):
        if linked.link.kind is LinkKind.TELEPHONE:
            _check_number(linked.link.target, linked.line, reporter)
    for safety in parts_marked(blocks, "safety"):
        if not says_something(safety):
            reporter.report(Rule.EMPTY_SAFETY, safety[0].line)
    if section.id == topic.help:
        _check_help(blocks, reporter)


def check_line(text: str, language: str, line: int, reporter: Reporter) -> None:
    """The same for a line of words that stands in no section, as a title does."""
    lists = lists_for(language)
    if lists is not None and (found := danger_in(text, lists)):
        reporter.report(Rule.DANGER_WORDS, line, words=found, text=text)
    _check_number(text, line, reporter)


def _check_number(text: str, line: int, reporter: Reporter) -> None:
    """A number to call that is written out is wrong elsewhere, and some day here."""
    seen = as_seen(text)
    if found := _EMERGENCY.search(seen):
        reporter.report(Rule.WRITTEN_NUMBER, line, number=found[0])
    for found in _TELEPHONE.finditer(seen):
        if sum(character.isdigit() for character in found[0]) >= _LEAST_DIGITS:
            reporter.report(Rule.WRITTEN_NUMBER, line, number=found[0])


def _line_of(words: str, line: int, section: Section) -> int:
    """The line of these words, in the block that begins on ``line``; else that one."""
    block: list[str] = []
    for text in section.body.split("\n")[max(line - section.body_line, 0) :][:_LONGEST_BLOCK]:
        if block and not text.strip():
            break
        block.append(" ".join(as_seen(text).split()).casefold())
    said = " ".join(words.split()).casefold()
    whole = (number for number, text in enumerate(block, line) if said in text)
    begun = (n for n, text in enumerate(block, line) if text.endswith(said.split()[0]))
    return next(whole, next(begun, line))


def _forbidden(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The lines of the lists right under a heading that forbids what they say."""
    lines: set[int] = set()
    for forbids in parts_marked(blocks, "dont"):
        for block in forbids[1:]:
            if isinstance(block, Heading):  # under one of its own it may say what to do instead
                break
            if isinstance(block, ListBlock):
                lines |= {inner.line for inner in walk((block,))}
    return frozenset(lines)


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
        _names_plan(as_seen(sentence.text), lists)
        for sentence in _safety_sentences(blocks, language)
    ):
        reporter.report(Rule.FLUID_RULE_MISSING, named.line)


def _names_plan(text: str, lists: Lists) -> bool:
    """Whether a sentence holds readers to their own plan, and not to leave it."""
    left = lists.ignoring.search(text)
    kept = left is None or is_forbidden(text, left.start(), lists)
    return kept and lists.fluid_rule.search(text) is not None


def _safety_sentences(blocks: tuple[Block, ...], language: str) -> Iterator[Sentence]:
    """What is said under the headings of ``.safety`` texts."""
    for safety in parts_marked(blocks, "safety"):
        yield from sentences_of(safety[1:], values_in(language))


def has_medicine_rule(blocks: tuple[Block, ...], language: str, lists: Lists) -> bool:
    """Whether a ``.safety`` text says that nobody starts, stops or changes a medicine alone."""
    for sentence in _safety_sentences(blocks, language):
        text = as_seen(sentence.text)
        found = [deed.search(text) for deed in lists.deeds]
        at = min((deed.start() for deed in found if deed), default=0)
        names_it = lists.things.search(text) or lists.medicines.search(text)
        if all(found) and names_it and is_forbidden(text, at, lists):
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


def _links(blocks: Sequence[Block]) -> Iterator[Linked]:
    for block in walk(blocks):
        for run in runs(block):
            yield from (inline for inline in walk_inlines(run) if isinstance(inline, Linked))


def _values(blocks: Sequence[Block]) -> Iterator[str]:
    for block in walk(blocks):
        for run in runs(block):
            for inline in walk_inlines(run):
                if isinstance(inline, Value):
                    yield inline.name
