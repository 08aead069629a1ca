"""A handout of two pages against Qt's own untagged PDF of the same page, and a folder of them.

Run: python -m pytest tests/benchmarks/test_handout.py -q -s
Processes take turns, and what counts is the ratio of each pair. CARELEAF_HANDOUTS makes the
folder smaller; its topics have two languages each, and one size.
"""

from __future__ import annotations

import os
import random
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.libraries import health_words
from tests.libraries.big_library import write_library
from tests.ui.packs import PackWriter, section

HANDOUTS = int(os.environ.get("CARELEAF_HANDOUTS", "1000"))
RUNS = 15
TOPICS = 8
"""So few that the parsed text of all of them is kept."""
COLD_BOUND, WARM_BOUND = 0.5, 0.25
ROOT = Path(__file__).resolve().parents[2]
QT = Path(__file__).with_name("qt_pdf.py")
SHEET = ("--care", "--language", "en", "--paper", "letter")
CARE = ("temperature", "pressure", "hydration")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A home of our own; Python may keep its compiled files, as it does for a user."""
    home = tmp_path_factory.mktemp("home")
    found = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    found["QT_QPA_PLATFORM"] = "offscreen"
    return found | {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Topics whose care guidance fills two sheets of Letter."""
    writer = PackWriter(tmp_path_factory.mktemp("library"))
    rng = random.Random(5)
    for number in range(TOPICS):
        sections = {kind: care_text(kind, rng) for kind in CARE}
        plain = "Call {{emergency_number}} now if you:\n\n" + items(rng, 2)
        sections["help"] = section("Help", plain=plain, question="When do I call?")
        writer.topic(f"topic-{number}", sections, care=list(CARE), help="help")
    return writer.folder


def care_text(kind: str, rng: random.Random) -> str:
    """A section of some ten lines."""
    plain = (
        f"{sentence(rng)}\n\n### Do this {{: .do }}\n\n{items(rng, 2)}\n"
        f"### Do not {{: .dont }}\n\n{items(rng, 1)}\n"
        f"### Your plan for {kind} {{: #plan-{kind} .safety }}\n\n{sentence(rng)}"
    )
    return section(kind.title(), plain=plain, question=f"What about {kind}?", care=kind, icon=kind)


def items(rng: random.Random, count: int) -> str:
    return "".join(f"- {sentence(rng)}\n" for _ in range(count))


def sentence(rng: random.Random) -> str:
    words = {
        "sign": rng.choice([*health_words.SIGNS]),
        "sign2": rng.choice([*health_words.SIGNS]),
        "part": rng.choice([*health_words.PARTS]),
        "thing": rng.choice([*health_words.THINGS]),
        "helper": rng.choice([*health_words.HELPERS]),
        "medicine": "your medicine",
    }
    return rng.choice(health_words.PLAIN)[0].format_map(words)


@pytest.fixture(scope="module")
def maker(library: Path) -> object:
    """What makes handouts in this process."""
    import datetime

    from viewer.core.installation import find_installation
    from viewer.core.packs.clinic import Clinic
    from viewer.core.packs.library import Library
    from viewer.core.words import read_words
    from viewer.handout.making import HandoutMaker

    installation = find_installation()
    words_of = cache(lambda language: read_words(installation.words, language))
    today = datetime.date.today
    return HandoutMaker(Library([library]), Clinic(), words_of, installation, today)


def order(number: int) -> object:
    from viewer.handout.order import Order, Paper

    return Order(topic=f"topic-{number}", care=True, language="en", paper=Paper.LETTER)


def as_html(handout: object) -> str:
    """The same handout for Qt: titles, headings, lists, boxes and icons, as on our screen."""
    from viewer.core.blocks import Callout, CalloutKind, Heading
    from viewer.core.installation import find_installation
    from viewer.handout.model import PartKind
    from viewer.ui.inline_html import InlineWriter
    from viewer.ui.metrics import Metrics
    from viewer.ui.page_html import PageWriter
    from viewer.ui.theme import read_theme

    theme, metrics = read_theme(find_installation().themes, "light"), Metrics(100, 96, 672)
    writer = PageWriter(theme, metrics, InlineWriter(theme, metrics, lambda _: None, ""))
    blocks = []
    for part in handout.parts:
        tag = part.language
        if part.title:
            blocks.append(Heading(language=tag, level=2, id="", children=part.title))
        if part.kind is PartKind.HELP:
            kind = CalloutKind.DANGER
            blocks.append(Callout(language=tag, kind=kind, title=part.title, blocks=part.blocks))
        else:
            blocks.extend(part.blocks)
    html = writer.page(handout.title, tuple(blocks), (), handout.language)
    return html.replace("<h6", "<p").replace("</h6", "</p")  # Qt makes an h6 small


