"""Faults of a topic's folder, of topic.yaml, of the glossary and of front matter."""

from __future__ import annotations

from tests.core.checks.faults import Fault, in_topic
from tests.core.library import TOPIC, WARMTH, WASHING

_GLOSSARY = "cold:\n  en: {term: cold, means: Not warm.}\n"


def _front(*lines: str) -> str:
    """A section whose front matter is these lines, the first of them on line 2 of the file."""
    return "\n".join(["---", *lines, "---", "Text.", ""])


def _in_front(name: str, rule: str, line: int, *lines: str) -> Fault:
    found = ((rule, "hands/en/warmth.md", line),)
    return Fault(name, {"en/warmth.md": _front(*lines)}, found)


def _in_glossary(name: str, text: str, rule: str, line: int) -> Fault:
    return Fault(name, {"glossary.yaml": text}, ((rule, "hands/glossary.yaml", line),))


def _topic(old: str, new: str) -> str:
    assert TOPIC.count(old) == 1
    return TOPIC.replace(old, new)


TOPIC_FAULTS = [
    in_topic("bad YAML", TOPIC + "codes: {a: [b\n", "yaml-syntax", 11),
    in_topic("only comments", "# to be written\n", "empty-file", 1),
    in_topic("a list in the place of the keys", "- format: 1\n", "wrong-type", 1),
    in_topic("an unknown key", TOPIC + "colour: red\n", "unknown-key", 11),
    in_topic("a doubled key", TOPIC + "format: 1\n", "doubled-key", 11),
    in_topic("no title", _topic("title: {en: Hand care}\n", ""), "missing-key", 1),
    in_topic("no format", _topic("format: 1\n", ""), "missing-key", 1),
    in_topic("another format", _topic("format: 1", "format: 2"), "bad-value", 1),
    in_topic("a title without its language", _topic("{en: Hand care}", "Hands"), "wrong-type", 3),
    in_topic("a title in no language", _topic("{en: Hand", "{english: Hand"), "language-tag", 3),
    in_topic("a list as a title", _topic("{en: Hand care}", "{en: [a]}"), "wrong-type", 3),
    in_topic("an empty title", _topic("{en: Hand care}", '{en: ""}'), "wrong-type", 3),
    in_topic("a language of no folder", _topic("language: en", "language: fr"), "no-language", 2),
    in_topic("no language", _topic("language: en", "language: English"), "language-tag", 2),
    in_topic("a word as a group", _topic("groups:", "groups:\n  - about"), "wrong-type", 5),
    in_topic("no group id", _topic("id: care\n", "{}\n"), "yaml-syntax", 6),
    in_topic("a group with a bad id", _topic("id: care", "id: Care!"), "bad-value", 5),
    in_topic(
        "a group with an unknown key", _topic("id: care", "x: 1\n    id: care"), "unknown-key", 5
    ),
    in_topic(
        "a group without sections",
        _topic("groups:", "groups:\n  - {id: x, title: {en: X}, sections: []}"),
        "missing-key",
        5,
    ),
    in_topic(
        "a section listed twice", _topic("[warmth,", "[warmth, warmth,"), "repeated-section", 5
    ),
    in_topic(
        "a group naming no file", _topic("[warmth,", "[warmth, ice,"), "group-without-file", 5
    ),
    in_topic("care of no section", _topic("[hygiene]", "[hygiene, x]"), "care-without-section", 8),
    in_topic("help without a file", TOPIC + "help: nowhere\n", "help-without-file", 11),
    in_topic("a word as a list", _topic("care: [hygiene]", "care: hygiene"), "wrong-type", 8),
    in_topic("codes without a list", TOPIC + "codes: {icd10cm: E83}\n", "wrong-type", 11),
    in_topic("a list in the codes", TOPIC + "codes:\n  x: [[a]]\n", "wrong-type", 12),
    in_topic("a source twice", TOPIC + "  - {id: book, title: B}\n", "doubled-key", 11),
    in_topic("a source without a title", TOPIC + "  - {id: b}\n", "missing-key", 11),
    in_topic("a reserved source", TOPIC + "  - {id: unsourced, title: B}\n", "bad-value", 11),
    in_topic("a source's address", TOPIC + "  - {id: b, title: B, url: x}\n", "bad-value", 11),
    in_topic("a translation's state", TOPIC + "translations: {es: done}\n", "bad-value", 11),
    in_topic("a translation's tag", TOPIC + "translations: {x: draft}\n", "language-tag", 11),
    in_topic(
        "a review without a text",
        TOPIC + "reviews:\n  en: {by: A, at: 2026-01-02}\n",
        "missing-key",
        12,
    ),
    in_topic(
        "a review on no day",
        TOPIC + "reviews:\n  en: {by: A, at: soon, text: x}\n",
        "bad-value",
        12,
    ),
    in_topic("a review in no language", TOPIC + "reviews:\n  e: {by: A}\n", "language-tag", 12),
    in_topic(
        "an old review",
        TOPIC + "reviews:\n  en: {by: A, at: 2026-01-02, text: x}\n",
        "stale-review",
        12,
    ),
    in_topic(
        "a review that is still to come",
        TOPIC + "reviews:\n  en: {by: A, at: 2027-01-02, text: x}\n",
        "bad-value",
        12,
    ),
    in_topic("scores without names", TOPIC + "scores: {en: 92}\n", "wrong-type", 11),
    in_topic("an alias", TOPIC + "help: &a warmth\n", "yaml-alias", 11),
    in_topic(
        "YAML too deep", TOPIC + "codes:\n  " + "[" * 12 + "]" * 12 + "\n", "yaml-too-deep", 12
    ),
    in_topic(
        "an escaped turn of text",
        _topic("{en: Hand", '{en: "\\u202e"}'[:-2] + 'H"} #'),
        "control-character",
        3,
    ),
    in_topic(
        "an unknown value in the title",
        _topic("Hand care", '"Call {{nobody}}"'),
        "unknown-placeholder",
        3,
    ),
    in_topic(
        "an unknown value in a group",
        _topic("{en: Care}", '{en: "{{who}}"}'),
        "unknown-placeholder",
        5,
    ),
]

