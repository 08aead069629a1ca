"""What stands around a handout's text: sources, review, version and date, and lines to write on."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from viewer.core.blocks import Blank, Block, Paragraph, Run, Text
from viewer.core.language import lookup
from viewer.core.locales import format_date, is_right_to_left, isolated
from viewer.core.model import Source, Topic
from viewer.core.packs.clinic import Clinic
from viewer.core.pages.foot import (
    foot_blocks,
    review_key,
    review_line,
    source_key,
    source_line,
)
from viewer.core.pages.page import Provenance
from viewer.core.pages.review import weakness
from viewer.core.pages.version import text_version
from viewer.core.words import Words
from viewer.handout.lines import GIVEN_BY, GIVEN_ON, PHONE
from viewer.handout.model import PaperWords, Part, PartKind


def merged(provenances: Sequence[Provenance], unsourced: bool) -> Provenance:
    """Where the text of several pages comes from; of their reviews the weakest counts."""
    sources: dict[Source, None] = {}
    for provenance in provenances:
        sources.update(dict.fromkeys(provenance.sources))
    return Provenance(
        tuple(sources),
        unsourced or any(p.unsourced for p in provenances),
        min((p.review for p in provenances), key=weakness),
        any(p.draft_translation for p in provenances),
    )


def version_line(topic: Topic, languages: Sequence[str], words: Words) -> str:
    """The version of the text in each language that is printed."""
    versions = ", ".join(f"{text_version(topic, tag)} ({tag})" for tag in languages)
    return words("handout.version" if len(languages) == 1 else "handout.versions", names=versions)


def short_lines(
    topic: Topic, languages: Sequence[str], date: datetime.date, words: Words
) -> tuple[str, str]:
    """Version and date as the foot of each page has room for them."""
    own = all(tag in lookup(words.reader) for tag in languages)
    versions = [text_version(topic, tag) + ("" if own else f" ({tag})") for tag in languages]
    key = "handout.foot_version"
    day = format_date(date, words.locale_of(key))
    return words(key, names=", ".join(versions)), day


def date_line(date: datetime.date, words: Words) -> str:
    """The text's day, in words."""
    return words("handout.date", date=format_date(date, words.locale_of("handout.date")))


def about(provenance: Provenance, lines: Sequence[str], words: Words) -> Part:
    """The foot of a page of the screen, and what paper says besides."""
    tag = words.language_of("handout.version")
    more = tuple(Paragraph(language=tag, children=(Text(line),)) for line in lines)
    return titled(
        PartKind.ABOUT, "page.sources_title", words, (*foot_blocks(provenance, words)[1:], *more)
    )


def questions(words: Words) -> Part:
    """Lines for the patient's own questions."""
    return titled(PartKind.QUESTIONS, "handout.questions", words)


def given(words: Words) -> Part:
    """Who gave the handout, and when; its words need no title."""
    key = "handout.given"
    tag = words.language_of(key)
    children: list[Text | Blank] = []
    rest = words(key, by="\0by\0", on="\0on\0")
    for at, text in enumerate(rest.split("\0")):
        if at % 2 == 0:
            children.extend((Text(text),) if text else ())
        elif text == "by":
            children.append(Blank("", GIVEN_BY))
        else:
            children.append(Blank("", GIVEN_ON))
    paragraph = Paragraph(language=tag, children=tuple(children))
    return Part(kind=PartKind.GIVEN, id=PartKind.GIVEN, language=tag, title=(), blocks=(paragraph,))


def phone_line(words: Words) -> Paragraph:
    """A line for the care team's telephone: no number is guessed, and one is needed."""
    key = "handout.team_phone"
    before, _, after = words(key, phone="\0").partition("\0")
    children = (Text(before), Blank("", PHONE), *((Text(after),) if after else ()))
    return Paragraph(language=words.language_of(key), children=children)


def titled(
    kind: PartKind, key: str, words: Words, blocks: tuple[Block, ...] = (), topic: str = ""
) -> Part:
    """A part with a title of the program's own words."""
    title: Run = (Text(words(key)),)
    tag = words.language_of(key)
    return Part(kind=kind, id=kind, language=tag, title=title, blocks=blocks, topic=topic)


def paper_words(
    clinic: Clinic,
    words: Words,
    running: tuple[str, str],
    provenance: Provenance,
    lines: tuple[str, str],
) -> PaperWords:
    """The words in the head and the foot of each page; ``lines`` are the version and the date.

    ``running`` is the title on the second and later pages, and its language.
    """

    def own(text: str) -> str:
        return isolated(text) if is_right_to_left(words.reader) else text

    phone, name = own(clinic.care_team_phone), own(clinic.clinic_name)
    draft = provenance.draft_translation
    return PaperWords(
        clinic_name=name,
        questions_call=words("handout.questions_call", phone=phone) if phone else "",
        running_title=running[0],
        source=source_line(provenance, words),
        review=review_line(provenance.review, words),
        version=lines[0],
        date=lines[1],
        page_of=words("handout.page_of", page="{page}", pages="{pages}"),
        continued=words("handout.continued"),
        logo_alternative=words("handout.logo", clinic=name or words("value.clinic_name")),
        translation=words("handout.foot_draft_translation") if draft else "",
        languages=_languages(words, running[1], provenance),
    )


def _languages(words: Words, running: str, provenance: Provenance) -> dict[str, str]:
    """The language of each of the paper's words that is not the reader's."""
    keys = {
        "questions_call": "handout.questions_call",
        "source": source_key(provenance),
        "review": review_key(provenance.review),
        "translation": "handout.foot_draft_translation",
        "version": "handout.foot_version",
        "date": "handout.foot_version",
        "page_of": "handout.page_of",
        "continued": "handout.continued",
    }
    tags = {name: words.language_of(key) for name, key in keys.items()} | {"running_title": running}
    return {name: tag for name, tag in tags.items() if tag not in lookup(words.reader)}
