"""What a kiosk shows of its packs: tiles, lists of pages, and pages that end with their links."""

from __future__ import annotations

from functools import cached_property

from viewer.core.blocks import Block
from viewer.core.level import Level
from viewer.core.links import Link, LinkKind
from viewer.core.model import Topic
from viewer.core.navigation import visible_sections
from viewer.core.pages.foot import review_line
from viewer.core.pages.kiosk_pages import KioskEnds, Target, care_of_kind, getting_help
from viewer.core.pages.page import Page, Provenance
from viewer.core.pages.review import ReviewState
from viewer.core.place import PageKind, Place
from viewer.core.policy import kiosk_policy
from viewer.core.tile import Tile, TileKind
from viewer.core.tiles import home_tiles, kiosk_topics
from viewer.ui.kiosk.front import Front, Stop
from viewer.ui.kiosk.row import Row
from viewer.ui.presenter import Presenter
from viewer.ui.sidebar_rows import OTHER_ICON

MOST_SAID = 40
"""Rows of a list that are read aloud."""


class KioskPresenter(Presenter):
    """Makes the screens of a kiosk for readers of one language."""

    @cached_property
    def _ends(self) -> KioskEnds:
        clinic = self._builder.clinic
        numbers = (clinic.emergency_number, clinic.care_team_phone)
        allows = kiosk_policy(prints=False).allows_link
        return KioskEnds(self._words, allows, self._target, numbers)

    def page(self, place: Place) -> Page:
        """The page at a place, ended as a kiosk's pages are."""
        return self._ends.ended(self._page(place))

    def heard(self, place: Place) -> Page:
        """The same, to be read aloud."""
        return self._ends.ended(self._page(place), heard=True)

    def _page(self, place: Place) -> Page:
        if place.kind is PageKind.CARE_KIND:
            return care_of_kind(self._builder, self._topics, place.section, self._language)
        if place.kind is PageKind.HELP:
            return getting_help(self._builder, self._topics, self._language)
        return super().page(place)

    def foot(self, provenance: Provenance) -> tuple[Block, ...]:
        """As everywhere, but no source leads out."""
        return self._ends.unlinked(super().foot(provenance))

    def about_link(self, topic: str) -> tuple[Block, ...]:
        """Nothing: it is for those who look after a text, whose list of problems tells them."""
        return ()

    @property
    def title(self) -> str:
        """What Home asks."""
        return self._words("kiosk.home_title")

    @cached_property
    def tiles(self) -> tuple[Tile, ...]:
        """The tiles of Home; with new content or settings comes another presenter."""
        return home_tiles(self._topics, self._language, self._words, self._builder.fill)

    def note(self) -> str:
        """Under the tiles: what this text is not, and whether a clinician has read it."""
        return " \N{MIDDLE DOT} ".join(map(self._line, self._notes()))

    @property
    def is_draft(self) -> bool:
        """Whether that is to be seen: nobody has reviewed the text, or not in time."""
        provenance = self._provenance
        return provenance is not None and provenance.review.state is not ReviewState.REVIEWED

    @property
    def _provenance(self) -> Provenance | None:
        return self._builder.provenances.of([(topic, ()) for topic in self._topics])

    def _notes(self) -> list[str]:
        said = [self._words("page.disclaimer")]
        provenance = self._provenance
        if provenance is not None:
            said.append(review_line(provenance.review, self._words))
            if provenance.draft_translation:
                said.append(self._words("page.draft_translation"))
        return said

    def help_place(self) -> Place | None:
        """Where getting help is told, of every topic on the tiles."""
        return next((tile.place for tile in self.tiles if tile.kind is TileKind.HELP), None)

    def list_title(self, topic_id: str = "") -> str:
        """The name of the list of all topics, or of one topic's pages."""
        if topic_id in self._library:
            return self.topic_title(topic_id)
        return self._words("kiosk.all_topics")

    def said(self, stop: Stop) -> tuple[str, ...]:
        """What is read aloud of Home, or of a list of topics or pages."""
        if stop.front is Front.HOME:
            tiles = [words for tile in self.tiles for words in (tile.title, tile.question)]
            return (self.title, *filter(None, tiles), *self._notes())
        rows = self.page_list(stop.topic) if stop.topic else self.topic_list()
        return (self.list_title(stop.topic), *(row.text for row in rows[:MOST_SAID]))

    @property
    def invitation(self) -> str:
        """What the screen says while nobody is there."""
        return self._words("kiosk.touch")

    def topic_list(self) -> tuple[Row, ...]:
        """Every topic of the library as rows."""
        fill = self._builder.fill
        return tuple(
            Row(fill(text, language) if "{{" in text else text, f"topic:{topic}", icon="topic")
            for topic, text, language in self._titles.of(self._language)
        )

    def page_list(self, topic_id: str) -> tuple[Row, ...]:
        """Every page of a topic that has plain text, by groups; all topics where it has gone."""
        if topic_id not in self._library:
            return self.topic_list()
        topic = self._library.topic(topic_id)
        left = dict.fromkeys(visible_sections(topic, self._language, Level.PLAIN))
        rows: list[Row] = []
        for group in topic.groups:
            ids = [i for i in group.sections if i in left]
            for section_id in ids:
                del left[section_id]
            if ids:
                language = group.title.tag(self._language, topic.language)
                title = group.title.get(self._language, topic.language) or group.id
                rows.append(Row(self._builder.fill(title, language), "", heading=True))
                rows += [self._row(topic, i) for i in ids]
        rows += [self._row(topic, i) for i in left]
        if topic.glossary:
            title = self.glossary_title(Level.PLAIN)
            rows.append(Row(title, f"glossary:{topic_id}", icon="glossary"))
        return tuple(rows)

    @property
    def _topics(self) -> tuple[Topic, ...]:
        return kiosk_topics(self._library, self._builder.clinic.kiosk.topics)

    def _row(self, topic: Topic, section_id: str) -> Row:
        link = Link(LinkKind.SECTION, section_id, topic.id)
        target = self._target(link)
        title, icon = (target.title, target.icon) if target else (section_id, "")
        return Row(title, link.href, icon=icon or OTHER_ICON)

    def _target(self, link: Link) -> Target | None:
        """What the row of a link says."""
        if link.kind is LinkKind.TERM:
            found = self.explain(link)
            return Target(found.term, found.language, "", found.meaning) if found else None
        topic_id = link.target if link.kind is LinkKind.TOPIC else link.topic
        if topic_id not in self._library:
            return None
        topic = self._library.topic(topic_id)
        if link.kind is LinkKind.TOPIC:
            return Target(self.topic_title(topic_id), self._language, "topic")
        section = topic.titled(link.target, self._language, Level.PLAIN)
        if section is None:
            return None
        title = self._builder.fill(section.title_at(Level.PLAIN), section.language)
        return Target(title, section.language, section.icon or section.care)
