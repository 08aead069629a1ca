"""What a look at the library has come to, as plain values: for the log and the staff's status."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from viewer.core.problems import Problem


class What(StrEnum):
    """What has happened to a topic; ``resources/words`` has the sentences."""

    TAKEN_UP = "taken-up"
    DROPPED = "dropped"
    SETTINGS = "settings"
    """The clinic's settings have been taken up."""


class Why(StrEnum):
    """Why what is there now does not count; ``resources/words`` has the sentences."""

    COPYING = "copying"
    ERRORS = "errors"
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    GONE = "gone"
    """It has just gone, which may be for a moment only."""
    NOT_KEPT = "not-kept"
    """This computer's own disk refuses."""
    NO_LIBRARY = "no-library"
    """A library's folder cannot be listed, or is suddenly empty."""
    NO_ANSWER = "no-answer"
    """A library's folder does not answer at all."""
    LARGE = "large"
    """The library has become too large to be copied; it counts from the next start."""
    SETTINGS_ERRORS = "settings-errors"
    SETTINGS_COPYING = "settings-copying"


class News(NamedTuple):
    """Something that counts from now on."""

    what: What
    name: str
    """A topic's id, or the file of the settings."""


class Waiting(NamedTuple):
    """Something that does not count yet, and why."""

    why: Why
    name: str
    """A topic's id, or a folder or file."""
    problems: tuple[Problem, ...] = ()
    """The errors that it would bring."""
    reason: str = ""
    """What the system says."""
