"""HTML to Markdown: words stand as themselves, whatever they are; no text takes long."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from viewer.core.blocks import Heading, Linked, ListBlock, Paragraph, Styled
from viewer.core.importing.escaping import at_start, escaped, one_line
from viewer.core.importing.html_tree import MAX_HTML, Words, read_html
from viewer.core.importing.to_markdown import markdown_of
from viewer.core.markdown.reader import read_markdown
from viewer.core.tree import plain_text, runs, walk, walk_inlines

BASE = "https://medlineplus.gov/x.html"
SIGNS = [*"\\`*_[]{}()#!<>|&;:=+-.~^\"'/@$%1a b é\n\t"]
SIGNS += ["&amp;", "{{x}}", "{: .x }", "{.plain}", "http://x.y", "1. ", "- ", "![", "](", "<b>"]
SIGNS += ["*[", "!!! ", "&#60;", "---", "```", "[^1]", "\u00a0"]
TAGS = ["<p>", "</p>", "<b>", "</b>", "<em>", "</em>", "<i>", "<ul>", "<li>", "</li>", "</ul>"]
TAGS += ["<ol>", "</ol>", "<h3>", "</h3>", '<a href="https://a.b/c?d=1&amp;e=(2)">', "</a>", "<br>"]
TAGS += ["<sub>", "</sub>", "<div>", "<table>", "<td>", "word ", "word", " two. ", "&lt;x&gt;", "*"]


def said(markdown: str) -> list[str]:
    blocks = read_markdown(markdown, "en", Path("x.md")).blocks or ()
    return [word for b in walk(blocks) for run in runs(b) for word in plain_text(run).split()]


@pytest.mark.parametrize(
    "words",
    [
        "1. no list",
        "- no list",
        "+ no list",
        "# no heading",
        "no heading #",
        "> no quote",
        "=== ---",
        '!!! danger "no box"',
        ": no meaning",
        "*no* _mark_ **at** `all`",
        "[no](https://link.org) ![picture](x.png)",
        "[no]: https://link.org",
        "*[NO]: abbreviation",
        "| no | table |",
        "<script>no()</script> <b>tag</b>",
        "&amp; &copy; AT&T",
        "{{emergency_number}} {{blank}} {: #id }",
        "back\\slash \\* \\",
        "snake_case_word __init__",
        "<!-- check: ignore danger-words: no -->",
    ],
)
def test_words_are_themselves(words: str) -> None:
    markdown = at_start(escaped(words)) + "\n"
    parsed = read_markdown(markdown, "en", Path("x.md"))
    assert [type(block) for block in parsed.blocks or ()] == [Paragraph]
    assert parsed.problems == ()
    assert said(markdown) == words.split()


@pytest.mark.slow
def test_any_words_are_themselves() -> None:
    chance = random.Random(1)
    for _ in range(6_000):
        words = one_line("".join(chance.choices(SIGNS, k=chance.randrange(1, 30))))
        assert said(at_start(escaped(words)) + "\n") == words.split(), words


@pytest.mark.slow
def test_any_tags_keep_their_words() -> None:
    chance = random.Random(1)
    for _ in range(3_000):
        html = "".join(chance.choices(TAGS, k=chance.randrange(1, 40)))
        assert markdown_of(html, BASE).whole, html


def test_marks_links_and_lists() -> None:
    found = markdown_of(
        "<h2>One</h2><p>Hello!<a href='/a.html?b=1&amp;copy=2'>a (b)</a> <b>x </b>y</p>"
        "<h4>Two</h4><ol><li>first<ul><li>in</li></ul></li><li><p>second</p><p>more</p></li></ol>",
        BASE,
    )
    assert found.whole
    blocks = read_markdown(found.text, "en", Path("x.md")).blocks or ()
    assert [b.level for b in blocks if isinstance(b, Heading)] == [2, 4]
    inlines = [i for b in walk(blocks) for run in runs(b) for i in walk_inlines(run)]
    (link,) = (i.link.href for i in inlines if isinstance(i, Linked))
    assert link == "https://medlineplus.gov/a.html?b=1&copy=2"
    assert [plain_text(i.children) for i in inlines if isinstance(i, Styled)] == ["x"]
    outer, inner = (b for b in walk(blocks) if isinstance(b, ListBlock))
    assert (outer.ordered, len(outer.items), inner.ordered) == (True, 2, False)


def test_a_mark_that_cannot_be_kept_costs_no_word() -> None:
    found = markdown_of("<p>" + "<b>x</b> " * 1_100 + "</p>", BASE)
    assert found.whole
    assert said(found.text) == ["x"] * 1_100
    assert "**" not in found.text  # so many are not parsed


@pytest.mark.slow
@pytest.mark.parametrize(
    "part",
    ["<a ", "<!", "<!--", "</", '<a a="', "&#", "<![", "<?", "<a\n=", "[", "<<a"],
)
def test_what_is_no_tag_is_text_however_much_of_it(part: str) -> None:
    """Each takes minutes, or an exception, where a reader looks for its end again and again."""
    html = (part * (MAX_HTML // len(part)))[:MAX_HTML]
    (words,) = read_html(html).blocks
    assert isinstance(words, Words)
    assert "".join(c for c in words.children if isinstance(c, str)) == html.replace("\n", " ")
