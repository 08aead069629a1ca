"""What comes up over or under the page while it is read; built after the first paint."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from viewer.ui.asides import Asides
from viewer.ui.desk import Arrival
from viewer.ui.explaining import Explaining
from viewer.ui.finding import Finding
from viewer.ui.helping import Helping
from viewer.ui.icons import Icons
from viewer.ui.page_caret import PageCaret
from viewer.ui.page_news import PageNews
from viewer.ui.page_view import PageView
from viewer.ui.search import Search
from viewer.ui.session import Session
from viewer.ui.theme import Theme
from viewer.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from viewer.ui.index_bar import IndexBar
    from viewer.ui.index_watch import IndexWatch
    from viewer.ui.large_finder import LargeFinder


class PageTools(QObject):
    """The search, the find bar, the marks of both, and the meanings of words.

    Knows what each new page does to them.
    """

    pause_requested = Signal()
    """Be silent for a while, or go on: whatever reads aloud, if it does."""

    def __init__(
        self,
        window: QWidget,
        view: PageView,
        session: Session,
        icons: Icons,
        place: QBoxLayout,
        toolbar: Toolbar,
    ) -> None:
        """``place`` is where the page stands in the window, and the bar under it."""
        super().__init__(view)
        self.search = Search(window, toolbar.search, session, view)
        self._view, self.toolbar = view, toolbar
        self._window, self._session, self._place = window, session, place
        self._scale: tuple[Theme, int, float] | None = None
        self._watch: IndexWatch | None = None
        self._closed_by_escape: list[Callable[[], bool]] = []
        self.asides = Asides(window, session, toolbar)
        self.finding = Finding(view, icons, place)
        self.finding.bar.set_language(session.language)
        session.language_changed.connect(self.finding.bar.set_language)
        self.helping = Helping(window, session, icons)
        self.helping.offer_in(toolbar.theme.menu())
        self.explaining = Explaining(window, view, session.explain, lambda: session.spacing)
        session.term_requested.connect(self.explaining.ask)
        self.explaining.glossary_requested.connect(session.open_glossary)
        self.caret = PageCaret(view)
        self.news = PageNews(view, session)

    def watch_index(self, finder: LargeFinder) -> IndexBar:
        """Show how far the index of a large library is; gives the bar that does."""
        from viewer.ui.index_watch import IndexWatch  # late: few libraries are large

        self._watch = IndexWatch(self._window, self._view, self._place, self._session, finder)
        if self._scale is not None:
            self._watch.bar.set_scale(self._scale[1])
        return self._watch.bar

    def leave(self) -> None:
        """Close what belongs to the page that goes, while its words are still there."""
        self.explaining.close()
        self.caret.leave()

    def arrive(self, arrival: Arrival) -> None:
        """Mark what the page that is now shown was opened for."""
        if arrival.stay and not arrival.translated:
            self.caret.come_back()
        marks, finding = self._view.marks, self.finding
        if arrival.marks:
            finding.give_way()
            marks.mark_words(arrival.marks, arrival.anchor)
            self._begin_at_mark()
        elif arrival.stay or finding.is_open:
            marks.keep(same=arrival.stay, in_sight=arrival.stay and finding.is_open)
        else:
            marks.clear()
        self.news.tell()

    def _begin_at_mark(self) -> None:
        """Arrow keys, Tab and a screen reader go on from the words that were looked for."""
        hit = self._view.marks.shown_hit()
        if hit is not None:
            self._view.focus.go_on_from(hit[0])

    def escape(self) -> bool:
        """Close or take away what came last; whether there was something."""
        if self.explaining.is_open:
            self.explaining.close()
        elif self.finding.is_open:
            self.finding.close()
        elif any(close() for close in self._closed_by_escape):
            pass
        elif self._view.is_marked:
            self._view.marks.clear()
        else:
            return False
        return True

    def put_under_page(self, bar: QWidget, escape: Callable[[], bool]) -> None:
        """Let a bar stand there; ``escape`` closes it, and says whether there was anything."""
        self._place.addWidget(bar)
        self._closed_by_escape.append(escape)

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._scale = (theme, pixels, ratio)
        self.search.set_scale(theme, pixels)
        self.asides.set_scale(pixels)
        if self._watch is not None:
            self._watch.bar.set_scale(pixels)
        self.finding.set_scale(theme, pixels, ratio)
