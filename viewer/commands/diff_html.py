"""A comparison of topics as one page, to print or to send: the same sentences, with words marked.

What is taken out is struck through, what is put in is underlined, and below each change the same
is said in words: marks are not heard, and colours not seen by everybody. The page needs no other
file, runs nothing and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from viewer.commands.diff_text import (
    Told,
    first_line,
    parts_of,
    unread_lines,
    version_lines,
)
from viewer.core.authoring.aligning import Kind, spans
from viewer.core.authoring.changes import Comparison
from viewer.core.words import Words

_STYLE = """\
body { font: 12pt/1.5 sans-serif; max-width: 45em; margin: 2em auto; padding: 0 1em; }
section.safety { border: 3px solid; padding: 0 1em; }
article { break-inside: avoid; margin: 1em 0; }
article p { margin: 0.2em 0 0.2em 2em; }
h3 { font-size: 1em; margin: 0; }
del { text-decoration: line-through; text-decoration-thickness: 2px; background: #fdd; }
ins { text-decoration: underline; text-decoration-thickness: 2px; background: #dfd; }
"""


def page_of(comparisons: Sequence[Comparison], words: Words) -> Iterator[str]:
    """The lines of the page."""
    title = escape(words("diff_command.page"))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(words.language)}">'
    yield f'<head><meta charset="utf-8"><title>{title}</title>'
    yield f"<style>\n{_STYLE}</style></head>"
    yield "<body>"
    for comparison in comparisons:
        yield f"<h1>{escape(first_line(comparison, words))}</h1>"
        yield from _list(words("diff_command.versions"), version_lines(comparison, words))
        yield from _list(words("diff_command.unread"), unread_lines(comparison, words))
        for part in parts_of(comparison, words):
            yield '<section class="safety">' if part.is_safety else "<section>"
            yield f"<h2>{escape(part.heading)}</h2>"
            for told in part.changes:
                yield from _article(told, words)
            yield "</section>"
    yield "</body></html>"


def _list(heading: str, lines: Iterator[str]) -> Iterator[str]:
    items = [f"<li>{escape(line)}</li>" for line in lines]
    if items:
        yield f"<h2>{escape(heading)}</h2>"
        yield f"<ul>{''.join(items)}</ul>"


def _article(told: Told, words: Words) -> Iterator[str]:
    tag = f' lang="{escape(told.change.language)}"' if told.change.language else ""
    yield f"<article><h3>{escape(told.head)}</h3>"
    for key, text in told.texts:
        before, _, after = words(f"diff_command.{key}", text="\0").partition("\0")
        marked = f"<span{tag}>{_marked(told, key, text)}</span>"
        yield f"<p>{escape(before)}{marked}{escape(after)}</p>"
    for remark in told.remarks:
        yield f"<p>{escape(remark)}</p>"
    yield "</article>"


def _marked(told: Told, key: str, text: str) -> str:
    """The text with the words marked that the other does not have."""
    change = told.change
    found = spans(change.before, change.after) if change.kind is Kind.CHANGED else None
    if found is None:
        return escape(text)
    element = "del" if key == "before" else "ins"
    parts = []
    for piece in found:
        said = escape(piece.out if key == "before" else piece.put)
        if said:
            parts.append(said if piece.out == piece.put else f"<{element}>{said}</{element}>")
    return " ".join(parts)
