"""What a session is given, and what it says of the screens that it makes: plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from viewer.ui.metrics import Layout, Metrics, TextSpacing
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from viewer.core.level import Level
    from viewer.core.navigation import Navigator
    from viewer.core.search.results import Results
    from viewer.handout.making import HandoutMaker
    from viewer.ui.presenter import Presenter
    from viewer.ui.scrolling import Scrolling


class Finder(Protocol):
    """What searches; it may still be preparing."""

    changed: SignalInstance
    """More can be found than before, or other things."""

    @property
    def is_complete(self) -> bool:
        """Whether texts are searched too, and not yet titles alone."""

    @property
    def is_preparing(self) -> bool:
        """Whether more will be found soon."""

    def begin(self) -> None:
        """Prepare, while the window idles."""

    def search(self, text: str, language: str, level: Level) -> Results:
        """What a reader of a language and a level finds."""


class Desk(NamedTuple):
    """What reads packs; built late."""

    navigator: Navigator
    presenter: Presenter
    finder: Finder
    languages: tuple[str, ...]
    """Those that this reader is offered."""
    maker: Callable[[], HandoutMaker]
    """What makes handouts; called when somebody wants one."""


class Choices(NamedTuple):
    """How the reader wants it, as options and settings say."""

    theme: str
    percent: int
    language: str
    chosen_language: str = ""
    """What they have chosen themselves; empty: it was found for them."""
    spacing: TextSpacing = TextSpacing()


class Drawn(NamedTuple):
    """What a screen's HTML depends on beside its text."""

    theme: Theme
    layout: Layout
    language: str
    day: str
    """A review may become due at midnight."""


class Viewport(Protocol):
    """What the session asks the window's text browser."""

    @property
    def scrolling(self) -> Scrolling:
        """Where the page is."""

    def metrics(self, percent: int) -> Metrics:
        """Sizes for a text of so many per cent, on this screen and in the width there is."""


class Arrival(NamedTuple):
    """Where on a page to begin."""

    anchor: str = ""
    scroll: float = 0.0
    stay: bool = False
    """The same page in other clothes: keep the words that are at the top there."""
    marks: tuple[str, ...] = ()
    """Words to mark wherever they stand; the page begins at the first of them."""
    translated: bool = False
    """The same page in other words: keep the place in the text."""
