"""A page as it is read aloud: its title, then block by block, one sentence at a time.

What is heard is what is read: pictures by their words, tables row by row with their headers, no
addresses. Of the foot those lines are read that say what the page is not: reviewed, and a care
team; sources are for the eye, and stand on the screen.

A list under "Do not" is heard long after its heading, by somebody who may have missed it. So each
item says for itself that it is not to be done.

Each sentence also knows which of its letters and digits stand on the page, and which are only
heard: words for a picture, a row's headers, "Do not". So it can be found there and marked.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from viewer.core.blocks import (
    Blank,
    Block,
    Break,
    Callout,
    Card,
    Definitions,
    Heading,
    HelpBox,
    Image,
    Inline,
    Linked,
    ListBlock,
    Paragraph,
    Preformatted,
    Quote,
    Run,
    Styled,
    Table,
    Text,
    Value,
)
from viewer.core.links import LinkKind
from viewer.core.pages.dialled import link_spelled, said_digit_by_digit
from viewer.core.pages.foot import review_key, review_line
from viewer.core.pages.glossary_marks import comparable
from viewer.core.pages.heard import Heard, Row, Seen, letters_of
from viewer.core.pages.page import Page, Provenance
from viewer.core.pages.review import ReviewState
from viewer.core.pages.values import WordsOf
from viewer.core.sentences import sentences
from viewer.core.tree import inner_blocks, plain_text, walk

TITLE, FOOT = -1, -2
"""In the place of a block's number."""
_UNHEARD = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Characters that only arrange others."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said in one breath."""

    text: str
    language: str
    block: int
    """Which of ``walk(page.blocks)`` it stands in, from 0; or ``TITLE``, or ``FOOT``."""
    seen: tuple[Seen, ...] = field(default=(), compare=False)
    """What of it stands on the page, in pieces that nothing else interrupts."""
    row: Row | None = field(default=None, compare=False)
    """The row of a table that it is, or is a sentence of."""


def utterances(
    page: Page, words_of: WordsOf, numbers: Iterable[str] = (), reader: str = ""
) -> tuple[Utterance, ...]:
    """All that is said of a page, in order.

    ``numbers`` are the clinic's telephone numbers, which are said digit by digit; ``reader`` is
    the language that the page was asked for in, where its text may be in another.
    """
    speaker = _Speaker(page, words_of, tuple(numbers), reader or page.language)
    return tuple(speaker.all())


def said_of(
    lines: Iterable[str], language: str, numbers: Iterable[str] = (), block: int = TITLE
) -> Iterator[Utterance]:
    """What is said of lines of words, one after the other."""
    known = tuple(numbers)
    for line in lines:
        for sentence in sentences(said_digit_by_digit(_UNHEARD.sub("", line), known)):
            if any(character.isalnum() for character in sentence):
                yield Utterance(sentence, language, block)


