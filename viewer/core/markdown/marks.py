"""Invisible marks that carry line numbers and placeholders through the Markdown parser.

Python-Markdown forgets the line that a piece of text came from, and its
``attr_list`` takes ``{{name}}`` for attributes. So before it runs, each line
gets a mark in front of its first word, and each placeholder becomes a mark;
the tree is read with them, and no mark is left in it. The marks are private
use characters, which ``viewer.core.files`` takes out of every file.
"""

from __future__ import annotations

import re

from viewer.core.blocks import Blank, Inline, Text, Value
from viewer.core.files import CONTROLS
from viewer.core.problems import Reporter, Rule

VALUES = ("emergency_number", "clinic_name", "care_team_phone")
"""The clinic's values that text may name."""

_LINE, _PLACEHOLDER, _END, _ZERO = "\ue000", "\ue001", "\ue002", 0xE010
_DIGITS = {ord(str(d)): chr(_ZERO + d) for d in range(10)}
_BACK = {_ZERO + d: str(d) for d in range(10)}
_MARK = re.compile(rf"([{_LINE}{_PLACEHOLDER}])([{chr(_ZERO)}-{chr(_ZERO + 9)}]+){_END}")
_LINE_MARK = re.compile(rf"{_LINE}([{chr(_ZERO)}-{chr(_ZERO + 9)}]+){_END}")

_WHOLE = re.compile(r"\{\{((?:[^{}\n]|\n(?![ \t]*\n)){0,200})\}\}")
_UNCLOSED = re.compile(r"\{\{(.*)")
_STRUCTURE = r"(?:[ \t>]|[-+*](?=[ \t])|[0-9]+\.(?=[ \t])|#|:(?=[ ])|\|)*"
_FIRST_WORD = re.compile(
    _STRUCTURE + r"[*_`\"'(]*"  # what may open a run of text
    r"(?![0-9]+\.[ \t])(?:(?=[^\W_]|[^\x00-\x7f]|[<&$%@~.,;\[\\])|(?=!\[)|(?=[-+][0-9]))"
)
_UNMARKED = re.compile(r"[ \t>]*(?:\*\[|\[[^\]]*\]:|\{:)")
_CALLOUT = re.compile(
    rf"(?P<before>{_STRUCTURE}!!![ ]?)(?P<kind>[\w-]+)(?P<words>(?:[ ]+[\w-]+)*)"
    r"[ ]*(?P<title>\".*\")?[ ]*\Z"
)
_REFERENCE = re.compile(r"&#(?:x(?P<hex>[0-9a-f]+)|(?P<decimal>[0-9]+));?", re.IGNORECASE)


def _number(mark: str, number: int) -> str:
    return f"{mark}{str(number).translate(_DIGITS)}{_END}"


class Marks:
    """The marks of one text: set on its source, read back from its tree."""

    def __init__(self, reporter: Reporter, first_line: int) -> None:
        self._reporter = reporter
        self.first_line = first_line
        self._placeholders: list[Inline] = []

    def set(self, text: str) -> str:
        """The text with its marks."""
        lines = []
        marked = self._mark_placeholders(text)
        for number, line in enumerate(marked.split("\n"), self.first_line):
            if unclosed := _UNCLOSED.search(line):
                name = self.words_of(unclosed[1])
                self._reporter.report(Rule.UNKNOWN_PLACEHOLDER, number, name=name)
            lines.append(self._mark_line(self._without_references(line, number), number))
        return "\n".join(lines)

    def line_of(self, text: str) -> int | None:
        """The line number that the first mark in ``text`` carries."""
        match = _LINE_MARK.search(text)
        return int(match[1].translate(_BACK)) if match else None

    def last_line_of(self, text: str) -> int | None:
        """The line number that the last mark in ``text`` carries."""
        marks = _LINE_MARK.findall(text)
        return int(marks[-1].translate(_BACK)) if marks else None

    def words_of(self, text: str) -> str:
        """The text with line marks taken off and placeholders as their author wrote them."""
        return _MARK.sub(lambda m: self._written(m) if m[1] == _PLACEHOLDER else "", text)

    def inlines_of(self, text: str) -> list[Inline]:
        """The text as words and placeholders."""
        found: list[Inline] = []
        clean = _LINE_MARK.sub("", text)
        at = 0
        for match in _MARK.finditer(clean):
            if match.start() > at:
                found.append(Text(clean[at : match.start()]))
            found.append(self._placeholders[int(match[2].translate(_BACK))])
            at = match.end()
        if at < len(clean):
            found.append(Text(clean[at:]))
        return found

    def _written(self, match: re.Match[str]) -> str:
        placeholder = self._placeholders[int(match[2].translate(_BACK))]
        return f"{{{{{placeholder.name}}}}}" if isinstance(placeholder, Value) else "____"

    def _without_references(self, line: str, number: int) -> str:
        """The line without references such as ``&#x202e;`` to what files may not hold."""

        def kept(match: re.Match[str]) -> str:
            code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
            if code not in CONTROLS:
                return match[0]
            self._reporter.report(Rule.CONTROL_CHARACTER, number, character=match[0])
            return ""

        return _REFERENCE.sub(kept, line) if "&#" in line else line

    def _mark_placeholders(self, text: str) -> str:
        def mark(match: re.Match[str]) -> str:
            line = text.count("\n", 0, match.start()) + self.first_line
            self._placeholders.append(self._placeholder(" ".join(match[1].split()), line))
            number = _number(_PLACEHOLDER, len(self._placeholders) - 1)
            return number + "\n" * match[0].count("\n")  # as many lines as there were

        return _WHOLE.sub(mark, text) if "{{" in text else text

    def _placeholder(self, name: str, number: int) -> Inline:
        """An unknown name becomes a line to write on: the sentence must not seem complete."""
        if name in VALUES:
            return Value(name)
        word, _, label = name.partition(":")
        if word.strip() == "blank":
            return Blank(label.strip())
        self._reporter.report(Rule.UNKNOWN_PLACEHOLDER, number, name=name)
        return Blank("")

    def _mark_line(self, line: str, number: int) -> str:
        if _UNMARKED.match(line):
            return line
        mark = _number(_LINE, number)
        if callout := _CALLOUT.match(line):
            return self._mark_callout(callout, mark, number)
        match = _FIRST_WORD.match(line)
        return f"{line[: match.end()]}{mark}{line[match.end() :]}" if match else line

    def _mark_callout(self, match: re.Match[str], mark: str, number: int) -> str:
        """The mark goes into the title; words that lack the quotes of a title get them."""
        title = (match["title"] or "")[1:-1]
        if match["words"] and not title:
            title = match["words"].strip()
            kind = f"{match['kind']} {title}"
            self._reporter.report(Rule.UNKNOWN_CALLOUT, number, kind=kind)
        return f'{match["before"]}{match["kind"]} "{mark}{title}"'
