"""The files of a pack, written to the pack format."""

from __future__ import annotations

import hashlib
import re
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

LONGEST_ID = 60
"""Characters of a topic's id that are made of its title."""
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\Z")
"""Names that no folder may have on Windows."""
_NO_ID = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Pack:
    """A topic that is not on disk yet: its id, and its files by their path in its folder."""

    id: str
    files: Mapping[str, bytes]

    @property
    def mark(self) -> str:
        """The same for the same files."""
        return mark_of(self.files)


def mark_of(files: Mapping[str, bytes]) -> str:
    """A hash of names and contents, by which a later change of any of them shows."""
    digest = hashlib.sha256()
    for name, data in sorted(files.items()):
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def id_of(title: str) -> str:
    """A title as an id, [a-z0-9-]; empty where none of its letters are such."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = _NO_ID.sub("-", plain.replace("'", "")).strip("-")
    if len(words) > LONGEST_ID:
        words = words[: LONGEST_ID + 1].rpartition("-")[0] or words[:LONGEST_ID]
    return f"{words}-topic" if _RESERVED.match(words) else words.strip("-")


def yaml_file(values: Mapping[str, object]) -> bytes:
    """``topic.yaml``, or the front matter of a section."""
    text: str = yaml.safe_dump(
        dict(values),
        allow_unicode=True,
        sort_keys=False,
        width=sys.maxsize,  # one value, one line: none of them can look like the end of the part
        default_flow_style=None,
    )
    return text.encode()


def section_file(front: Mapping[str, object], body: str) -> bytes:
    """A section: what stands before it, and its Markdown."""
    return b"---\n" + yaml_file(front) + b"---\n" + body.encode()
