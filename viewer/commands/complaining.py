"""What a command says on standard error."""

from __future__ import annotations

import sys


def complain(line: str) -> None:
    """A line on standard error, in what it can hold of the characters; nowhere if it is closed."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    print(line.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr)
