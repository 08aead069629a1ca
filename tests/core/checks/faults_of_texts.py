"""Faults of a section's Markdown. Lines are counted from the first line of the text."""

from __future__ import annotations

import struct
import zlib

from tests.core.checks.faults import Fault, Finding, in_text
from tests.core.library import FRONT, WARMTH, Files

SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'


def png(width: int, height: int) -> bytes:
    """A black PNG with these sides; of huge ones, all but the pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes((width + 1) * height if max(width, height) < 5_000 else 2))
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def _image(name: str, path: str, image: str | bytes, rule: str) -> Fault:
    files: Files = {"en/warmth.md": FRONT + f"A.\n\n![A hand]({path})\n", path: image}
    return Fault(name, files, ((rule, "hands/en/warmth.md", 7),))


def _texts(name: str, body: str, *found: Finding) -> Fault:
    return Fault(name, {"en/warmth.md": FRONT + body}, found)


LINK_FAULTS = [
    in_text("a link to no section", "A.\n\nSee [b](section:b).", "dead-link", 3),
    in_text("a link in a later line", "A\nb\n[c](section:d) e.", "dead-link", 3),
    in_text("a link in a row", "|a|b|\n|-|-|\n|1|2|\n|[c](section:d)|4|", "dead-link", 4),
    in_text("a link in a list", "A.\n\n- b\n- [c](section:d)", "dead-link", 4),
    in_text("a link in a heading", "A.\n\n## [c](section:d)\n\nE.", "dead-link", 3),
    in_text(
        "a link in a callout's title", 'A.\n\n!!! tip "[c](section:d)"\n    E.', "dead-link", 3
    ),
    in_text("a link to no heading", "A [b](#c).\n\n## D\n\nE.", "dead-link", 1),
    in_text("a link to no heading there", "A [b](section:washing#c).", "dead-link", 1),
    in_text("a link of the program's own", "A.\nB [c](topic:hands).", "refused-link", 2),
    in_text("a link to a section of no topic", "A [b](section:feet/c).", "dead-link", 1),
    in_text("a script in a link", "A [b](javascript:alert(1)).", "refused-link", 1),
    in_text("a hidden script in a link", "A [b](JaVa&#83;cript:alert(1)).", "refused-link", 1),
    in_text("a file in a link", "A.\n\nB [c](file:///etc/passwd).", "refused-link", 3),
    in_text("a link to another file", "A [b](washing.md).", "refused-link", 1),
    in_text("a letter", "A <nurse@example.org>.", "refused-link", 1),
    in_text("data in a link", "A [b](data:text/html,x).", "refused-link", 1),
]

IMAGE_FAULTS = [
    in_text("no image", "![A](images/no.svg)", "missing-image", 1),
    in_text("an image with a name without end", f"![A]({'a' * 300}.svg)", "missing-image", 1),
    in_text("an image in a later line", "A\nb ![c](images/no.svg)", "missing-image", 2),
    in_text("an image outside", "![A](../../secret.svg)", "refused-image", 1),
    in_text("an absolute image", "![A](/usr/share/a.svg)", "refused-image", 1),
    in_text("an image from the web", "![A](https://example.org/a.png)", "refused-image", 1),
    in_text("data as an image", "![A](data:image/png;base64,AAAA)", "refused-image", 1),
    in_text("a picture of another kind", "![A](images/a.gif)", "refused-image", 1),
    in_text("a folder as an image", "![A](en)", "refused-image", 1),
    Fault(
        "an image without words",
        {"en/warmth.md": FRONT + "A.\n\n![](a.svg)\n", "a.svg": SVG.format("")},
        (("no-alt-text", "hands/en/warmth.md", 7),),
    ),
    _image("a PNG too large to unpack", "a.png", png(30_000, 30_000), "refused-image"),
    _image("a PNG without width", "a.png", png(0, 10), "refused-image"),
    _image("a PNG that is none", "a.png", "<html>", "refused-image"),
    _image("an SVG that repeats itself", "a.svg", SVG.format('<use href="#a"/>'), "refused-image"),
    _image("an SVG with a doctype", "a.svg", "<!DOCTYPE svg>" + SVG.format(""), "refused-image"),
    _image("an SVG with a script", "a.svg", SVG.format("<script>x</script>"), "refused-image"),
    _image(
        "an SVG that reads elsewhere", "a.svg", SVG.format('<a href="http://x"/>'), "refused-image"
    ),
    _image("an SVG with a file in it", "a.svg", SVG.format("<image/>"), "refused-image"),
    _image(
        "an SVG with a style", "a.svg", SVG.format("<g style='fill:url(x.svg)'/>"), "refused-image"
    ),
    _image("an SVG of 3,000 parts", "a.svg", SVG.format("<g></g>" * 3000), "refused-image"),
    _image("a packed SVG", "a.svg", b"\x1f\x8b\x08", "refused-image"),
    _image("an SVG in UTF-16", "a.svg", SVG.format("").encode("utf-16"), "refused-image"),
    _image("an SVG of 300 KB", "a.svg", SVG.format(" " * 300_000), "refused-image"),
]

MARKDOWN_FAULTS = [
    in_text("a glued list", "Bring:\n- water\n- bread", "glued-list", 2),
    in_text("a glued numbered list", "A.\n\nB\nc:\n1. water", "glued-list", 5),
    in_text("a glued list in an item", "- a:\n1. b", "glued-list", 2),
    Fault(
        "a second .plain",
        {"en/warmth.md": WARMTH + "\n## Again {: .plain }\n\nText.\n"},
        (("second-plain", "hands/en/warmth.md", 12),),
    ),
    in_text("a marker in a quote", "> ## A {: .do }\n> b", "misplaced-marker", 1),
    in_text(
        "a marker in a callout", "!!! tip\n    ## A {: .dont }\n\n    b", "misplaced-marker", 2
    ),
    in_text("a marker in a list", "- a\n\n    ## B {: .safety }\n\n    c", "misplaced-marker", 3),
    in_text("a marker on a paragraph", "Never ice.\n{: .safety }", "misplaced-marker", 1),
    in_text("a marker at a paragraph's end", "A.\n\nNo ice. {: .safety }", "misplaced-marker", 3),
    in_text("a marker on a word", "A.\n\nNo *ice*{: .safety } at all.", "misplaced-marker", 3),
    in_text("a marker in a table", "| a |\n| - |\n| No {: .safety } |", "misplaced-marker", 3),
    in_text("a marker on an item", "- a\n- Never ice. {: .safety }", "misplaced-marker", 2),
    in_text("a marker of no kind", "## A {: .important }\n\nB.", "unknown-marker", 1),
    in_text("safety without an id", "A.\n\n## B {: .safety }\n\nC.", "safety-without-id", 3),
    in_text("a doubled id", "## A {: #x }\n\nB.\n\n## C {: #x }\n\nD.", "doubled-id", 5),
    in_text("an unknown callout", "A.\n\n!!! caution\n    B.", "unknown-callout", 3),
    in_text(
        "a callout's title without quotes", "!!! danger Call now\n    B.", "unknown-callout", 1
    ),
    in_text("a marker without its end", "A.\n\n## B {: #b .safety\n\nC.", "stray-markup", 3),
    in_text("a marker in other brackets", "A.\n\n## B (: #b .safety )", "stray-markup", 3),
    in_text("a marker without its dot", "A.\n\n## B {: #b safety }\n\nC.", "stray-markup", 3),
    in_text("a marker with a space", "A.\n\n## B {: #b . safety }\n\nC.", "stray-markup", 3),
    in_text("a box with curly quotes", "A.\n\n!!! danger “Stop”\n    B.", "stray-markup", 4),
    in_text("a value in single braces", "A.\n\nCall {care_team_phone}.", "stray-markup", 3),
    in_text("a bullet of another program", "A.\n\n- B.\n• C.", "stray-markup", 3),
    in_text("emphasis without an end", "A.\n\n**Never do it.", "stray-markup", 3),
    in_text("a line that is no link", "A.\n\n[Never do it.]: https://a.b", "lost-line", 3),
    in_text("a footnote", "A.[^1]\n\n[^1]: Never do it.", "lost-line", 3),
    in_text("another number", "Call [555-0100](tel:555-0199).", "misleading-link", 1),
    in_text(
        "another address", "See [who.int](https://who.int.example.com/a).", "misleading-link", 1
    ),
    in_text("a written number behind words", "Call [us](tel:911).", "written-number", 1),
    in_text("an address with a name before it", "[A](https://b.c@d.e).", "refused-link", 1),
    in_text("a letter that nobody sees", "A\u3164B.", "control-character", 1),
    in_text("a line outside its box", '!!! note "B"\n    C.\n\n  D.', "outside-box", 4),
    in_text("a list that is not in its box", '!!! note "B"\n- C.', "outside-box", 2),
    in_text("a text that is still to be written", "A.\n\n- TODO: one thing.", "todo", 3),
    in_text("an unknown value", "A.\n\nB\n{{doctor}}.", "unknown-placeholder", 4),
    in_text("a hidden turn of text", "A\n&#x202E;B.", "control-character", 2),
    in_text("a comment", "A <!-- b --> c.", "raw-html", 1),
    in_text("a comment over empty lines", "A.\n\n<!-- b\n\nc -->\n\nD.", "raw-html", 3),
    in_text("a comment without an end", "A.\n\n<!-- B.", "raw-html", 3),
    in_text("a script", "A.\n<script>\n\nalert(1)\n\n</script>", "raw-html", 2),
    in_text("a frame", 'A <iframe src="x"> b.', "raw-html", 1),
    in_text("a tag over two lines", "A\n<img\nsrc='x'>", "raw-html", 2),
    _texts(
        "a box",
        "A <div>b\nc</div>.",
        ("raw-html", "hands/en/warmth.md", 5),
        ("raw-html", "hands/en/warmth.md", 6),
    ),
]

NESTING_FAULTS = [
    in_text("200 quotes", "A.\n\n" + "> " * 200 + "b", "too-deep", 3),
    in_text("200 lists", "\n".join("    " * i + "- x" for i in range(200)), "too-deep", 11),
    in_text("250 lists on a line", "A.\n\n" + "- " * 150 + "b", "too-deep", 3),
    in_text("quotes in lists", "> - " * 40 + "b", "too-deep", 1),
    in_text("numbers in numbers", "1. " * 100 + "b", "too-deep", 1),
    in_text("callouts", "\n".join("    " * i + "!!! tip" for i in range(30)), "too-deep", 12),
    in_text("10,000 brackets", "[" * 10_000, "too-complex", 1),
    in_text("brackets apart", "A.\n" + "[ " * 9_000, "too-complex", 2),
    in_text("tags without an end", "<a " * 5_000, "too-complex", 1),
    in_text("400 abbreviations", "A\n" + "*[A]: b\n" * 400, "too-complex", 102),
    in_text("a word of 1 KB", "A.\n\n" + "b" * 1_000, "too-complex", 3),
    in_text("a line of 25 KB", "A.\n\n" + "b " * 12_500, "too-complex", 3),
    in_text("20,000 items", "- a\n" * 20_000, "too-complex", 2001),
    in_text("20,000 rows", "|a|b|\n|-|-|\n" + "|1|2|\n" * 20_000, "too-complex", 1667),
    in_text("3,000 headings", "# A\n\nb\n\n" * 3_000, "too-complex", 2001),
    in_text("300 callouts", "!!! tip\n    a\n\n" * 300, "too-complex", 601),
    in_text("9,000 paragraphs", "a\n\n" * 9_000, "too-complex", 10_001),
    in_text("300 meanings", "a\n:   b\n\n" * 300, "too-complex", 602),
]
