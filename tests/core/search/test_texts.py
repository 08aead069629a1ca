"""The readable text of a section, and what becomes a document."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.search.library import plain, section, topic_of
from viewer.core.level import Level
from viewer.core.search.documents import documents_of
from viewer.core.search.results import ResultKind
from viewer.core.search.texts import readable, texts_of


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- Keep **your** room *mild*.", "Keep your room mild."),
        ("12. Wash `hands`", "Wash hands"),
        ("> - quoted", "quoted"),
        (":   It gathers.", "It gathers."),
        ("| Warfarin | May hinder |", "Warfarin – May hinder"),
        ("|---|:--:|", ""),
        ("See [the *signs*](section:presentation) now", "See the signs now"),
        ("![A foot](images/foot.svg)", "A foot"),
        ('!!! note "Say "no" to it"  ', 'Say "no" to it'),
        ('!!! note "no end', '!!! note "no end'),
        ('!!! note "title" more', '!!! note "title" more'),
        ("a &#65; &#x42;", "a A B"),
        ('!!! danger "Call {{emergency_number}} now"', "Call {{emergency_number}} now"),
        ("    !!! note", ""),
        ("Write it: {{blank:my_limit_a day}}", "Write it: {{blank:my_limit_a day}}"),
        ("Text {: .wide #id }", "Text"),
        ("*[CKD]: chronic kidney disease", ""),
        ("[ref]: https://example.org", ""),
        ("a <b>bold</b> word &amp; 3 \\* 4", "a bold word & 3 * 4"),
        ("snake_case stays", "snake_case stays"),
        ("***", ""),
    ],
)
def test_a_line_of_markdown_as_its_reader_sees_it(line: str, words: str) -> None:
    assert readable(line) == words


def test_hostile_lines_take_no_longer_than_other_lines() -> None:
    lines = [f"!!! {begun}{tail}" for begun in _HOSTILE for tail in ("", '"x', '"x" y')]
    script = (
        "from viewer.core.search.texts import readable\n"
        "import sys\n"
        "for line in eval(sys.stdin.read()): readable(line)"
    )
    subprocess.run(
        [sys.executable, "-c", script], input=repr(lines), text=True, check=True, timeout=60
    )


_HOSTILE = (
    *(sign * 50_000 for sign in "a9_- \t![]()<>{}:*`\\&#|=+.~"),
    "a" * 5_000 + " " * 5_000,
    "[a](" * 10_000,
    "<a" * 20_000,
    "{:" * 20_000,
)


def test_a_reference_without_an_end_is_no_number() -> None:
    assert readable("a &#" + "9" * 5_000 + "; b") == "a ; b"


def test_what_stands_far_along_a_line_is_still_found() -> None:
    assert readable("word " * 10_000 + "last").endswith(" last")


BODY = """\
Clinical <!-- hidden
words --> text.

Setext
------

## In plain words {: .plain }

Plain text.

### Call {: #call .safety }

Call now.

#### How

Dial.

### Rest

Lie down.

## More