@dataclass(slots=True)
class _Speaker:
    """Says one page."""

    page: Page
    words_of: WordsOf
    numbers: tuple[str, ...]
    reader: str
    _at: dict[int, int] = field(default_factory=dict)
    """Which block each is, by its identity: two may say the same."""
    _is_not: bool = False
    """Whether what is said now is what a reader must not do."""

    def all(self) -> Iterator[Utterance]:
        page = self.page
        self._at.update((id(block), at) for at, block in enumerate(walk(page.blocks)))
        yield from self._said(Heard(page.title), page.title_language or page.language, TITLE)
        yield from self._blocks(page.blocks)
        if page.provenance is not None:
            yield from self._foot(page.provenance)

    def _foot(self, provenance: Provenance) -> Iterator[Utterance]:
        words = self.words_of(self.reader)
        if provenance.review.state is not ReviewState.REVIEWED:
            key = review_key(provenance.review)
            line = review_line(provenance.review, words)
            yield from self._said(Heard(line), words.language_of(key), FOOT)
        keys = ["page.draft_translation"] if provenance.draft_translation else []
        for key in (*keys, "page.disclaimer"):
            yield from self._said(Heard(words(key)), words.language_of(key), FOOT)

    def _blocks(self, blocks: Iterable[Block]) -> Iterator[Utterance]:
        """Block by block; what stands under a heading of what not to do is said so."""
        around = self._is_not
        level = 0
        for block in blocks:
            if isinstance(block, Heading) and (not level or block.level <= level):
                level = block.level if "dont" in block.markers else 0
                self._is_not = around or bool(level)
            yield from self._block(block)
        self._is_not = around

    def _block(self, block: Block) -> Iterator[Utterance]:
        match block:
            case Heading() | Paragraph():
                yield from self._run(block, block.children)
            case ListBlock():
                yield from self._list(block)
            case Definitions():
                for terms, meanings in block.items:
                    for term in terms:
                        yield from self._run(block, term)
                    for meaning in meanings:
                        yield from self._blocks(meaning)
            case Callout() | Card() | HelpBox():
                yield from self._run(block, block.title)
                yield from self._blocks(block.blocks)
            case Table():
                yield from self._rows(block)
            case Quote():
                yield from self._blocks(inner_blocks(block))
            case Preformatted():
                yield from self._text(block, Heard(block.text))
            case _:  # a rule is for the eye
                return

    def _list(self, block: ListBlock) -> Iterator[Utterance]:
        """Item by item; those of a list in order begin with their numbers."""
        for number, item in enumerate(block.items, block.start):
            for first, utterance in enumerate(self._blocks(item)):
                text = utterance.text
                if first == 0 and self._is_not:
                    text = self._not(text, block.language)
                if first == 0 and block.ordered:
                    text = f"{number}: {text}"
                yield dataclasses.replace(utterance, text=text)

    def _not(self, text: str, language: str) -> str:
        """An item of what not to do, which says so itself or is made to."""
        words = self.words_of(language)
        folded = comparable(text)
        for negation in words("spoken.negations").split(", "):
            rest = folded.removeprefix(comparable(negation))
            if rest != folded and not rest[:1].isalnum():
                return text
        return f"{words('spoken.do_not')}: {text}"

    def _rows(self, table: Table) -> Iterator[Utterance]:
        """Row by row: its cells, each after what stands above its column."""
        header = [self._heard(each, table.language).in_one_line() for each in table.header]
        above = tuple(letters_of(each.text) for each in header)
        for number, row in enumerate(table.rows):
            heard = Heard()
            for column, (over, cell) in enumerate(zip(header, row, strict=False)):
                words = self._heard(cell, table.language).in_one_line().in_cell(column)
                if words.text:
                    heard += Heard("; ", None) if heard.text else Heard()
                    heard += Heard(f"{over.text}: ", None) if over.text else Heard()
                    heard += words
            for utterance in self._text(table, heard):
                yield dataclasses.replace(utterance, row=Row(number, above))

    def _run(self, block: Block, run: Run) -> Iterator[Utterance]:
        yield from self._text(block, self._heard(run, block.language))

    def _text(self, block: Block, heard: Heard) -> Iterator[Utterance]:
        yield from self._said(heard, block.language, self._at[id(block)])

    def _said(self, heard: Heard, language: str, block: int) -> Iterator[Utterance]:
        """The sentences of what is heard, each with what of it is seen."""
        places = iter(heard.places)
        for utterance in said_of((heard.text,), language, self.numbers, block):
            yield dataclasses.replace(utterance, seen=heard.seen(utterance.text, places))

    def _heard(self, run: Run, language: str) -> Heard:
        """The words of a run as they are said."""
        heard = Heard()
        for inline in run:
            heard += self._inline(inline, language)
        return heard

    def _inline(self, inline: Inline, language: str) -> Heard:
        match inline:
            case Styled(_, inner):
                return self._heard(inner, language)
            case Linked(link, inner):
                heard = self._heard(inner, language)
                telephone = link.kind is LinkKind.TELEPHONE
                return heard.said_as(link_spelled(heard.text)) if telephone else heard
            case Break():
                return Heard("\n")
            case Blank(label):
                key = "handout.blank_for" if label else "handout.blank"
                words = f" {self.words_of(language)(key, label=label)} "
                before, shown, after = words.partition(label or "\n")
                heard = Heard(before, None)
                heard += Heard(shown)
                heard += Heard(after, None)
                return heard
            case Value(name):
                return Heard(self.words_of(language)(f"value.{name}"), None)
            case Image(_, alternative):
                return Heard(f" {alternative} ", None)
            case Text(text):
                return Heard(text)
            case _:
                return Heard(plain_text((inline,)))
