"""What is wrong with a pack or a settings file, as data.

Core says *which* rule is broken, where, and with which details; the sentences
that people read are in ``resources/words`` and are put together by the parts
that talk to people (``viewer.commands.check``, ``viewer.ui``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How grave a finding is, in the terms of the pack format."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Rule(StrEnum):
    """The id of each rule that a pack, a library or a settings file can break."""

    # The library and its files
    MISSING_LIBRARY = "missing-library"
    EMPTY_LIBRARY = "empty-library"
    LIBRARY_IS_TOPIC = "library-is-topic"
    DOUBLED_TOPIC = "doubled-topic"
    UNREADABLE = "unreadable"
    NOT_A_FILE = "not-a-file"
    OUTSIDE_PACK = "outside-pack"
    TOO_LARGE = "too-large"
    EMPTY_FILE = "empty-file"
    ENCODING = "encoding"
    CONTROL_CHARACTER = "control-character"
    # YAML
    YAML_SYNTAX = "yaml-syntax"
    YAML_ALIAS = "yaml-alias"
    YAML_TOO_DEEP = "yaml-too-deep"
    UNKNOWN_KEY = "unknown-key"
    DOUBLED_KEY = "doubled-key"
    MISSING_KEY = "missing-key"
    WRONG_TYPE = "wrong-type"
    BAD_VALUE = "bad-value"
    # A topic
    TOPIC_ID = "topic-id"
    LANGUAGE_TAG = "language-tag"
    NO_LANGUAGE = "no-language"
    NO_TOPIC_FILE = "no-topic-file"
    UNGROUPED_SECTION = "ungrouped-section"
    GROUP_WITHOUT_FILE = "group-without-file"
    REPEATED_SECTION = "repeated-section"
    UNLISTED_CARE = "unlisted-care"
    CARE_WITHOUT_SECTION = "care-without-section"
    HELP_WITHOUT_FILE = "help-without-file"
    UNKNOWN_SOURCE = "unknown-source"
    STRAY_FILE = "stray-file"
    # A section
    SECTION_ID = "section-id"
    NO_FRONT_MATTER = "no-front-matter"
    NO_TEXT = "no-text"
    NO_PLAIN_TITLE = "no-plain-title"
    UNKNOWN_ICON = "unknown-icon"
    SECOND_PLAIN = "second-plain"
    UNKNOWN_MARKER = "unknown-marker"
    MISPLACED_MARKER = "misplaced-marker"
    SAFETY_WITHOUT_ID = "safety-without-id"
    SAFETY_MISSING = "safety-missing"
    DOUBLED_ID = "doubled-id"
    GLUED_LIST = "glued-list"
    RAW_HTML = "raw-html"
    UNKNOWN_CALLOUT = "unknown-callout"
    UNKNOWN_PLACEHOLDER = "unknown-placeholder"
    DEAD_LINK = "dead-link"
    REFUSED_LINK = "refused-link"
    MISLEADING_LINK = "misleading-link"
    MISSING_IMAGE = "missing-image"
    REFUSED_IMAGE = "refused-image"
    NO_ALT_TEXT = "no-alt-text"
    TOO_DEEP = "too-deep"
    TOO_COMPLEX = "too-complex"
    # What could hurt a patient
    DANGER_WORDS = "danger-words"
    MEDICINE_RULE_MISSING = "medicine-rule-missing"
    FLUID_RULE_MISSING = "fluid-rule-missing"
    SAFETY_ONLY_HERE = "safety-only-here"
    CARE_WITHOUT_SAFETY = "care-without-safety"
    WRITTEN_NUMBER = "written-number"
    EMPTY_SAFETY = "empty-safety"
    HELP_WITHOUT_SAFETY = "help-without-safety"
    HELP_WITHOUT_NUMBER = "help-without-number"
    TODO = "todo"
    STRAY_MARKUP = "stray-markup"
    OUTSIDE_BOX = "outside-box"
    LOST_LINE = "lost-line"
    NO_ORIGINAL = "no-original"
    NO_PLAIN_TEXT = "no-plain-text"
    UNTRANSLATED_LINE = "untranslated-line"
    # A translation beside its original
    FIGURES_DIFFER = "figures-differ"
    VALUES_DIFFER = "values-differ"
    CALLOUTS_DIFFER = "callouts-differ"
    ITEMS_DIFFER = "items-differ"
    # Plain language
    READING_GRADE = "reading-grade"
    READING_EASE = "reading-ease"
    SMOG_GRADE = "smog-grade"
    LONG_SENTENCE = "long-sentence"
    FEW_SHORT_SENTENCES = "few-short-sentences"
    MEAN_SENTENCE = "mean-sentence"
    LONG_PARAGRAPH = "long-paragraph"
    LONG_LIST = "long-list"
    LONG_HEADING = "long-heading"
    NO_MAIN_MESSAGE = "no-main-message"
    NO_ACTIONS = "no-actions"
    NOT_AN_ACTION = "not-an-action"
    NO_TEACH_BACK = "no-teach-back"
    FEW_ADDRESS = "few-address"
    ALOOF = "aloof"
    UNEXPLAINED_WORD = "unexplained-word"
    COMPLEX_WORD = "complex-word"
    PLAIN_FIGURE = "plain-figure"
    PASSIVE_VOICE = "passive-voice"
    TWO_IDEAS = "two-ideas"
    # A rule silenced on a line
    BAD_SILENCE = "bad-silence"
    UNUSED_SILENCE = "unused-silence"
    # For the record
    NO_REVIEW = "no-review"
    STALE_REVIEW = "stale-review"
    REVIEW_DUE = "review-due"
    REVIEW_LAPSED = "review-lapsed"
    DRAFT_TRANSLATION = "draft-translation"
    UNTRANSLATED = "untranslated"
    EMPTY_SOURCE_HEADING = "empty-source-heading"
    NO_CLINIC = "no-clinic"
    # The clinic's settings
    MISSING_LOGO = "missing-logo"
    REFUSED_LOGO = "refused-logo"
    BAD_PIN = "bad-pin"

    @property
    def severity(self) -> Severity:
        """Errors stop a release, warnings stop a strict one, notes stop nothing."""
        if self in _NOTES:
            return Severity.NOTE
        return Severity.WARNING if self in _WARNINGS else Severity.ERROR


_NOTES = frozenset(
    {
        Rule.NO_REVIEW,
        Rule.DRAFT_TRANSLATION,
        Rule.UNTRANSLATED,
        Rule.EMPTY_SOURCE_HEADING,
        Rule.NO_CLINIC,
        Rule.PASSIVE_VOICE,
        Rule.TWO_IDEAS,
    }
)
_WARNINGS = frozenset(
    {
        Rule.DOUBLED_TOPIC,
        Rule.CONTROL_CHARACTER,
        Rule.REPEATED_SECTION,
        Rule.UNLISTED_CARE,
        Rule.CARE_WITHOUT_SECTION,
        Rule.STRAY_FILE,
        Rule.UNKNOWN_ICON,
        Rule.UNKNOWN_MARKER,
        Rule.RAW_HTML,
        Rule.STALE_REVIEW,
        Rule.REVIEW_DUE,
        Rule.MEDICINE_RULE_MISSING,
        Rule.FLUID_RULE_MISSING,
        Rule.SAFETY_ONLY_HERE,
        Rule.CARE_WITHOUT_SAFETY,
        Rule.WRITTEN_NUMBER,
        Rule.HELP_WITHOUT_SAFETY,
        Rule.HELP_WITHOUT_NUMBER,
        Rule.NO_ORIGINAL,
        Rule.NO_PLAIN_TEXT,
        Rule.UNTRANSLATED_LINE,
        Rule.FIGURES_DIFFER,
        Rule.VALUES_DIFFER,
        Rule.CALLOUTS_DIFFER,
        Rule.ITEMS_DIFFER,
        Rule.READING_GRADE,
        Rule.READING_EASE,
        Rule.SMOG_GRADE,
        Rule.LONG_SENTENCE,
        Rule.FEW_SHORT_SENTENCES,
        Rule.MEAN_SENTENCE,
        Rule.LONG_PARAGRAPH,
        Rule.LONG_LIST,
        Rule.LONG_HEADING,
        Rule.NO_MAIN_MESSAGE,
        Rule.NO_ACTIONS,
        Rule.NOT_AN_ACTION,
        Rule.NO_TEACH_BACK,
        Rule.FEW_ADDRESS,
        Rule.ALOOF,
        Rule.UNEXPLAINED_WORD,
        Rule.COMPLEX_WORD,
        Rule.PLAIN_FIGURE,
        Rule.UNUSED_SILENCE,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding: the rule, the place, and what the sentence about it needs."""

    rule: Rule
    path: Path
    line: int
    """Line in ``path``, counted from 1."""
    details: tuple[tuple[str, str], ...] = ()
    """Names and values that the rule's sentence speaks of."""

    @property
    def severity(self) -> Severity:
        """How grave the broken rule is."""
        return self.rule.severity


class Reporter:
    """Collects the problems of one file, so that no reader has to stop at the first."""

    def __init__(self, path: Path, problems: list[Problem]) -> None:
        self.path = path
        self._problems = problems

    def report(self, rule: Rule, line: int = 1, **details: str) -> None:
        """Add a finding at ``line`` (from 1); values are cut to a readable length."""
        shown = tuple((name, _shown(value)) for name, value in details.items())
        self._problems.append(Problem(rule, self.path, max(line, 1), shown))

    @property
    def count(self) -> int:
        """How many findings there are by now."""
        return len(self._problems)

    def for_path(self, path: Path) -> Reporter:
        """A reporter for another file that adds to the same findings."""
        return Reporter(path, self._problems)


def _shown(value: str) -> str:
    """One printable line of at most 80 characters: a finding must not carry an attack."""
    line = printable(" ".join(value.split()))
    return line if len(line) <= 80 else line[:79] + "…"


def printable(text: str) -> str:
    """The text on one line, with a mark in the place of each character that cannot be shown."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)
