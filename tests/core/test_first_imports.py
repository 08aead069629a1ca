"""What is not imported before the first paint: proved in fresh processes with a kept screen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.libraries.big_library import write_library
from tests.ui.packs import PackWriter, section
from viewer.core.search.building import Builder
from viewer.core.search.store import place_of

ROOT = Path(__file__).resolve().parents[2]
LATE = (
    *("tantivy", "rapidfuzz", "snowballstemmer", "babel", "yaml", "markdown", "filelock"),
    *("viewer.core.search", "viewer.reading", "viewer.ui.search_panel", "viewer.ui.large_finder"),
    *("viewer.ui.finder", "viewer.ui.indexing", "viewer.ui.page_tools", "multiprocessing"),
)
START = """
import sys
from viewer.app import main

def painted():
    print(sorted(n for n in sys.modules if any(n == l or n.startswith(l + ".") for l in LATE)))
    print(window[0].view.toPlainText()[:40].split("\\n")[0])

def end():
    from PySide6.QtCore import QTimer
    QTimer.singleShot(400, window[0].close)

window = []
def shown(found):
    window.append(found)
    found.view.first_painted.connect(painted)
    found.view.first_painted.connect(end)

main(sys.argv[1:], shown)
"""


@pytest.mark.parametrize("topics", [1, pytest.param(50, marks=pytest.mark.slow)])
def test_a_kept_screen_is_painted_before_anything_that_searches_is_loaded(
    their_environment: dict[str, str], tmp_path: Path, topics: int
) -> None:
    library = tmp_path / "library"
    if topics == 1:
        PackWriter(library).topic("gout", {"joints": section("Joints", "A text.")})
    else:
        write_library(library, topics)
        cache = Path(their_environment["XDG_CACHE_HOME"]) / "careleaf"
        Builder(place_of(cache, [library]), [library], 1, lambda *_: None).run(thoroughly=False)

    def start() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", f"LATE = {LATE!r}\n{START}", "--library", str(library)],
            cwd=ROOT,
            env=their_environment | {"QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    first = start()
    assert "viewer.reading" in first[0], "the way to look for modules finds them"
    kept = [*Path(their_environment["XDG_CACHE_HOME"]).rglob("first-screen.json")]
    assert len(kept) == 1
    assert os.stat(kept[0]).st_size
    start()  # where the first ended is known only to this one
    assert start() == ["[]", first[1]]


ALL = """
import sys
from viewer.app import main

def shown(found):
    def painted():
        print(*(m.__file__ for n, m in sys.modules.items() if n.startswith("viewer.")), sep="\\n")
        found.close()
    found.view.first_painted.connect(painted)

main(sys.argv[1:], shown)
"""


def test_nothing_before_the_first_paint_imports_the_namespace_of_all_enums(
    their_environment: dict[str, str],
) -> None:
    command = [sys.executable, "-c", ALL]
    environment = their_environment | {"QT_QPA_PLATFORM": "offscreen"}
    say = {"cwd": ROOT, "env": environment, "capture_output": True, "text": True}
    for _ in range(2):  # the third start shows a kept screen
        subprocess.run(command, check=True, timeout=60, **say)  # type: ignore[call-overload]
    done = subprocess.run(command, check=True, timeout=60, **say)  # type: ignore[call-overload]
    files = [Path(line) for line in done.stdout.splitlines()]
    assert any(file.name == "search_field.py" for file in files)
    found = [
        f"{file.name}: {line}"
        for file in files
        for line in file.read_text("utf-8").splitlines()
        if line.startswith("from PySide6") and re.search(r"\b(Qt|QPen|QBrush)\b", line)
    ]
    assert found == [], "33 ms of every start; see viewer.ui.qt_numbers"


OF_KIOSKS = (
    *("viewer.kiosk", "viewer.kiosk_care", "viewer.kiosk_log", "viewer.kiosk_parts"),
    *("viewer.kiosk_staff", "viewer.service", "viewer.speaking", "viewer.streams"),
    *(
        "viewer.ui.kiosk",
        "viewer.ui.speech",
        "viewer.ui.voice_process",
        "viewer.core.accepted",
        "viewer.core.attempts",
    ),
    *("viewer.core.keyboards", "viewer.core.pages.dialled", "viewer.core.pages.kiosk_pages"),
    *("viewer.core.pages.spoken", "viewer.core.pin", "viewer.core.pin_lock"),
    *("viewer.core.print_limits", "viewer.core.process", "viewer.core.sentences"),
    *("viewer.core.tile", "viewer.core.tiles", "viewer.core.voices", "PySide6.QtTextToSpeech"),
)
OF_LISTENING = (
    *("viewer.core.pages.heard", "viewer.ui.heard_page", "viewer.ui.laptop_speech"),
    *("viewer.ui.listening", "viewer.ui.listening_bar", "viewer.ui.spoken_places"),
)
SETTLED = """
import sys
from viewer.app import main

def shown(found):
    from PySide6.QtCore import QTimer

    def end():
        loaded = [n for n in sys.modules if any(n == k or n.startswith(k + ".") for k in LATER)]
        print(sorted(loaded), "viewer.reading" in sys.modules)
        found.close()
    found.view.first_painted.connect(lambda: QTimer.singleShot(400, end))

main(sys.argv[1:], shown)
"""


def test_nothing_of_a_kiosk_is_loaded_on_a_laptop_nor_what_reads_aloud_before_it_is_asked_for(
    their_environment: dict[str, str], tmp_path: Path
) -> None:
    settings = tmp_path / "clinic.yaml"
    settings.write_text("clinic_name: Riverside\nkiosk:\n  idle_seconds: 60\n", "utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"LATER = {OF_KIOSKS + OF_LISTENING!r}\n{SETTLED}",
            "--clinic",
            str(settings),
        ],
        cwd=ROOT,
        env=their_environment | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[] True"
    for module in (*OF_KIOSKS[:-1], *OF_LISTENING):
        path = ROOT / module.replace(".", "/")
        assert path.is_dir() or path.with_suffix(".py").is_file(), f"{module} has another name now"
