"""The standard streams of a process that runs for weeks, with nobody to read them."""

from __future__ import annotations

import contextlib
import os
import sys

_NUMBERS = (0, 1, 2)
_OTHERS = range(3, 256)


def take_streams() -> None:
    """Take over what a starter has left open or closed; to be called before anything is opened.

    A stream that is closed is opened, or the next file of all would take its number, and what is
    printed would go there. What else is open is not handed on to the processes that we start: a
    compositor that waits for the end of a pipe would wait for the last of them.
    """
    for number in _NUMBERS:
        try:
            os.fstat(number)
        except OSError:
            with contextlib.suppress(OSError):  # files get the lowest number: this very one
                os.open(os.devnull, os.O_RDWR)
    for number in _OTHERS:
        with contextlib.suppress(OSError):
            os.set_inheritable(number, False)


def let_go_of_streams() -> None:
    """From here on read nothing and print nowhere.

    A journal that has gone can then not stop us, one that is full cannot hold us up, and nothing
    that a library prints is kept on disk.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    with contextlib.suppress(OSError):
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in _NUMBERS:
            with contextlib.suppress(OSError):
                os.dup2(nowhere, number, inheritable=True)
        if nowhere not in _NUMBERS:
            os.close(nowhere)
