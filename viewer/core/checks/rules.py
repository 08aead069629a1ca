"""The rules as people read about them: ``resources/check/rules.yaml``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from viewer.core.files import read_text
from viewer.core.installation import find_installation
from viewer.core.packs.yaml_nodes import Mapping as MappingNode
from viewer.core.packs.yaml_nodes import Node, Scalar, read_yaml
from viewer.core.problems import Reporter, Rule

Content = str | Mapping[str, str]
"""A file of an example: its text, or what else it is (see the head of the file)."""
Files = Mapping[str, Content]
PLAIN_TEXT = ""
"""The name of an example that is the plain text of a section."""
_INDENT = "    "


class RuleText(NamedTuple):
    """A rule in words, and with an example."""

    statement: str
    bad: Files
    """What breaks it."""
    good: Files
    """What keeps it."""
    setup: Mapping[str, str]
    """What the example's test needs besides, as written in the file."""


@cache
def read_rules() -> Mapping[Rule, RuleText]:
    """Every rule that is described, in the order of the file."""
    path = find_installation().resources / "check" / "rules.yaml"
    reporter = Reporter(path, [])
    node = read_yaml(read_text(path, reporter) or "", reporter)
    assert isinstance(node, MappingNode)
    return {Rule(key.text): _read(value) for key, value in node.entries}


def _read(node: Node) -> RuleText:
    assert isinstance(node, MappingNode)
    given = {key.text: value for key, value in node.entries}
    statement, bad, good = (given.pop(key) for key in ("rule", "bad", "good"))
    setup = {key: _text(value) for key, value in given.items()}
    return RuleText(_text(statement), _files(bad), _files(good), setup)


def _files(node: Node) -> Files:
    if isinstance(node, MappingNode):
        return {key.text: _content(value) for key, value in node.entries}
    return {PLAIN_TEXT: _text(node)}


def _content(node: Node) -> Content:
    if isinstance(node, MappingNode):
        return {key.text: _text(value) for key, value in node.entries}
    return _text(node)


def _text(node: Node) -> str:
    """A scalar's text; the items of a list with spaces between."""
    if isinstance(node, Scalar):
        return node.text
    assert not isinstance(node, MappingNode)
    return " ".join(_text(item) for item in node.items)


def shown_example(files: Files) -> Iterator[str]:
    """The lines of an example as people read it."""
    for name, content in files.items():
        if name == PLAIN_TEXT:
            assert isinstance(content, str)
            yield from content.split("\n")
            continue
        text, remark = _in_words(content)
        yield f"{name.removeprefix('/')}{f' ({remark})' if remark else ''}{':' if text else ''}"
        yield from (f"{_INDENT}{line}".rstrip() for line in text.split("\n") if text)


def _in_words(content: Content) -> tuple[str, str]:
    """What stands in a file, and what is to be said of it."""
    if isinstance(content, str):
        return (content, "") if content else ("", "an empty file")
    kind, what = next(iter(content.items()))
    match kind:
        case "change":
            new = content["to"]
            return (new, "") if new else (f"{what}", "without this:")
        case "repeat":
            return what.strip("\n"), f"the same {content['times']} times"
        case "hidden":
            return what, "a character that nobody sees stands at |"
        case "latin-1":
            return what, "saved as Latin-1"
        case "link":
            return "", f"a link to {what}"
        case "copy":
            return "", f"with what is in {what}"
        case _:
            return "", what[:1].lower() + what[1:]
