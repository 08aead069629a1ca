"""A screen reader in a process of its own: asks the real bus what Orca would ask.

The system's own Python runs it, for pyatspi belongs to that one. It starts the program, so that
both are in one session, and answers requests: a line of JSON each way.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pyatspi
from gi.repository import Atspi, Gio, GLib

WATCHED = (
    "object:state-changed:focused",
    "object:state-changed:showing",
    "object:text-caret-moved",
    "object:property-change:accessible-name",
    "object:announcement",
)
ANSWER = "answer "
"""How a line begins that is one; the bus's own programs write on the same stream."""
PATIENCE = 60.0
"""Seconds that the program has to start, on a busy machine."""
ONLY_READ = ("tree", "page", "lines", "caret")
"""What can be asked again without doing anything twice."""
TRIES = 20
_KEYCODES = {
    "Tab": 23,
    "F6": 72,
    "Return": 36,
    "Ctrl": 37,
    "h": 43,
    "Shift": 50,
    "Alt": 64,
    "Up": 111,
    "Left": 113,
    "Down": 116,
}
"""As X counts the keys of a usual keyboard."""
Answer = dict[str, Any]


class Program:
    """The program that is read, as one of the session's applications."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.events: list[Answer] = []

    # --- what can be asked ----------------------------------------------------------

    def start(self, command: list[str]) -> Answer:
        """Start it, and wait until it is there with a document or some control."""
        self.stop()
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            if self._window() is not None:
                return {}
            time.sleep(0.05)
        return {"error": f"not there; ended with {self.process.poll()}"}

    def stop(self) -> Answer:
        """End it; how it ended."""
        if self.process is None:
            return {}
        self.process.terminate()
        status = self.process.wait(10)
        self.process = None
        return {"status": status}

    def tree(self) -> Answer:
        """All that the window holds."""
        window = self._window()
        return self._told(window) if window is not None else {}

    def page(self) -> Answer:
        """All that the document holds."""
        document = self._document()
        return self._told(document) if document is not None else {}

    def lines(self) -> list[str]:
        """The document's text, line by line as it is laid out."""
        text = self._document().queryText()
        found, at = [], 0
        while at < text.characterCount:
            line, _, end = text.getTextAtOffset(at, pyatspi.TEXT_BOUNDARY_LINE_START)
            found.append(line.strip("\n"))
            at = max(end, at + 1)
        return found

    def caret(self) -> int:
        """Where the caret is in the document's text."""
        return int(self._document().queryText().caretOffset)

    def press(self, role: str, name: str) -> Answer:
        """Press what has this role and name."""
        found = _patiently(lambda: self._named(role, name))
        if found is None:
            return {"error": f"no {role} {name!r}"}
        found.queryAction().doAction(0)
        return {}

    def key(self, *names: str) -> Answer:
        """Press a key, the last one, with others held."""
        codes = [_KEYCODES[name] for name in names]
        for code in codes[:-1]:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(codes[-1], None, Atspi.KeySynthType.PRESSRELEASE)
        for code in reversed(codes[:-1]):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)
        return {}

    def heard(self) -> list[Answer]:
        """What the program has told of itself since this was last asked."""
        found, self.events = self.events, []
        return found

    # --- how it is found ------------------------------------------------------------

    def hear(self, event: Any) -> None:
        """Keep what an event says; its source may be gone by now."""
        try:
            role, name = event.source.getRoleName(), event.source.name
        except (GLib.Error, RuntimeError, AttributeError):
            role, name = "", ""
        words = event.any_data if isinstance(event.any_data, str) else ""
        kind = str(event.type)
        self.events.append(
            {"kind": kind, "on": event.detail1, "role": role, "name": name, "words": words}
        )

    def _named(self, role: str, name: str) -> Any:
        every = _walk(self._window())
        return next((one for one in every if one.getRoleName() == role and one.name == name), None)

    def _document(self) -> Any:
        for one in _walk(self._window()):
            if one.getRoleName() == "document web":
                return one
        return None

    def _window(self) -> Any:
        for application in pyatspi.Registry.getDesktop(0):
            try:
                if application is not None and application.name == "Careleaf":
                    for window in application:
                        if _shown(window):
                            return window
            except GLib.Error:
                continue  # one that is ending
        return None

    def _told(self, one: Any) -> Answer:
        has_place = "Component" in pyatspi.listInterfaces(one)
        box = one.queryComponent().getExtents(0) if has_place else ()
        told = {
            "role": one.getRoleName(),
            "name": one.name,
            "description": one.description,
            "states": [pyatspi.stateToString(state) for state in one.getState().getStates()],
            "attributes": list(one.getAttributes()),
            "language": one.objectLocale,
            "interfaces": list(pyatspi.listInterfaces(one)),
            "rect": list(box),
        }
        # What is hidden is not asked for what is in it: it takes long, and no reader gets there.
        inside = one if "visible" in told["states"] else ()
        told["children"] = [self._told(child) for child in inside if child is not None]
        if "TableCell" in told["interfaces"] and told["role"] == "table cell":
            told["heads"] = [head.name for head in one.queryTableCell().columnHeaderCells]
        return told


def _patiently(ask: Callable[[], Any]) -> Any:
    """Ask again where something has gone between two questions, as it does with its page."""
    for _ in range(TRIES):
        try:
            return ask()
        except GLib.Error:
            time.sleep(0.05)
    return ask()


def _walk(one: Any) -> Iterator[Any]:
    if one is None:
        return
    yield one
    for child in one if one.getState().contains(pyatspi.STATE_VISIBLE) else ():
        if child is not None:
            yield from _walk(child)


def _shown(window: Any) -> bool:
    return bool(window.getState().contains(pyatspi.STATE_SHOWING))


def serve() -> None:
    """Answer until the other side goes."""
    program = Program()
    for kind in WATCHED:
        pyatspi.Registry.registerEventListener(program.hear, kind)
    asked: dict[str, Callable[..., Any]] = {
        name: getattr(program, name)
        for name in ("start", "stop", "tree", "page", "lines", "caret", "press", "key", "heard")
    }

    def answer(*_: Any) -> bool:
        line = sys.stdin.readline()
        if not line:
            program.stop()
            pyatspi.Registry.stop()
            return False
        name, *arguments = json.loads(line)
        ask = partial(asked[name], *arguments)
        try:
            said = _patiently(ask) if name in ONLY_READ else ask()
        except (GLib.Error, RuntimeError, LookupError, StopIteration, NotImplementedError) as error:
            said = {"error": repr(error)}
        print(ANSWER + json.dumps(said), flush=True)
        return True

    GLib.io_add_watch(sys.stdin.fileno(), GLib.IO_IN | GLib.IO_HUP, answer)
    pyatspi.Registry.start()


def be_one() -> None:
    """Say on the session's bus that a screen reader is there, as Orca does."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        where = ("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set")
        bus.call_sync(*where, value, None, Gio.DBusCallFlags.NONE, 20_000, None)


if __name__ == "__main__":
    window_manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    os.environ["QT_QPA_PLATFORM"] = "xcb"
    try:
        be_one()
        serve()
    finally:
        window_manager.terminate()
