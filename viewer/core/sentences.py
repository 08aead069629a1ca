"""Text cut into sentences, as somebody who reads aloud would take breath."""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_CHARACTERS = 300
"""Of a piece; what is longer is cut where a comma, or else a space, stands."""
_END = re.compile(
    r"""(?P<mark>[.!?…؟۔।]+)   # what ends a sentence
        [\"'”’»)\]\u2069]*     # and what closes with it
        \s+
        (?=\S)""",
    re.VERBOSE,
)
_ENDS_ALONE = re.compile(r"(?<=[。！？])(?=\S)")
"""Chinese and Japanese put no space after a sentence."""
_OPENING = frozenset("\"'“‘«(¿¡[\u2068")
_SHORT_FORMS = frozenset(
    (
        *("dr", "mr", "mrs", "ms", "prof", "st", "vs", "approx", "fig", "e.g", "i.e"),
        *("p.m", "a.m", "u.s", "dept", "tel", "ext"),
        *("dra", "sr", "sra", "srta", "d", "dña", "ud", "uds", "vd", "vds", "ee.uu", "ee", "uu"),
        *("aprox", "núm", "nro", "pág", "págs", "p.ej", "p", "ej", "avda"),
    )
)
"""What ends with a full stop inside a sentence, in the languages that the program speaks."""
_LONGEST = 80
"""Characters before and after a mark that are looked at: more than any short form has."""
_CUTS = ("; ", ": ", " – ", " — ", "، ", ", ", "，", "、", " ")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, none of them empty and none longer than ``MAX_CHARACTERS``."""
    for sentence in whole_sentences(text):
        yield from _cut(sentence)


def whole_sentences(text: str) -> Iterator[str]:
    """The sentences of a text, however long; none is empty, and each line ends one."""
    for line in text.splitlines():
        yield from _of_line(" ".join(line.split()))


def _of_line(line: str) -> Iterator[str]:
    began = 0
    for match in _END.finditer(line):
        start, end = match.span()
        before = line[max(began, start - _LONGEST) : start]  # no more, or a long line takes long
        if not _goes_on(before, match["mark"], line[end : end + _LONGEST]):
            yield from _alone(line[began : match.end()])
            began = match.end()
    yield from _alone(line[began:])


def _alone(text: str) -> Iterator[str]:
    yield from filter(None, map(str.strip, _ENDS_ALONE.split(text)))


def _goes_on(before: str, mark: str, after: str) -> bool:
    """Whether a sentence goes on behind a mark that might end it."""
    first = after.lstrip("".join(_OPENING))[:1]
    if first.islower():  # "etc. and so on", "¡Ay!, dijo": nobody begins a sentence so
        return True
    if mark != ".":
        return False
    word = before.rpartition(" ")[2].lstrip("".join(_OPENING))
    is_initial = len(word) == 1 and word.isupper()
    return is_initial or _bare(word) in _SHORT_FORMS


def _bare(word: str) -> str:
    return word.casefold().rstrip(".")


def _cut(sentence: str) -> Iterator[str]:
    """A long sentence in pieces, each cut where a reader would pause."""
    while len(sentence) > MAX_CHARACTERS:
        at = _place(sentence)
        yield sentence[:at].strip()
        sentence = sentence[at:].strip()
    if sentence:
        yield sentence


def _place(sentence: str) -> int:
    """Where to cut: after the last of the strongest pauses that leaves no small crumb."""
    for pause in _CUTS:
        at = sentence.rfind(pause, MAX_CHARACTERS // 3, MAX_CHARACTERS)
        if at >= 0:
            return at + len(pause.rstrip())
    return MAX_CHARACTERS
