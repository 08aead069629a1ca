"""Which SVG files are safe to draw: a list of what drawings need, and nothing else.

An SVG can read other files, unfold a few lines into millions of shapes, or keep
a painter busy for minutes. So it is read as XML here, and every element and
attribute has to be on the list.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

MAX_BYTES = 262_144
MAX_ELEMENTS = 500
MAX_PAINTED = 100_000_000
"""Pixels of the drawing times its elements: what a painter may at worst have to fill."""
STANDARD_SIDE = 512.0
"""Pixels assumed where a drawing names no size."""

_ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "path",
        "rect",
        "circle",
        "ellipse",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
        "title",
        "desc",
        "defs",
        "stop",
        "clipPath",
        "linearGradient",
        "radialGradient",
    ]
)
_REFUSED_ATTRIBUTES = re.compile(r"on|.*href|.*base|.*src|style$|mask|filter|stroke-dash|marker")
_OUTSIDE = re.compile(r"url\s*\(\s*['\"]?(?!#)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?(?:px)?\Z")
_BEFORE_ROOT = re.compile(r"<!|<\?(?!xml[ \t])")


def svg_is_safe(data: bytes) -> bool:
    """Whether a drawing holds only what is on the list, in UTF-8, and not too much of it."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    declared = re.match(r"\s*<\?xml[^>]*encoding\s*=\s*['\"]([^'\"]*)", text)
    if "\0" in text or _refused_markup(text) or (declared and declared[1].lower() != "utf-8"):
        return False
    if text.count("<") > 4 * MAX_ELEMENTS:
        return False
    try:
        root = ElementTree.fromstring(text.encode())
    except (ElementTree.ParseError, ValueError, LookupError):
        return False
    elements = list(root.iter())
    if len(elements) > MAX_ELEMENTS:
        return False
    safe = _name(root.tag) == "svg" and all(_element_is_safe(element) for element in elements)
    return safe and 0 < _pixels(root) * len(elements) <= MAX_PAINTED


def _refused_markup(text: str) -> bool:
    """Declarations, and instructions but the first; a comment is no harm."""
    without_comments = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    return _BEFORE_ROOT.search(without_comments) is not None


def _element_is_safe(element: ElementTree.Element) -> bool:
    if _name(str(element.tag)) not in _ELEMENTS:
        return False
    for key, value in element.items():
        if _REFUSED_ATTRIBUTES.match(_name(key).lower()) or _OUTSIDE.search(value):
            return False
    return True


def _name(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]


def _pixels(root: ElementTree.Element) -> float:
    """The drawing's area at 100 %; one with an odd size is as large as may be refused."""
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = []
    for name, at in (("width", 2), ("height", 3)):
        value = root.get(name, box[at] if len(box) == 4 else "")
        if not value or value.endswith("%"):
            sides.append(STANDARD_SIDE)
        elif _NUMBER.match(value):
            sides.append(float(value.removesuffix("px")))
        else:
            return float("inf")
    return sides[0] * sides[1]
