"""How a kiosk is, for whoever looks after it: a line for the service manager, lines for the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from viewer import __version__
from viewer.core.words import ENGLISH

if TYPE_CHECKING:
    from viewer.kiosk_log import KioskLog
    from viewer.service import Service


class Report:
    """Says what has changed since it was last asked; never anything about a visitor."""

    def __init__(
        self,
        problems: Callable[[str], Sequence[str]],
        content: Callable[[], Sequence[str]],
        log: KioskLog,
        service: Service,
    ) -> None:
        """``problems`` gives sentences in a language; ``content`` each topic with its version."""
        self._problems, self._content = problems, content
        self._log, self._service = log, service
        self._versions = ""
        self._known: tuple[str, ...] = ()
        self._line = ""

    def forget_content(self) -> None:
        """It has changed."""
        self._versions = ""

    def tell(self) -> None:
        """Look how it is, and say what is new of that."""
        problems = tuple(dict.fromkeys(self._problems(ENGLISH)))
        for problem in problems:
            if problem not in self._known:
                self._log.warning(f"Problem: {problem}")
        if self._known and not problems:
            self._log.info("There are no problems any more.")
        self._known = problems
        if not self._versions:
            self._versions = ", ".join(self._content())
        line = f"Careleaf {__version__}; {_counted(problems)}; content: {self._versions}"
        if line != self._line:
            self._line = line
            self._service.status(line)


def _counted(problems: Sequence[str]) -> str:
    if not problems:
        return "no problems"
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return f"{count}, told in its log"
