"""The words that the checker looks for, by language: ``resources/check/<tag>.yaml``."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from viewer.core.files import read_text
from viewer.core.installation import find_installation
from viewer.core.language import lookup
from viewer.core.packs.fields import Fields
from viewer.core.packs.yaml_nodes import Scalar, read_yaml
from viewer.core.problems import Reporter

NOTHING = re.compile(r"(?!)")
_PHRASES = (
    *("negations", "no_negations", "breaks", "medicines", "teach_back"),
    *("fluids", "fluid_rule", "ignoring"),
    *("address", "aloof", "not_verbs", "jargon"),
)
"""The keys that are lists of phrases, and nothing else."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What to look for in one language; a phrase is found in any case, on whole words."""

    danger: re.Pattern[str]
    negations: re.Pattern[str]
    no_negations: re.Pattern[str]
    """What has a negation in it, and forbids nothing: "do not forget to"."""
    adjacent_negations: re.Pattern[str]
    """A negation that ends here: the only one that counts behind an "if"."""
    near_negations: re.Pattern[str]
    """One that holds for the very next words alone, and ends here: "without"."""
    mentions: re.Pattern[str]
    """What makes advice only spoken of, and ends here: "tell us if you"."""
    conditions: re.Pattern[str]
    """A clause that begins so holds up to its comma, and so does a negation in it."""
    goes_on: re.Pattern[str]
    """How a second condition begins."""
    joined: re.Pattern[str]
    """An "and" that ends here: what follows is an advice of its own."""
    breaks: re.Pattern[str]
    medicines: re.Pattern[str]
    deeds: tuple[re.Pattern[str], ...]
    """What nobody may do with a medicine on their own."""
    things: re.Pattern[str]
    fluids: re.Pattern[str]
    fluid_rule: re.Pattern[str]
    """What names the reader's own plan."""
    ignoring: re.Pattern[str]
    """What says not to keep to it."""
    teach_back: re.Pattern[str]
    address: re.Pattern[str]
    aloof: re.Pattern[str]
    passive: re.Pattern[str]
    not_verbs: re.Pattern[str]
    """No action begins so."""
    joins: tuple[str, ...]
    jargon: re.Pattern[str]
    complex: re.Pattern[str]
    simple: Mapping[str, str]
    """What says the same as a complex word."""


@cache
def lists_for(language: str) -> Lists | None:
    """The lists of a language, or None: there are none for it."""
    folder = find_installation().resources / "check"
    for tag in lookup(language):
        path = folder / f"{tag}.yaml"
        if path.is_file():
            return _read(Reporter(path, []))
    return None


def phrase_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """What finds any of these on whole words, with ``*`` for letters and a space for any space."""
    patterns = (
        re.escape(phrase).replace(r"\*", r"\w*").replace(r"\ ", r"\s+") for phrase in phrases
    )
    every = "|".join(sorted(patterns, key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{every})(?![\w])", re.IGNORECASE) if every else NOTHING


def _ending(pattern: re.Pattern[str], also: str) -> re.Pattern[str]:
    """What finds a phrase at the very end, with one of a few words behind it, such as "just"."""
    return re.compile(rf"{pattern.pattern}(?:\s+{also})?\s*$", re.IGNORECASE)


def _danger(fields: Fields, medicines: re.Pattern[str], reporter: Reporter) -> re.Pattern[str]:
    """Phrases, patterns, and each deed with a medicine: "stop" … "your" … "warfarin"."""
    deeds = Fields(fields.take("dangerous_deeds"), reporter)
    verbs = phrase_pattern(deeds.texts("verbs")).pattern
    between = phrase_pattern(deeds.texts("between")).pattern
    objects = phrase_pattern(deeds.texts("objects")).pattern
    return re.compile(
        "|".join(
            (
                phrase_pattern(fields.texts("danger")).pattern,
                *(rf"(?<!\w)(?:{one})(?!\w)" for one in fields.texts("danger_patterns")),
                rf"{verbs}(?:\s+{between}){{0,3}}\s+(?:{medicines.pattern}|{objects})",
            )
        ),
        re.IGNORECASE,
    )


def _read(reporter: Reporter) -> Lists:
    text = read_text(reporter.path, reporter)
    fields = Fields(read_yaml(text or "", reporter), reporter)
    rule = Fields(fields.take("medicine_rule"), reporter)
    simple = {
        key.text.casefold(): value.text
        for key, value in fields.entries("complex")
        if isinstance(value, Scalar)
    }
    passive = phrase_pattern(fields.texts("passive")).pattern
    adjectives = phrase_pattern(fields.texts("not_participles")).pattern
    participles = phrase_pattern(fields.texts("participles")).pattern
    patterns = {
        field.name: phrase_pattern(fields.texts(field.name))
        for field in dataclasses.fields(Lists)
        if field.name in _PHRASES
    }
    also = phrase_pattern(fields.texts("adverbs")).pattern
    return Lists(
        **patterns,
        danger=_danger(fields, patterns["medicines"], reporter),
        adjacent_negations=_ending(patterns["negations"], also),
        near_negations=_ending(phrase_pattern(fields.texts("near_negations")), also),
        mentions=_ending(phrase_pattern(fields.texts("mentions")), also),
        conditions=phrase_pattern(fields.texts("conditions")),
        goes_on=phrase_pattern(fields.texts("goes_on")),
        joined=_ending(phrase_pattern(fields.texts("joined")), also),
        deeds=tuple(phrase_pattern(deed.split("|")) for deed in rule.texts("deeds")),
        things=phrase_pattern(rule.texts("things")),
        passive=re.compile(rf"{passive}\s+(?!{adjectives}){participles}", re.IGNORECASE),
        joins=fields.texts("joins"),
        complex=phrase_pattern(simple),
        simple=simple,
    )
