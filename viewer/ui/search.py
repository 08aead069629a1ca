"""The search as a reader meets it: field, list and page, joined."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from viewer.core.level import Level
from viewer.core.locales import format_number, is_right_to_left
from viewer.core.place import PageKind, Place
from viewer.core.search.results import Result, ResultKind, Results, Segment
from viewer.ui.announcing import announce
from viewer.ui.desk import Arrival, Finder
from viewer.ui.search_field import SearchField
from viewer.ui.search_list import SearchRow
from viewer.ui.search_panel import SearchPanel
from viewer.ui.session import Session
from viewer.ui.theme import Theme

PAUSE = 700
"""Milliseconds without a key before the results are told."""


class Search(QObject):
    """Searches with each key, shows what was found, and opens what is chosen."""

    def __init__(
        self,
        window: QWidget,
        field: SearchField,
        session: Session,
        page: QWidget,
    ) -> None:
        """``page`` takes the focus when one has been opened."""
        super().__init__(window)
        self._field = field
        self._session = session
        self._page = page
        self._found = Results()
        self._places: tuple[Result, ...] = ()
        self._before: QWidget | None = None
        self.panel = SearchPanel(window)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._say)
        window.installEventFilter(self)
        self._connect()

    def _connect(self) -> None:
        field, panel = self._field, self.panel
        field.typed.connect(self._search)
        field.entered.connect(self._enter)
        field.row_requested.connect(self._move)
        field.open_requested.connect(self._open_chosen)
        field.close_requested.connect(self.close)
        panel.result_requested.connect(self._open)
        panel.help_requested.connect(self._open_help)
        panel.topics_requested.connect(self._open_topics)
        panel.field_requested.connect(field.setFocus)
        panel.close_requested.connect(self.close)
        panel.follow(field)
        self._session.screen_changed.connect(self._leave)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self.panel.set_scale(theme, pixels)
        if self.panel.isVisible():
            self.panel.stand_below(self._field)

    def begin(self) -> None:
        """Put the focus into the field, with what it holds ready to be typed over."""
        focused = QApplication.focusWidget()
        if focused is not self._field:
            self._before = focused
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close(self) -> None:
        """Close the list; with none open, leave the field for where the focus was."""
        if self.panel.isVisible():
            self._field.setFocus()  # first: a way on that is hidden gives the focus to anything
            self.panel.hide()
        else:
            self._field.clear()
            before = self._before
            (before if before is not None and before.isVisible() else self._page).setFocus()

    def refresh(self) -> None:
        """Search again: more can be found than before."""
        if self.panel.isVisible():
            self._search(self._field.text())

    # --- searching ------------------------------------------------------------------

    def _search(self, text: str) -> None:
        if not text.strip():
            self.panel.hide()
            return
        session, finder = self._session, self._session.desk.finder
        place = session.history.place
        self._found = finder.search(text, session.language, place.level)
        self._places = tuple(r for group in self._found.groups for r in group.results)
        help_title = session.screen.help_title if session.screen is not None else ""
        self.panel.show_results(self._rows(place.level), self._message(finder), help_title)
        self.panel.stand_below(self._field)
        self.panel.show()
        self.panel.raise_()
        self._pause.start()

    def _say(self) -> None:
        """Once typing pauses, tell a screen reader what there is and what Enter opens."""
        if not self.panel.isVisible():
            return
        count = format_number(len(self._places), self._session.language)
        said = [self.panel.message.text() if self.panel.message.isVisible() else ""]
        if self._places:
            said += [self.tr("Results: {}").format(count), self.panel.chosen]
        announce(self._field, ". ".join(filter(None, said)))

    def _move(self, steps: int) -> None:
        """Go through the list; one that Escape has closed comes back first."""
        if not self.panel.isVisible() and self._field.text().strip():
            self._search(self._field.text())
            return
        self.panel.choose(steps)
        announce(self._field, self.panel.chosen)

    def _message(self, finder: Finder) -> str:
        sentences = []
        if not finder.is_complete and finder.is_preparing:
            sentences.append(self.tr("Search is being prepared. So far it looks at titles only."))
        elif not finder.is_complete:
            sentences.append(self.tr("Search looks at titles only."))
        if self._found.corrected and self._places:
            sentences.append(self.tr("Showing results for {}").format(self._found.corrected))
        if not self._places and not finder.is_complete:
            sentences.append(self.tr("No title has these words."))
        elif not self._places:
            sentences.append(self.tr("No page has these words. You can go on from here:"))
        return "\n".join(sentences)

    def _rows(self, level: Level) -> tuple[SearchRow, ...]:
        rows: list[SearchRow] = []
        several = len(self._found.groups) > 1 or not self._session.history.place.topic
        for group in self._found.groups:
            if several and group.results[0].kind is not ResultKind.TOPIC:  # its row says the same
                title = self._filled((Segment(group.title),), group.language)
                rows.append(SearchRow(title, title_rtl=is_right_to_left(group.language)))
            for result in group.results:
                row = SearchRow(
                    self._filled(result.title, result.title_language),
                    self._filled(result.snippet, result.language),
                    self._tag(result, level),
                    sum(1 for row in rows if row.target is not None),
                    is_right_to_left(result.title_language),
                    is_right_to_left(result.language),
                )
                rows.append(row)
        return tuple(rows)

    def _tag(self, result: Result, level: Level) -> str:
        if result.kind is ResultKind.GLOSSARY:
            return self._session.desk.presenter.glossary_title(level)
        if result.kind is ResultKind.TOPIC or result.level is level:
            return ""
        if result.level is Level.PLAIN:
            return self.tr("In plain language")
        return self.tr("In the clinical text")

    def _filled(self, segments: tuple[Segment, ...], language: str) -> tuple[Segment, ...]:
        """Words with the clinic's own values in them."""
        fill = self._session.desk.presenter.fill
        return tuple(
            s._replace(text=fill(s.text, language)) if "{{" in s.text else s for s in segments
        )

    # --- going on -------------------------------------------------------------------

    def _open_chosen(self) -> None:
        was_seen = self.panel.isVisible()
        if not was_seen:
            self._search(self._field.text())
        if self.panel.isVisible() and (self._places or was_seen):
            self.panel.open_chosen()  # but not a way on that nobody has seen yet

    def _open(self, target: int) -> None:
        result, session = self._places[target], self._session
        if result.kind is ResultKind.TOPIC:
            place = session.desk.navigator.topic(result.topic, session.history.place.level)
        elif result.kind is ResultKind.GLOSSARY:
            place = Place(PageKind.GLOSSARY, session.history.place.level, result.topic)
        else:
            place = Place(PageKind.SECTION, result.level, result.topic, result.section)
        session.open_place(place, result.anchor, self._found.words)
        self._page.setFocus()

    def _open_help(self) -> None:
        if self._session.screen is not None and self._session.screen.help:
            self._session.open_row(self._session.screen.help)
            self._page.setFocus()

    def _open_topics(self) -> None:
        self._session.open_topics()
        self._page.setFocus()

    # --- staying out of the way -----------------------------------------------------

    def _enter(self) -> None:
        self._session.desk.finder.begin()
        if self._field.text().strip() and self._field.hasFocus():
            self._search(self._field.text())

    def _leave(self, arrival: Arrival) -> None:
        """Another page, or another language; the same page in other clothes changes no result."""
        if not arrival.stay or arrival.translated:
            self.panel.hide()

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """The list belongs to the field: it goes when the focus goes anywhere else."""
        if now is None or now is self._field or self.panel.isAncestorOf(now):
            return
        self.panel.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.panel.isVisible():
            self.panel.stand_below(self._field)
        return super().eventFilter(watched, event)
