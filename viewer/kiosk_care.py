"""What keeps a kiosk going for weeks: new content, a log, and a sign of life."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from viewer import __version__
from viewer.core.words import ENGLISH
from viewer.kiosk_report import Report

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from viewer.core.accepted.news import News
    from viewer.kiosk_log import KioskLog
    from viewer.kiosk_staff import Staff
    from viewer.opening import Opening
    from viewer.service import Service
    from viewer.ui.kiosk.window import KioskWindow
    from viewer.ui.session import Session


def begin_upkeep(
    window: KioskWindow,
    session: Session,
    opening: Opening,
    staff: Staff,
    around: tuple[KioskLog, Service],
    renew: Callable[[], None],
) -> None:
    """Take up new content and settings while nobody is there; ``renew`` shows them."""
    log, service = around
    from PySide6.QtCore import Qt

    from viewer.core.accepted.wording import news_lines
    from viewer.ui.kiosk.upkeep import Upkeep

    def tell(news: tuple[News, ...]) -> None:
        for line in news_lines(news, opening.words(ENGLISH)):
            log.info(line)
        report.forget_content()

    def look() -> Iterator[None]:
        return opening.take_up(session, tell, renew)

    report = Report(partial(staff.problems, lasting=True), staff.content.versions, log, service)
    upkeep = Upkeep(window.visit, look)
    upkeep.over.connect(report.tell)
    new_day = NewDay(datetime.date.today, renew)
    upkeep.over.connect(lambda: new_day.look())  # noqa: PLW0108 — it keeps new_day alive
    window.first_painted.connect(report.tell, Qt.ConnectionType.QueuedConnection)  # once ready
    staff.panel.reload_requested.connect(upkeep.look_now)
    upkeep.looked.connect(staff.say_what_was_found)
    window.ending.connect(upkeep.stop)
    if (finder := opening.large_finder) is not None:
        finder.renewed.connect(report.forget_content)


class NewDay:
    """Shows everything anew after midnight: a review that was due yesterday counts no more."""

    def __init__(self, today: Callable[[], datetime.date], renew: Callable[[], None]) -> None:
        self._today, self._renew = today, renew
        self._day = today()

    def look(self) -> None:
        """To be called now and then while nobody is there."""
        if (today := self._today()) != self._day:
            self._day = today
            self._renew()


def keep_alive(
    application: QApplication, window: KioskWindow, log: KioskLog, service: Service
) -> None:
    """Log faults and show Home after each; tell the service manager that the window lives."""
    from viewer.ui.kiosk.faults import Faults
    from viewer.ui.kiosk.heartbeat import Heartbeat
    from viewer.ui.kiosk.signals import Signals

    def end(name: str, status: int) -> None:
        log.info(f"Asked to end by {name}.")
        application.setQuitOnLastWindowClosed(False)  # for that is staff's end, with status 0
        window.end()
        application.exit(status)

    log.watch_for_crashes()
    log.info(f"Careleaf {__version__} begins.")
    faults = Faults(log, service, application)
    faults.install()
    faults.fault.connect(window.visit.wipe)
    signals = Signals(application)
    signals.asked.connect(end)
    signals.listen()
    application.aboutToQuit.connect(signals.let_go)
    heartbeat = Heartbeat(service, window)
    window.first_painted.connect(heartbeat.begin)
    window.ending.connect(heartbeat.stop)
    window.ending.connect(faults.uninstall)
