"""XML fed to expat in pieces, with what could make it grow, hang or lead out refused.

Nothing is declared, so nothing can unfold; nothing outside the file is ever opened. The parser
holds one piece of the file and the name, attribute or tag that it is in the middle of.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import BinaryIO
from xml.parsers import expat

PIECE = 65_536
"""Bytes that are read at once."""
MAX_TOKEN = 1_048_576
"""Bytes of one tag with its attributes; the longest in a file of health topics has some 400."""
MAX_DEPTH = 20
"""Elements in one another; a file of health topics has four."""
_ENCODINGS = frozenset({"utf-8", "us-ascii", "iso-8859-1"})


class Refusal(StrEnum):
    """Why a file is not read on."""

    DECLARES = "declares"
    """It has a DTD of its own or entities, by which a small file can become endless."""
    ENCODING = "encoding"
    TOO_LONG = "too_long"
    TOO_DEEP = "too_deep"
    BROKEN = "broken"
    NOT_TOPICS = "not_topics"
    TOO_MANY = "too_many"


class RefusedError(Exception):
    """A file is not read on: why, and at which line of it."""

    def __init__(self, why: Refusal, line: int, detail: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.line = line
        self.detail = detail


class Feed:
    """A parser of one file or of a part of it; the functions are called as elements come."""

    def __init__(
        self,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None],
        text: Callable[[str], None] | None = None,
        encoding: str | None = None,
    ) -> None:
        self.encoding = encoding
        """As the file's first line names it; None where it does not."""
        self._parser = parser = expat.ParserCreate(encoding)
        self._start, self._end = start, end
        self._depth = self._fed = 0
        parser.StartElementHandler = self._element
        parser.EndElementHandler = self._element_end
        parser.CharacterDataHandler = text
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._declared

    @property
    def at(self) -> int:
        """The byte at which what is being told begins."""
        return self._parser.CurrentByteIndex

    @property
    def line(self) -> int:
        """The line at which what is being told begins."""
        return self._parser.CurrentLineNumber

    def feed(self, data: bytes, *, last: bool = False) -> None:
        """Read on.

        Raises:
            RefusedError: what has been told so far stands, and the rest is not read.
        """
        if self._fed == 0 and data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise RefusedError(Refusal.ENCODING, 1, "UTF-16")
        try:
            self._parser.Parse(data, last)
        except expat.ExpatError as error:
            reason = expat.errors.messages.get(error.code, str(error.code))
            raise RefusedError(Refusal.BROKEN, error.lineno, reason) from error
        except (LookupError, ValueError) as error:  # an encoding of a name that nobody knows
            raise RefusedError(Refusal.ENCODING, 1, str(error)) from error
        self._fed += len(data)
        if self._fed - self.at > MAX_TOKEN + PIECE:
            raise RefusedError(Refusal.TOO_LONG, self.line)

    def feed_file(self, file: BinaryIO, seen: Callable[[int], None]) -> None:
        """Read a file to its end; ``seen`` is told each piece's length.

        Raises:
            RefusedError: as for ``feed``.
            OSError: the file cannot be read on.
        """
        while piece := file.read(PIECE):
            self.feed(piece)
            seen(len(piece))
        self.feed(b"", last=True)

    def _declaration(self, version: str, encoding: str | None, standalone: int) -> None:
        if encoding is not None and encoding.lower() not in _ENCODINGS:
            raise RefusedError(Refusal.ENCODING, 1, encoding[:40])
        self.encoding = encoding

    def _doctype(self, name: str, system: str | None, public: str | None, inner: int) -> None:
        if inner:  # the name of a DTD is well, as it is never fetched
            raise RefusedError(Refusal.DECLARES, self.line)

    def _declared(self, *what: object) -> None:
        raise RefusedError(Refusal.DECLARES, self.line)

    def _element(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise RefusedError(Refusal.TOO_DEEP, self.line)
        self._start(name, attributes)

    def _element_end(self, name: str) -> None:
        self._depth -= 1
        self._end(name)
