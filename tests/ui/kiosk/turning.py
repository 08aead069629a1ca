"""Turns the pages of a kiosk, as many visitors would, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count, cycle

from PySide6.QtCore import QCoreApplication, QEvent

from viewer.ui.kiosk.window import KioskWindow

PAGES_OF_ONE = 25
"""After so many pages the next visitor comes."""


def turn_pages(window: KioskWindow) -> Iterator[int]:
    """Show and paint one page after the other, without end; gives how many there have been."""
    visit = window.visit
    targets = cycle(
        (language, row.target)
        for language in [tag for tag, _ in window.languages]
        for topic in visit.presenter.topic_list()
        for row in visit.presenter.page_list(topic.target.partition(":")[2])
        if row.target
    )
    for number in count(1):
        language, target = next(targets)
        if visit.language != language:
            visit.choose_language(language)
        visit.open_row(target)
        window.view.viewport().repaint()
        if number % 7 == 0:
            visit.back()
        if number % PAGES_OF_ONE == 0:
            visit.wipe()
        QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))
        QCoreApplication.processEvents()
        yield number
