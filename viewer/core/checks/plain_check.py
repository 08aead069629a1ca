"""Whether plain text is plain: what the content brief measures, section by section.

Most of these are warnings: a text may have its reason, which a silence on its line gives.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from viewer.core.blocks import Block, Heading, ListBlock, Paragraph
from viewer.core.checks.lists import NOTHING, Lists, lists_for, phrase_pattern
from viewer.core.checks.scores import Score, plain_sentences, score_of, smog_of, values_in
from viewer.core.model import Section, Topic
from viewer.core.packs.check_settings import Limits
from viewer.core.pages.section_text import parse_section, safety_ids, section_text
from viewer.core.problems import Problem, Reporter, Rule
from viewer.core.readability.prose import Kind, Sentence, read_text, sentences_of, words_of
from viewer.core.tree import parts_marked, plain_text, runs, walk

_SHARE = 0.9
"""Of the sentences that are of the usual length at most."""
_ONE_IN = 3
"""Of so many sentences one speaks to the reader."""
_FIGURE = re.compile(
    r"\d+(?:[.,]\d+)?\s?%|\bpercent\b|\bpor ciento\b"  # 45 %
    r"|\b\d+[.,](?!\d{3}\b)\d+\b"  # 3.5
    r"|\b\d+ (?:in|out of|to|de cada|entre) \d+\b",  # 1 in 5
    re.IGNORECASE,
)
Explained = Callable[[int, str], bool]
_BEST_EASE = ("inflesz", "fernandez_huerta")
"""Of these more is easier."""


def check_plain(
    section: Section, topic: Topic, limits: Limits
) -> tuple[tuple[Problem, ...], Score | None]:
    """The findings on a section's plain text, and its score; none where it has no such text."""
    blocks = section_text(section).plain
    sentences = plain_sentences(section)
    score = score_of(section, sentences)
    problems: list[Problem] = []
    if score is None:
        return (), None
    reporter = Reporter(section.path, problems)
    line = _first_line(section)
    _check_score(score, limits, line, reporter)
    _check_sentences(sentences, limits, line, reporter)
    _check_blocks(blocks, section.language, limits, reporter)
    _check_message(blocks, line, reporter)
    lists = lists_for(section.language)
    if lists is not None:
        _check_words(sentences, section, topic, lists, reporter)
        _check_address(sentences, lists, line, reporter)
        if section.care:
            _check_care(blocks, lists, line, reporter)
    if section.care and not safety_ids(parse_section(section).blocks or ()):
        reporter.report(Rule.CARE_WITHOUT_SAFETY, line)
    return tuple(problems), score


def check_scores(topic: Topic, scores: Sequence[Score], limits: Limits) -> tuple[Problem, ...]:
    """The findings on all plain text of a topic together."""
    problems: list[Problem] = []
    reporter = Reporter(topic.path / "topic.yaml", problems)
    grade = smog_of(scores)
    if grade is not None and grade > limits.smog:
        reporter.report(Rule.SMOG_GRADE, found=f"{grade:.1f}", bound=f"{limits.smog:g}")
    return tuple(problems)


def _first_line(section: Section) -> int:
    headings = (b for b in parse_section(section).blocks or () if isinstance(b, Heading))
    return next((heading.line for heading in headings if "plain" in heading.markers), 1)


def _check_score(score: Score, limits: Limits, line: int, reporter: Reporter) -> None:
    for name, value in score.formulas.items():
        bound = getattr(limits, name)
        if value < bound if name in _BEST_EASE else value > bound:
            rule = Rule.READING_EASE if name in _BEST_EASE else Rule.READING_GRADE
            reporter.report(rule, line, found=f"{value:.1f}", bound=f"{bound:g}", formula=name)


def _check_sentences(
    sentences: Sequence[Sentence], limits: Limits, line: int, reporter: Reporter
) -> None:
    lengths = [len(sentence.words) for sentence in sentences]
    for sentence, length in zip(sentences, lengths, strict=True):
        if length > limits.longest_sentence:
            bound = f"{limits.longest_sentence:g}"
            reporter.report(
                Rule.LONG_SENTENCE,
                sentence.line,
                words=str(length),
                bound=bound,
                text=sentence.text,
            )
    usual = sum(length <= limits.usual_sentence for length in lengths)
    if usual < _SHARE * len(lengths):
        share, bound = f"{usual} / {len(lengths)}", f"{limits.usual_sentence:g}"
        reporter.report(Rule.FEW_SHORT_SENTENCES, line, share=share, bound=bound)
    mean = sum(lengths) / len(lengths)
    if mean > limits.mean_sentence:
        bound = f"{limits.mean_sentence:g}"
        reporter.report(Rule.MEAN_SENTENCE, line, mean=f"{mean:.1f}", bound=bound)


