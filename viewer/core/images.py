"""Pictures: of packs, read from inside the topic's folder, and logos; safe ones, or none."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from viewer.core import svg
from viewer.core.files import MAX_IMAGE_BYTES, is_inside, read_bytes
from viewer.core.problems import Problem, Reporter, Rule

MAX_SIDE = 4_096
"""Pixels: a full screen of twice the usual sharpness; decoded, 64 MiB."""

_PNG_HEADER = struct.Struct(">8x4x4sII")
_PNG_CHUNK = struct.Struct(">I4s")
_MOST_CHUNKS = 20_000
"""Of one file; the usual programs write some hundreds at most."""


@dataclass(frozen=True, slots=True)
class ImageData:
    """The bytes of a picture that is safe to decode. ``kind`` is "png" or "svg"."""

    kind: str
    data: bytes


def read_image(topic_folder: Path, source: str) -> ImageData | Rule:
    """The picture at ``source``, a path inside the topic's folder; else the rule it breaks."""
    inner = PurePosixPath(source)
    kind = inner.suffix.lower().lstrip(".")
    path = topic_folder / inner
    if not source or inner.is_absolute() or ".." in inner.parts or set("\\:") & set(source):
        return Rule.REFUSED_IMAGE
    if kind not in ("png", "svg") or not is_inside(path, topic_folder):
        return Rule.REFUSED_IMAGE
    return read_picture(path)


def read_picture(path: Path) -> ImageData | Rule:
    """The picture in a file that somebody has named themselves; else the rule it breaks."""
    kind = path.suffix.lower().lstrip(".")
    if kind not in ("png", "svg"):
        return Rule.REFUSED_IMAGE
    if not os.path.isfile(path):  # unlike Path.is_file, it takes a name of any length
        return Rule.REFUSED_IMAGE if os.path.exists(path) else Rule.MISSING_IMAGE
    unused: list[Problem] = []
    limit = svg.MAX_BYTES if kind == "svg" else MAX_IMAGE_BYTES
    data = read_bytes(path, Reporter(path, unused), limit)
    if data is None or not (svg.svg_is_safe(data) if kind == "svg" else _png_is_safe(data)):
        return Rule.REFUSED_IMAGE
    return ImageData(kind, data)


def _png_is_safe(data: bytes) -> bool:
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or len(data) < _PNG_HEADER.size:
        return False
    chunk, width, height = _PNG_HEADER.unpack_from(data)
    sides = 0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE
    return bool(chunk == b"IHDR" and sides) and _is_whole(data)


def _is_whole(data: bytes) -> bool:
    """Whether the file goes on to its end: of one that was cut off, readers make what they like."""
    at, found = 8, set[bytes]()
    for _ in range(_MOST_CHUNKS):
        if at + _PNG_CHUNK.size > len(data):
            return False
        length, name = _PNG_CHUNK.unpack_from(data, at)
        found.add(name)
        at += length + 12  # with its length, its name and its checksum
        if name == b"IEND":
            return b"IDAT" in found and at <= len(data)
    return False
