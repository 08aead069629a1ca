"""Every key of the laptop's windows: what is installed, and what the page of keys says (F1).

A new key is a row here, under the heading where a reader would look for it. One that is installed
has a deed, which ``shortcuts`` or the dialog of its ``where`` knows; one that a control takes by
itself has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate
_Standard = QKeySequence.StandardKey


class Where(Enum):
    """What has to be in front for a key to count."""

    WINDOW = auto()
    HANDOUT = auto()
    SETTINGS = auto()
    HELP = auto()


class Key(NamedTuple):
    """A row of the page: keys that do the same, and what they do."""

    does: str
    keys: tuple[str | QKeySequence.StandardKey, ...]
    deed: str = ""
    """Names what is installed for it; empty: the control at the focus takes the key by itself."""
    where: tuple[Where, ...] = ()

    @property
    def sequences(self) -> tuple[QKeySequence, ...]:
        """The keys as this system has them."""
        found: list[QKeySequence] = []
        for key in self.keys:
            found += [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        return tuple(found)


class KeyGroup(NamedTuple):
    """Keys under one heading."""

    title: str
    keys: tuple[Key, ...]


def key_groups() -> tuple[KeyGroup, ...]:
    """All keys, in the language that the window speaks now."""
    return (*_ways(), _find(), _look(), _listen(), _hand_out(), _clinic())


def installed_in(where: Where) -> Iterator[tuple[str, QKeySequence]]:
    """Each deed that a key does there, and the key."""
    for group in key_groups():
        for key in group.keys:
            if where in key.where:
                yield from ((key.deed, sequence) for sequence in key.sequences)


def add_key(widget: QWidget, where: Where, deed: str, slot: Callable[[], object]) -> None:
    """Install the keys of one deed in a widget."""
    for one, sequence in installed_in(where):
        if one == deed:
            QShortcut(sequence, widget, slot)


def _ways() -> tuple[KeyGroup, ...]:
    window = (Where.WINDOW,)
    move = (
        Key(translate("Keys", "Go on to the next control, or the next link of the page"), ("Tab",)),
        Key(translate("Keys", "Go back to the one before"), ("Shift+Tab",)),
        Key(
            translate("Keys", "Go on to the next part of the window"), ("F6",), "next part", window
        ),
        Key(translate("Keys", "Go back to the part before"), ("Shift+F6",), "part before", window),
        Key(
            translate("Keys", "Press a button, open a row or a link, show what a word means"),
            ("Enter",),
        ),
        Key(translate("Keys", "Press a button, turn a switch on or off, open a menu"), ("Space",)),
        Key(
            translate("Keys", "Go through a list, a menu or answers; scroll the page"),
            ("Up", "Down"),
        ),
        Key(translate("Keys", "Scroll the page by a screen"), ("PgUp", "PgDown")),
        Key(
            translate("Keys", "Go to the beginning or the end of the page or the list"),
            ("Home", "End"),
        ),
        Key(
            translate("Keys", "Close what opened last, and go back to where you were"),
            ("Esc",),
        ),
        Key(translate("Keys", "On the page: go on to the next heading"), ("H",)),
        Key(translate("Keys", "On the page: go back to the heading before"), ("Shift+H",)),
        Key(
            translate("Keys", "List the headings of the page"),
            ("Ctrl+Shift+O",),
            "headings",
            window,
        ),
        Key(translate("Keys", "Turn the text cursor on or off; arrow keys move it"), ("F7",)),
    )
    return KeyGroup(translate("Keys", "Move about"), move), _pages()


def _pages() -> KeyGroup:
    window, everywhere = (Where.WINDOW,), (Where.WINDOW, Where.HANDOUT, Where.SETTINGS)
    pages = (
        Key(translate("Keys", "Back"), (_Standard.Back,), "back", window),
        Key(translate("Keys", "Forward"), (_Standard.Forward,), "forward", window),
        Key(translate("Keys", "Home"), ("Alt+Home",), "home", window),
        Key(translate("Keys", "This page"), ("F1",), "help", everywhere),
        Key(
            translate("Keys", "Close the window"),
            (_Standard.Close, _Standard.Quit),
            "close",
            window,
        ),
    )
    return KeyGroup(translate("Keys", "Go to a page"), pages)


def _find() -> KeyGroup:
    window = (Where.WINDOW,)
    return KeyGroup(
        translate("Keys", "Find"),
        (
            Key(
                translate("Keys", "Search all pages; arrows choose, Enter opens"),
                ("Ctrl+K",),
                "search",
                window,
            ),
            Key(translate("Keys", "Find words on this page"), ("Ctrl+F",), "find", window),
            Key(
                translate("Keys", "The next place that was found"),
                ("F3", "Ctrl+G"),
                "find next",
                window,
            ),
            Key(
                translate("Keys", "The place before"),
                ("Shift+F3", "Ctrl+Shift+G"),
                "find previous",
                window,
            ),
        ),
    )


def _look() -> KeyGroup:
    there = (Where.WINDOW, Where.HELP)
    return KeyGroup(
        translate("Keys", "Look"),
        (
            Key(translate("Keys", "Larger text"), (_Standard.ZoomIn, "Ctrl+="), "larger", there),
            Key(translate("Keys", "Smaller text"), (_Standard.ZoomOut,), "smaller", there),
            Key(translate("Keys", "Text in its standard size"), ("Ctrl+0",), "normal", there),
        ),
    )


def _listen() -> KeyGroup:
    window = (Where.WINDOW,)
    read = translate(
        "Keys", "Read the selected text aloud, or the page if none is selected; press again to stop"
    )
    pause = translate("Keys", "Pause reading aloud, or go on")
    return KeyGroup(
        translate("Keys", "Listen"),
        (Key(read, ("Ctrl+L",), "listen", window), Key(pause, ("Ctrl+Shift+L",), "pause", window)),
    )


def _hand_out() -> KeyGroup:
    dialog = (Where.HANDOUT,)
    return KeyGroup(
        translate("Keys", "Handouts"),
        (
            Key(translate("Keys", "Make a handout"), ("Ctrl+P",), "handout", (Where.WINDOW,)),
            Key(translate("Keys", "In the handout's window: print"), ("Ctrl+P",), "print", dialog),
            Key(
                translate("Keys", "In the handout's window: save as PDF"),
                ("Ctrl+S",),
                "save",
                dialog,
            ),
            Key(translate("Keys", "Larger preview"), ("Ctrl++", "Ctrl+="), "closer", dialog),
            Key(translate("Keys", "Smaller preview"), ("Ctrl+-",), "farther", dialog),
            Key(translate("Keys", "Preview in its usual size"), ("Ctrl+0",), "usual", dialog),
        ),
    )


def _clinic() -> KeyGroup:
    settings = (Where.SETTINGS,)
    return KeyGroup(
        translate("Keys", "The clinic"),
        (
            Key(
                translate("Keys", "Set the clinic's name, numbers, logo, paper and languages"),
                ("Ctrl+,",),
                "settings",
                (Where.WINDOW, Where.HANDOUT),
            ),
            Key(translate("Keys", "In the clinic's settings: save"), ("Ctrl+S",), "save", settings),
        ),
    )
