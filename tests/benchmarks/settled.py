"""A window on a library until its index is up to date: memory, and the widest gap between frames.

    settled.py LIBRARY        prints JSON: gaps of a timer of 5 ms, and the process's memory
    settled.py LIBRARY cold   waits for the first index

The gap is counted from the first paint on, through all that is made after it: the library's list,
the catalogue, the index's process, the search engine.
"""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(__file__).rsplit("/", 3)[0])


def main() -> None:  # noqa: PLR0915 (one story, told in its order)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from viewer.application import make_application
    from viewer.core.installation import find_installation
    from viewer.folders import find_folders
    from viewer.laptop import build_window
    from viewer.options import parse_options

    library, folders = Path(sys.argv[1]), find_folders()
    application = make_application()
    window = build_window(parse_options(["--library", str(library)]), find_installation(), folders)
    gaps: list[tuple[float, str]] = []
    engine: list[object] = []
    now = {"stage": "start", "at": 0.0}
    ticks, stepping = QTimer(interval=5), QTimer(interval=20)

    def tick() -> None:
        moment = time.perf_counter()
        gaps.append((moment - now["at"], now["stage"]))
        now["at"] = moment

    def begin() -> None:
        now["at"] = time.perf_counter()
        ticks.timeout.connect(tick)
        ticks.start()
        now["stage"] = "after the first paint"
        QTimer.singleShot(400, index)

    def index() -> None:
        from viewer.ui.indexing import Indexing

        now["stage"] = "indexing"
        job = Indexing([library], folders.cache, window)
        job.ready.connect(lambda _: QTimer.singleShot(0, ready))
        job.failed.connect(lambda _: QApplication.exit(1))
        job.begin()

    def ready() -> None:
        now["stage"] = "opening the engine"
        from viewer.core.search.large import LargeIndex

        large = LargeIndex(folders.cache, [library])
        steps = large.steps()

        def step() -> None:
            if next(steps, "done") == "done":
                stepping.stop()
                engine.append(large.engine)
                QTimer.singleShot(300, application.quit)

        stepping.timeout.connect(step)
        stepping.start()

    window.view.first_painted.connect(begin)
    window.show()
    status = application.exec()
    with open("/proc/self/status") as file:
        memory = next(line.split()[1] for line in file if line.startswith("VmRSS"))
    widest: dict[str, float] = {}
    for gap, stage in gaps:
        widest[stage] = max(widest.get(stage, 0), round(gap * 1000, 1))
    later = max(v for stage, v in widest.items() if stage != "after the first paint")
    facts = {"widest gap ms": later, "by stage": widest, "memory MiB": int(memory) // 1024}
    print(json.dumps(facts | {"engine": bool(engine and engine[0])}))
    sys.stdout.flush()
    window.close()
    sys.exit(status)


main()
