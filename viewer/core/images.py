"""Pictures: of packs, read from inside the topic's folder, and logos; safe ones, or none."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from viewer.core import svg
from viewer.core.files import MAX_IMAGE_BYTES, is_inside, read_bytes
from viewer.core.png import sound_png
from viewer.core.problems import Problem, Reporter, Rule

MAX_SIDE = 4_096
"""Pixels: a full screen of twice the usual sharpness; decoded, 64 MiB."""

MAX_UNPACKED = 67_108_864
"""Bytes of the pixels as a painter has them; a picture of 16 bits a colour takes twice as many."""


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
    if data is None:
        return Rule.REFUSED_IMAGE
    safe = sound_png(data, MAX_SIDE, MAX_UNPACKED) if kind == "png" else data
    if safe is None or (kind == "svg" and not svg.svg_is_safe(data)):
        return Rule.REFUSED_IMAGE
    return ImageData(kind, safe)
