"""The page as a frozen tree of blocks.

Markdown becomes this tree once, in ``viewer.core.markdown.reader``; screen,
paper, search, speech, the checker and the screen reader all read it. A tree
holds text and structure only: no markup, no colours, no sizes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from viewer.core.links import Link

# --- inside a line -----------------------------------------------------------


class Style(StrEnum):
    """How a run of text differs from the text around it."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"


@dataclass(frozen=True, slots=True)
class Text:
    """Words."""

    text: str


@dataclass(frozen=True, slots=True)
class Styled:
    """Words that stand out."""

    style: Style
    children: Run


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead somewhere, and the line of the file they stand on (0: made here)."""

    link: Link
    children: Run
    line: int = 0


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Term:
    """Words that the glossary of ``topic`` explains, where they first stand on a page."""

    text: str
    topic: str
    id: str
    meaning: str
    """In the language of the text around it."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links can lead to, with nothing to be seen."""

    id: str


@dataclass(frozen=True, slots=True)
class Break:
    """A forced end of line."""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture. ``source`` is a path inside the topic's folder, on a page ``<topic>/<path>``."""

    source: str
    alternative: str
    line: int = 0
    """The line of the file that it stands on (0: made here)."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of the clinic's settings, by name; ``pages.values`` puts words in its place."""

    name: str


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on; ``label`` says what belongs there, and may be empty."""

    label: str
    key: str = ""
    """Names the line on a handout, the same in every language; elsewhere empty."""


Inline = Text | Styled | Linked | Abbreviation | Term | Anchor | Break | Image | Value | Blank
Run = tuple[Inline, ...]
"""What stands on a line: words, and what is among them, in order."""

# --- blocks -------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """What every block knows: its language, and the line of the file it began on (0: not known)."""

    language: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading(Node):
    """A heading; ``level`` is 1 to 6."""

    level: int
    id: str
    children: Run
    markers: frozenset[str] = frozenset()
    """The format's markers: plain, do, dont, safety, teach-back."""
    own_id: bool = True
    """The author gave the id; otherwise it was made from the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Node):
    """Running text; a picture of its own is a paragraph with one Image."""

    children: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class ListBlock(Node):
    """A list; ``start`` is the first number of an ordered one."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1


DefinitionItem = tuple[tuple[Run, ...], tuple[tuple["Block", ...], ...]]
"""Terms that share their definitions, and those definitions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Definitions(Node):
    """A list of terms with their definitions."""

    items: tuple[DefinitionItem, ...]


class CalloutKind(StrEnum):
    """The callouts of the pack format, from calm to grave."""

    NOTE = "note"
    TIP = "tip"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Node):
    """A boxed remark; without ``title`` it takes the word of its kind in its language."""

    kind: CalloutKind
    title: Run
    blocks: tuple[Block, ...]


class Align(StrEnum):
    """How a column is set; START is left in English and right in Arabic."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Node):
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Run, ...]
    rows: tuple[tuple[Run, ...], ...]
    alignment: tuple[Align, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote(Node):
    """Somebody's words."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preformatted(Node):
    """Text whose line ends and spaces count."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Node):
    """A break between two thoughts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(Node):
    """One section at a glance: the care page and Home are made of these."""

    icon: str
    title: Run
    link: Link
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpBox(Node):
    """When to get help: the box that is never more than one tap away."""

    title: Run
    link: Link
    blocks: tuple[Block, ...]


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Definitions
    | Callout
    | Table
    | Quote
    | Preformatted
    | Rule
    | Card
    | HelpBox
)
