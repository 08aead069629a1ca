"""A handout as a frozen value: what stands on the paper, in order, before it is typeset.

Its text is the blocks of ``viewer.core.blocks``, with all values filled in; the headings among
them begin at level 3, because a handout's title is of level 1 and its parts' titles of level 2;
in a section without a title of its own they begin at level 2.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from viewer.core.blocks import Block, Run


class PartKind(StrEnum):
    """How a part of a handout is drawn."""

    MOST_IMPORTANT = "most-important"
    """A box at the top: one sentence after a bold title."""
    CONTENTS = "contents"
    """What is in a long handout, and on which page; has no blocks."""
    NOTICE = "notice"
    """A remark on the whole handout, such as that it is not translated."""
    SECTION = "section"
    """A section of the topic: icon, title, text."""
    HELP = "help"
    """When to get help: a box that stays whole where a page can hold it."""
    SAFETY = "safety"
    """The safety texts of sections that were not chosen."""
    GLOSSARY = "glossary"
    """The words of the glossary that the handout uses: Definitions, one for each language."""
    TEACH_BACK = "teach-back"
    """Questions for the nurse to ask, in lists; each item gets a box to tick."""
    QUESTIONS = "questions"
    """Lines for the patient's own questions; has no blocks."""
    GIVEN = "given"
    """Who gave the handout, and when; its blocks hold Blanks."""
    ABOUT = "about"
    """Sources, review, version and date in full: the foot of each page says them in short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A titled part of a handout."""

    kind: PartKind
    id: str
    """The section's id, else the kind; the same in every language."""
    language: str
    """Of the title."""
    title: Run
    """Empty where the blocks need none: a notice, who gave the handout, and a section that is
    the handout's only one, which gives it its title."""
    blocks: tuple[Block, ...] = ()
    icon: str = ""
    """A name in resources/icons; empty: none."""
    topic: str = ""
    """Of the pictures among the blocks; their sources begin with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankField:
    """A line to write on that a nurse may fill in before printing."""

    key: str
    """Names it in every language of the topic; ``Blank.key`` of the blocks."""
    label: str
    """What belongs there, in the author's words; may be empty."""
    sentence: str
    """The line of text that it stands in, with ____ for the blank."""
    part: str = ""
    """The title of the part that it stands in; empty: the part has none."""
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWords:
    """What is said around the text; empty: left out."""

    clinic_name: str
    questions_call: str
    """Whom to call with questions; empty where the clinic has given no telephone."""
    running_title: str
    """For the head of the second and later pages."""
    source: str
    """The sources in one short line."""
    review: str
    """The review, or that there is none."""
    version: str
    """The version of the text, as a short hash, in words."""
    date: str
    """The text's date in words."""
    page_of: str
    """With {page} and {pages} in it."""
    continued: str
    """Stands behind a box's title where the box goes on on another page."""
    logo_alternative: str
    translation: str = ""
    """That nobody has checked the translation; empty: somebody has, or there is none."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """The language of each of these words, by its name here, where it is not the handout's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """One language of a handout."""

    language: str
    """The reader's tag: of the paper's own words, and of most of its text."""
    title: str
    title_language: str
    parts: tuple[Part, ...]
    words: PaperWords
    blanks: tuple[BlankField, ...] = ()
    """Every blank of the text, in order; each key once. In the parts they are still blank."""
    date: datetime.date | None = None
    """The text's date, as the file itself bears it."""
