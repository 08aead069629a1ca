"""Shows how far the index of a large library is, and has it looked at again now and then."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from viewer.ui.index_bar import IndexBar
from viewer.ui.large_finder import LargeFinder
from viewer.ui.session import Session


class IndexWatch(QObject):
    """Puts a bar under the page, and tells the index when the window is used again."""

    def __init__(
        self,
        window: QWidget,
        page: QWidget,
        place: QBoxLayout,
        session: Session,
        finder: LargeFinder,
    ) -> None:
        """``place`` is where the page stands in the window, and bars under it."""
        super().__init__(window)
        self._page = page
        self._finder = finder
        self.bar = IndexBar()
        self.bar.set_language(session.language)
        session.language_changed.connect(self.bar.set_language)
        place.addWidget(self.bar)
        indexing = finder.indexing
        indexing.progressed.connect(self.bar.show_progress)
        indexing.waiting.connect(self.bar.show_waiting)
        indexing.failed.connect(self._fail)
        indexing.ready.connect(self._be_ready)
        self.bar.cancel_requested.connect(self._cancel)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._finder.indexing.look_again()
        return super().eventFilter(watched, event)

    def _be_ready(self, _changed: bool) -> None:
        self._hide()

    def _fail(self, _reason: str) -> None:
        """Where an older index still serves, nobody needs to know."""
        if self._finder.is_complete:
            self._hide()
        else:
            self.bar.show_unavailable()

    def _cancel(self) -> None:
        self._finder.cancel()
        self._hide()

    def _hide(self) -> None:
        """The focus goes to the page where the bar had it."""
        focused = self.bar.isAncestorOf(self.bar.window().focusWidget() or self._page)
        self.bar.hide()
        if focused:
            self._page.setFocus()
