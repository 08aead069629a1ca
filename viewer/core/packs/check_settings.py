"""``check.yaml`` beside the topics: a library's own bounds, where they differ from the brief's."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from viewer.core.files import is_inside, read_text
from viewer.core.model import GRACE_DAYS
from viewer.core.packs.fields import Fields
from viewer.core.packs.yaml_nodes import Node, Scalar, read_yaml
from viewer.core.problems import Problem, Reporter, Rule

FILE_NAME = "check.yaml"
_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the plain text; the defaults are those of the content brief."""

    flesch_kincaid: float = 5.0
    """The grade that a section of 100 words or more may have in English."""
    smog: float = 7.0
    """The grade that a topic of 30 sentences or more may have in English."""
    inflesz: float = 65.0
    """The ease that a section has at least in Spanish, by Szigriszt-Pazos."""
    fernandez_huerta: float = 80.0
    """The same by Fernández Huerta."""
    longest_sentence: float = 20
    """Words of one sentence."""
    usual_sentence: float = 15
    """Words that nine sentences in ten have at most."""
    mean_sentence: float = 12
    """Words of a sentence on average."""
    paragraph: float = 3
    """Sentences of a paragraph."""
    list_items: float = 7
    """Items of a list."""
    heading: float = 10
    """Words of a heading."""
    grace: float = GRACE_DAYS
    """Days after which a review that is due counts as lapsed."""


def read_settings(folders: Sequence[Path]) -> tuple[Limits, tuple[Problem, ...]]:
    """The bounds of the first of these libraries that has its own, and what is wrong with them."""
    for folder in folders:
        path = folder / FILE_NAME
        if os.path.lexists(path):
            problems: list[Problem] = []
            reporter = Reporter(path, problems)
            return _read(path, folder, reporter), tuple(problems)
    return Limits(), ()


def _read(path: Path, folder: Path, reporter: Reporter) -> Limits:
    if not is_inside(path, folder):
        reporter.report(Rule.OUTSIDE_PACK, name=path.name)
        return Limits()
    text = read_text(path, reporter)
    fields = Fields(read_yaml(text, reporter) if text else None, reporter)
    fields.choice("format", ("1",))
    given = {field.name: fields.take(field.name) for field in dataclasses.fields(Limits)}
    fields.finish()
    numbers = {name: _number(name, node, reporter) for name, node in given.items() if node}
    return dataclasses.replace(Limits(), **{k: v for k, v in numbers.items() if v is not None})


def _number(key: str, node: Node, reporter: Reporter) -> float | None:
    text = node.text if isinstance(node, Scalar) else ""
    if _NUMBER.fullmatch(text):
        return float(text)
    reporter.report(Rule.BAD_VALUE, node.line, key=key, value=text, wanted="0 – 9999")
    return None
