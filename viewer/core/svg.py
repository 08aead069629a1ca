"""Which SVG files are safe to draw: a list of what drawings need, and nothing else.

An SVG can read other files, unfold a few lines into millions of shapes, or keep
a painter busy for minutes. So it is read as XML here, and every element and
attribute has to be on the list.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree

from viewer.core.svg_work import work_of

MAX_BYTES = 262_144
MAX_ELEMENTS = 500
MAX_PAINTED = 100_000_000
"""Pixels of the drawing times its elements: what a painter may at worst have to fill."""
MAX_STEPS = 60_000_000
"""Of a painter along the outlines, each some ten nanoseconds; see ``svg_work``."""
MAX_LETTERS = 2_000
"""Of all its words; typst needs half a minute for a hundred times as many."""
MAX_SIDE = 4_096
"""Pixels that a drawing is painted with at most."""
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
    return safe and not _has_nested_clips(root) and _is_soon_painted(root, len(elements))


def _is_soon_painted(root: ElementTree.Element, elements: int) -> bool:
    wide, high = _sides(root)
    letters = sum(
        len(text)
        for element in root.iter()
        if _name(element.tag) == "text"
        for text in element.itertext()
    )
    if not 0 < wide * high * elements <= MAX_PAINTED or letters > MAX_LETTERS:
        return False
    side = max(wide, high)
    side *= sharpness(side)
    box = _box(root)
    units = min(box[2], box[3]) if box else 0.0
    scale = side / units if units > 0 else sharpness(side)
    return work_of(root, scale, side) <= MAX_STEPS


def sharpness(side: float) -> int:
    """Pixels painted for each of a drawing whose longer side this is: it is sharp when it grows."""
    return 2 if side * 2 <= MAX_SIDE else 1


def _has_nested_clips(root: ElementTree.Element) -> bool:
    """Whether what clips is clipped itself: each more of them doubles the work."""
    clips = (element for element in root.iter() if _name(element.tag) == "clipPath")
    return any(inner.get("clip-path") for clip in clips for inner in clip.iter())


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


def _sides(root: ElementTree.Element) -> tuple[float, float]:
    """Width and height at 100 %; odd ones are as large as may be refused."""
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = []
    for name, at in (("width", 2), ("height", 3)):
        value = root.get(name, box[at] if len(box) == 4 else "")
        if not value or value.endswith("%"):
            sides.append(STANDARD_SIDE)
        elif _NUMBER.match(value):
            sides.append(float(value.removesuffix("px")))
        else:
            sides.append(float("inf"))
    return sides[0], sides[1]


def _box(root: ElementTree.Element) -> list[float]:
    """The numbers of the view box, if it has four."""
    words = root.get("viewBox", "").replace(",", " ").split()
    numbers = [float(word) for word in words if _NUMBER.match(word.lstrip("-"))]
    return numbers if len(numbers) == 4 else []
