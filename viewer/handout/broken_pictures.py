"""A handout without the pictures that cannot be drawn: a damaged file looks sound from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

from viewer.handout.source_text import literal

_PROBE = """
#set document(title: "picture")
#set text(font: sys.inputs.families.split("\\n"), fallback: false)
#let drawing = image(bytes(DRAWING), format: "svg", alt: "picture")
#context assert(measure(drawing).width > 0pt and measure(drawing).height > 0pt)
#drawing
"""


def probe(drawing: str) -> bytes:
    """A document with one picture alone, in the page's typefaces."""
    return _PROBE.replace("DRAWING", literal(drawing)).encode()


def without_pictures(data: Mapping[str, Any], keys: AbstractSet[str]) -> dict[str, Any]:
    """The data with words in the place of these pictures, and without such a logo."""
    logo = data["logo"]
    kept: dict[str, Any] = _without(dict(data), keys)
    return kept | {"logo": None if logo and logo["picture"] in keys else logo}


def alternatives(data: Mapping[str, Any], keys: AbstractSet[str]) -> tuple[str, ...]:
    """What these pictures are called, each once."""
    logo = data["logo"]
    first = [logo["alt"]] if logo and logo["picture"] in keys else []
    found = (node["alt"] for node in _images(data["parts"]) if node["picture"] in keys)
    return tuple(dict.fromkeys((*first, *found)))


def _without(value: Any, keys: AbstractSet[str]) -> Any:
    if isinstance(value, dict):
        return {key: _without(inner, keys) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    found: list[Any] = []
    for inner in value:
        if _is_image(inner) and inner["picture"] in keys:
            found.extend(inner["instead"])
        else:
            found.append(_without(inner, keys))
    return found


def _images(value: Any) -> Iterator[Mapping[str, Any]]:
    if _is_image(value):
        yield value
    elif isinstance(value, (dict, list)):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _images(inner)


def _is_image(value: Any) -> bool:
    return isinstance(value, dict) and value.get("k") == "image"
