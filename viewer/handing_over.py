"""A second start of the program hands what it asks for to the window that is already open."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.core.installation import Installation
from viewer.core.level import Level
from viewer.door import Door
from viewer.request import RequestError

if TYPE_CHECKING:
    from viewer.core.messages import Answer
    from viewer.core.requests import Request
    from viewer.opening import Opening
    from viewer.ui.session import Session
    from viewer.ui.window import Window

MOST_ASKED = 3
"""Windows that are tried; each silent one costs whoever waits a second."""


def hand_over(
    request: Request,
    door: Door,
    installation: Installation,
    report: Callable[[str], None],
) -> int | None:
    """Hand what is asked for to an open window: the exit status, or None where nobody took it.

    Raises:
        RequestError: the open window does not have it, or could not show it.
    """
    answer = _ask(door.names(), request)
    if answer is None:
        return None
    if answer.status:
        from viewer.core.words import ENGLISH, read_words  # late: a start that has failed

        english = read_words(installation.words, ENGLISH)
        raise RequestError(answer.said or english("request.not_shown"))
    if answer.said:
        report(answer.said)
    return 0


def _ask(names: list[str], request: Request) -> Answer | None:
    from viewer.ui.ringing import Nobody, ring  # late: only where a window is there to ask

    silent = 0
    for name in names:
        answer = ring(name, request)
        if not isinstance(answer, Nobody):
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
    from viewer.core.language import best_language  # late: after the first paint
    from viewer.core.messages import Answer
    from viewer.ui.doorbell import Doorbell, present

    def meet(request: Request) -> Answer:
        level = session.history.place.level
        if request.plain is not None:
            level = Level.PLAIN if request.plain else Level.CLINICAL
        before = session.language
        language = best_language(request.language, session.desk.languages, before)
        try:
            place, said = opening.asked(request, level, language)
        except RequestError as error:
            return Answer(1, str(error))
        try:
            session.set_language(language)
            session.open_place(place)
        except Exception:
            session.set_language(before)  # the page is still the one before
            raise
        present(window)
        window.view.setFocus()  # what was asked for is read, and scrolled, at once
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
