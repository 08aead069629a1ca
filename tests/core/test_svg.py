"""Drawings: only what is on the list is drawn."""

from __future__ import annotations

import pytest

from viewer.core.svg import svg_is_safe

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inside: str, size: str = 'width="80" height="60"') -> bytes:
    return f"{HEAD} {size}>{inside}</svg>".encode()


@pytest.mark.parametrize(
    "data",
    [
        drawing('<circle cx="9" cy="9" r="5" fill="#0b5558"/>'),
        drawing('<!-- a drop --><path d="M1 1h4"/>'),
        drawing('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/>'),
        b'<?xml version="1.0" encoding="UTF-8"?>' + drawing("<title>A hand</title>"),
        drawing("<g/>", 'viewBox="0 0 24 24"'),
        drawing("<g/>", 'width="100%" height="100%"'),
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
        b"<svg",
        b"\xff\xfe",
        b"",
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    assert not svg_is_safe(data)
