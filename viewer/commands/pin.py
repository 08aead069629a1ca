"""``careleaf pin``: what the clinic's settings keep of the staff's PIN."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
import warnings
from collections.abc import Sequence

from viewer.commands.complaining import complain
from viewer.core.installation import Installation
from viewer.core.pin import LONGEST, SHORTEST, is_pin, is_trivial, make_pin_hash, plain_digits
from viewer.core.words import ENGLISH, Words, read_words

DONE, FAILED = 0, 1
_LINE = 1_000
"""Bytes that are read of a line."""


class _NoPinError(Exception):
    """Why there is none, as the key of a sentence."""


def run(arguments: Sequence[str], installation: Installation) -> int:
    """Ask for a PIN, twice on a terminal, and print its hash alone; the exit status."""
    words = read_words(installation.words, ENGLISH)
    _check(arguments, words)
    bounds = {"shortest": str(SHORTEST), "longest": str(LONGEST)}
    try:
        kept = make_pin_hash(_chosen(words, bounds))
        print(kept, flush=True)
    except _NoPinError as error:
        complain(words(f"pin_command.{error}", **bounds))
        return FAILED
    except KeyboardInterrupt:
        complain("\n" + words("pin_command.stopped"))
        return FAILED
    except OSError as error:
        complain(words("pin_command.not_written", reason=error.strerror or str(error)))
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nor at the exit
        return FAILED
    complain(f'{words("pin_command.hint")}\n\nkiosk:\n  pin: "{kept}"\n')
    complain(words("pin_command.where"))
    return DONE


def _chosen(words: Words, bounds: dict[str, str]) -> str:
    """The PIN that was typed, or sent.

    Raises:
        _NoPinError: there is none that can be used.
    """
    asks = sys.stdin is not None and sys.stdin.isatty()
    pin = _usable(_asked(words("pin_command.prompt", **bounds)) if asks else _line())
    if asks and _digits(_asked(words("pin_command.again"))) != pin:
        raise _NoPinError("differ")
    return pin


def _usable(typed: str) -> str:
    pin = _digits(typed)
    if not typed:
        raise _NoPinError("nothing")
    if not pin:
        raise _NoPinError("not_digits")
    if not is_pin(pin):
        raise _NoPinError("length")
    if is_trivial(pin):
        raise _NoPinError("trivial")
    return pin


def _digits(typed: str) -> str:
    return plain_digits(typed.strip())


def _asked(prompt: str) -> str:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", getpass.GetPassWarning)  # never with an echo
            return getpass.getpass(prompt).strip()
    except (EOFError, UnicodeError, getpass.GetPassWarning):
        complain("")
        raise _NoPinError("nothing") from None


def _line() -> str:
    """The first line of standard input."""
    if sys.stdin is None:
        raise _NoPinError("nothing")
    return sys.stdin.buffer.readline(_LINE).decode("utf-8", "replace").strip()


def _check(arguments: Sequence[str], words: Words) -> None:
    """End where there are arguments, and do not repeat them: one of them may be the PIN."""
    parser = argparse.ArgumentParser(
        prog="careleaf pin",
        usage="careleaf pin",
        description="Ask for the staff's PIN, and print what clinic.yaml keeps of it. It is read "
        "twice from a terminal, where it is not shown, or else from the first line of standard "
        "input. The line for the settings goes to standard output, all else to standard error.",
        epilog="Exit status: 0 done; 1 no PIN was made, and a sentence says why; 2 wrong usage.",
    )
    if parser.parse_known_args(arguments)[1]:
        parser.error(words("pin_command.no_argument"))
