"""The foot of a page: where its text comes from, and whether a clinician has read it."""

from __future__ import annotations

from collections.abc import Sequence

from viewer.core.blocks import (
    Block,
    Callout,
    CalloutKind,
    Heading,
    Linked,
    Paragraph,
    Run,
    Text,
)
from viewer.core.links import LinkKind, parse_link
from viewer.core.locales import format_date
from viewer.core.model import Source
from viewer.core.pages.page import Provenance
from viewer.core.pages.review import ReviewState, ReviewStatus
from viewer.core.words import Words

LONGEST_NAME = 80
"""Characters of a source's name in the status line."""
FOOT_ID = "where-this-text-comes-from"


def foot_blocks(provenance: Provenance, words: Words) -> tuple[Block, ...]:
    """A heading, the sources, and the review, as blocks."""
    language = words.language_of("page.sources_title")

    def paragraph(text: str) -> Paragraph:
        return Paragraph(language=language, children=(Text(text),))

    title = (Text(words("page.sources_title")),)
    blocks: list[Block] = [Heading(language=language, level=2, id=FOOT_ID, children=title)]
    blocks.extend(
        Paragraph(language=language, children=_source(source, words))
        for source in provenance.sources
    )
    if not provenance.sources and not provenance.unsourced:
        blocks.append(paragraph(words("page.no_source")))
    if provenance.unsourced:
        blocks.append(paragraph(words("page.unsourced")))
    blocks.append(paragraph(review_line(provenance.review, words)))
    if provenance.draft_translation:
        blocks.append(paragraph(words("page.draft_translation")))
    if provenance.versions:
        blocks.append(paragraph(version_line(provenance.versions, words)))
    blocks.append(paragraph(words("page.disclaimer")))
    return tuple(blocks)


def version_line(versions: Sequence[tuple[str, str]], words: Words) -> str:
    """Each language with the version of the text in it."""
    names = ", ".join(f"{version} ({tag})" for tag, version in versions)
    return words("handout.version" if len(versions) == 1 else "handout.versions", names=names)


def source_key(provenance: Provenance) -> str:
    """Where the words of ``source_line`` stand."""
    if not provenance.sources:
        return "page.unsourced" if provenance.unsourced else "page.no_source"
    return "status.source" if len(provenance.sources) == 1 else "status.sources"


def source_line(provenance: Provenance, words: Words) -> str:
    """The sources in one short line, or that there is none."""
    names = [_short(source.publisher or source.title) for source in provenance.sources]
    return words(source_key(provenance), names=", ".join(names))


def review_notices(provenance: Provenance, words: Words) -> tuple[Callout, ...]:
    """That a review is due, or strongly that it has lapsed."""
    review = provenance.review.review
    if review is None or review.due is None:
        return ()
    kinds = {
        ReviewState.DUE: ("due", CalloutKind.NOTE),
        ReviewState.LAPSED: ("lapsed", CalloutKind.WARNING),
    }
    if provenance.review.state not in kinds:
        return ()
    name, kind = kinds[provenance.review.state]
    title, text = f"page.{name}_title", f"page.{name}_text"
    language = words.language_of(title)
    days = {
        "date": format_date(review.at, words.locale_of(title)),
        "due": format_date(review.due, words.locale_of(text)),
    }
    said = Paragraph(language=words.language_of(text), children=(Text(words(text, **days)),))
    heading = (Text(words(title, **days)),)
    return (Callout(language=language, kind=kind, title=heading, blocks=(said,)),)


def review_key(status: ReviewStatus) -> str:
    """Where the words of ``review_line`` stand."""
    if status.state is ReviewState.DRAFT or status.review is None:
        return "page.draft"
    if status.review.due is None or status.state is ReviewState.REVIEWED:
        return "page.reviewed"
    return "page.review_lapsed" if status.state is ReviewState.LAPSED else "page.review_due"


def review_line(status: ReviewStatus, words: Words) -> str:
    """What readers are told of the review, in one sentence."""
    key, review = review_key(status), status.review
    if key == "page.draft" or review is None:
        return words(key)
    dates = {"date": format_date(review.at, words.locale_of(key))}
    if key != "page.reviewed" and review.due is not None:
        dates["due"] = format_date(review.due, words.locale_of(key))
    return words(key, by=review.by, **dates)


def _source(source: Source, words: Words) -> Run:
    text = source.title
    if source.publisher:
        text = words("page.source", title=source.title, publisher=source.publisher)
    link = parse_link(source.url)
    if link.kind is LinkKind.WEB:
        return (Linked(link, (Text(text),)),)
    return (Text(text),)


def _short(name: str) -> str:
    """A name for the status line; the page's foot has the whole of it."""
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
