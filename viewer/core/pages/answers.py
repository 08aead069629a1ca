"""What the list of topics says to somebody who asked for a code that is not one topic's."""

from __future__ import annotations

from viewer.core.blocks import Callout, CalloutKind, Paragraph, Text
from viewer.core.place import Asked
from viewer.core.words import Words


def answer_sentence(asked: Asked, words: Words) -> str:
    """The answer in one sentence."""
    return words(_key(asked), code=asked.code.shown)


def answer_notice(asked: Asked, words: Words) -> Callout:
    """The answer as it stands above the list."""
    language = words.language_of(_key(asked))
    text = Paragraph(language=language, children=(Text(answer_sentence(asked, words)),))
    return Callout(language=language, kind=CalloutKind.NOTE, title=(), blocks=(text,))


def _key(asked: Asked) -> str:
    return "request.several_topics_of_code" if asked.topics else "request.no_topic_of_code"
