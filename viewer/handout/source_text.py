"""What typst is told in a source text of its own."""

from __future__ import annotations


def literal(text: str) -> str:
    """``text`` as a string of typst, which reads no signs in it."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
