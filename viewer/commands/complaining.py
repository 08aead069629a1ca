"""What a command says, in what the terminal or the file that it goes to can hold of it."""

from __future__ import annotations

import sys
from typing import TextIO


def complain(line: str) -> None:
    """A line on standard error; nowhere if that is closed."""
    _write(line, sys.stderr)


def say(line: str) -> None:
    """A line on standard output; nowhere if that is closed."""
    _write(line, sys.stdout)


def _write(line: str, stream: TextIO | None) -> None:
    if stream is None:
        return
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=stream)
