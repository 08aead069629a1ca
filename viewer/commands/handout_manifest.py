"""``handouts.json``: what a folder of handouts holds, for the record system that serves it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

from viewer.core.language import best_language
from viewer.core.model import Topic
from viewer.core.pages.version import text_version
from viewer.handout.order import Order

FILE_NAME = "handouts.json"
FORMAT = 1


def entry_of(file: str, pdf: bytes, topic: Topic, order: Order, title: str) -> str:
    """One handout as a line of JSON; ``title`` is the PDF's."""
    tags = [tag for tag in (order.language, order.beside) if tag]
    texts = [best_language(tag, topic.languages, topic.language) for tag in tags]
    return json.dumps(
        {
            "file": file,
            "topic": order.topic,
            "title": title,
            "codes": {system: list(codes) for system, codes in topic.codes.items()},
            "language": order.language,
            "beside": order.beside,
            "level": order.level,
            "size": order.print_size,
            "paper": order.paper,
            "versions": {text: text_version(topic, text) for text in texts},
            "sha256": hashlib.sha256(pdf).hexdigest(),
        },
        ensure_ascii=False,
    )


def manifest(entries: Iterable[str]) -> bytes:
    """The whole file, its handouts in the order of their names; an entry a line."""
    lines = ",\n".join(sorted(entries))
    return f'{{"format": {FORMAT}, "handouts": [\n{lines}\n]}}\n'.encode()


def listed_files(folder: Path) -> frozenset[str]:
    """The files that the manifest in ``folder`` names; none where there is no such manifest."""
    try:
        data = json.loads((folder / FILE_NAME).read_bytes())
        names = [entry["file"] for entry in data["handouts"]]
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return frozenset()
    return frozenset(n for n in names if isinstance(n, str) and os.path.basename(n) == n)
