"""What can be chosen for a handout; knows nothing of topics but their sections' titles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.core.level import Level
from viewer.handout.order import Order, Paper, PrintSize
from viewer.ui.group import Group
from viewer.ui.handout_blanks import BlankFields
from viewer.ui.handout_offer import Named, Offer
from viewer.ui.icons import Icons
from viewer.ui.picker import Picker
from viewer.ui.pills import Pills
from viewer.ui.theme import Theme
from viewer.ui.wrapping import Tick


class What(StrEnum):
    """How much of a topic."""

    PAGE = "page"
    CARE = "care"
    TOPIC = "topic"
    SECTIONS = "sections"


class HandoutChoices(QWidget):
    """A column of questions, each with an answer."""

    changed = Signal()

    def __init__(self, icons: Icons, offer: Offer) -> None:
        super().__init__()
        self.setObjectName("handoutChoices")
        self._icons, self._offer = icons, offer
        self._questions: list[QLabel] = []
        self._scale: tuple[Theme, int, float] | None = None
        self.what, self.level, self.print_size, self.paper = (Pills() for _ in range(4))
        self.language, self.beside = Picker(icons), Picker(icons)
        self.ticks: dict[str, Tick] = {}
        self._list = Group()
        self._listed = QVBoxLayout(self._list)
        self._listed.setContentsMargins(0, 0, 0, 0)
        self._listed.setSpacing(0)
        self.blanks = BlankFields()
        self._column = QVBoxLayout(self)
        self._column.setSpacing(4)
        self._arrange()
        self._offer_all()
        self._show_sections()
        for pills in (self.what, self.level, self.print_size, self.paper):
            pills.changed.connect(self._change)
        for picker in (self.language, self.beside):
            picker.currentIndexChanged.connect(self._change)
        self.blanks.changed.connect(self.changed)

    def order(self) -> Order:
        """What is chosen now."""
        what, offer = self.what.chosen, self._offer
        sections: tuple[str, ...] = ()
        if what == What.PAGE:
            sections = (offer.page,)
        elif what == What.SECTIONS:
            sections = tuple(i for i, tick in self.ticks.items() if tick.isChecked())
        language, beside = self.language.chosen, self.beside.chosen
        return replace(
            offer.first,
            sections=sections,
            care=what == What.CARE,
            level=Level(self.level.chosen),
            language=language,
            beside=beside if beside != language else "",
            print_size=PrintSize(self.print_size.chosen),
            paper=Paper(self.paper.chosen),
            blanks=self.blanks.values(),
        )

    @property
    def first_answer(self) -> QWidget:
        """Where to begin: the answer to the first question."""
        return next(pill for pill in self.what.pills if pill.isChecked())

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Every control, in the order in which they stand."""
        first = (*self.what.pills, *self.ticks.values(), *self.level.pills)
        languages = (self.language, self.beside)
        last = (*self.print_size.pills, *self.blanks.fields, *self.paper.pills)
        return (*first, *languages, *last)

    @property
    def is_empty(self) -> bool:
        """Whether sections are to be chosen, and none is."""
        ticked = any(tick.isChecked() for tick in self.ticks.values())
        return self.what.chosen == What.SECTIONS and not ticked

    def renew(self, languages: Named, paper: Paper) -> None:
        """Others are offered; ``paper`` is what counts where nobody has chosen one here."""
        first = self._offer.first
        if self.paper.chosen != first.paper:
            paper = Paper(self.paper.chosen)
        self._offer = self._offer._replace(languages=languages, first=replace(first, paper=paper))
        self._offer_paper()
        self.language.offer(languages, self.language.chosen)
        self._offer_second()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._scale = theme, pixels, ratio
        around = min(pixels, self.window().width() // 25)
        self._column.setContentsMargins(around, around, around, around)
        self._column.setSpacing(round(pixels * 0.35))
        for at, label in enumerate((*self._questions, self.blanks.heading)):
            label.setContentsMargins(0, pixels // 2 if at else 0, 0, 0)
        for picker in (self.language, self.beside):
            picker.set_scale(theme, pixels, ratio)
        self.blanks.set_pixels(pixels)
        for tick in self.ticks.values():
            self._draw(tick)

    def _arrange(self) -> None:
        for question, answers in (
            (self.tr("What to print"), self.what),
            ("", self._list),
            (self.tr("Text"), self.level),
            (self.tr("Language"), self.language),
            (self.tr("Second language beside it"), self.beside),
            (self.tr("Print size"), self.print_size),
            ("", self.blanks),  # before what a clinic sets once
            (self.tr("Paper"), self.paper),
        ):
            if question:
                label = QLabel(question)
                label.setProperty("heading", True)
                label.setWordWrap(True)
                label.setBuddy(answers)
                self._questions.append(label)
                self._column.addWidget(label)
                answers.setAccessibleName(question)
            self._column.addWidget(answers)
        self._column.addStretch(1)

    def _offer_all(self) -> None:
        offer, first = self._offer, self._offer.first
        whats = {
            What.PAGE: self.tr("This page") if offer.page else "",
            What.CARE: self.tr("Caring for yourself at home") if offer.has_care else "",
            What.TOPIC: self.tr("Whole topic"),
            What.SECTIONS: self.tr("Chosen sections"),
        }
        self._list.setAccessibleName(whats[What.SECTIONS])
        what = What.CARE if first.care else What.PAGE if first.sections else What.TOPIC
        named = [(str(value), words) for value, words in whats.items() if words]
        self.what.offer(named, what, self.what.accessibleName())
        levels = {
            Level.PLAIN: self.tr("Plain language"),
            Level.CLINICAL: self.tr("For health workers"),
        }
        self.level.offer(_named(levels), first.level, self.level.accessibleName())
        sizes = {
            PrintSize.STANDARD: self.tr("Standard, 14 pt"),
            PrintSize.LARGE: self.tr("Large, 18 pt"),
            PrintSize.EXTRA: self.tr("Extra large, 24 pt"),
        }
        self.print_size.offer(_named(sizes), first.print_size, self.print_size.accessibleName())
        self._offer_paper()
        self.language.offer(offer.languages, first.language)
        self._offer_second()

    def _offer_paper(self) -> None:
        papers = {Paper.LETTER: self.tr("Letter"), Paper.A4: self.tr("A4")}
        self.paper.offer(_named(papers), self._offer.first.paper, self.paper.accessibleName())

    def _offer_second(self) -> None:
        """Every language but the first, which cannot stand beside itself."""
        chosen = self.beside.chosen if self.beside.count() else self._offer.first.beside
        others = [pair for pair in self._offer.languages if pair[0] != self.language.chosen]
        self.beside.offer([("", self.tr("None")), *others], chosen)
        self.beside.setEnabled(bool(others))

    def _show_sections(self) -> None:
        """The list of sections, by their titles at the level that is chosen."""
        self._list.setVisible(self.what.chosen == What.SECTIONS)
        if self._list.isHidden():
            return
        for section, title in self._offer.sections(Level(self.level.chosen)):
            tick = self.ticks.get(section)
            if tick is None:
                tick = self.ticks[section] = Tick()
                tick.setChecked(section == self._offer.page)
                tick.toggled.connect(self._ticked)
                self._listed.addWidget(tick)
            tick.set_words(title)
            self._draw(tick)

    def _ticked(self) -> None:
        for tick in self.ticks.values():
            self._draw(tick)
        self.changed.emit()

    def _draw(self, tick: Tick) -> None:
        """Boxes are drawn: the typeface has none."""
        if self._scale is not None:
            theme, pixels, ratio = self._scale
            size = round(pixels * 1.35)
            name = "box-ticked" if tick.isChecked() else "box"
            tick.setIconSize(QSize(size, size))
            tick.setIcon(self._icons.icon(name, theme.accent, size, ratio))

    def _change(self) -> None:
        self._offer_second()
        self._show_sections()
        self.changed.emit()


def _named(words: Mapping[Any, str]) -> Named:
    return tuple((str(value), said) for value, said in words.items())
