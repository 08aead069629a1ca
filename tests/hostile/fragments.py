"""Packs made of nasty pieces: what authors mistype, and what attackers write on purpose."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import strategies as st

from tests.core.library import TOPIC
from tests.hostile.torture import png

SECTIONS = ("warmth", "washing")
NAMES = [
    "a b",
    "..%2f",
    "CON",
    "a\nb",
    "\u202ecod",
    "x" * 240,
    "é",
    "W",
    "<b>",
    "'\"",
    "$HOME",
    "{{x}}",
    "a\x01",
    "\udcff",
    "warmth.md",
    "#a",
    "%00",
    "-",
]
"""Names of files, less their endings; ``\\udcff`` stands for a byte that is no UTF-8."""
TARGETS = [
    "section:warmth",
    "section:washing#doses",
    "section:../../etc/passwd",
    "section:hands/warmth",
    "topic:hands",
    "term:hands/skin",
    "#doses",
    "#",
    "",
    "javascript:alert(1)",
    "JaVaScRiPt:1",
    "data:text/html,<script>1</script>",
    "file:///etc/passwd",
    "//evil.example/x",
    "\\\\evil\\share\\x.png",
    "https://evil.example/\u202ea",
    "http://[::1",
    "https://a\"onclick='x'",
    "tel:911",
    "tel:{{emergency_number}}",
    "tel:*#06#",
    "mailto:a@example.org",
    "picture:hands/a.png",
    "icon:home:ffffff:20",
    "../../outside.png",
    "images/a.png",
    "images/%2e%2e/outside.png",
    "images/out.png",
    "images/a.png%00.svg",
    "/dev/zero",
    "images",
    "images/pipe.png",
    "C:\\x.png",
    "a" * 300 + ".png",
    "x y",
    "<x>",
    "&#x6a;avascript:1",
    "{{clinic_name}}.png",
]
SIGNS = [
    "\u202e",
    "\u2066a\u2069",
    "\u200b",
    "\ufeff",
    "\x07",
    "\x1b[31m",
    "\u2028",
    "\u0301" * 40,
    "\U0001f600",
    "\ue000\ue011\ue002",
    "\ue001\ue019\ue002",
    "\ufffe",
    "\U000e0041",
    "\u00ad",
    "\x85",
    "ع",
    "\x02amp\x03",
    "\x02wzxhzdk:0\x03",
    "klzzwxh:0001",
    "\t",
    "\v\f",
]
PIECES = [
    *["*", "**", "_", "__", "***a*", "`", "``", "~~", "[", "]", "](", "![", "<", ">", "&", "\\"],
    *["&amp;", "&lt;script&gt;", "&#0;", "&#x202e;", "&#1114112;", "&#xD800;", "&" + "#9" * 30],
    *["{: .safety }", "{: #doses .safety }", "{: .plain }", "{: .do }", "{:", "{: #a #b }", "}"],
    *["{: id='\"><b>' .dont }", "{: style='x' onclick=y }", "{: href=javascript:1 src=x }"],
    *["{: class=teach-back }", "{: .admonition }", "{: .own-id }", "{: start=99999999999 }"],
    *["{{clinic_name}}", "{{blank:a}}", "{{ blank }}", "{{x}}", "{{", "}}", "{{blank:{{x}}}}"],
    *["<b>a</b>", "<sub>2</sub>", "<br>", "<!-- ", "-->", "<script>", "</script>", "<style>x"],
    *["<img src=file:///etc/passwd onerror=x>", "<a href='x'>", "<svg/onload=1>", "<p", "</td>"],
    *["<https://evil.example>", "<javascript:1>", "<a@example.org>", "[a][b]", "[b]: file:///x"],
    *["*[A]: b", "*[<]: <b>", "A", "[TOC]", "[^1]", "Keep warm.", "911", "5 mg", "skin", "Skin"],
    *["<!-- check: off written-number because -->", "Do not drink more.", "Drink more water."],
]
STARTS = [
    *["# ", "## ", "### ", "###### ", "####### ", "- ", "* ", "1. ", "99999999999. ", "> ", ">"],
    *["    ", "\t", "  ", "", "", "", "!!! danger ", '!!! note "', "!!! x", '!!! tip "" ', ": "],
    *[":   ", "| ", "|--|--|", "|:-:|", "a | b", "---", "===", "* * *", "```", "***", "+ ", "\\"],
    *["## In plain words {: .plain }", "### Do this {: .do }", "### Stop {: #s .safety }"],
]
SCALARS = [
    *["on", "null", "~", "1", "''", '"\\u202e"', '"\\0"', '"\\ud800"', "!!python/object:os.system"],
    *["!!binary aGk=", "&a x", "*a", "<<: *a", "{a: b}", "[a, b]", "[[[[[[[[[[[[[[[", "{{{{", "|"],
    *["|\n    x", ">-\n    x", "? a", "- a", "a: b: c", "%YAML 1.1", "---", "...", "@", "`", "\t"],
    *["2026-13-45", "2026-11-22", "x" * 5_000, "'" * 3, '"', "#", "\u2028", "\x00", "\ufeff", ":"],
    *["es", "en", "../..", "a/../../b", "CON", "unsourced", "warmth", "[warmth, warmth]", "draft"],
    *["{en: x, es: y}", "{en: {by: x, at: 2026-01-01, text: abc}}", "[{id: a, title: {en: b}}]"],
    *["{{clinic_name}}", "<b>", "https://evil.example", "javascript:1", "file:///etc/passwd"],
]
TOPIC_KEYS = (
    *["format", "language", "title", "codes", "most_important", "groups", "care", "help", "date"],
    *["sources", "translations", "reviews", "scores", "x", "? [a]", "<<", "'", "title", "\u202e"],
)
FRONT_KEYS = (
    *["title", "plain_title", "short_title", "care", "icon", "keywords", "sources", "x", "Title"],
)
TERM_KEYS = ("term", "also", "means", "x")
SETTING_KEYS = ("format", "smog", "paragraph", "grace", "x")
CLINIC_KEYS = (
    *["clinic_name", "emergency_number", "care_team_phone", "logo", "paper", "languages", "x"],
    *["library", "kiosk"],
)


class Pack(NamedTuple):
    """A library's files by their paths, as bytes."""

    files: dict[str, bytes]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@cache
