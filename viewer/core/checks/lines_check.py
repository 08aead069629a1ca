"""The short texts of a topic beside its sections: titles, history, the glossary."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from viewer.core.checks.safety_check import check_line
from viewer.core.checks.todo_check import scalars_of
from viewer.core.checks.translation_check import check_line_figures
from viewer.core.language import lookup
from viewer.core.model import GlossaryTerm, Topic
from viewer.core.pages.values import unknown_values
from viewer.core.problems import Reporter, Rule


def check_lines(topic: Topic, reporter: Reporter) -> None:
    """Report what is wrong with a topic's titles, its history and its glossary."""
    titles = [(topic.title, topic.lines.get("title", 1))]
    titles.append((topic.most_important, topic.lines.get("most_important", 1)))
    titles.extend((group.title, group.line) for group in topic.groups)
    for title, line in titles:
        for language, text in title.by_language.items():
            check_line(text, language, line, reporter)
            for name in unknown_values(text):
                reporter.report(Rule.UNKNOWN_PLACEHOLDER, line, name=name)
        check_line_figures(title.by_language, line, reporter)
    for change in topic.history:
        for language, text in change.what.by_language.items():
            check_line(text, language, topic.lines.get("history", 1), reporter)
    glossary = reporter.for_path(topic.path / "glossary.yaml")
    lines_of = {scalar.text: scalar.line for scalar, _ in scalars_of(glossary.path, topic)}
    _check_glossary(topic, lines_of, glossary)
    _check_languages(topic, lines_of, reporter, glossary)


def _check_glossary(topic: Topic, lines: Mapping[str, int], reporter: Reporter) -> None:
    """Each meaning is shown on every page that has its word."""
    meanings: dict[str, dict[str, str]] = {}
    for term in topic.glossary:
        line = lines.get(term.means, 1)
        for text in (term.term, term.means):
            check_line(text, term.language, line, reporter)
        meanings.setdefault(term.id, {})[term.language] = term.means
    for by_language in meanings.values():
        line = lines.get(next(iter(by_language.values())), 1)
        check_line_figures(by_language, line, reporter)


def _check_languages(
    topic: Topic, lines: Mapping[str, int], reporter: Reporter, glossary: Reporter
) -> None:
    """Each short text of a topic in every language that the topic has."""
    first = topic.most_important.by_language
    for language in topic.languages:
        if first and not _has(language, first):
            line = topic.lines.get("most_important", 1)
            reporter.report(Rule.UNTRANSLATED_LINE, line, name="most_important", language=language)
    terms: dict[str, list[GlossaryTerm]] = {}
    for term in topic.glossary:
        terms.setdefault(term.id, []).append(term)
    for found in terms.values():
        for language in topic.languages:
            if not _has(language, {term.language for term in found}):
                line = lines.get(found[0].means, 1)
                glossary.report(Rule.UNTRANSLATED_LINE, line, name=found[0].term, language=language)


def _has(language: str, languages: Collection[str]) -> bool:
    return any(tag in languages for tag in lookup(language))
