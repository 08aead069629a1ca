"""Rings at a window that is already open, and hands it a request. Needs no event loop."""

from __future__ import annotations

import time
from enum import Enum

from PySide6.QtNetwork import QLocalSocket

from viewer.core.messages import MAX_MESSAGE, TAKEN, Answer, read_answer, write_request
from viewer.core.requests import Request

PATIENCE = 1.0
"""Seconds in which an open window must have said that it has the request."""
MORE_PATIENCE = 10.0
"""Seconds more in which it must have shown it: it may have to read a whole library first."""


class Nobody(Enum):
    """Why a request was not handed over."""

    GONE = "gone"
    """Only its socket is left."""
    SILENT = "silent"


def ring(name: str, request: Request) -> Answer | Nobody:
    """Hand over a request; the answer says nothing where the window did not.

    A window that takes it and then is slow counts as having met it; one that hangs up does not.
    """
    socket = QLocalSocket()
    until = time.monotonic() + PATIENCE
    socket.connectToServer(name)
    if not socket.waitForConnected(round(PATIENCE * 1_000)):
        refused = socket.error() == QLocalSocket.LocalSocketError.ConnectionRefusedError
        return Nobody.GONE if refused else Nobody.SILENT
    socket.write(write_request(request))
    socket.flush()
    if _line(socket, until) != TAKEN:
        socket.abort()
        return Nobody.SILENT
    line = _line(socket, time.monotonic() + MORE_PATIENCE)
    if not line and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
        return Answer(0)
    return read_answer(line) or Answer(1)


def _line(socket: QLocalSocket, until: float) -> bytes:
    """The next line that arrives before the time ``until``; empty where none does."""
    while not socket.canReadLine():
        left = round((until - time.monotonic()) * 1_000)
        if left <= 0 or socket.bytesAvailable() > MAX_MESSAGE:
            return b""
        if not socket.waitForReadyRead(left) and not socket.canReadLine():
            return b""
    return bytes(socket.readLine(MAX_MESSAGE + 1).data())