def words() -> st.SearchStrategy[str]:
    """A run of text with nasty pieces in it."""
    target = st.sampled_from(TARGETS)
    links = st.builds("[{}]({})".format, st.sampled_from(PIECES), target)
    pictures = st.builds("![{}]({})".format, st.sampled_from(["", "A hand", *PIECES]), target)
    piece = st.one_of(
        st.sampled_from(PIECES), st.sampled_from(SIGNS), links, pictures, st.text(max_size=5)
    )
    return st.builds("".join, st.lists(st.builds("{}{}".format, piece, _gap()), max_size=6))


@cache
def _gap() -> st.SearchStrategy[str]:
    return st.sampled_from(["", " ", "  ", "\n"])


@cache
def markdown() -> st.SearchStrategy[str]:
    """A section's text."""
    starts = st.lists(st.sampled_from(STARTS), max_size=4).map("".join)
    line = st.builds("{}{}".format, starts, words())
    repeated = st.builds(lambda text, times: text * times, line, st.sampled_from([1, 1, 1, 9]))
    return st.builds(
        lambda lines, ends: "".join(f"{a}{b}" for a, b in zip(lines, ends, strict=True)),
        st.lists(repeated, min_size=8, max_size=8),
        st.lists(st.sampled_from(["\n", "\n\n", "\r\n", "\n    "]), min_size=8, max_size=8),
    )