FRONT_MATTER_FAULTS = [
    _in_front("bad YAML", "yaml-syntax", 2, 'title: "Warmth', "sources: [book]"),
    _in_front("a list in the place of the keys", "wrong-type", 2, "- title"),
    _in_front("an unknown key", "unknown-key", 4, "title: A", "sources: [book]", "colour: red"),
    _in_front("a doubled key", "doubled-key", 4, "title: A", "sources: [book]", "title: B"),
    _in_front("no title", "missing-key", 2, "sources: [book]"),
    _in_front("no sources", "missing-key", 2, "title: A"),
    _in_front("an empty list of sources", "missing-key", 3, "title: A", "sources: []"),
    _in_front("an unknown source", "unknown-source", 3, "title: A", "sources: [book, web]"),
    _in_front("a list as a title", "wrong-type", 2, "title: [A]", "sources: [book]"),
    _in_front("a word as keywords", "wrong-type", 4, "title: A", "sources: [book]", "keywords: a"),
    _in_front("an unknown icon", "unknown-icon", 4, "title: A", "sources: [book]", "icon: yeti"),
    _in_front("a bad icon", "bad-value", 4, "title: A", "sources: [book]", "icon: ../x"),
    Fault(
        "care of no list",
        {"en/washing.md": WASHING.replace("hygiene", "ice")},
        (
            ("unlisted-care", "hands/en/washing.md", 4),
            ("care-without-section", "hands/topic.yaml", 8),
        ),
    ),
    Fault(
        "care without plain text",
        {"es/washing.md": WASHING.replace("{: .plain }", "")},
        (("no-plain-text", "hands/es/washing.md", 1),),
    ),
    Fault(
        "a section that its own language lacks",
        {"es/extra.md": WARMTH},
        (("no-original", "hands/es/extra.md", 1),),
    ),
    Fault(
        "a first line in one language",
        {"topic.yaml": TOPIC + "most_important: {en: Keep warm.}\n", "es/warmth.md": WARMTH},
        (("untranslated-line", "hands/topic.yaml", 11),),
    ),
    _in_front("a bomb", "yaml-alias", 2, "title: &a [x]", "sources: [*a, *a]"),
    _in_front("an unknown value", "unknown-placeholder", 2, 'title: "{{x}}"', "sources: [book]"),
    Fault(
        "no front matter",
        {"en/warmth.md": "Text.\n"},
        (("no-front-matter", "hands/en/warmth.md", 1),),
    ),
    Fault(
        "front matter without an end",
        {"en/warmth.md": "---\ntitle: Warmth\n\nText.\n"},
        (("no-front-matter", "hands/en/warmth.md", 1),),
    ),
    Fault(
        "empty front matter",
        {"en/warmth.md": "---\n---\nText.\n"},
        (("missing-key", "hands/en/warmth.md", 1), ("missing-key", "hands/en/warmth.md", 1)),
    ),
    Fault(
        "plain text without its question",
        {"en/warmth.md": WARMTH.replace("plain_title: How warm?\n", "")},
        (("no-plain-title", "hands/en/warmth.md", 2),),
    ),
    Fault(
        "no text",
        {"en/warmth.md": "---\ntitle: Warmth\nsources: [book]\n---\n\n"},
        (("no-text", "hands/en/warmth.md", 6),),
    ),
]

