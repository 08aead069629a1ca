"""What comes up over or under the page while it is read; built after the first paint."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

from viewer.ui.desk import Arrival
from viewer.ui.explaining import Explaining
from viewer.ui.finding import Finding
from viewer.ui.icons import Icons
from viewer.ui.page_view import PageView
from viewer.ui.search import Search
from viewer.ui.search_field import SearchField
from viewer.ui.session import Session
from viewer.ui.theme import Theme


class PageTools(QObject):
    """The search, the find bar, the marks of both, and the meanings of words.

    Knows what each new page does to them.
    """

    def __init__(
        self,
        window: QWidget,
        view: PageView,
        session: Session,
        icons: Icons,
        place: QBoxLayout,
        field: SearchField,
    ) -> None:
        """``place`` is where the page stands in the window, and the bar under it."""
        super().__init__(view)
        self.search = Search(window, field, session, view)
        self._view = view
        self.finding = Finding(view, icons, place)
        self.explaining = Explaining(window, view, session.explain)
        session.term_requested.connect(self.explaining.ask)
        self.explaining.glossary_requested.connect(session.open_glossary)

    def arrive(self, arrival: Arrival) -> None:
        """Mark what the page that is now shown was opened for."""
        marks, finding = self._view.marks, self.finding
        self.explaining.close()
        if arrival.marks:
            finding.give_way()
            marks.mark_words(arrival.marks, arrival.anchor)
        elif arrival.stay or finding.is_open:
            marks.keep(same=arrival.stay, in_sight=arrival.stay and finding.is_open)
        else:
            marks.clear()

    def escape(self) -> bool:
        """Close or take away what came last; whether there was something."""
        if self.explaining.is_open:
            self.explaining.close()
        elif self.finding.is_open:
            self.finding.close()
        elif self._view.is_marked:
            self._view.marks.clear()
        else:
            return False
        return True

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self.search.set_scale(theme, pixels)
        self.finding.set_scale(theme, pixels, ratio)