@pytest.fixture(scope="module")
def pages(maker: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each topic's handout as HTML."""
    folder = tmp_path_factory.mktemp("qt")
    for number in range(TOPICS):
        (handout,) = maker.handouts(order(number))
        (folder / f"{number}.html").write_text(as_html(handout), "utf-8")
    return folder


def sheets(pdf: bytes) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(arguments, env=environment, check=True, timeout=60, capture_output=True)
    return time.perf_counter() - begin


def test_from_cold(environment: dict[str, str], library: Path, pages: Path, tmp_path: Path) -> None:
    """Whole processes: Python's start, reading, parsing, typesetting, writing."""
    one = tmp_path / "one"
    one.mkdir()
    (one / "0.html").write_bytes((pages / "0.html").read_bytes())
    ours = [sys.executable, str(ROOT / "main.py"), "handout", "topic-0", *SHEET]
    ours += ["--library", str(library), "-o", str(tmp_path / "a.pdf")]
    theirs = [sys.executable, str(QT), str(one)]
    python = [sys.executable, "-c", "pass"]
    for command in (ours, theirs):
        seconds(command, environment)  # the files are in the system's memory from now on
    assert sheets((tmp_path / "a.pdf").read_bytes()) == 2
    kinds = (ours, theirs, python)
    taken = [[seconds(command, environment) for command in kinds] for _ in range(RUNS)]
    mine, qt, bare = (statistics.median(times) * 1000 for times in zip(*taken, strict=True))
    ratio = statistics.median(a / b for a, b, _ in taken)
    print(
        f"\ncold: {mine:.0f} ms against Qt's {qt:.0f} (Python alone {bare:.0f}): {ratio:.2f} "
        f"(bound {COLD_BOUND})"
    )
    assert ratio < COLD_BOUND


def test_warm(environment: dict[str, str], maker: object, pages: Path) -> None:
    """Other topics' handouts, once the program is at work; their texts have been parsed."""
    command = [sys.executable, str(QT), str(pages), "warm"]
    ours: list[float] = []
    qt: list[float] = []
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=environment, stdin=pipe, stdout=pipe, text=True) as process:
        for number in range(TOPICS):
            print(file=process.stdin, flush=True)
            qt.append(float(process.stdout.readline()))
            begin = time.perf_counter()
            pdf = maker.pdf(order(number))
            ours.append((time.perf_counter() - begin) * 1000)
            assert sheets(pdf) == 2
    del ours[0], qt[0]  # they were cold
    ratio = statistics.median(a / b for a, b in zip(ours, qt, strict=True))
    print(
        f"\nwarm: {statistics.median(ours):.1f} ms against Qt's {statistics.median(qt):.1f}: "
        f"{ratio:.2f} (bound {WARM_BOUND})"
    )
    assert ratio < WARM_BOUND


def memory_of(group: int) -> float:
    """MiB of all processes of a group; what they share counts once."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(status.read_text().rpartition(")")[2].split()[2]) == group:
                text = (status.parent / "smaps_rollup").read_text()
                total += int(re.search(r"^Pss: +([0-9]+)", text, re.MULTILINE)[1])
        except (OSError, TypeError):  # it has just ended
            continue
    return total / 1024


def watched(command: list[str], environment: dict[str, str]) -> tuple[float, float, str]:
    """Seconds, peak MiB with all its processes, and the last line on standard error."""
    peak = 0.0
    begin = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, text=True, start_new_session=True
    )

    def watch(ended: Callable[[], bool]) -> None:
        nonlocal peak
        while not ended():
            peak = max(peak, memory_of(process.pid))
            time.sleep(0.1)

    watcher = threading.Thread(target=watch, args=(lambda: process.returncode is not None,))
    watcher.start()
    _, said = process.communicate(timeout=1800)
    watcher.join()
    assert process.returncode == 0, said
    return time.perf_counter() - begin, peak, said.splitlines()[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_folder_of_handouts(environment: dict[str, str], tmp_path: Path) -> None:
    """Handouts a second, and memory: of a tenth of them, too, to see whether it grows."""
    write_library(tmp_path / "many", HANDOUTS // 2)
    write_library(tmp_path / "few", HANDOUTS // 20)
    program = [
        sys.executable,
        str(ROOT / "main.py"),
        "handout",
        "--all",
        "--print-size",
        "standard",
    ]
    peaks = {}
    for name in ("few", "many"):
        command = [*program, "--out-dir", str(tmp_path / f"{name}-out")]
        taken, peaks[name], said = watched(
            [*command, "--library", str(tmp_path / name)], environment
        )
        count = len(list((tmp_path / f"{name}-out").glob("*.pdf")))
        print(f"\n{count} handouts: {count / taken:.1f} a second, {peaks[name]:.0f} MiB ({said})")
    again = watched(
        [*program, "--out-dir", str(tmp_path / "many-out"), "--library", str(tmp_path / "many")],
        environment,
    )
    print(f"again, nothing changed: {again[0]:.1f} s ({again[2]})")
    assert count == HANDOUTS // 2 * 2
    assert peaks["many"] < 1.5 * peaks["few"]