GLOSSARY_FAULTS = [
    _in_glossary("bad YAML", _GLOSSARY + "x: [\n", "yaml-syntax", 3),
    _in_glossary("a list", "- cold\n", "wrong-type", 1),
    _in_glossary("a doubled term", _GLOSSARY + _GLOSSARY, "doubled-key", 3),
    _in_glossary("a bad id", _GLOSSARY + "Very Cold: {}\n", "bad-value", 3),
    _in_glossary("no languages", _GLOSSARY + "warm: hot\n", "wrong-type", 3),
    _in_glossary("no language", _GLOSSARY + "warm:\n  english: {}\n", "language-tag", 4),
    _in_glossary("no meaning", _GLOSSARY + "warm:\n  en: {term: warm}\n", "missing-key", 4),
    _in_glossary(
        "an unknown key", "cold:\n  en:\n    term: a\n    means: b\n    x: c\n", "unknown-key", 5
    ),
]

FOLDER_FAULTS = [
    Fault(
        "a section in no group",
        {"en/ice.md": _front("title: Ice", "sources: [book]")},
        (("ungrouped-section", "hands/en/ice.md", 1),),
    ),
    Fault(
        "a section with a bad name",
        {"en/Big Ice.md": _front("title: Ice", "sources: [book]")},
        (("section-id", "hands/en/Big Ice.md", 1), ("ungrouped-section", "hands/en/Big Ice.md", 1)),
    ),
    Fault("a stray file", {"en/ice.txt": "x"}, (("stray-file", "hands/en/ice.txt", 1),)),
    Fault("a folder of no language", {"drafts/a.md": "x"}, (("language-tag", "hands/drafts", 1),)),
    Fault("an empty section", {"en/warmth.md": ""}, (("empty-file", "hands/en/warmth.md", 1),)),
    Fault(
        "a section of 20 MB",
        {"en/warmth.md": b"a b\n" * 5_000_000},
        (("too-large", "hands/en/warmth.md", 1),),
    ),
    Fault(
        "a section that is not UTF-8",
        {"en/warmth.md": WARMTH.encode() + b"caf\xe9\n"},
        (("encoding", "hands/en/warmth.md", 11),),
    ),
    Fault(
        "a control character",
        {"en/warmth.md": WARMTH.replace("Keep", "Ke\x07ep")},
        (("control-character", "hands/en/warmth.md", 10),),
    ),
    Fault(
        "text turned round",
        {"en/warmth.md": WARMTH.replace("Keep", "\u202eKeep")},
        (("control-character", "hands/en/warmth.md", 10),),
    ),
    Fault("an empty topic.yaml", {"topic.yaml": "\n"}, (("empty-file", "hands/topic.yaml", 1),)),
    Fault("an empty glossary", {"glossary.yaml": ""}, (("empty-file", "hands/glossary.yaml", 1),)),
    Fault(
        "safety text that is not translated",
        {
            "en/warmth.md": WARMTH + "\n### No ice {: #no-ice .safety }\n\nNever.\n",
            "es/warmth.md": WARMTH,
        },
        (("safety-missing", "hands/es/warmth.md", 1),),
        (
            ("untranslated", "hands/topic.yaml", 1),
            ("draft-translation", "hands/topic.yaml", 1),
            ("no-review", "hands/topic.yaml", 1),
        ),
    ),
    Fault(
        "a translation's own faults",
        {"es/washing.md": WASHING.replace("hygiene", "ice").replace("[book]", "[web]")},
        (("unlisted-care", "hands/es/washing.md", 4), ("unknown-source", "hands/es/washing.md", 5)),
    ),
    Fault(
        "headings of a source without text",
        {"topic.yaml": TOPIC + "  - id: web\n    title: W\n    empty: [Anatomy]\n"},
        (),
        (("empty-source-heading", "hands/topic.yaml", 11),),
    ),
]
