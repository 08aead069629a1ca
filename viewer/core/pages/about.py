"""The page "About this text": who has read it in each language, and what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from viewer.core.blocks import (
    Block,
    DefinitionItem,
    Definitions,
    Heading,
    Paragraph,
    Text,
)
from viewer.core.level import Level
from viewer.core.locales import format_date, language_name
from viewer.core.model import Change, Topic
from viewer.core.pages.foot import review_key, review_line, version_line
from viewer.core.pages.page import Page
from viewer.core.pages.provenance import Provenances
from viewer.core.pages.review import ReviewState, ReviewStatus
from viewer.core.pages.version import text_version
from viewer.core.place import PageKind, Place
from viewer.core.words import Words

Fill = Callable[[str, str], str]
"""Puts the clinic's values into a text of a language, for readers of another."""


def about_page(
    topic: Topic, level: Level, words: Words, provenances: Provenances, fill: Fill
) -> Page:
    """All that is known of where a topic's text comes from."""
    key = "about.title_of"
    name = fill(topic.title_in(words.reader), topic.title.tag(words.reader, topic.language))
    blocks: list[Block] = [_heading("about.reviews", words)]
    items = tuple(_of_language(topic, tag, words, provenances) for tag in topic.languages)
    blocks.append(Definitions(language=words.language, items=items))
    blocks.append(_heading("about.history", words))
    changes = tuple(_change(change, topic.language, words) for change in topic.history)
    if changes:
        blocks.append(Definitions(language=words.language, items=changes))
    else:
        blocks.append(_said("about.no_history", words))
    if scores := tuple(_scores(topic.scores, words)):
        blocks += [
            _heading("about.scores", words),
            Definitions(language=words.language, items=scores),
        ]
    return Page(
        place=Place(PageKind.ABOUT, level, topic.id),
        title=words(key, topic=name),
        language=words.language_of(key),
        blocks=tuple(blocks),
        provenance=provenances.of([(topic, ())]),
    )


def _of_language(
    topic: Topic, language: str, words: Words, provenances: Provenances
) -> DefinitionItem:
    """Who has read the text in a language, and which version there is now."""
    status = provenances.review(topic, language)
    said = [_text(review_line(status, words), words.language_of(review_key(status)))]
    if stale := _stale(status, words):
        said.append(_text(stale, words.language_of("about.stale")))
    versions = ((language, text_version(topic, language)),)
    said.append(_text(version_line(versions, words), words.language_of("handout.version")))
    if topic.is_draft_translation(language):
        said.append(_said("page.draft_translation", words))
    return ((Text(language_name(language)),),), (tuple(said),)


def _stale(status: ReviewStatus, words: Words) -> str:
    """That a review is of another text."""
    review, key = status.review, "about.stale"
    if review is None or status.state is not ReviewState.DRAFT:
        return ""
    date = format_date(review.at, words.locale_of(key))
    return words(key, by=review.by, date=date, version=review.text)


def _change(change: Change, fallback: str, words: Words) -> DefinitionItem:
    key = "about.change_version" if change.text else "about.change"
    date = format_date(change.at, words.locale_of(key))
    tag = change.what.tag(words.reader, fallback)
    said = [_text(change.what.get(words.reader, fallback), tag)]
    if change.by:
        said.append(_text(words("about.by", by=change.by), words.language_of("about.by")))
    return ((Text(words(key, date=date, version=change.text)),),), (tuple(said),)


def _scores(scores: Mapping[str, Mapping[str, str]], words: Words) -> Iterator[DefinitionItem]:
    """What people who tried the text gave it: their names and numbers are their own."""
    for language, given in scores.items():
        said = [
            _text(f"{name.replace('_', ' ')}: {value}", words.language)
            for name, value in given.items()
            if name != "by"
        ]
        if by := given.get("by", ""):
            said.append(_text(words("about.by", by=by), words.language_of("about.by")))
        yield ((Text(language_name(language)),),), (tuple(said),)


def _heading(key: str, words: Words) -> Heading:
    language = words.language_of(key)
    name = key.replace(".", "-")
    return Heading(language=language, level=2, id=name, children=(Text(words(key)),))


def _said(key: str, words: Words) -> Paragraph:
    return _text(words(key), words.language_of(key))


def _text(text: str, language: str) -> Paragraph:
    return Paragraph(language=language, children=(Text(text),))
