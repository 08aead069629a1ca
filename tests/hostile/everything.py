"""All that the program does with a library, once, and what must be true of it whatever it holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache, partial
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

from tests.core.library import TODAY, icons, words
from viewer.commands.handout_findings import errors_of
from viewer.core.catalogue import Catalogue
from viewer.core.checks.topic_check import check_topic
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.links import LinkKind, parse_link
from viewer.core.packs.check_settings import Limits, read_settings
from viewer.core.packs.clinic import Clinic, read_clinic
from viewer.core.packs.library import Library
from viewer.core.pages.builder import PageBuilder
from viewer.core.pages.version import text_version
from viewer.core.place import PageKind, Place
from viewer.core.problems import Problem
from viewer.core.search.small_index import SmallIndex
from viewer.core.titles import Titles
from viewer.core.wording import report_line
from viewer.handout.lack import OrderError
from viewer.handout.making import HandoutMaker
from viewer.handout.order import Order
from viewer.ui.first_screen import fingerprint, listing
from viewer.ui.metrics import Metrics
from viewer.ui.pictures import Pictures
from viewer.ui.presenter import Presenter
from viewer.ui.screen import Screen
from viewer.ui.theme import Theme, read_theme

LANGUAGES = ("en", "es")
TAGS = frozenset(
    [
        "a",
        "b",
        "br",
        "code",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "span",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ]
)
ATTRIBUTES = frozenset(
    [
        "align",
        "alt",
        "bgcolor",
        "border",
        "cellpadding",
        "cellspacing",
        "class",
        "colspan",
        "height",
        "href",
        "id",
        "name",
        "rowspan",
        "src",
        "start",
        "style",
        "title",
        "type",
        "valign",
        "width",
        "dir",
    ]
)
SEARCHES = ("warm", "skin 911", "\u202e*", "a" * 50, '"', "ع")


class Opened(NamedTuple):
    """A library, and the clinic's settings beside it."""

    library: Library
    clinic: Clinic
    limits: Limits
    problems: tuple[Problem, ...]


def opened(folder: Path, clinic_file: Path | None = None) -> Opened:
    """Open a library as the program does."""
    library = Library([folder])
    clinic, problems = read_clinic(clinic_file) if clinic_file else (Clinic(), ())
    limits, faults = read_settings([folder])
    listing([str(folder)])
    return Opened(library, clinic, limits, (*library.problems, *problems, *faults))


def check(found: Opened) -> list[Problem]:
    """Check every topic, and put every problem into words."""
    problems = list(found.problems)
    for topic in found.library.topics():
        fingerprint(str(topic.path))
        problems += check_topic(topic, found.library, icons(), TODAY, found.limits).problems
        for language in topic.languages:
            text_version(topic, language)
    for problem in problems:
        assert problem.line >= 1
        for _, detail in problem.details:
            assert detail.isprintable(), problem
        for language in LANGUAGES:
            line = report_line(problem, words(language))
            assert line.isprintable(), line
    return problems


def places(library: Library) -> Iterator[Place]:
    """Every page there is."""
    for level in Level:
        yield Place(PageKind.HOME, level)
        yield Place(PageKind.CARE, Level.PLAIN)
        for topic in library.topics():
            yield Place(PageKind.CARE, Level.PLAIN, topic.id)
            yield Place(PageKind.GLOSSARY, level, topic.id)
            for section in topic.section_ids():
                yield Place(PageKind.SECTION, level, topic.id, section)


@cache
def theme() -> Theme:
    """The light theme."""
    return read_theme(find_installation().resources / "themes", "light")


def screens(found: Opened, language: str) -> Iterator[Screen]:
    """Every page as the window is given it."""
    library = found.library
    builder = PageBuilder(words(language), found.clinic, language, lambda: TODAY, words)
    what = (Pictures(library), Titles(library, Catalogue()))
    presenter = Presenter(library, builder, words(language), language, *what)
    for place in places(library):
        yield presenter.screen(place, theme(), Metrics(100, 96.0, 800))


class _Safe(HTMLParser):
    """Holds a page to what it may have."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            if name == "href":
                assert parse_link(value or "").kind is not LinkKind.REFUSED, value
            if name == "src":
                assert (value or "").startswith(("icon:", "picture:")), value

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def hold_safe(screen: Screen) -> None:
    """Nothing on a page is markup of its author's, and all of it can be kept as a file."""
    reader = _Safe(convert_charrefs=True)
    reader.feed(screen.html)
    reader.close()
    json.dumps(screen._asdict(), ensure_ascii=False).encode()


def index(found: Opened) -> None:
    """Make the index, and ask it."""
    made = SmallIndex(found.library.topics())
    for _ in made.steps():
        pass
    assert made.engine is not None
    for asked in SEARCHES:
        for level in Level:
            made.engine.search(asked, "en", level)


def handouts(found: Opened) -> Iterator[Order]:
    """The orders of which there are data; they are fit to be sent to the typesetter."""
    made = HandoutMaker(
        found.library, found.clinic, words, find_installation(), partial(lambda: TODAY)
    )
    for topic in found.library.topics():
        for level in Level:
            order = Order(topic=topic.id, level=level, beside="es")
            try:
                data = made.data(order)
            except OrderError:
                continue
            json.dumps(data, ensure_ascii=False).encode()
            made.file_name(order)
            errors_of(topic, [order], found.library, icons())
            yield order


def all_of_it(folder: Path, clinic_file: Path | None = None) -> list[Problem]:
    """Everything but typesetting; the problems that there are."""
    found = opened(folder, clinic_file)
    problems = check(found)
    for language in LANGUAGES:
        for screen in screens(found, language):
            hold_safe(screen)
    index(found)
    list(handouts(found))
    return problems
