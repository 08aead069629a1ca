"""Which topics a code means, without reading every topic of a library."""

from __future__ import annotations

import os
import re

from viewer.core.codes import code_key, has_code
from viewer.core.files import MAX_TEXT_BYTES, read_quietly
from viewer.core.packs.library import Library
from viewer.core.packs.topic_file import read_topic_file
from viewer.core.problems import Reporter


def find_by_code(library: Library, system: str, code: str) -> tuple[str, ...]:
    """The topics that name this code, A to Z; an empty ``system`` means any.

    Each ``topic.yaml`` is searched for the bare letters, and only those that have them are read.
    """
    bare = code_key("icd10cm", code).encode()  # without dots: no way of writing it is missed
    whole = re.compile(rb"(?<![A-Z0-9])" + re.escape(bare) + rb"(?![A-Z0-9])")
    found = []
    for topic_id in library.topic_ids:
        folder = library.path(topic_id)
        text = read_quietly(f"{folder}{os.sep}topic.yaml", MAX_TEXT_BYTES, str(folder))
        letters = text.upper().replace(b".", b"")
        if bare not in letters or not whole.search(letters):
            continue
        reporter = Reporter(folder / "topic.yaml", [])  # faults are told when the topic is opened
        if has_code(read_topic_file(folder, reporter).codes, system, code):
            found.append(topic_id)
    return tuple(found)