def _check_blocks(
    blocks: Sequence[Block], language: str, limits: Limits, reporter: Reporter
) -> None:
    values = values_in(language)
    for block in walk(blocks):
        match block:
            case Paragraph():
                found = len(sentences_of([block], values))
                rule, bound = Rule.LONG_PARAGRAPH, limits.paragraph
            case ListBlock():
                found = len(block.items)
                rule, bound = Rule.LONG_LIST, limits.list_items
            case Heading():
                found = len(words_of(read_text(block.children, values)))
                rule, bound = Rule.LONG_HEADING, limits.heading
            case _:
                continue
        if found > bound:
            reporter.report(rule, block.line, found=str(found), bound=f"{bound:g}")


def _check_message(blocks: Sequence[Block], line: int, reporter: Reporter) -> None:
    if not isinstance(blocks[0], Paragraph):  # too long a one is another rule's
        reporter.report(Rule.NO_MAIN_MESSAGE, line)


def _check_words(
    sentences: Iterable[Sentence], section: Section, topic: Topic, lists: Lists, reporter: Reporter
) -> None:
    explained = _glossary(topic, section.language)
    seen: set[str] = set()
    for sentence in sentences:
        for word in _unexplained(sentence.text, lists.jargon, explained):
            if word.casefold() not in seen:
                seen.add(word.casefold())
                reporter.report(Rule.UNEXPLAINED_WORD, sentence.line, word=word)
        for word in _unexplained(sentence.text, lists.complex, explained):
            simple = lists.simple.get(" ".join(word.casefold().split()), "")
            reporter.report(Rule.COMPLEX_WORD, sentence.line, word=word, simple=simple)
        _check_style(sentence, lists, reporter)


def _check_style(sentence: Sentence, lists: Lists, reporter: Reporter) -> None:
    for rule, pattern in (
        (Rule.PLAIN_FIGURE, _FIGURE),
        (Rule.ALOOF, lists.aloof),
        (Rule.PASSIVE_VOICE, lists.passive),
    ):
        if found := pattern.search(sentence.text):
            reporter.report(rule, sentence.line, words=found[0])
    joined = [join for join in lists.joins if f"{join} " in sentence.text]
    if joined and sentence.kind is Kind.ITEM:
        reporter.report(Rule.TWO_IDEAS, sentence.line, words=joined[0])


def _unexplained(text: str, pattern: re.Pattern[str], explained: Explained) -> list[str]:
    return [found[0] for found in pattern.finditer(text) if not explained(found.start(), text)]


def _glossary(topic: Topic, language: str) -> Explained:
    """Tells whether the word that begins at a place of a text is among those of the glossary."""
    terms = topic.terms_for(language)
    every = _pattern(tuple(name for term in terms for name in (term.term, *term.also)))

    def explained(at: int, text: str) -> bool:
        return any(found.start() <= at < found.end() for found in every.finditer(text))

    return explained


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """One for all sections of a topic in a language."""
    return phrase_pattern(names)


def _check_address(
    sentences: Sequence[Sentence], lists: Lists, line: int, reporter: Reporter
) -> None:
    if lists.address is NOTHING or len(sentences) < _ONE_IN:
        return
    addressed = sum(bool(lists.address.search(sentence.text)) for sentence in sentences)
    if addressed * _ONE_IN < len(sentences):
        share = f"{addressed} / {len(sentences)}"
        reporter.report(Rule.FEW_ADDRESS, line, share=share)


def _check_care(blocks: Sequence[Block], lists: Lists, line: int, reporter: Reporter) -> None:
    whole = tuple(blocks)
    actions = [block for found in parts_marked(whole, "do") for block in found[1:]]
    lists_of_actions = [block for block in walk(actions) if isinstance(block, ListBlock)]
    if not lists_of_actions:
        reporter.report(Rule.NO_ACTIONS, line)
    for block in walk(lists_of_actions):
        text = plain_text(block.children) if isinstance(block, Paragraph) else ""
        if lists.not_verbs.match(text):
            reporter.report(Rule.NOT_AN_ACTION, block.line, text=text)
    asked = [block for found in parts_marked(whole, "teach-back") for block in found[1:]]
    questions = (plain_text(run).strip("¿ ") for block in walk(asked) for run in runs(block))
    if not any(lists.teach_back.match(text) and "?" in text for text in questions):
        reporter.report(Rule.NO_TEACH_BACK, line)
