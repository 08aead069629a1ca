"""The window: puts the panels together, and wires every signal in one list."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QAccessible, QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from viewer.core.policy import Action
from viewer.ui import metrics as sizes
from viewer.ui import qt_numbers
from viewer.ui.desk import Arrival
from viewer.ui.folding import Folding
from viewer.ui.fonts import load_letters
from viewer.ui.icons import Icons
from viewer.ui.page_view import PageView
from viewer.ui.regions import Regions
from viewer.ui.scrolling import Mark
from viewer.ui.session import Session
from viewer.ui.sidebar import Sidebar
from viewer.ui.status_line import StatusLine
from viewer.ui.style import palette, style_sheet
from viewer.ui.theme import Theme
from viewer.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from viewer.ui.page_tools import PageTools
    from viewer.ui.same_place import Spot

NAME = "Careleaf"
FIRST_SIZE = (1280, 800)
SMALLEST_SIZE = (320, 320)


class Window(QWidget):
    """Shows the session's screens and passes on what the reader asks for."""

    closing = Signal()
    clinic_settings_requested = Signal()

    def __init__(self, session: Session, view: PageView, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("window")
        self.is_closed = False
        self.setWindowTitle(NAME)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.resize(*FIRST_SIZE)
        self._session, self._icons = session, icons
        self.view = view
        self.toolbar = Toolbar(icons)
        self.sidebar = Sidebar(icons)
        self.status = StatusLine()
        self.regions = Regions(
            ((self.toolbar, self.toolbar.plain), (self.sidebar, self.sidebar.view), (view, view))
        )
        self._page_place = QVBoxLayout()
        self.tools: PageTools | None = None  # made after the first paint
        self._finished = False
        self._worn: tuple[Theme, int, float, str, bool] | None = None
        """What the controls wear: their ``scale``, the theme's name, the direction."""
        self._arrange()
        self._connect()
        self.toolbar.offer(self.toolbar.handout, session.allows(Action.MAKE_HANDOUT))
        self._dress()

    def _arrange(self) -> None:
        middle = self._middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addLayout(self._page_place, 1)
        self._page_place.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.toolbar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        panels = self.toolbar, self.sidebar, self.view, self.status
        self._folding = Folding(self, self._session, panels, middle, self._page_place)
        self._order()

    def _order(self) -> None:
        """Tab goes through the window as the eye does."""
        for before, after in pairwise((*self.toolbar.controls, *self.sidebar.controls, self.view)):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        """Every signal of the window."""
        session, toolbar, view = self._session, self.toolbar, self.view
        session.screen_changed.connect(self._show)
        session.rows_changed.connect(self._show_rows)
        session.anchor_requested.connect(view.go_to_anchor)
        toolbar.back_requested.connect(session.back)
        toolbar.forward_requested.connect(session.forward)
        toolbar.home_requested.connect(session.home)
        toolbar.language_requested.connect(session.choose_language)
        toolbar.larger_requested.connect(session.larger)
        toolbar.plain_requested.connect(session.set_plain)
        toolbar.sections_requested.connect(self._folding.ask)
        toolbar.smaller_requested.connect(session.smaller)
        toolbar.theme_requested.connect(session.choose_theme)
        toolbar.help_requested.connect(self.sidebar.help.click)
        self.sidebar.page_requested.connect(self._open_row)
        self.sidebar.controls_changed.connect(self._order)
        view.larger_requested.connect(session.larger)
        view.link_requested.connect(session.open_link)
        view.link_shown.connect(self._show_address)
        view.smaller_requested.connect(session.smaller)
        view.width_changed.connect(session.fit)

    def finish(self) -> None:
        """Add what nobody needs before the first page has been painted."""
        from viewer.ui.page_tools import PageTools
        from viewer.ui.role_interface import give_role
        from viewer.ui.shortcuts import add_shortcuts

        give_role(self, QAccessible.Role.Window)
        session = self._session
        self._finished = True
        self.setPalette(palette(session.theme))  # from now on _dress does
        self.toolbar.finish()
        self.view.finish()
        self.toolbar.show_theme(session.theme_name)
        self.view.setFocus()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.tools = PageTools(
            self, self.view, session, self._icons, self._page_place, self.toolbar
        )
        self.tools.finding.page_wanted.connect(self._folding.ask)
        self.regions.add(self.tools.finding.bar, self.tools.finding.bar.field)
        self.regions.add_part(self.tools.search.panel, self.toolbar)
        self.regions.add_part(self.tools.explaining.popup, self.view)
        add_shortcuts(self, session, self.regions, self.tools, self.clinic_settings_requested)
        self.tools.set_scale(*self.scale)

    def add_beside(self, panel: QWidget) -> None:
        """Put a panel of as much room beside the page."""
        self._middle.addWidget(panel, 1)

    def lay_out(self) -> None:
        """Give every part its size before the window is shown, so that a page can be measured."""
        self._fit()
        layout = self.layout()
        if layout is not None:
            layout.activate()
            layout.setGeometry(self.rect())  # a window that is not shown yet does not do it itself

    # --- showing ----------------------------------------------------------------

    def _show(self, arrival: Arrival) -> None:
        """Show the session's screen."""
        screen, session = self._session.screen, self._session
        if screen is None:
            return
        if self.tools is not None:
            self.tools.leave()
        metrics = session.metrics
        mark = self.view.scrolling.mark()
        spot = self.view.scrolling.spot() if arrival.translated else None
        if not arrival.stay and self._folding.close():  # another page takes its place back
            self.view.setFocus()
        load_letters(screen.html, screen.title, screen.topic_title, str(screen.rows))
        sizes = metrics.body, metrics.card_column if screen.cards else metrics.text_column
        self._dress()
        cards = frozenset(screen.cards)
        self.view.show_page(screen.html, screen.title, *sizes, cards, screen.languages)
        self._show_rows()
        self.sidebar.show_help(screen.help_title, screen.help)
        self.toolbar.show_help(screen.help_title)
        self.status.show_provenance(
            screen.source,
            screen.review,
            screen.translation,
            screen.disclaimer,
            draft=screen.draft,
        )
        self.status.show_address("")
        focused: QWidget | None = self.focusWidget()
        self.toolbar.show_state(
            back=session.history.can_go_back,
            forward=session.history.can_go_forward,
            plain=screen.plain,
            percent=session.percent,
            handout=bool(session.handout_topic),
        )
        self._fit()
        if focused is not None and not focused.isEnabled():
            self.view.setFocus()  # a button that can do no more gives its focus to the page
        names = dict.fromkeys((screen.title, screen.topic_title, NAME))
        self.setWindowTitle(" \N{EN DASH} ".join(names))
        self._arrive(arrival, mark, spot)

    def _show_rows(self) -> None:
        screen = self._session.screen
        if screen is not None:
            self.sidebar.show_rows(screen.topic_title, screen.rows, screen.current)

    def _arrive(self, arrival: Arrival, mark: Mark, spot: Spot | None) -> None:
        if arrival.anchor:
            self.view.go_to_anchor(arrival.anchor)
        elif arrival.translated:
            self.view.scrolling.go_to_spot(spot)
        elif arrival.stay:
            self.view.scrolling.return_to(mark)
        else:
            self.view.scrolling.go_to(arrival.scroll)
        if self.tools is not None:
            self.tools.arrive(arrival)

    def _dress(self) -> None:
        """Give the controls the theme and the size that the session has."""
        session = self._session
        scale = theme, pixels, _ = self.scale
        worn = (*scale, session.theme_name, self.isRightToLeft())
        if worn != self._worn:
            self._worn = worn
            if self._finished:
                self.setPalette(palette(theme))
            self.setStyleSheet(style_sheet(theme, pixels, rtl=self.isRightToLeft()))
            self.view.wear(theme)
            self.toolbar.set_scale(*scale)
            self.toolbar.show_theme(session.theme_name)
            self.sidebar.set_scale(*scale)
            if self.tools is not None:
                self.tools.set_scale(*scale)
            self.status.set_scale(sizes.status_pixels(pixels, session.percent))
        self._fit()

    @property
    def scale(self) -> tuple[Theme, int, float]:
        """What controls are drawn with: theme, pixels of their font, the screen's sharpness."""
        pixels = sizes.control_pixels(self._session.percent, self.view.dots_per_inch())
        pixels = sizes.within(pixels, self.width(), self.height())
        return self._session.theme, pixels, self.devicePixelRatioF()

    def _fit(self) -> None:
        """Give every part its place."""
        self._folding.fit()
        self.regions.enter_at(self.toolbar, self.toolbar.at_hand(self.toolbar.plain))

    def _follow_system(self) -> None:
        """Once Qt has made the palette that goes with the system's new colours."""
        QTimer.singleShot(0, self, self._session.follow_system)

    # --- asking -----------------------------------------------------------------

    def _open_row(self, target: str) -> None:
        """Show a page from the sidebar, which gives its room back if it took the page's."""
        was_folded = self._folding.close()
        self._session.open_row(target)
        if was_folded:
            self.view.setFocus()

    def _show_address(self, address: str) -> None:
        web = address.startswith(("http:", "https:"))
        self.status.show_address(self.tr("Web page: {}").format(address) if web else "")

    # --- what Qt asks -----------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LanguageChange:
            for panel in (self.toolbar, self.sidebar, self.view, self.status):
                panel.retranslate()
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the sidebar that took the page's place, or takes marks off the page."""
        if event.key() != qt_numbers.KEY_ESCAPE:
            super().keyPressEvent(event)
        elif self._folding.is_asked:
            self._folding.ask()
        elif self.tools is None or not self.tools.escape():
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.is_closed = True
        self.closing.emit()
        super().closeEvent(event)
