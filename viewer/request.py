"""What is said to whoever started the program."""

import sys


class RequestError(Exception):
    """What was asked for is not there; the text is a sentence for the person who asked."""


def report(line: str) -> None:
    """A problem that does not stop the window, for whoever started it."""
    print(line, file=sys.stderr)
