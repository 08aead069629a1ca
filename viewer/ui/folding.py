"""Where panels stand: the sidebar beside the page, or, where there is no room, in its place."""

from __future__ import annotations

from operator import itemgetter

from PySide6.QtWidgets import QBoxLayout, QWidget

from viewer.ui import metrics as sizes
from viewer.ui.page_view import PageView
from viewer.ui.session import Session
from viewer.ui.sidebar import WIDTH, Sidebar
from viewer.ui.status_line import StatusLine
from viewer.ui.toggling import show_checked
from viewer.ui.toolbar import Toolbar

_ANY_WIDTH = 16_777_215
"""Qt's own number for a widget that may be as wide as it likes."""
_LEAST_PAGE = 48
"""Pixels of the page's height beside a find bar in a low window; Qt's own is twice that."""
_STATUS_HEIGHT, _TOOLBAR_HEIGHT = 1 / 6, 0.28
"""Parts of the window's height that these may take."""


class Folding:
    """Folds the sidebar away in narrow windows and beside large text; shows it when asked.

    Keeps what stands above and below the page from taking its height.
    """

    def __init__(
        self,
        window: QWidget,
        session: Session,
        panels: tuple[Toolbar, Sidebar, PageView, StatusLine],
        middle: QBoxLayout,
        page_place: QBoxLayout,
    ) -> None:
        """``middle`` holds the sidebar and ``page_place``, which holds the page."""
        self._window, self._session = window, session
        self._toolbar, self._sidebar, self._view, self._status = panels
        self._middle, self._page_place = middle, page_place
        self._view.setMinimumHeight(_LEAST_PAGE)
        self.is_asked = False
        """The reader has asked for the sidebar where it stands in the page's place."""

    @property
    def folds(self) -> bool:
        """Whether there is no room for the sidebar beside the page."""
        narrow = self._window.width() < sizes.FOLD_BELOW_PIXELS
        return narrow or self._session.percent >= sizes.FOLD_FROM_PERCENT

    def fit(self) -> None:
        """The window, the text or the screen is another one: give each its place."""
        folds, toolbar, sidebar, view = self.folds, self._toolbar, self._sidebar, self._view
        if not folds:
            self.is_asked = False
        toolbar.offer(toolbar.sections, folds)
        show_checked(toolbar.sections, on=self.is_asked)
        has_help = self._session.screen is not None and bool(self._session.screen.help)
        toolbar.offer(toolbar.help, folds and has_help)
        shown: list[tuple[bool, QWidget]] = [
            (not folds or self.is_asked, sidebar),
            (not (folds and self.is_asked), view),
        ]
        for is_shown, widget in sorted(shown, key=itemgetter(0)):
            widget.setVisible(is_shown)  # what goes first: for a moment, both would be narrow
        self._middle.setStretchFactor(self._page_place, int(not view.isHidden()))
        if folds:
            sidebar.setMinimumWidth(0)
            sidebar.setMaximumWidth(_ANY_WIDTH)
        else:
            percent = min(self._session.percent, sizes.CONTROLS_LARGEST)
            sidebar.setFixedWidth(min(WIDTH * percent // 100, self._window.width() * 2 // 5))
        self._share_height()

    def _share_height(self) -> None:
        """At least half of the height is the page's."""
        width, height = self._window.width(), self._window.height()
        self._toolbar.make_room(width, round(height * _TOOLBAR_HEIGHT))
        left = height // 2 - self._toolbar.heightForWidth(width)
        self._status.make_room(width, min(round(height * _STATUS_HEIGHT), left))

    def ask(self) -> None:
        """Show the sidebar in the page's place, or give the page its place back."""
        self.is_asked = not self.is_asked
        self.fit()
        toolbar = self._toolbar
        (self._sidebar.view if self.is_asked else toolbar.at_hand(toolbar.sections)).setFocus()

    def close(self) -> bool:
        """Give the page its place back, if the sidebar has it; says whether it had."""
        if not self.is_asked:
            return False
        self.is_asked = False
        self.fit()
        return True
