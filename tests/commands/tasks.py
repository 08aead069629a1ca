"""Tasks for ``tests/commands/test_workers.py``, which other processes must be able to import."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path


def make(folder: Path) -> Callable[[str], tuple[str, int]]:
    """What does the tasks: it answers them, or comes to the end that they name."""

    def work(task: str) -> tuple[str, int]:
        if task == "crash":
            os.kill(os.getpid(), signal.SIGKILL)
        if task == "hang":
            time.sleep(60)
        if task.startswith("write"):
            try:
                (folder / f"{task}.part").write_text("half")
                time.sleep(60)
            finally:
                os.unlink(folder / f"{task}.part")
        return task.upper(), os.getpid()

    return work
