"""What is in a long handout: its parts' titles, each with the page that it stands on."""

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
        return
    listed = [part for part in parts if part["kind"] in _LISTED and all(part["titles"])]
    for at, part in enumerate(listed):
        part["titles"][0]["mark"] = f"part-{at}"
    columns = range(len(contents["titles"]))
    contents["rows"] = [[[_list(listed, column)] for column in columns]] if listed else []


def _list(listed: Sequence[Node], column: int) -> Node:
    items = [_item(part["titles"][column], f"part-{at}") for at, part in enumerate(listed)]
    return {"k": "list", "ordered": False, "start": 1, "items": items}


def _item(title: Node, mark: str) -> Node:
    language = {key: title[key] for key in ("lang", "rtl", "region") if key in title}
    runs = [{"k": "reference", "to": mark, "runs": title["runs"]}]
    return {"blocks": [{"k": "paragraph", "runs": runs} | language], "short": True}
