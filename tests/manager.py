"""A stand-in for the service manager: a socket that a test listens at."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from pathlib import Path


class Manager:
    """Hears what processes say to it, in the order in which they say it."""

    def __init__(self, folder: Path, *, abstract: bool = False) -> None:
        self.address = f"@careleaf-{os.getpid()}-{id(self)}" if abstract else str(folder / "n")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind("\0" + self.address[1:] if abstract else self.address)
        self._socket.setblocking(False)
        self.heard: list[str] = []

    def listen(self) -> list[str]:
        """All that has been said so far."""
        while True:
            try:
                self.heard.append(self._socket.recv(4096).decode())
            except BlockingIOError:
                return self.heard

    def wait(self, until: Callable[[list[str]], bool], seconds: float = 20) -> list[str]:
        """Wait for what the test expects to be said."""
        end = time.monotonic() + seconds
        while not until(self.listen()):
            assert time.monotonic() < end, self.heard
            time.sleep(0.01)
        return self.heard

    def beats(self) -> int:
        """How often a watchdog was told that all is well."""
        return self.listen().count("WATCHDOG=1")

    def close(self) -> None:
        """Be gone."""
        self._socket.close()
