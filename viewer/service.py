"""Tells the service manager how we are, in systemd's notify protocol: see sd_notify(3).

Where there is no manager, or it has gone, nothing happens; nothing here blocks, and nothing raises.
"""

from __future__ import annotations

import os
import socket
from collections.abc import MutableMapping

SOCKET, INTERVAL, WATCHED = "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"
LONGEST_STATUS = 200
"""Characters of a status line."""
LONGEST_INTERVAL = 86_400.0
"""Seconds; a manager that looks once a day does not look."""
_FAMILY = getattr(socket, "AF_UNIX", None)
"""Windows has none that Python knows."""
_AT_ONCE = getattr(socket, "MSG_DONTWAIT", 0)


class Service:
    """This process as its manager sees it."""

    def __init__(self, address: str = "", watchdog: float | None = None) -> None:
        self._address = _address(address)
        self.watchdog: float | None = watchdog if self._address else None
        """Seconds within which the manager wants to hear ``alive``; None: it does not wait."""

    @property
    def is_heard(self) -> bool:
        """Whether there is a manager to speak to, as far as this process was told."""
        return bool(self._address)

    def ready(self) -> None:
        """The start is over."""
        self._send("READY=1")

    def alive(self) -> None:
        """The event loop goes round."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """The end has begun."""
        self._send("STOPPING=1")

    def status(self, text: str) -> None:
        """One line for ``systemctl status``: never anything about a visitor."""
        self._send(f"STATUS={' '.join(text.split())[:LONGEST_STATUS]}")

    def _send(self, line: str) -> None:
        if not self._address or _FAMILY is None:
            return
        try:
            with socket.socket(_FAMILY, socket.SOCK_DGRAM) as speaker:
                speaker.sendto(line.encode("utf-8", "replace"), _AT_ONCE, self._address)
        except (OSError, ValueError):  # it is gone, or has more to read than it takes
            return


def take_service(environment: MutableMapping[str, str] | None = None) -> Service:
    """The manager that the environment names.

    Its variables are taken out, so that the processes we start do not speak in our name.
    """
    variables = os.environ if environment is None else environment
    address = variables.pop(SOCKET, "")
    interval = variables.pop(INTERVAL, "")
    watched = variables.pop(WATCHED, "")
    # By the protocol, an interval for another process is none of ours: the unit that starts us
    # inside a compositor takes WATCHDOG_PID away (resources/kiosk).
    ours = watched in ("", str(os.getpid()))
    return Service(address, _seconds(interval) if ours else None)


def _seconds(microseconds: str) -> float | None:
    """An interval; None for what is none."""
    if not (microseconds.isascii() and microseconds.isdecimal()):
        return None
    # The number may have more digits than Python turns into an int.
    seconds = int(microseconds[:20]) / 1_000_000
    return seconds if 0 < seconds <= LONGEST_INTERVAL else None


def _address(named: str) -> str:
    """A path, or an abstract name; empty for what the protocol does not know."""
    if named.startswith("@"):
        return "\0" + named[1:]
    return named if named.startswith("/") else ""
