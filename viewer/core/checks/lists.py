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
    *("danger", "negations", "breaks", "medicines", "teach_back"),
    *("fluids", "fluid_rule"),
    *("address", "aloof", "not_verbs", "jargon"),
)
"""The keys that are lists of phrases, and nothing else."""


@dataclass(frozen=True, slots=True)
class Lists:
    """What to look for in one language; a phrase is found in any case, on whole words."""

    danger: re.Pattern[str]
    negations: re.Pattern[str]
    breaks: re.Pattern[str]
    medicines: re.Pattern[str]
    deeds: tuple[re.Pattern[str], ...]
    """What nobody may do with a medicine on their own."""
    things: re.Pattern[str]
    fluids: re.Pattern[str]
    fluid_rule: re.Pattern[str]
    """What names the reader's own plan."""
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
    participles = phrase_pattern(fields.texts("participles")).pattern
    patterns = {
        field.name: phrase_pattern(fields.texts(field.name))
        for field in dataclasses.fields(Lists)
        if field.name in _PHRASES
    }
    return Lists(
        **patterns,
        deeds=tuple(phrase_pattern([deed]) for deed in rule.texts("deeds")),
        things=phrase_pattern(rule.texts("things")),
        passive=re.compile(rf"{passive}\s+{participles}", re.IGNORECASE),
        joins=fields.texts("joins"),
        complex=phrase_pattern(simple),
        simple=simple,
    )
