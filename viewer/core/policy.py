"""What a visitor may do: the one object that every action and every link asks. Default is no."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.core.links import LinkKind


class Action(StrEnum):
    """What needs leave."""

    FOLLOW_SECTION = "follow-section"
    FOLLOW_ANCHOR = "follow-anchor"
    FOLLOW_TOPIC = "follow-topic"
    SHOW_TERM = "show-term"
    """Show the meaning of a word beside it."""
    OPEN_WEB = "open-web"
    """Ask, and then hand an address to the system's browser."""
    SHOW_TELEPHONE = "show-telephone"
    CONTEXT_MENU = "context-menu"
    REMEMBER = "remember"
    """Keep the reader's place and text size on disk."""
    TAKE_REQUESTS = "take-requests"
    """Show what another start of the program asks for."""
    CHANGE_SETTINGS = "change-settings"
    """Change what the clinic says of itself."""
    MAKE_HANDOUT = "make-handout"
    """Have a topic typeset for paper, and look at it."""
    PRINT = "print"
    SAVE_FILE = "save-file"
    """Choose a folder, and write a file there."""
    PRINT_UNASKED = "print-unasked"
    """Print the page on the clinic's printer, without any dialog."""
    SHOW_ABOUT = "show-about"
    """See who has read a text, and what has changed in it."""
    SELECT = "select"
    """Mark text, and with it the clipboard."""
    SPOKEN_MODE = "spoken-mode"
    """Have whatever is touched said, and choose it by a second touch."""
    CLOSE = "close"
    """End the program."""
    USE_SHORTCUTS = "use-shortcuts"
    """Any key that Qt or the window knows, and not those alone that a kiosk lists."""


_LINK_ACTIONS = {
    "section": Action.FOLLOW_SECTION,
    "anchor": Action.FOLLOW_ANCHOR,
    "topic": Action.FOLLOW_TOPIC,
    "about": Action.SHOW_ABOUT,
    "term": Action.SHOW_TERM,
    "web": Action.OPEN_WEB,
    "telephone": Action.SHOW_TELEPHONE,
}
"""By LinkKind, which is a string; links themselves are not needed before the first paint."""


class Policy:
    """Allows what it was given, and nothing else."""

    def __init__(self, allowed: Iterable[Action]) -> None:
        self._allowed = frozenset(allowed)

    def allows(self, action: Action) -> bool:
        """Whether this visitor may do this."""
        return action in self._allowed

    def allows_link(self, kind: LinkKind) -> bool:
        """Whether this visitor may follow a link of this kind."""
        action = _LINK_ACTIONS.get(kind)
        return action is not None and self.allows(action)


LAPTOP = Policy(
    (
        Action.FOLLOW_SECTION,
        Action.FOLLOW_ANCHOR,
        Action.FOLLOW_TOPIC,
        Action.SHOW_ABOUT,
        Action.SHOW_TERM,
        Action.OPEN_WEB,
        Action.SHOW_TELEPHONE,
        Action.CONTEXT_MENU,
        Action.REMEMBER,
        Action.TAKE_REQUESTS,
        Action.CHANGE_SETTINGS,
        Action.MAKE_HANDOUT,
        Action.PRINT,
        Action.SAVE_FILE,
        Action.SELECT,
        Action.CLOSE,
        Action.USE_SHORTCUTS,
    )
)
"""A reader at their own machine."""


def kiosk_policy(*, prints: bool) -> Policy:
    """What a stranger at a waiting-room screen may do; ``prints``: there is a printer for them."""
    allowed = (
        Action.FOLLOW_SECTION,
        Action.FOLLOW_ANCHOR,
        Action.FOLLOW_TOPIC,
        Action.SHOW_TERM,
        Action.SPOKEN_MODE,
    )
    return Policy((*allowed, Action.PRINT_UNASKED) if prints else allowed)
