"""A second start of the program hands what it asks for to the window that is already open.

Windows of one user with the same library, clinic and settings stand behind one door. Each has
a socket of its own there, so that no two ever argue about one; the last one opened is asked first.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from viewer.asking import request_of, understood
from viewer.core.installation import Installation
from viewer.core.level import Level
from viewer.core.messages import VERSION, Answer
from viewer.core.requests import Request
from viewer.folders import Folders
from viewer.options import Options
from viewer.request import RequestError

if TYPE_CHECKING:
    from viewer.opening import Opening
    from viewer.ui.session import Session
    from viewer.ui.window import Window

LONGEST_PATH = 100
"""Bytes of a socket's path; some systems allow 104."""
MOST_ASKED = 3
"""Windows that are tried; each silent one costs whoever waits a second."""
_PIPES = "\\\\.\\pipe\\"


class Door(NamedTuple):
    """Where the windows listen that may take a request."""

    folder: str
    """Of their sockets; on Windows, where named pipes are."""
    prefix: str
    """What their names begin with."""

    def new_name(self) -> str:
        """A name for one more window; empty where the folder's own name is too long."""
        name = os.path.join(self.folder, f"{self.prefix}{os.getpid():x}{os.urandom(3).hex()}")
        return name if len(os.fsencode(name)) <= LONGEST_PATH else ""

    def names(self) -> Iterator[str]:
        """The windows that have been opened here, the last first."""
        found: list[tuple[int, str]] = []
        with contextlib.suppress(OSError):
            for name in os.listdir(self.folder):
                path = os.path.join(self.folder, name)
                if name.startswith(self.prefix) and (age := _age(path)) is not None:
                    found.append((age, path))
        return (path for _, path in sorted(found, reverse=True))


def door_of(options: Options, installation: Installation, folders: Folders) -> Door:
    """The door of the windows that show the same library to the same user."""
    library = [os.path.abspath(folder) for folder in options.library]
    clinic = options.clinic or folders.clinic_file()
    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "")
    facts = (
        VERSION,
        user,
        library or str(installation.content),
        os.path.abspath(clinic) if clinic else "",
        str(folders.config),
    )
    prefix = f"careleaf-{hashlib.sha256(repr(facts).encode()).hexdigest()[:12]}-"
    return Door(_PIPES if os.name == "nt" else str(folders.runtime or folders.cache), prefix)


def hand_over(
    options: Options,
    installation: Installation,
    folders: Folders,
    report: Callable[[str], None],
) -> int | None:
    """Hand what is asked for to an open window: the exit status, or None where nobody took it.

    Raises:
        RequestError: what is asked for is no request, or the open window does not have it.
    """
    options = understood(options, installation)
    request = request_of(options)
    if request is None:
        return None
    answer = _ask(door_of(options, installation, folders), request)
    if answer is None:
        return None
    if answer.status:
        raise RequestError(answer.said)
    if answer.said:
        report(answer.said)
    return 0


def _ask(door: Door, request: Request) -> Answer | None:
    from viewer.ui.ringing import Nobody, ring  # late: only where a window is there to ask

    silent = 0
    for name in door.names():
        answer = ring(name, request)
        if isinstance(answer, Answer):
            return answer
        if answer is Nobody.GONE:
            with contextlib.suppress(OSError):
                os.unlink(name)  # left by a program that was killed
        else:
            silent += 1
        if silent >= MOST_ASKED:
            return None
    return None


def answer_the_door(door: Door, opening: Opening, session: Session, window: Window) -> None:
    """From now on take what other starts ask for, until the window is closed."""
    from viewer.ui.doorbell import Doorbell, present  # late: after the first paint

    def meet(request: Request) -> Answer:
        level = session.history.place.level
        if request.plain is not None:
            level = Level.PLAIN if request.plain else Level.CLINICAL
        try:
            place, said = opening.asked(request, level)
            if request.language and opening.speak(request.language):
                session.forget_desk()
                place, said = opening.asked(request, level)
        except RequestError as error:
            return Answer(1, str(error))
        session.open_place(place)
        present(window)
        return Answer(0, said)

    name = door.new_name()
    if not name:
        return
    if os.name != "nt":
        with contextlib.suppress(OSError):
            Path(door.folder).mkdir(parents=True, exist_ok=True)
    doorbell = Doorbell(meet, window)
    if doorbell.listen(name):
        window.closing.connect(doorbell.close)


def _age(path: str) -> int | None:
    """When a socket was made; None for one that is another user's, whom we tell nothing."""
    if os.name == "nt":
        return 0
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_mtime_ns if status.st_uid == os.getuid() else None