Clinical again.
"""


def test_levels_and_safety_text_as_on_the_page() -> None:
    texts = texts_of(BODY)
    clinical, own = texts[Level.CLINICAL].split("\n"), texts[Level.PLAIN].split("\n")
    assert clinical == [
        *("Clinical text.", "Setext", "More", "Clinical again."),
        *("Call", "Call now.", "How", "Dial."),
    ]
    assert own == ["Plain text.", "Call", "Call now.", "How", "Dial.", "Rest", "Lie down."]


def test_a_paragraph_is_one_text_however_its_lines_are_cut() -> None:
    body = 'Rest a\nlot {{x}}\nnow.\n\n- One\n  item.\n- Two.\n\n!!! note "Box"\n    In\n    it.\n'
    assert texts_of(body)[Level.CLINICAL].split("\n") == [
        "Rest a lot {{x}} now.",
        "One item.",
        "Two.",
        "Box",
        "In it.",
    ]
    table = "| a | b |\n|---|---|\n| c | d |\n\nA break  \nand on.\n\n# Over\ntext\n"
    lines = ["a – b", "c – d", "A break", "and on.", "Over", "text"]
    assert texts_of(table)[Level.CLINICAL].split("\n") == lines


def test_a_text_of_one_level_has_only_that() -> None:
    assert set(texts_of("Clinical only.")) == {Level.CLINICAL}
    assert set(texts_of("# Plain {: .plain }\n\nText.")) == {Level.PLAIN}
    assert texts_of("") == {}


@pytest.mark.parametrize("part", ["[", "<a ", "*_", "!!! ", "|", "{:", "](", "&", "\\", "{{"])
def test_hostile_markdown_takes_no_time(part: str) -> None:
    texts_of(part * 10_000)


def test_a_reader_gets_text_in_the_fallback_language_where_theirs_lacks_the_level(
    tmp_path: Path,
) -> None:
    body = "Clinical text.\n\n## P {: .plain }\n\nPlain text."
    topic = topic_of(
        tmp_path,
        "hands",
        {
            "en/warmth.md": section("Warmth", body, plain_title="How warm?"),
            "en/alone.md": section("Alone", "Only here."),
            "es/warmth.md": plain("Calor", "¿Qué tan cálido?", "Texto sencillo."),
        },
        en="Hands",
        es="Manos",
    )
    spanish = [d for d in documents_of(topic) if d.reader == "es"]
    assert [(d.section, d.level, d.shown_title, d.body, d.body_language) for d in spanish] == [
        ("alone", Level.CLINICAL, "Alone", "Only here.", "en"),
        ("warmth", Level.CLINICAL, "Calor", "Clinical text.", "en"),
        ("warmth", Level.PLAIN, "¿Qué tan cálido?", "Texto sencillo.", "es"),
    ]
    assert {d.topic_title for d in spanish} == {"Manos"}
    assert {(d.reader, d.everyone) for d in documents_of(topic)} == {("en", True), ("es", False)}


def test_a_result_has_the_title_of_the_page_in_that_titles_language(tmp_path: Path) -> None:
    body = "Clinical text.\n\n## P {: .plain }\n\nPlain text."
    files = {"en/warmth.md": section("Warmth", body, plain_title="How warm?")}
    files["es/warmth.md"] = "---\nplain_title: ¿Calor?\n---\n## P {: .plain }\n\nTexto.\n"
    topic = topic_of(tmp_path, "hands", files, en="Hands")
    spanish = {d.level: d for d in documents_of(topic) if d.reader == "es"}
    clinical, shown = spanish[Level.CLINICAL], topic.titled("warmth", "es", Level.CLINICAL)
    assert shown is not None
    assert (clinical.shown_title, clinical.language) == (shown.title, shown.language)
    assert (clinical.shown_title, clinical.language) == ("Warmth", "en")
    assert (spanish[Level.PLAIN].language, clinical.topic_language) == ("es", "en")


GLOSSARY = """\
sepsis:
  en: {term: sepsis, also: [blood poisoning], means: "A reaction to an infection."}
  es: {term: sepsis, also: [septicemia], means: "Una reacción."}
cold:
  en: {term: cold, means: "Not warm."}
"""


def test_terms_are_documents_and_lend_their_other_names_to_texts(tmp_path: Path) -> None:
    files = {"en/one.md": section("One", "Look for sepsis."), "glossary.yaml": GLOSSARY}
    files["es/one.md"] = section("Uno", "Nada.")
    documents = list(documents_of(topic_of(tmp_path, "hands", files)))
    pages = [d for d in documents if d.kind is ResultKind.SECTION]
    terms = [d for d in documents if d.kind is ResultKind.GLOSSARY]
    assert [(d.reader, d.glossary) for d in pages] == [
        ("en", ("sepsis", "blood poisoning")),
        ("es", ()),
    ]
    assert [(d.reader, d.anchor, d.title, d.keywords) for d in terms] == [
        ("en", "sepsis", "sepsis", ("blood poisoning",)),
        ("en", "cold", "cold", ()),
        ("es", "sepsis", "sepsis", ("septicemia",)),
        ("es", "cold", "cold", ()),
    ]


def test_a_topic_without_anything_is_found_itself(tmp_path: Path) -> None:
    topic = topic_of(tmp_path, "empty", {}, en="Empty shelf")
    assert [(d.kind, d.title) for d in documents_of(topic)] == [(ResultKind.TOPIC, "Empty shelf")]


@pytest.mark.slow
def test_what_a_topic_brings_to_search_has_bounds() -> None:
    script = """
from pathlib import Path
from viewer.core.model import GlossaryTerm, LocalText, Topic
from viewer.core.search.documents import MAX_LANGUAGES, MAX_TERMS, _Names, documents_of
terms = tuple(
    GlossaryTerm(id=f"t{n}", language="en", term=f"a b{n}", also=(), means="m")
    for n in range(2 * MAX_TERMS)
)
sections = {f"x{chr(97 + n // 26)}{chr(97 + n % 26)}": {} for n in range(90)}
topic = Topic(
    id="t", path=Path(), language="en", title=LocalText({}), glossary=terms, sections=sections
)
names = _Names(topic, "en")
assert names.of("x a b7 y", "en") == ("a b7",)
for n in range(100):
    assert not names.of("a " * 40_000 + str(n), "en")
small = Topic(id="t", path=Path(), language="en", title=LocalText({}), sections=sections)
assert len(list(documents_of(small))) == MAX_LANGUAGES
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
