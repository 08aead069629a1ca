"""Changes single values in the text of a ``clinic.yaml``, and not one other character of it.

A library that reads YAML and writes it again indents it anew, and loses the comment that stands
after a key that is taken out. So the parser is only asked where each value stands.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml

from viewer.core.files import CONTROLS

KEYS = (
    "clinic_name",
    "emergency_number",
    "care_team_phone",
    "logo",
    "paper",
    "languages",
    "library",
)
"""The keys that can be changed, in the order in which new ones are written."""
HEADER = "# The clinic's settings."
_NUMBERS = ("emergency_number", "care_team_phone")
_PLAIN = re.compile(r"[^\W\d_](?:[\w .()&/+'’-]*[\w.)])?\Z")
_WORDS_FOR_OTHERS = frozenset(
    ("true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan", "inf")
)
"""Words that other readers of YAML do not take for words."""

Value = str | tuple[str, ...]


def tidy(text: str) -> str:
    """A value as the settings hold it: on one line, without characters that nobody sees."""
    visible = text.translate(CONTROLS).encode("utf-8", "ignore").decode("utf-8")
    return " ".join(visible.split())


def with_values(text: str, changes: Mapping[str, Value]) -> str:
    """The text with each key of ``changes`` set; an empty value takes its key out.

    Raises:
        yaml.YAMLError: the text is no YAML.
    """
    for key in KEYS:
        if key in changes:
            text = _changed(text, key, changes[key])
    return text if text.strip() else HEADER + os.linesep


def _changed(text: str, key: str, value: Value) -> str:
    root = next(yaml.compose_all(text, Loader=yaml.BaseLoader), None)
    if not isinstance(root, yaml.MappingNode):
        if not value:
            return text
        break_ = _line_break(text)
        start = text if not text or text.endswith(("\n", "\r")) else text + break_
        return f"{start}{key}: {_written(key, value)}{break_}"
    pairs = [(k.value, k, v) for k, v in root.value]
    at = next((i for i, pair in enumerate(pairs) if pair[0] == key), None)
    if at is None:
        return _with_new(text, root, pairs, key, value) if value else text
    _, name, node = pairs[at]
    if not value:
        return _without(text, root, name, node)
    if isinstance(node, yaml.SequenceNode) and not node.flow_style and not isinstance(value, str):
        return _with_items(text, name, node, value)
    start, end = node.start_mark.index, _end(text, node)
    gap = " " if text[start - 1] == ":" else ""  # there was no value
    style = getattr(node, "style", None)
    return text[:start] + gap + _written(key, value, style or "") + text[end:]


def _with_new(
    text: str, root: Any, pairs: Sequence[tuple[str, Any, Any]], key: str, value: Value
) -> str:
    """The text with one more key: after those that usually stand before it."""
    new = f"{key}: {_written(key, value)}"
    if root.flow_style:
        start = root.start_mark.index + 1
        return text[:start] + new + (", " if pairs else "") + text[start:]
    first = pairs[0][1].start_mark
    margin, break_ = " " * first.column, _line_break(text)
    before = [node for name, _, node in pairs if name in KEYS[: KEYS.index(key)]]
    if not before:
        start = first.index - first.column
        return f"{text[:start]}{margin}{new}{break_}{text[start:]}"
    start = _line_end(text, max(_end(text, node) for node in before))
    gap = "" if text[start - 1] in "\r\n" else break_
    return f"{text[:start]}{gap}{margin}{new}{break_}{text[start:]}"


def _without(text: str, root: Any, name: Any, node: Any) -> str:
    """The text without a key, and without what is said of it on its own line."""
    start, end = name.start_mark.index, _end(text, node)
    if not root.flow_style:
        return text[: start - name.start_mark.column] + text[_line_end(text, end) :]
    before, after = text[:start], text[end:]
    if after.lstrip().startswith(","):
        return before + after.lstrip()[1:].lstrip()
    return re.sub(r",\s*\Z", "", before) + after


def _with_items(text: str, name: Any, node: Any, value: Sequence[str]) -> str:
    """The text with a list of one item a line in another order; each keeps its comments."""
    break_ = _line_break(text)
    at = start = _line_end(text, name.end_mark.index)
    lines: dict[str, str] = {}
    for item in node.value:
        end = _line_end(text, _end(text, item))
        if isinstance(item, yaml.ScalarNode):
            lines[item.value] = text[at:end].rstrip("\r\n") + break_
        at = end
    margin = " " * node.start_mark.column
    new = (lines.get(item) or f"{margin}- {_word(item)}{break_}" for item in value)
    return text[:start] + "".join(new) + text[at:]


def _end(text: str, node: Any) -> int:
    """Where a value ends; the parser says where the next thing begins."""
    if not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start, end = int(node.start_mark.index), int(node.end_mark.index)
    return start + len(text[start:end].rstrip())


def _line_end(text: str, start: int) -> int:
    """Where the next line begins."""
    found = re.compile(r"\r\n|\r|\n").search(text, start)
    return found.end() if found else len(text)


def _line_break(text: str) -> str:
    found = re.search(r"\r\n|\r|\n", text)
    return found[0] if found else os.linesep


def _written(key: str, value: Value, style: str = "") -> str:
    """A value as YAML, in the kind of quotes that it had; a number always has some."""
    if not isinstance(value, str):
        return f"[{', '.join(map(_word, value))}]"
    if style == "'" and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return _word(value) if key not in _NUMBERS and style != '"' else _quoted(value)


def _word(value: str) -> str:
    plain = _PLAIN.match(value) and value.lower() not in _WORDS_FOR_OTHERS
    return value if plain and value.isprintable() else _quoted(value)


def _quoted(value: str) -> str:
    return '"' + "".join(map(_escaped, value)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
