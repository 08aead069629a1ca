"""The kiosk's one window: puts its panels together, and wires every signal in one list."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from viewer.core.images import ImageData
from viewer.core.policy import Action
from viewer.core.tile import names
from viewer.ui.announcing import AnnouncingWindow
from viewer.ui.fonts import load_letters
from viewer.ui.icons import Icons
from viewer.ui.kiosk import scale
from viewer.ui.kiosk.bar import KioskBar
from viewer.ui.kiosk.by_key import ByKey
from viewer.ui.kiosk.ends import Ends
from viewer.ui.kiosk.found_rows import found_rows
from viewer.ui.kiosk.front import Front
from viewer.ui.kiosk.home import KioskHome
from viewer.ui.kiosk.page import KioskPageView
from viewer.ui.kiosk.part import Part
from viewer.ui.kiosk.row import Row
from viewer.ui.kiosk.said import Said
from viewer.ui.kiosk.side import KioskSide
from viewer.ui.kiosk.style import kiosk_style_sheet
from viewer.ui.kiosk.topics import TopicsPanel
from viewer.ui.kiosk.visit import Visit
from viewer.ui.session import Session
from viewer.ui.style import palette
from viewer.ui.theme import Theme
from viewer.ui.toggling import show_checked

if TYPE_CHECKING:
    from viewer.ui.desk import Arrival

NAME = "Careleaf"


Named = Sequence[tuple[str, str]]


class KioskWindow(AnnouncingWindow):
    """Shows one front at a time, and the bar under it."""

    print_requested = Signal()
    first_painted = Signal()
    ending = Signal()
    """Staff leave: every part is to let go of what it holds."""

    def __init__(
        self,
        session: Session,
        view: KioskPageView,
        icons: Icons,
        visit: Visit,
        keyboards: Path,
    ) -> None:
        """``keyboards`` is the folder of the layouts of its own keyboard."""
        super().__init__(None, Qt.WindowType.FramelessWindowHint)
        self.setObjectName("kiosk")
        self.setWindowTitle(NAME)
        self._session, self._icons, self.visit = session, icons, visit
        self.view = view
        self.languages: Named = ()
        """The languages that are offered, each a tag and its own name."""
        self.clinic_name = ""
        self.home = KioskHome(icons)
        self.topics = TopicsPanel(icons, keyboards)
        self.side = KioskSide(icons)
        self.bar = KioskBar(icons)
        self._stack = QStackedWidget()
        for panel in (self.home, self.topics, self.view):
            self._stack.addWidget(panel)
        self._arrange()
        self.said = Said(self)
        self._ends = Ends(self, self.home, view, self.side, self.bar)
        panels, around = (self.home, self.topics, view), (self.side, self.bar)
        self._by_key = ByKey(self, visit, panels, around, self._ends)
        self.focus = self._by_key.focus
        self.ending.connect(self.focus.let_go)
        self._panels: list[Part] = [self.home, self.topics, self.side, self.bar, self.said]
        self._worn: tuple[object, ...] = ()
        self._is_ending = self._was_painted = False
        self._stop = visit.stop
        self._overlays: list[Part] = []
        self._connect()

    def _arrange(self) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._stack, 1)
        middle.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)

    def _connect(self) -> None:
        """Every signal of the window."""
        visit, bar, view, topics = self.visit, self.bar, self.view, self.topics
        self._session.screen_changed.connect(self._show_page)
        self._session.anchor_requested.connect(view.go_to_anchor)
        bar.back_requested.connect(visit.back)
        bar.fitted.connect(self._raise_said)
        bar.contrast_requested.connect(visit.toggle_contrast)
        bar.help_requested.connect(visit.open_help)
        bar.home_requested.connect(visit.home)
        bar.language_requested.connect(visit.choose_language)
        bar.languages_requested.connect(visit.open_languages)
        bar.larger_requested.connect(visit.larger)
        bar.print_requested.connect(self.print_requested)
        bar.smaller_requested.connect(visit.smaller)
        bar.start_over_requested.connect(visit.wipe)
        self.home.scroll_bar.valueChanged.connect(visit.note_use)
        self.home.tile_requested.connect(visit.open_tile)
        topics.row_requested.connect(self._open_row)
        topics.searched.connect(self._search)
        topics.typing_changed.connect(self._show_typing)
        view.link_requested.connect(self._session.open_link)
        view.width_changed.connect(self._session.fit)
        visit.front_changed.connect(self.show_front)
        visit.page_coming.connect(self._make_room)
        visit.more_found.connect(topics.search_again)
        visit.wiped.connect(self._wipe)

    # --- showing ------------------------------------------------------------------------

    def show_front(self) -> None:
        """Show what the visit says, in its words, sizes and colours."""
        front, topic = stop = self.visit.stop
        if stop != self._stop:  # a sentence about the front before would lie over this one
            self._stop = stop
            self.said.forget()
        self._dress()
        if front is Front.HOME:
            self._show_home()
        elif front is Front.LIST:
            self.topics.set_language(self._session.language)
            self._show_list(topic)
        elif front is Front.LANGUAGES:
            rows = [Row(name, tag) for tag, name in self.languages]
            self.topics.show_rows(self.tr("Language"), rows, searches=False)
        shown = {Front.HOME: self.home, Front.PAGE: self.view}.get(front, self.topics)
        self._stack.setCurrentWidget(shown)
        self._show_bar()
        self._by_key.arrive(self._session.screen.title if self._session.screen else "")

    def show_logo(self, logo: ImageData | None) -> None:
        """Show the clinic's logo on Home; None: it has none."""
        self.home.show_logo(logo, self.devicePixelRatioF())

    def say(self, words: str, *, good: bool) -> None:
        """Tell the visitor something, above the bar, and above the keyboard where it is up."""
        self.said.say(words, good=good)
        self._raise_said()

    def _raise_said(self) -> None:
        above = self.bar.height() + self.topics.typing_height
        self.said.stand_over(self._stack.geometry(), above)  # what is beside can be pressed

    def add_overlays(self, *overlays: Part) -> None:
        """What covers the window at times: it wears what the window wears."""
        self._overlays += overlays
        for overlay in overlays:
            overlay.set_scale(*self.scale)
            if isinstance(overlay, QWidget):
                self._by_key.watch(overlay)

    def _show_home(self) -> None:
        presenter = self.visit.presenter
        tiles = presenter.tiles
        load_letters(self.clinic_name, *names(tiles), *(name for _, name in self.languages))
        self.home.show_home(presenter.title, self.clinic_name, presenter.note(), tiles)
        self.home.mark_note(presenter.is_draft)

    def _show_list(self, topic: str) -> None:
        presenter = self.visit.presenter
        rows = presenter.page_list(topic) if topic else presenter.topic_list()
        self.topics.show_rows(presenter.list_title(topic), rows)

    def _show_page(self, arrival: Arrival) -> None:
        screen, session, view = self._session.screen, self._session, self.view
        if screen is None:
            return
        load_letters(screen.html, screen.title)
        self._dress()
        view.arrive(screen, session.metrics, arrival)

    def _make_room(self) -> None:
        """Give the page its size before it is written: Qt does not resize what is hidden."""
        self._stack.setCurrentWidget(self.view)
        self._show_bar()
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def _show_bar(self) -> None:
        front, session = self.visit.stop.front, self._session
        self.bar.show_languages(self.languages, session.language)
        self.bar.show_state(
            inner=front is not Front.HOME,
            prints=self.visit.can_be_printed and session.allows(Action.PRINT_UNASKED),
            larger=session.percent < scale.SIZES[-1],
            smaller=session.percent > scale.SIZES[0],
        )
        self.bar.show_contrast(on=self.visit.high_contrast)
        self._ends.look(front, helps=self.visit.helps)

    def _dress(self) -> None:
        """Give the panels the theme and the size that the session has."""
        theme, pixels, ratio = self.scale
        worn = (theme, pixels, ratio, self.isRightToLeft())
        if worn == self._worn:
            return
        self._worn = worn
        self.setPalette(palette(theme))
        self.setStyleSheet(kiosk_style_sheet(theme, pixels))
        self.view.wear(theme)
        for panel in (*self._panels, *self._overlays):
            panel.set_scale(theme, pixels, ratio)

    @property
    def scale(self) -> tuple[Theme, int, float]:
        """What controls are drawn with: theme, pixels of their font, the screen's sharpness."""
        standard = self.view.metrics(scale.SIZES[0]).body
        pixels = scale.control_pixels(standard, self._session.percent)
        return self._session.theme, pixels, self.devicePixelRatioF()

    # --- asking -------------------------------------------------------------------------

    def _open_row(self, target: str) -> None:
        chooses = self.visit.stop.front is Front.LANGUAGES
        (self.visit.choose_language if chooses else self.visit.open_row)(target)

    def _search(self, text: str) -> None:
        """Show what is found; an empty question brings the list back."""
        self.visit.note_use()
        if text.strip():
            rows = found_rows(self.visit.found(text), self.visit.presenter.fill)
            self.topics.show_results(rows, more_soon=self.visit.finds_more_soon)

    def _show_typing(self, typing: bool) -> None:
        """Make room for the keyboard; a sentence that stands over it would take its touches."""
        self.said.forget()
        self.bar.show_typing(typing)

    def _wipe(self) -> None:
        """Nothing of the last visitor stays in any panel."""
        self.topics.set_language(self._session.language)
        show_checked(self.bar.listen, on=False)
        for part in (self.topics, self.said, self.view, self.home, self.focus):
            part.forget()

    def end(self) -> None:
        """Staff leave, or a test is over: close it, whatever a visitor may do."""
        self._is_ending = True
        self.ending.emit()
        self.close()

    # --- what Qt asks -------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self.focus.step(forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._by_key.press(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ends.fit()
        self.bar.fit()
        self._raise_said()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            self.view.retranslate()
            for panel in (*self._panels, *self._overlays):
                panel.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A stranger cannot close it."""
        if self._is_ending or self._session.allows(Action.CLOSE):
            super().closeEvent(event)
        else:
            event.ignore()
