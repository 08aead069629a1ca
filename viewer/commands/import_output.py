"""What an import says on standard output."""

from __future__ import annotations

import os
import sys

from viewer.core.problems import printable


def tell(line: str) -> None:
    """A line in what standard output can hold of it; nowhere if it is closed.

    Whoever has seen enough of it ("| head") does not end the import.
    """
    if sys.stdout is None:
        return
    encoding = sys.stdout.encoding or "utf-8"
    try:
        shown = printable(line).encode(encoding, "backslashreplace").decode(encoding)
        print(shown, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
