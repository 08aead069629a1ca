"""The process that makes the search index of a large library, beside the window.

    python -m viewer.indexer '{"folders": ["/srv/packs"], "cache": "/home/me/.cache/careleaf"}'

"thoroughly": true also reads the whole index to see whether it is damaged, "anew": true makes it
anew in any case. What it does it says in lines of JSON on standard output: {"event": "progress",
"done": 400, "total": 16000}, {"event": "waiting"} while another viewer's process is at work, and
at the end {"event": "ready", "changed": true} or {"event": "unavailable", "reason": "…"}. It ends
at once when its standard input is closed or says anything; whatever it was doing, the index that
was there before is still whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from viewer.core.search.extraction import be_nice, end_readers
from viewer.core.search.store import place_of

LOCK = "lock"
POLL = 0.2
"""Seconds between two looks at whether another process is done."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the request asks; returns the exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        asked = json.loads(arguments[0])
        folders = [Path(folder) for folder in asked["folders"]]
        place = place_of(Path(asked["cache"]), folders)
        processes = int(asked.get("processes") or os.cpu_count() or 1)
        how = {name: bool(asked.get(name)) for name in ("thoroughly", "anew")}
    except (IndexError, KeyError, TypeError, ValueError):
        say(event="unavailable", reason="the request is not understood")
        return 2
    if asked.get("watched", True):
        threading.Thread(target=_end_with_the_window, daemon=True).start()
    be_nice()
    try:
        changed = work(place, folders, processes, **how)
    except Exception as error:  # whatever it is: the window goes on without search in texts
        say(event="unavailable", reason=f"{type(error).__name__}: {error}")
        return 1
    say(event="ready", changed=changed)
    return 0


def work(place: Path, folders: Sequence[Path], processes: int, **how: bool) -> bool:
    """Bring the index up to date, after whoever is at it already; whether it was not.

    Raises:
        OSError, IndexDamaged: the disk refuses.
    """
    from filelock import FileLock, Timeout

    from viewer.core.search.building import Builder, serves

    def progress(done: int, total: int) -> None:
        say(event="progress", done=done, total=total)

    lock = FileLock(place / LOCK)
    try:
        place.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        say(event="waiting")
        lock.acquire(poll_interval=POLL)
    except OSError:
        if not serves(place, folders):
            raise
        return False  # the disk cannot be written any more; what it has is good
    with lock:
        return Builder(place, folders, processes, progress).run(**how)


def say(**facts: Any) -> None:
    """One line for the window."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


def _end_with_the_window() -> None:
    """The window holds the other end of standard input, and lets go of it when it ends."""
    with contextlib.suppress(OSError):
        os.read(0, 1)
    with contextlib.suppress(Exception):  # whatever it is: the window has gone
        end_readers()  # first: `os._exit` leaves them at work
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
