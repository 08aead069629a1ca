"""Handouts for whoever asks: the window, the command and the batch all come through here."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from viewer.core.images import ImageData, read_image
from viewer.core.installation import Installation
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic, read_logo
from viewer.core.packs.library import Library
from viewer.core.pages.values import WordsOf
from viewer.handout.blanks import written_values
from viewer.handout.composing import Composer
from viewer.handout.lack import Lack, OrderError
from viewer.handout.model import BlankField, Handout
from viewer.handout.naming import titled_name
from viewer.handout.order import Order, Paper
from viewer.handout.page_data import page_data
from viewer.handout.papers import paper_for
from viewer.handout.typesetter import Typesetter

_NAMED = 20
"""Topics that an error names; a library may have thousands."""


class HandoutMaker:
    """Makes handouts of one library's topics, with one clinic's values."""

    def __init__(
        self,
        library: Library,
        clinic: Clinic,
        words_of: WordsOf,
        installation: Installation,
        today: Callable[[], datetime.date],
    ) -> None:
        self._library = library
        self._clinic = clinic
        self._installation = installation
        self._words_of = words_of
        self._composer = Composer(clinic, words_of, today, lambda: library.limits.grace)

    def handouts(self, order: Order) -> tuple[Handout, ...]:
        """The handout that is ordered, and the one beside it.

        Raises:
            OrderError: what was ordered is not there.
        """
        topic = self._topic(order)
        languages = dict.fromkeys(filter(None, (order.language, order.beside)))
        return tuple(self._composer.compose(topic, order, tag) for tag in languages)

    def data(self, order: Order) -> dict[str, Any]:
        """What the typesetter is sent: plain values, fit for JSON.

        Raises:
            OrderError: what was ordered is not there.
        """
        handouts = self.handouts(order)
        folder = self._library.path(order.topic)
        filled = dataclasses.replace(order, blanks=written_values(order.blanks))
        dates = [handout.date for handout in handouts if handout.date]
        return page_data(
            handouts, filled, partial(_picture, folder), self._words_of, max(dates), self._logo
        )

    def pdf(self, order: Order) -> bytes:
        """The handout, as a tagged PDF; the same order of the same text gives the same bytes.

        Raises:
            OrderError: what was ordered is not there.
            TypesettingError: it cannot be printed as it should be.
        """
        return self._typesetter.pdf(self.data(order))

    @property
    def left_out(self) -> tuple[str, ...]:
        """The words of the pictures that the last PDF had to go without."""
        return self._typesetter.left_out

    def blanks(self, order: Order) -> tuple[BlankField, ...]:
        """The lines of the handout that can be filled in, each once, in the first language.

        Raises:
            OrderError: what was ordered is not there.
        """
        fields: dict[str, BlankField] = {}
        for handout in self.handouts(order):
            for blank in handout.blanks:
                fields.setdefault(blank.key, blank)
        return tuple(fields.values())

    def file_name(self, order: Order) -> str:
        """What somebody who saves the handout calls the file: by its title.

        Raises:
            OrderError: what was ordered is not there.
        """
        return titled_name(self.handouts(order)[0].title, order)

    def paper(self, *territories: str) -> Paper:
        """The clinic's sheet, else that of the first country that is named, else A4."""
        return paper_for(self._clinic.paper, *territories)

    @cached_property
    def _typesetter(self) -> Typesetter:
        return Typesetter(self._installation)

    @cached_property
    def _logo(self) -> ImageData | None:
        return read_logo(self._clinic)

    def _topic(self, order: Order) -> Topic:
        if order.topic not in self._library:
            raise OrderError(Lack.TOPIC, order.topic, known=self._library.topic_ids[:_NAMED])
        return self._library.topic(order.topic)


def _picture(folder: Path, source: str) -> ImageData | None:
    """The picture of a page, whose source begins with its topic; None: missing or refused."""
    topic, _, path = source.partition("/")
    image = read_image(folder, path) if topic == folder.name else None
    return image if isinstance(image, ImageData) else None
