"""A pack read and checked as the program would, before it is put into a library."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Sequence
from pathlib import Path

from viewer.core.checks.topic_check import check_topic
from viewer.core.importing.pack_files import Pack
from viewer.core.packs.library import Library
from viewer.core.packs.topic import read_topic
from viewer.core.problems import Problem


def examine(pack: Pack, icons: frozenset[str], today: datetime.date) -> Sequence[Problem]:
    """The checker's findings in a pack, of which no link leads to another topic.

    Raises:
        OSError: the system's folder for temporary files cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix="careleaf-") as place:
        folder = Path(place) / pack.id
        for name, data in pack.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return check_topic(read_topic(folder), Library([]), icons, today).problems
