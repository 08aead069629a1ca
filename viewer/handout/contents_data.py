"""What is in a handout: titles of its parts, each with the page that it stands on.

A long one begins with all of them. Any other says in its box at the top where getting help is.
"""

from __future__ import annotations

from collections.abc import Sequence

from viewer.handout.languages_data import Node
from viewer.handout.model import PartKind

_LISTED = frozenset(
    {PartKind.SECTION, PartKind.HELP, PartKind.SAFETY, PartKind.GLOSSARY, PartKind.TEACH_BACK}
)


def fill_contents(parts: Sequence[Node]) -> None:
    """Give the part that lists the others its rows, and each part listed a mark to be found by."""
    contents = next((part for part in parts if part["kind"] == PartKind.CONTENTS), None)
    if contents is None:
        _point_to_help(parts)
        return
    listed = [part for part in parts if part["kind"] in _LISTED and all(part["titles"])]
    for at, part in enumerate(listed):
        part["titles"][0]["mark"] = f"part-{at}"
    columns = range(len(contents["titles"]))
    contents["rows"] = [[[_list(listed, column)] for column in columns]] if listed else []


def _point_to_help(parts: Sequence[Node]) -> None:
    """Give the box at the top a line on getting help, which may stand some pages further on."""
    found = {part["kind"]: part for part in parts}
    top, aid = found.get(PartKind.MOST_IMPORTANT), found.get(PartKind.HELP)
    if top is None or aid is None or not top["rows"] or not all(aid["titles"]):
        return
    aid["titles"][0]["mark"] = "part-help"
    top["rows"].append([[_line(title, "part-help")] for title in aid["titles"]])


def _list(listed: Sequence[Node], column: int) -> Node:
    items = [_item(part["titles"][column], f"part-{at}") for at, part in enumerate(listed)]
    return {"k": "list", "ordered": False, "start": 1, "items": items}


def _item(title: Node, mark: str) -> Node:
    return {"blocks": [_line(title, mark)], "short": True}


def _line(title: Node, mark: str) -> Node:
    language = {key: title[key] for key in ("lang", "rtl", "region") if key in title}
    runs = [{"k": "reference", "to": mark, "runs": title["runs"]}]
    return {"k": "paragraph", "runs": runs} | language
