"""Files and texts that try to keep a program busy, fill its memory, or lead it out of the pack."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

from viewer.core.png import unpacked_size

SIGNATURE = b"\x89PNG\r\n\x1a\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def zeros(count: int) -> bytes:
    """So many zeros, compressed a thousand times smaller."""
    packer = zlib.compressobj(9)
    block = b"\0" * 1_000_000
    parts = [packer.compress(block) for _ in range(count // len(block))]
    return b"".join([*parts, packer.compress(b"\0" * (count % len(block))), packer.flush()])


def png(
    width: int,
    height: int,
    *,
    data: bytes | None = None,
    depth: int = 8,
    colour: int = 2,
    interlaced: bool = False,
    more: bytes = b"",
    end: bool = True,
) -> bytes:
    """A PNG of one colour; ``more`` are chunks before its pixels."""
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    if data is None:
        data = zeros(unpacked_size(width, height, samples * depth, interlaced=interlaced))
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))
    body = chunk(b"IHDR", head) + more + chunk(b"IDAT", data)
    return SIGNATURE + body + (chunk(b"IEND", b"") if end else b"")


def animation(frames: int) -> bytes:
    """Chunks of an animated PNG, each frame with pixels of its own."""
    found = chunk(b"acTL", struct.pack(">II", frames, 0))
    for number in range(frames):
        control = struct.pack(">IIIIIHHBB", number, 4_000, 4_000, 0, 0, 1, 10, 0, 0)
        pixels = chunk(b"fdAT", struct.pack(">I", number) + zeros(100_000))
        found += chunk(b"fcTL", control) + pixels
    return found


def texts_of_png(count: int) -> bytes:
    """Compressed texts of eight million letters each, in eight thousand bytes."""
    return chunk(b"zTXt", b"Comment\0\0" + zeros(7_900_000)) * count


def svg(inside: str, size: str = 'width="512" height="512"') -> bytes:
    """A drawing."""
    return f"{SVG} {size}>{inside}</svg>".encode()


def nested(tag: str, depth: int, inside: str = "<rect width='9' height='9'/>") -> str:
    """Elements in one another; ``tag`` may have attributes."""
    return f"<{tag}>" * depth + inside + f"</{tag.split(maxsplit=1)[0]}>" * depth


def zigzag(points: int, wide: float, high: float) -> str:
    """A path across the whole drawing and back, as often as there is room for."""
    return "M0 0" + "".join(f"L{wide * (n % 2):g} {(n * 7919) % high:g}" for n in range(points))


def pngs() -> dict[str, bytes]:
    """Pictures of pixels by name."""
    huge = png(30_000, 30_000, data=zeros(300_000_000))
    return {
        "huge": huge,
        "lying-small": png(64, 64, data=zeros(100_000_000)),
        "lying-large": png(4_096, 4_096, data=zeros(1_000)),
        "largest": png(4_096, 4_096),
        "largest-deep": png(4_096, 4_096, depth=16, colour=6, interlaced=True),
        "animated": png(64, 64, more=animation(200)),
        "texts": png(64, 64, more=texts_of_png(480)),
        "profile": png(64, 64, more=chunk(b"iCCP", b"a\0\0" + zeros(100_000_000))),
        "cut": huge[: len(huge) // 2],
        "endless": png(640, 480, end=False),
        "chunks": png(64, 64, more=chunk(b"tEXt", b"a\0b") * 19_000),
        "garbage": png(640, 480, data=b"\xff" * 60_000),
        "thin": png(1, 4_096),
        "flat": png(4_096, 1),
    }


def svgs() -> dict[str, bytes]:
    """Drawings by name."""
    big = 'width="4096" height="4096" viewBox="0 0 4096 4096"'
    return {
        "nested-groups": svg(nested("g", 490)),
        "deep": svg(nested("g", 100_000)),
        "see-through-groups": svg(nested("g opacity='0.9'", 490), 'width="450" height="450"'),
        "long-path": svg(f"<path d='{zigzag(20_000, 4096, 4096)}'/>", big),
        "long-stroke": svg(
            f"<path d='{zigzag(20_000, 4096, 4096)}' stroke='red' stroke-width='90'"
            " stroke-linejoin='round' stroke-linecap='round' fill='none'/>",
            big,
        ),
        "curves": svg(
            "<path d='M0 0" + "q4096 0 0 4096 q-4096 0 0 -4096 " * 7_000 + "' stroke='red'/>", big
        ),
        "arcs": svg("<path d='M0 0" + "a999 999 0 1 1 9 9" * 13_000 + "' stroke='red'/>", big),
        "numbers": svg("<path d='M0 0L" + "9" * 200_000 + " 1'/>"),
        "infinite": svg("<path d='M0 0L1e999 1e999L-1e999 9' stroke='red' stroke-width='1e30'/>"),
        "far": svg("<path d='M0 0L1e9 1e9L-1e9 9' stroke='red' stroke-width='1e9'/>"),
        "large-letters": svg("<text font-size='99999999' y='9'>" + "W" * 5_000 + "</text>"),
        "many-letters": svg("<text>" + "W" * 250_000 + "</text>"),
        "letters": svg("<text>" + "".join(map(chr, range(0x4E00, 0x9FFF))) + "</text>"),
        "box": svg("<rect width='1' height='1'/>", 'viewBox="0 0 1e-30 1e-30"'),
        "box-large": svg("<rect width='1e38' height='1e38'/>", 'viewBox="0 0 1e38 1e38"'),
        "transforms": svg(nested("g transform='scale(9 9) rotate(5)'", 490)),
        "stops": svg(
            "<defs><linearGradient id='a'>"
            + "".join(f"<stop offset='{n / 480}'/>" for n in range(480))
            + "</linearGradient></defs><rect width='512' height='512' fill='url(#a)'/>"
        ),
        "clips": svg(
            "<clipPath id='c0'><rect width='9' height='9'/></clipPath>"
            + "".join(
                f"<clipPath id='c{n}' clip-path='url(#c{n - 1})'><rect width='9' height='9'"
                f" clip-path='url(#c{n - 1})'/></clipPath>"
                for n in range(1, 150)
            )
            + "<rect width='512' height='512' clip-path='url(#c149)'/>"
        ),
        "ring-of-clips": svg(
            "<clipPath id='a' clip-path='url(#b)'><rect width='9' height='9'/></clipPath>"
            "<clipPath id='b' clip-path='url(#a)'><rect width='9' height='9'/></clipPath>"
            "<rect width='99' height='99' clip-path='url(#a)'/>"
        ),
        "attributes": svg("<rect " + " ".join(f"a{n}='1'" for n in range(20_000)) + "/>"),
        "words": svg("<title>" + "a" * 250_000 + "</title>"),
        "comments": svg("<!-- -->" * 400 + "<!--" + "-" * 200_000),
    }


def write_pictures(folder: Path, pictures: dict[str, bytes], ending: str) -> Path:
    """Write pictures into a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pictures.items():
        (folder / f"{name}{ending}").write_bytes(data)
    return folder
