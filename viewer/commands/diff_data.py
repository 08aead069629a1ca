"""A comparison of topics as data for programs."""

from __future__ import annotations

from typing import Any

from viewer.core.authoring.changes import Change, Comparison, Version
from viewer.core.model import Review


def as_data(comparison: Comparison) -> dict[str, Any]:
    """What JSON can hold of it: every change with its place, its texts and its words."""
    return {
        "id": comparison.topic,
        "kind": "same" if comparison.is_same else str(comparison.kind),
        "versions": {one.language: _version(one) for one in comparison.versions},
        "changes": [_change(change) for change in comparison.changes],
        "unread": [
            {"file": str(problem.path), "line": problem.line, "rule": str(problem.rule)}
            for problem in comparison.unread
        ],
    }


def _version(version: Version) -> dict[str, Any]:
    return {
        "before": version.before or None,
        "after": version.after or None,
        "review_lost": _review(version.lost),
        "review_holds": _review(version.holds),
    }


def _review(review: Review | None) -> dict[str, str] | None:
    if review is None:
        return None
    return {"by": review.by, "at": str(review.at), "text": review.text}


def _change(change: Change) -> dict[str, Any]:
    words = change.pieces
    return {
        "what": str(change.what),
        "kind": str(change.kind),
        "safety": change.is_safety,
        "name": change.name,
        "section": change.section,
        "language": change.language,
        "level": change.level,
        "under": change.under,
        "before": change.before,
        "after": change.after,
        "counted": list(change.counted),
        "counts": list(change.counts),
        "words": None if words is None else [{"out": p.out, "put": p.put} for p in words],
        "figures": {"out": change.figures[0], "put": change.figures[1]},
        "values": {"out": change.values[0], "put": change.values[1]},
    }
