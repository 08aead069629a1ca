"""What one reader is doing: the page, the way back, the text size, the theme.

The window shows screens; the session says which. It reads no pack before it has
to: the first screen may come from the start-up cache, and then everything that
reads packs is built by the first action, or soon after the first paint.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from viewer.core.history import History
from viewer.core.level import Level
from viewer.core.place import PageKind, Place
from viewer.core.policy import Action, Policy
from viewer.ui import metrics as sizes
from viewer.ui.desk import Arrival, Choices, Desk, Drawn, Viewport
from viewer.ui.metrics import Metrics
from viewer.ui.screen import CARE_ROW, GLOSSARY_ROW, Screen
from viewer.ui.theme import Theme

if TYPE_CHECKING:
    from viewer.core.pages.glossary import Explanation


class Session(QObject):
    """Answers what the reader asks for with a new screen."""

    screen_changed = Signal(object)
    """``screen`` is another one; carries the Arrival."""
    rows_changed = Signal()
    """``screen`` has more rows, or other ones, and is the same otherwise."""
    anchor_requested = Signal(str)
    language_changed = Signal(str)
    """Comes before the screen in that language."""
    web_requested = Signal(str)
    telephone_requested = Signal(str)
    term_requested = Signal(str)

    def __init__(
        self,
        make_desk: Callable[[str], Desk],
        policy: Policy,
        viewport: Viewport,
        themes: Callable[[str], Theme],
        choices: Choices,
    ) -> None:
        """``make_desk`` is called with the reader's language."""
        super().__init__()
        self._make_desk = make_desk
        self._made: Desk | None = None
        self._policy = policy
        self._viewport = viewport
        self.history = History(Place(PageKind.HOME, Level.CLINICAL))
        self.moved = False
        """The reader has done something since the first screen."""
        self._themes = themes
        self.theme_name = choices.theme
        self.theme = themes(choices.theme)
        self.percent, self.spacing = choices.percent, choices.spacing
        self.language = choices.language
        self.chosen_language = choices.chosen_language
        self.screen: Screen | None = None
        self.drawn: Drawn | None = None
        """With what the screen was made, which is not always what there is now."""

    @property
    def desk(self) -> Desk:
        """What reads packs; made when it is first needed."""
        if self._made is None:
            self._made = self._make_desk(self.language)
        return self._made

    @property
    def metrics(self) -> Metrics:
        """Sizes for the text size that is chosen and the width that there is."""
        return self._viewport.metrics(self.percent)._replace(text_spacing=self.spacing)

    # --- showing --------------------------------------------------------------

    def begin(self, place: Place, screen: Screen | None, arrival: Arrival) -> None:
        """Show the first place: the screen given, or a new one."""
        self.history = History(place)
        self.screen = screen
        self.drawn = self.drawing()
        if screen is None:
            self._show(arrival)
        else:
            self.screen_changed.emit(arrival)
        self.moved = False

    def refresh(self) -> None:
        """Show the same page again, as the theme, the text size and the width now are."""
        if self.screen is not None:
            self._show(Arrival(stay=True))

    def forget(self, choices: Choices, place: Place) -> None:
        """Nothing of this reader is left: no page, no way back, no choice. Shows nothing."""
        self.history = History(place)
        self.put_away()
        self.percent, self.spacing = choices.percent, choices.spacing
        self.theme_name = choices.theme
        self.theme = self._themes(choices.theme)
        self.chosen_language = choices.chosen_language
        self.set_language(choices.language)

    def put_away(self) -> None:
        """The page is shown no more: what changes from now on makes none anew."""
        self.screen = self.drawn = None

    def renew(self) -> None:
        """What pages are made with has changed: this one is made anew, and so are those to come."""
        self._made = None
        self.refresh()

    def look_again(self) -> None:
        """The library has changed: the same page as it is now, or the list where it has gone."""
        if not self.desk.navigator.exists(self.history.place):
            self.history.visit(Place(PageKind.HOME, self.history.place.level))
        self.refresh()

    def show_rows(self) -> None:
        """Show the rows of the sidebar as they are known now."""
        rows = self.desk.presenter.rows(self.history.place)
        if self.screen is not None and rows != self.screen.rows:
            self.screen = self.screen._replace(rows=rows)
            self.rows_changed.emit()

    def fit(self) -> None:
        """The width that there is has changed: write the page anew if it depends on that."""
        if self.drawn is not None and self.metrics.layout != self.drawn.layout:
            self.refresh()

    def drawing(self) -> Drawn:
        """What a screen that is made now depends on."""
        return Drawn(self.theme, self.metrics.layout, self.language, time.strftime("%Y-%m-%d"))

    def _show(self, arrival: Arrival) -> None:
        self.moved = True
        self.drawn = self.drawing()
        self.screen = self.desk.presenter.screen(self.history.place, self.theme, self.metrics)
        self.screen_changed.emit(arrival)

    def _leave(self) -> None:
        self.history.remember_scroll(self._viewport.scrolling.position())

    # --- going ----------------------------------------------------------------

    def open_place(self, place: Place, anchor: str = "", marks: tuple[str, ...] = ()) -> None:
        """Show a page that the library has, from its top, a heading, or words that are marked."""
        self._leave()
        if place.topic and not self.desk.navigator.knows(place.topic):
            place, anchor, marks = Place(PageKind.HOME, place.level), "", ()  # it has gone
        self.history.visit(place)
        self._show(Arrival(anchor, marks=marks))

    def open_link(self, address: str) -> None:
        """Follow a link of the page, if this visitor may."""
        from viewer.core.links import LinkKind, parse_link

        link = parse_link(address)
        if not self._policy.allows_link(link.kind):
            return
        if link.kind is LinkKind.WEB:
            self.web_requested.emit(link.target)
        elif link.kind is LinkKind.TELEPHONE:
            self.telephone_requested.emit(link.target)
        elif link.kind is LinkKind.TERM:
            self.term_requested.emit(address)
        elif link.kind is LinkKind.ANCHOR:
            self.anchor_requested.emit(link.target)
        elif place := self.desk.navigator.link(link, self.history.place):
            self.open_place(place, link.anchor)

    def use_policy(self, policy: Policy) -> None:
        """The clinic's settings allow other things now."""
        self._policy = policy

    def allows(self, action: Action) -> bool:
        """Whether this visitor may do this."""
        return self._policy.allows(action)

    @property
    def handout_topic(self) -> str:
        """The topic that a handout can be made of here; empty on a list of several."""
        topic = self.history.place.topic
        if topic or self._made is None:  # a list of topics is kept on disk of many alone
            return topic
        return self._made.navigator.only_topic

    def explain(self, address: str) -> Explanation | None:
        """What a word of the page means, if this visitor may be told."""
        from viewer.core.links import LinkKind, parse_link

        link = parse_link(address)
        allowed = link.kind is LinkKind.TERM and self._policy.allows_link(link.kind)
        return self.desk.presenter.explain(link) if allowed else None

    def open_glossary(self, topic: str, term: str = "") -> None:
        """All words that a topic explains, from one of them on."""
        self.open_place(Place(PageKind.GLOSSARY, self.history.place.level, topic), term)

    def open_row(self, target: str) -> None:
        """Open the page of a row of the sidebar."""
        place = self.history.place
        if target == CARE_ROW:
            self.open_place(Place(PageKind.CARE, Level.PLAIN, place.topic))
        elif target == GLOSSARY_ROW:
            self.open_glossary(place.topic)
        elif target.startswith("topic:"):
            self.open_link(target)
        else:
            self.open_place(Place(PageKind.SECTION, place.level, place.topic, target))

    def back(self) -> None:
        """The page before, where the reader left it."""
        self._leave()
        self.history.back()
        self._show(Arrival(scroll=self.history.scroll()))

    def forward(self) -> None:
        """The page after, where the reader left it."""
        self._leave()
        self.history.forward()
        self._show(Arrival(scroll=self.history.scroll()))

    def home(self) -> None:
        """The list of topics, or the first page of the only one."""
        self.open_place(self.desk.navigator.home(self.history.place.level))

    def open_topics(self) -> None:
        """The list of topics, even of a single one."""
        self.open_place(Place(PageKind.HOME, self.history.place.level))

    def set_plain(self, plain: bool) -> None:
        """The same page in plain language, or at the clinical level; switching back returns."""
        level = Level.PLAIN if plain else Level.CLINICAL
        if self.history.place.level is level:
            return
        self._leave()
        before = self.history.switched_from(level)
        self.history.switch(before or self.desk.navigator.at_level(self.history.place, level))
        self._show(Arrival(scroll=self.history.scroll()))

    def choose_language(self, tag: str) -> None:
        """The same page in another language, which is remembered."""
        self.chosen_language = tag
        if tag != self.language:
            self._leave()
            self.set_language(tag)
            self._show(Arrival(stay=True, translated=True))

    def set_language(self, tag: str) -> None:
        """Speak this language from the next screen on."""
        if tag != self.language:
            self.language = tag
            self._made = None
            self.language_changed.emit(tag)

    # --- looking --------------------------------------------------------------

    def larger(self) -> None:
        """One step larger text."""
        self.set_percent(sizes.larger(self.percent))

    def smaller(self) -> None:
        """One step smaller text."""
        self.set_percent(sizes.smaller(self.percent))

    def normal(self) -> None:
        """Text at 100 %."""
        self.set_percent(sizes.SMALLEST)

    def set_percent(self, percent: int) -> None:
        """Text at ``percent`` of its standard size."""
        if percent != self.percent:
            self.percent = percent
            self.refresh()

    def set_spacing(self, spacing: sizes.TextSpacing) -> None:
        """Text with so much space between its parts."""
        self.spacing = spacing
        self.refresh()

    def choose_theme(self, name: str) -> None:
        """Draw in the colours of light, dark, contrast, or of what the system has now."""
        self.theme_name = name
        theme = self._themes(name)
        if theme != self.theme:
            self.theme = theme
            self.refresh()

    def follow_system(self) -> None:
        """The system's colours have changed."""
        if self.theme_name == "system":
            self.choose_theme("system")
