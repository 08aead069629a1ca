"""Drawings: only what is on the list is drawn."""

from __future__ import annotations

import math

import pytest

from tests.hostile.torture import zigzag
from viewer.core.svg import svg_is_safe

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inside: str, size: str = 'width="80" height="60"') -> bytes:
    return f"{HEAD} {size}>{inside}</svg>".encode()


BIG = 'width="512" height="512"'


def traced(points: int, around: float) -> str:
    """The outline of a blob, as programs make them of photographs."""
    turns = (math.tau * n / points for n in range(points))
    found = (f"{40 + around * math.cos(t):.2f} {30 + around * math.sin(t):.2f}" for t in turns)
    return "M" + "L".join(found) + "Z"


@pytest.mark.parametrize(
    "data",
    [
        drawing('<circle cx="9" cy="9" r="5" fill="#0b5558"/>'),
        drawing('<!-- a drop --><path d="M1 1h4"/>'),
        drawing('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/>'),
        b'<?xml version="1.0" encoding="UTF-8"?>' + drawing("<title>A hand</title>"),
        drawing("<g/>", 'viewBox="0 0 24 24"'),
        drawing("<g/>", 'width="100%" height="100%"'),
        drawing('<clipPath id="a"><rect width="9" height="9"/></clipPath><g clip-path="url(#a)"/>'),
        drawing("<text>" + "A" * 2_000 + "</text>"),
        drawing(f'<path d="{traced(90, 30)}" stroke="red"/>' * 90),
        drawing('<path d="M0 0' + "h.1v.1l-.1-.1z" * 9_000 + '"/>'),
    ],
)
def test_a_plain_drawing_is_safe(data: bytes) -> None:
    assert svg_is_safe(data)


@pytest.mark.parametrize(
    "data",
    [
        drawing('<image xlink:href="/etc/secret.png"/>'),
        drawing('<image xlink:href="/etc/secret.png"/>').decode().encode("utf-16-be"),
        drawing('<image xlink:href="/etc/secret.png"/>').decode().encode("utf-16-le"),
        b'<?xml version="1.0" encoding="UTF-16"?>' + drawing("<g/>"),
        drawing('<g id="a"/><use xlink:href="#a"/>'),
        drawing('<s-v:use xmlns:s-v="http://www.w3.org/2000/svg" s-v:href="#a"/>'),
        drawing("<script>1</script>"),
        drawing('<rect style="fill:url(file:///x)"/>'),
        drawing('<rect fill="url(http://x.example/a.svg#a)"/>'),
        drawing('<mask id="m"/><rect mask="url(#m)"/>'),
        drawing('<path stroke-dasharray="0.001" d="M0 0h9999"/>'),
        drawing('<rect onclick="x()"/>'),
        drawing("<animate/>"),
        b"<!DOCTYPE svg>" + drawing("<g/>"),
        b'<?xml-stylesheet href="x.css"?>' + drawing("<g/>"),
        drawing("<g/>" * 600),
        drawing("<rect/>" * 400, 'width="4000" height="4000"'),
        drawing("<g/>", 'width="1e9" height="1e9"'),
        drawing("<g/>", 'width="0" height="9"'),
        drawing("<g>"),
        drawing("<text>" + "A" * 1_000 + "<tspan>" + "A" * 1_001 + "</tspan></text>"),
        drawing(
            '<clipPath id="a"/><clipPath id="b" clip-path="url(#a)"/><rect clip-path="url(#b)"/>'
        ),
        drawing('<clipPath id="b"><g clip-path="url(#b)"/></clipPath>'),
        drawing(f'<path d="{zigzag(900, 512, 512)}"/>', 'width="512" height="512"'),
        drawing(f'<polygon points="{zigzag(900, 512, 512)}"/>', 'width="512" height="512"'),
        drawing(
            f'<g transform="scale(50 5) rotate(3) scale(1 10)"><path d="{zigzag(900, 9, 9)}"/></g>',
            'width="512" height="512"',
        ),
        drawing(f'<path d="{zigzag(900, 9, 9)}"/>', 'width="512" height="512" viewBox="0 0 9 9"'),
        drawing('<path d="M0 0' + "q512 0 0 512-512 0 0-512" * 400 + '"/>', BIG),
        drawing('<path d="M0 0' + "v512h1v-512h1" * 200 + '"/>', BIG),
        drawing('<path d="M0 0' + "a400 400 0 1 1 9 9" * 200 + '"/>', BIG),
        drawing('<path stroke-width="90" stroke="red" d="M0 0' + "h1h-1" * 9_000 + '"/>', BIG),
        drawing('<path d="M0 0' + "h1" * 41_000 + '"/>'),
        b"<svg",
        b"\xff\xfe",
        b"",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    assert not svg_is_safe(data)