@cache
def yaml(keys: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Lines of YAML with these keys."""
    key = st.sampled_from(keys)
    line = st.builds("{}: {}".format, key, st.sampled_from(SCALARS))
    return st.lists(st.one_of(line, line, words()), max_size=8).map("\n".join)


@cache
def _file(text: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """The text as bytes, now and then in another encoding or with bytes of none."""
    odd = st.sampled_from([b"\xff\xfe", b"\x00", b"\xc3\x28", b"\xed\xa0\x80", b"\xef\xbb\xbf"])
    usual = text.map(_encoded)
    return st.one_of(usual, usual, usual, usual, st.builds(lambda a, b: b + a, usual, odd))


@cache
def _topic() -> st.SearchStrategy[str]:
    lines = TOPIC.splitlines()
    more = st.builds("{}\n{}\n".format, st.just(TOPIC.rstrip()), yaml(TOPIC_KEYS[4:]))
    cut = st.integers(0, len(lines)).map(lambda n: "\n".join(lines[:n]))
    changed = st.builds(
        lambda n, value: "\n".join(
            [*lines[:n], f"{lines[n].split(':')[0]}: {value}", *lines[n + 1 :]]
        ),
        st.integers(0, len(lines) - 1),
        st.sampled_from(SCALARS),
    )
    return st.one_of(st.just(TOPIC), more, more, changed, changed, cut, yaml(TOPIC_KEYS))


@cache
def _section() -> st.SearchStrategy[str]:
    good = "title: Warmth\nplain_title: How warm?\nsources: [book]"
    front = st.one_of(
        st.just(good),
        st.just(good),
        st.builds("{}\n{}".format, st.just(good), yaml(FRONT_KEYS)),
        yaml(FRONT_KEYS),
    )
    parts = st.tuples(front, markdown(), st.sampled_from(["", "\n## Plain {: .plain }\n\n"]))
    whole = st.builds(
        lambda part, plain: f"---\n{part[0]}\n---\n{part[1]}{part[2]}{plain}", parts, markdown()
    )
    return st.one_of(whole, whole, whole, markdown())


@cache
def _glossary() -> st.SearchStrategy[str]:
    term = yaml(TERM_KEYS).map(lambda text: text.replace("\n", "\n    "))
    entry = st.builds(
        "{}:\n  {}:\n    {}\n".format,
        st.sampled_from(["skin", "a-b", "<b>", "&a"]),
        st.sampled_from(["en", "es", "xx", "!"]),
        term,
    )
    good = "skin:\n  en: {term: skin, also: [warm, '*', '['], means: What is outside.}\n"
    return st.one_of(st.just(good), st.lists(entry, max_size=3).map("".join), yaml(("skin",)))


@st.composite
def packs(draw: st.DrawFn) -> Pack:
    """A library with the topic ``hands``, in two languages, beside one without a fault."""
    section = _file(_section())
    files = {
        "hands/topic.yaml": draw(_file(_topic())),
        "hands/en/warmth.md": draw(section),
        "hands/en/washing.md": draw(section),
        "hands/es/warmth.md": draw(section),
        "hands/glossary.yaml": draw(_file(_glossary())),
        "check.yaml": draw(_file(yaml(SETTING_KEYS))),
        "clinic/clinic.yaml": draw(_file(yaml(CLINIC_KEYS))),
    }
    name = draw(st.sampled_from(NAMES))
    if draw(st.booleans()):
        files[f"hands/en/{name}.md"] = draw(section)
    left_out = draw(st.sets(st.sampled_from(["check.yaml", "hands/glossary.yaml"])))
    return Pack({path: data for path, data in files.items() if path not in left_out})


def written(pack: Pack, folder: Path) -> Path:
    """Write a pack's files, with pictures and links beside them; the library's folder."""
    library = folder / "library"
    images = library / "hands/images"
    images.mkdir(parents=True)
    (folder / "outside.png").write_bytes(png(3, 3))
    (images / "a.png").write_bytes(png(9, 9))
    (images / "out.png").symlink_to(folder / "outside.png")
    (library / "hands/de").symlink_to(folder)
    for name, data in pack.files.items():
        path = library / name if name != "clinic/clinic.yaml" else folder / "clinic.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return library
