"""``glossary.yaml``: the terms of a topic, in every language."""

from __future__ import annotations

import os
from pathlib import Path

from viewer.core.files import is_inside, read_text
from viewer.core.language import is_language_tag
from viewer.core.model import GlossaryTerm
from viewer.core.packs.fields import IDENTIFIER, Fields
from viewer.core.packs.yaml_nodes import Mapping, Node, Scalar, read_yaml
from viewer.core.problems import Problem, Reporter, Rule


def read_glossary(topic_folder: Path, problems: list[Problem]) -> tuple[GlossaryTerm, ...]:
    """The terms of ``glossary.yaml`` in its order; a pack without the file has none."""
    path = topic_folder / "glossary.yaml"
    if not os.path.exists(path):
        return ()
    reporter = Reporter(path, problems)
    if not is_inside(path, topic_folder):
        reporter.report(Rule.OUTSIDE_PACK, name=path.name)
        return ()
    text = read_text(path, reporter)
    node = read_yaml(text, reporter) if text is not None else None
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        reporter.report(Rule.WRONG_TYPE, node.line, key=path.name, wanted="mapping")
        return ()
    return tuple(term for key, value in node.entries for term in _terms(key, value, reporter))


def _terms(key: Scalar, node: Node, reporter: Reporter) -> list[GlossaryTerm]:
    if not IDENTIFIER.match(key.text):
        reporter.report(
            Rule.BAD_VALUE, key.line, key="glossary", value=key.text, wanted="a-z, 0-9, -"
        )
        return []
    if not isinstance(node, Mapping):
        reporter.report(Rule.WRONG_TYPE, node.line, key=key.text, wanted="mapping")
        return []
    terms = []
    for tag, value in node.entries:
        if not is_language_tag(tag.text):
            reporter.report(Rule.LANGUAGE_TAG, tag.line, tag=tag.text)
            continue
        fields = Fields(value, reporter, key.text)
        term = GlossaryTerm(
            id=key.text,
            language=tag.text,
            term=fields.text("term", required=True),
            also=fields.texts("also"),
            means=fields.text("means", required=True),
        )
        fields.finish()
        if term.term and term.means:
            terms.append(term)
    return terms
