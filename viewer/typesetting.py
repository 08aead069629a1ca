"""The process that typesets handouts, beside the window, which so survives whatever happens in it.

    python -m viewer.typesetting

A line of JSON on standard input asks for a handout: {"id": 7, "language": "en", "data": {…}}, where
the data is what ``HandoutMaker.data`` gives. The answer on standard output is a line of JSON,
{"id": 7, "size": 52011}, and then so many bytes of PDF; or {"id": 7, "problem": "…"}, a sentence
for the reader of that language. It gets ready before the first line arrives, goes on until
standard input is closed, and then ends at once, whatever it is doing.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import sys
import threading
from collections.abc import Mapping
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any

from viewer.core.installation import Installation, find_installation

if TYPE_CHECKING:
    from viewer.handout.typesetter import Typesetter


class Setter:
    """Answers one request after the other."""

    def __init__(self, installation: Installation) -> None:
        self._installation = installation

    @cached_property
    def _typesetter(self) -> Typesetter:
        from viewer.handout.typesetter import Typesetter

        return Typesetter(self._installation)

    def get_ready(self) -> None:
        """Load what takes time, while the reader has yet to ask."""
        from viewer.handout.typesetter import TypesettingError

        with contextlib.suppress(TypesettingError, ImportError):  # told with the first answer
            self._typesetter.get_ready()

    def answer(self, line: bytes) -> tuple[dict[str, Any], bytes]:
        """The header line for a request, and the PDF; nothing that is asked can stop this."""
        asked: dict[str, Any] = {}
        try:
            asked = json.loads(line)
            pdf = self._typesetter.pdf(asked["data"])
        except Exception as error:  # whatever it is: the window says it, and the next may be good
            return {"id": asked.get("id"), "problem": self._sentence(error, asked)}, b""
        return {"id": asked.get("id"), "size": len(pdf)}, pdf

    def _sentence(self, error: Exception, asked: Mapping[str, Any]) -> str:
        """What is wrong, in the words of whoever asked."""
        from viewer.core.words import ENGLISH, read_words
        from viewer.handout.typesetter import Fault, TypesettingError

        if not isinstance(error, TypesettingError):
            error = TypesettingError(Fault.OTHER, detail=f"{type(error).__name__}: {error}")
        words = read_words(self._installation.words, str(asked.get("language") or ENGLISH))
        return error.sentence(words)


def main() -> int:
    """Answer until nobody asks any more; returns the exit status."""
    answers = _only_for_answers()
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(lines,), daemon=True).start()
    setter = Setter(find_installation())
    setter.get_ready()
    while True:
        header, pdf = setter.answer(lines.get())
        answers.write(json.dumps(header).encode() + b"\n" + pdf)
        answers.flush()


def _only_for_answers() -> IO[bytes]:
    """Standard output; whatever else is printed goes where errors go."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _listen(lines: queue.SimpleQueue[bytes]) -> None:
    """The window holds the other end of standard input, and lets go of it when it ends."""
    for line in sys.stdin.buffer:
        lines.put(line)
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
