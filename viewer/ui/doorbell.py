"""The open window's ear for other starts of the program that carry a request.

It listens on a local socket that only this user may use. Whoever rings has a short time and a
short line; the rest is refused without a word, and costs the window nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QWidget

from viewer.core.messages import MAX_MESSAGE, TAKEN, Answer, read_request, write_answer
from viewer.core.requests import Request

PATIENCE = 2_000
"""Milliseconds in which a request must have arrived."""
MOST_VISITORS = 8


class Doorbell(QObject):
    """Takes requests for as long as its window is open."""

    def __init__(self, meet: Callable[[Request], Answer], parent: QObject) -> None:
        """``meet`` shows what is asked for, and says how that went."""
        super().__init__(parent)
        self._meet = meet
        self._visitors: set[_Visitor] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def listen(self, name: str) -> bool:
        """Begin; False where the system does not let us, which costs only this service."""
        return self._server.listen(name)

    def close(self) -> None:
        """From now on nobody answers."""
        self._server.close()
        for visitor in tuple(self._visitors):
            visitor.send_away()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            visitor = _Visitor(socket, self._meet, self)
            self._visitors.add(visitor)
            visitor.destroyed.connect(lambda _=None, gone=visitor: self._visitors.discard(gone))
            if len(self._visitors) > MOST_VISITORS:
                visitor.send_away()


class _Visitor(QObject):
    """One start that rings: its line is read, met and answered once."""

    def __init__(
        self, socket: QLocalSocket, meet: Callable[[Request], Answer], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._socket = socket
        self._meet = meet
        self._heard = False
        socket.setParent(self)
        socket.setReadBufferSize(MAX_MESSAGE + 1)
        socket.disconnected.connect(self.deleteLater)
        socket.readyRead.connect(self._listen)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.send_away)
        self._clock.start(PATIENCE)
        self._listen()  # the line may have come with the connection

    def send_away(self) -> None:
        """End it, whatever state it is in."""
        self._socket.abort()
        self.deleteLater()

    def _listen(self) -> None:
        if self._heard:
            return
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > MAX_MESSAGE:
                self.send_away()
            return
        self._heard = True
        request = read_request(bytes(self._socket.readLine(MAX_MESSAGE + 1).data()))
        if request is None:
            self.send_away()
            return
        self._clock.stop()
        self._socket.write(TAKEN)
        self._socket.flush()  # whoever rings waits for this, and a page may take a moment
        QTimer.singleShot(0, self, lambda: self._answer(request))

    def _answer(self, request: Request) -> None:
        answer = Answer(1)  # whoever rings has words for a fault of ours
        try:
            answer = self._meet(request)
        finally:
            self._clock.start(PATIENCE)  # from now on it waits for them to take the answer
            self._socket.write(write_answer(answer))
            self._socket.disconnectFromServer()  # once all is written


def present(window: QWidget) -> None:
    """Bring a window to the front, from wherever it is."""
    state = window.windowState() & ~Qt.WindowState.WindowMinimized
    window.setWindowState(state | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
