"""What keeps a kiosk going for weeks: new content, a log, and a sign of life."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from viewer import __version__
from viewer.core.words import ENGLISH

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

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
    log: KioskLog,
    renew: Callable[[], None],
) -> None:
    """Take up new content and settings while nobody is there; ``renew`` shows them."""
    from viewer.core.accepted.wording import news_lines
    from viewer.ui.kiosk.upkeep import Upkeep

    def tell(news: tuple[News, ...]) -> None:
        for line in news_lines(news, opening.words(ENGLISH)):
            log.info(line)

    def look() -> Iterator[None]:
        return opening.take_up(session, tell, renew)

    upkeep = Upkeep(window.visit, look)
    staff.panel.reload_requested.connect(upkeep.look_now)
    upkeep.looked.connect(staff.say_what_was_found)
    window.ending.connect(upkeep.stop)


def keep_alive(application: QObject, window: KioskWindow, log: KioskLog, service: Service) -> None:
    """Log faults and show Home after each; tell the service manager that the window lives."""
    from viewer.ui.kiosk.faults import Faults
    from viewer.ui.kiosk.heartbeat import Heartbeat

    log.watch_for_crashes()
    log.info(f"Careleaf {__version__} begins.")
    faults = Faults(log, service, application)
    faults.install()
    faults.fault.connect(window.visit.wipe)
    heartbeat = Heartbeat(service, window)
    window.first_painted.connect(heartbeat.begin)
    window.ending.connect(heartbeat.stop)
    window.ending.connect(faults.uninstall)
