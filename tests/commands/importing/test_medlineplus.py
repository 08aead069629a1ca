"""MedlinePlus health topics as a library: what comes over, what is held back, what is refused."""

from __future__ import annotations

import datetime
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.commands.importing.conftest import RunImport, errors, findings, snapshot
from tests.commands.importing.feeds import HEAD, feed, mapped, topic
from viewer.core import files
from viewer.core.blocks import Heading, Linked, ListBlock, Styled
from viewer.core.importing import placing
from viewer.core.importing.pack_files import Pack
from viewer.core.level import Level
from viewer.core.model import Topic
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import parse_section
from viewer.core.tree import plain_text, runs, walk, walk_inlines

FILE = Path(__file__).parent / "topics.xml"
TAKEN = ("solo-en-espanol", "sun-and-skin", "sunburn", "sunburn-107", "up-and-away")


@pytest.fixture
def library(run_import: RunImport, tmp_path: Path) -> Path:
    done = run_import("medlineplus", FILE, "--out", tmp_path / "library")
    assert done.status == 1  # of "Water", see below
    return tmp_path / "library"


class _Words(HTMLParser):
    """The words of an HTML text, found by another parser than ours."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.hidden = tag == "script"
        self.parts.append("" if tag in ("a", "strong") else " ")

    def handle_endtag(self, tag: str) -> None:
        self.hidden = False
        self.parts.append("" if tag in ("a", "strong") else " ")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.hidden else data)


def read(library: Path, name: str) -> Topic:
    return Library([library]).topic(name)


def words_of(found: Topic, language: str, section: str = "summary") -> list[str]:
    blocks = parse_section(found.sections[language][section]).blocks
    assert blocks is not None
    return [word for b in walk(blocks) for run in runs(b) for word in plain_text(run).split()]


def links_of(found: Topic, language: str, section: str = "summary") -> list[str]:
    blocks = parse_section(found.sections[language][section]).blocks or ()
    inlines = (i for b in walk(blocks) for run in runs(b) for i in walk_inlines(run))
    return [inline.link.href for inline in inlines if isinstance(inline, Linked)]


def records() -> Iterator[tuple[str, list[str]]]:
    for element in ElementTree.parse(FILE).getroot():
        html = element.findtext("full-summary", "")
        yield element.get("title", ""), "".join(_Words(html).parts).split()


def test_every_pack_opens_and_has_no_error(library: Path) -> None:
    assert Library([library]).topic_ids == TAKEN
    assert errors(library) == []
    assert {str(p.rule) for p in findings(library)} == {
        "no-review",
        "draft-translation",
        "figures-differ",  # of the test's own translation
    }


def test_both_languages_are_one_topic(library: Path) -> None:
    sunburn = read(library, "sunburn")
    assert sunburn.languages == ("en", "es")
    assert dict(sunburn.title.by_language) == {"en": "Sunburn", "es": "Quemadura de sol"}
    assert read(library, "solo-en-espanol").languages == ("es",)
    assert read(library, "sun-and-skin").languages == ("en", "es")


def test_no_word_is_lost_or_added(library: Path) -> None:
    said = {
        section.title: words_of(found, language)
        for found in Library([library]).topics()
        for language, sections in found.sections.items()
        for name, section in sections.items()
        if name == "summary" and found.id != "sunburn-107"
    }
    wanted = dict(records()) | {"Sunburn": next(w for t, w in records() if t == "Sunburn")}
    del wanted["Water"]
    assert said == wanted


def test_the_text_keeps_its_shape(library: Path) -> None:
    blocks = parse_section(read(library, "sunburn").sections["en"]["summary"]).blocks or ()
    assert [(b.level, plain_text(b.children)) for b in blocks if isinstance(b, Heading)] == [
        (2, "What is a sunburn?"),
        (2, "What helps?"),
    ]
    outer, inner = (b for b in walk(blocks) if isinstance(b, ListBlock))
    assert (len(outer.items), len(inner.items)) == (2, 2)
    strong = [i for b in blocks for r in runs(b) for i in walk_inlines(r) if isinstance(i, Styled)]
    assert [plain_text(s.children) for s in strong] == ["red"]


def test_nothing_claims_to_be_plain_or_reviewed(library: Path) -> None:
    for found in Library([library]).topics():
        assert not found.reviews
        assert {s.levels for all_ in found.sections.values() for s in all_.values()} == {
            frozenset({Level.CLINICAL})
        }


def test_where_it_comes_from(library: Path) -> None:
    sunburn = read(library, "sunburn")
    assert sunburn.date == datetime.date(2024, 8, 10)  # not that of 2003
    assert dict(sunburn.codes) == {"mesh": ("D013471",)}  # not that of skin, which is wider
    source = sunburn.sources["medlineplus"]
    assert source.url == "https://medlineplus.gov/sunburn.html"
    assert "National Library of Medicine" in source.publisher
    assert sunburn.sections["es"]["summary"].sources == ("medlineplus-es",)
    english = sunburn.sections["en"]["summary"]
    assert english.keywords == ("Red skin from sun", "Solar burn: [mild]", "Burn, sun")
    notes = (library / "sunburn/NOTES.md").read_text("utf-8")
    for fact in ("101", "2003-01-07", "Skin, Hair and Nails", "Skin / injuries"):
        assert fact in notes


def test_links_lead_to_topics_that_are_there(library: Path) -> None:
    sunburn = read(library, "sunburn")
    assert links_of(sunburn, "en") == ["section:sun-and-skin/summary"]
    assert links_of(sunburn, "en", "related") == [
        "section:sun-and-skin/summary",
        "https://medlineplus.gov/elsewhere.html",
    ]
    assert links_of(sunburn, "es", "related") == ["section:sun-and-skin/summary"]
    assert links_of(read(library, "sun-and-skin"), "en") == []  # javascript: is none
    assert "javascript:alert(1)" in (library / "sun-and-skin/NOTES.md").read_text("utf-8")


def test_dangerous_advice_is_held_back(run_import: RunImport, tmp_path: Path) -> None:
    held = tmp_path / "held"
    done = run_import("medlineplus", FILE, "--out", tmp_path / "library", "--held", held)
    assert re.search(r'topics\.xml:\d+: "Water" \(water\) was held back.*drink plenty', done.out)
    assert not (tmp_path / "library/water").exists()
    assert [p.rule for p in errors(held)] == ["danger-words"]


def test_again_changes_nothing(run_import: RunImport, library: Path) -> None:
    before = snapshot(library)
    done = run_import("medlineplus", FILE, "--out", library, "--replace")
    assert "5 the same as before" in done.out
    assert snapshot(library) == before


def test_what_somebody_has_changed_is_never_replaced(run_import: RunImport, library: Path) -> None:
    ours = library / "sunburn/en/summary.md"
    ours.write_text(ours.read_text("utf-8") + "\nOurs.\n", "utf-8")
    (library / "up-and-away/.imported").unlink()
    newer = library.parent / "newer.xml"
    newer.write_text(FILE.read_text("utf-8"), "utf-8")
    text = newer.read_text("utf-8").replace("solo en español.", "solo en mi idioma.")
    newer.write_text(text, "utf-8")
    before = snapshot(library)
    run_import("medlineplus", newer, "--out", library)
    assert snapshot(library) == before  # not without being asked
    done = run_import("medlineplus", newer, "--out", library, "--replace")
    assert "1 replaced" in done.out
    assert "changed" in done.out
    after = snapshot(library)
    assert {name for name in after if after[name] != before[name]} == {
        "solo-en-espanol/es/summary.md",
        "solo-en-espanol/.imported",
    }
    assert errors(library) == []


LAUGHS = (
    HEAD + '<!DOCTYPE health-topics [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n',
    HEAD + '<!DOCTYPE health-topics [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n',
    HEAD + '<!DOCTYPE health-topics [<!ENTITY % a SYSTEM "http://127.0.0.1:9/x.dtd"> %a;]>\n',
)


@pytest.mark.parametrize("head", LAUGHS, ids=["laughs", "file", "address"])
def test_declarations_are_refused(head: str, run_import: RunImport, tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(feed(topic(1).replace("Words.", "&a;"), head=head))
    done = run_import("medlineplus", path, "--out", tmp_path / "library")
    assert done.status == 1
    assert "feed.xml:2: The file declares" in done.out
    assert Library([tmp_path / "library"]).topic_ids == ()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "The XML breaks"),
        (b"\x00\x01", "The XML breaks"),
        (b"<rss/>", 'begins with "rss"'),
        (feed(topic(1)).encode("utf-16"), "encoding"),
        (b'<?xml version="1.0" encoding="klingon"?><health-topics/>', "encoding"),
        (b"<health-topics>" + b"<a>" * 50, "deeper"),
        (b'<health-topics total="' + b"9" * 3_000_000, "far longer"),
    ],
    ids=["empty", "binary", "rss", "utf-16", "klingon", "deep", "endless"],
)
def test_what_is_no_such_file_is_refused(
    data: bytes, said: str, run_import: RunImport, tmp_path: Path
) -> None:
    (tmp_path / "feed.xml").write_bytes(data)
    done = run_import("medlineplus", tmp_path / "feed.xml", "--out", tmp_path / "library")
    assert done.status == 1
    assert said in done.out
    assert len(done.out) < 2_000


@pytest.mark.parametrize("cut", ["</full-summary>", "</health-topic>", "<health-topic "])
def test_a_file_that_breaks_off_gives_what_was_before(
    cut: str, run_import: RunImport, tmp_path: Path
) -> None:
    text = feed(*(topic(number) for number in range(1, 6)))
    place = [m.start() for m in re.finditer(re.escape(cut), text)][2 if cut[1] == "/" else 3]
    (tmp_path / "feed.xml").write_text(text[: place - 1 if cut[1] == "/" else place + 5])
    done = run_import("medlineplus", tmp_path / "feed.xml", "--out", tmp_path / "library")
    assert done.status == 1
    library = Library([tmp_path / "library"])
    whole = 3 if cut == "<health-topic " else 2
    assert f"The {whole} topics before this line are imported" in done.out
    assert library.topic_ids == tuple(f"topic-{n}" for n in range(1, whole + 1))
    assert errors(tmp_path / "library") == []


def test_hostile_topics_are_told_and_the_others_taken(
    run_import: RunImport, tmp_path: Path
) -> None:
    text = feed(
        topic(1).replace('id="1"', 'id="../../x"'),
        topic(2, title="/etc/passwd"),
        topic(3, title="..\\..\\con"),
        topic(4, title="CON"),
        topic(5, title="健康"),
        topic(6, title="T" * 400),
        topic(7, language="Klingon"),
        topic(2, title="Twice"),
        topic(8, title="{{emergency_number}}{{x}}"),
        topic(9, "<p>" + "x" * 250_000 + "</p>"),
        topic(10, ""),
        topic(11).replace("Words", "&nbsp;"),
        topic(12, "<p>{: .plain } {.safety} <b>&#x202e;turned</b></p>"),
        topic(13).replace("https://", "javascript:"),
        head=HEAD + '<!DOCTYPE health-topics SYSTEM "https://127.0.0.1:9/no.dtd">\n',
        total=99,
    )
    (tmp_path / "feed.xml").write_text(text, "utf-8")
    done = run_import("medlineplus", tmp_path / "feed.xml", "--out", tmp_path / "lib")
    assert done.status == 1
    assert sorted(p.name for p in tmp_path.iterdir()) == ["feed.xml", "lib"]
    assert sorted(p.name for p in (tmp_path / "lib").iterdir()) == [
        "con-topic",
        "con-topic-4",
        "etc-passwd",
        "medlineplus-5",
        "topic-13",
    ]
    assert errors(tmp_path / "lib") == []
    for said in ("no number", "300 characters", "neither English", "250007", "undefined entity"):
        assert said in done.out, said
    assert "The file says that it has 99 topics, but 14 stand in it" in done.out


def test_an_unescaped_summary_keeps_its_words(run_import: RunImport, tmp_path: Path) -> None:
    text = feed(topic(1).replace("&lt;", "<").replace("&gt;", ">"))
    (tmp_path / "feed.xml").write_text(text)
    assert run_import("medlineplus", tmp_path / "feed.xml", "--out", tmp_path / "l").status == 0
    assert words_of(read(tmp_path / "l", "topic-1"), "en") == ["Words."]


def test_each_spanish_topic_is_in_one_pack(run_import: RunImport, tmp_path: Path) -> None:
    text = feed(
        topic(1, inner=mapped(3, "Spanish")),
        topic(2, inner=mapped(3, "Spanish")),
        topic(3, language="Spanish", title="Tres", inner=mapped(1, "English")),
        topic(4, inner=mapped(1, "English")),
    )
    (tmp_path / "feed.xml").write_text(text)
    run_import("medlineplus", tmp_path / "feed.xml", "--out", tmp_path / "l")
    found = {t.id: t.languages for t in Library([tmp_path / "l"]).topics()}
    assert found == {"topic-1": ("en", "es"), "topic-2": ("en",), "topic-4": ("en",)}


def test_a_full_disk_leaves_whole_topics(
    run_import: RunImport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = files.write_whole
    count = 0

    def failing(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count == 8:
            raise OSError(28, "No space left on device")
        written(path, data)

    monkeypatch.setattr(placing, "write_whole", failing)
    done = run_import("medlineplus", FILE, "--out", tmp_path / "library")
    assert done.status == 1
    assert "No space left" in done.err
    (only,) = (tmp_path / "library").iterdir()
    assert only.name == "sunburn"


def test_ctrl_c_leaves_whole_topics(
    run_import: RunImport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = files.write_whole

    def stopped(path: Path, data: bytes) -> None:
        if "Up" in data.decode():
            raise KeyboardInterrupt
        written(path, data)

    monkeypatch.setattr(placing, "write_whole", stopped)
    done = run_import("medlineplus", FILE, "--out", tmp_path / "library")
    assert done.status == 130
    assert "Stopped. 2 topics were written" in done.err
    assert len(list((tmp_path / "library").iterdir())) == 2
    monkeypatch.undo()
    run_import("medlineplus", FILE, "--out", tmp_path / "library")
    assert Library([tmp_path / "library"]).topic_ids == TAKEN


def test_a_kill_between_two_names_is_mended(tmp_path: Path) -> None:
    pack = Pack("a", {"topic.yaml": b"format: 1\n"})
    placing.place(pack, tmp_path, replace=False)
    before = snapshot(tmp_path)
    (tmp_path / "a").rename(tmp_path / ".careleaf-old-a")
    placing.tidy(tmp_path)
    assert snapshot(tmp_path) == before


def test_a_file_that_is_not_there(run_import: RunImport, tmp_path: Path) -> None:
    done = run_import("medlineplus", tmp_path / "no.xml", "--out", tmp_path / "library")
    assert done.status == 1
    assert "no.xml cannot be read" in done.err


@pytest.mark.parametrize("held", ["library", "library/held", "other/../library"])
def test_what_is_held_back_is_never_in_the_library(
    held: str, run_import: RunImport, tmp_path: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        run_import("medlineplus", FILE, "--out", tmp_path / "library", "--held", tmp_path / held)
    assert ended.value.code == 2
    assert list(tmp_path.iterdir()) == []


def test_whoever_has_seen_enough_does_not_end_it(tmp_path: Path) -> None:
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [sys.executable, root / "main.py", "import", "medlineplus", FILE, "--out", tmp_path / "l"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
    assert Library([tmp_path / "l"]).topic_ids == TAKEN
