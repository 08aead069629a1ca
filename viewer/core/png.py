"""PNG pictures: whole, of a size that can be unpacked, and with nothing in them but the picture.

Four megabytes of compressed remarks unpack to four thousand; animations and pixels that do not
fit what the picture says of itself are beyond what a page needs. So a file is read here chunk by
chunk, what is no part of the picture is left out, and its pixels are unpacked once, a part at a
time, to see that they are all there and no more.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import NamedTuple

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNK = struct.Struct(">I4s")
_HEAD = struct.Struct(">IIBBBBB")
_AROUND = 12
"""Bytes of a chunk beside its data: length, name and checksum."""
_MOST_CHUNKS = 20_000
"""Of one file; the usual programs write some hundreds at most."""
_KEPT = frozenset(
    [b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"IDAT"]
)
"""What a picture looks like; the rest are remarks, times and animations."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample by the kind of colour, as the standard has them."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PASSES = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
"""Of an interlaced picture: the first pixel across and down, and the steps to the next."""
_PART = 1_048_576
"""Bytes that are unpacked at a time."""


class Chunk(NamedTuple):
    """A part of a PNG file: its name, its data, and all of its bytes."""

    name: bytes
    data: bytes
    whole: bytes


def sound_png(data: bytes, most_side: int, most_bytes: int) -> bytes | None:
    """The file with nothing but its picture; None where that is broken or too large.

    ``most_side`` is in pixels, ``most_bytes`` what they may come to in memory.
    """
    chunks = list(_chunks(data))
    if len(chunks) < 3 or chunks[0].name != b"IHDR" or chunks[-1].name != b"IEND":
        return None
    if len(chunks[0].data) != _HEAD.size:
        return None
    width, height, depth, colour, _, _, interlaced = _HEAD.unpack(chunks[0].data)
    if not (0 < width <= most_side and 0 < height <= most_side) or interlaced > 1:
        return None
    if depth not in _DEPTHS.get(colour, ()):
        return None
    if width * height * (8 if depth == 16 and colour != 0 else 4) > most_bytes:
        return None
    bits = depth * _SAMPLES[colour]
    pixels = b"".join(chunk.data for chunk in chunks if chunk.name == b"IDAT")
    if not _unpacks_to(pixels, unpacked_size(width, height, bits, interlaced=bool(interlaced))):
        return None
    kept = [chunk.whole for chunk in chunks[:-1] if chunk.name in _KEPT]
    return b"".join([_SIGNATURE, *kept, chunks[-1].whole])


def png_size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels of a file that ``sound_png`` has let through."""
    width, height, *_ = _HEAD.unpack_from(data, len(_SIGNATURE) + _CHUNK.size)
    return width, height


def _chunks(data: bytes) -> Iterator[Chunk]:
    """The chunks of a file up to its end, or to the first that is damaged."""
    if not data.startswith(_SIGNATURE):
        return
    at = len(_SIGNATURE)
    for _ in range(_MOST_CHUNKS):
        if at + _AROUND > len(data):
            return
        length, name = _CHUNK.unpack_from(data, at)
        end = at + length + _AROUND
        if end > len(data):
            return
        inner = data[at + _CHUNK.size : end - 4]
        if zlib.crc32(inner, zlib.crc32(name)) != int.from_bytes(data[end - 4 : end], "big"):
            return
        yield Chunk(name, inner, data[at:end])
        if name == b"IEND":
            return
        at = end


def unpacked_size(width: int, height: int, bits: int, *, interlaced: bool) -> int:
    """What the pixels unpack to: each row of each pass with the byte that says how it is meant."""
    if not interlaced:
        return ((width * bits + 7) // 8 + 1) * height
    total = 0
    for left, top, across, down in _PASSES:
        wide, high = -((left - width) // across), -((top - height) // down)
        if wide > 0 and high > 0:
            total += ((wide * bits + 7) // 8 + 1) * high
    return total


def _unpacks_to(packed: bytes, wanted: int) -> bool:
    """Whether so many bytes come out, and then the end."""
    unpacker = zlib.decompressobj()
    found, left = 0, packed
    try:
        while not unpacker.eof:
            part = unpacker.decompress(left, _PART)
            found, left = found + len(part), unpacker.unconsumed_tail
            if found > wanted or not (part or left):
                return False
    except zlib.error:
        return False
    return found == wanted
