"""A kiosk without a kiosk: the parts that watch over one, and a window that does what it is told.

Usage: little_kiosk.py FOLDER DEED; what it says of itself comes as STATUS at the notify socket.
"""

from __future__ import annotations

import ctypes
import gc
import sys
import threading
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, qWarning
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from viewer.kiosk_log import KioskLog
from viewer.service import take_service
from viewer.streams import let_go_of_streams, take_streams
from viewer.ui.kiosk.faults import Faults
from viewer.ui.kiosk.heartbeat import Heartbeat

SECRET = "Maria Gomez"
take_streams()
service = take_service()
log = KioskLog(Path(sys.argv[1]))
log.watch_for_crashes()
faults = Faults(log, service)
faults.install()
application = QApplication(["little"])


class Window(QWidget):
    paints_badly = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.paints_badly:
            Window.paints_badly = False
            raise ValueError(SECRET)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            raise ValueError(SECRET)
        return super().event(event)


class Grave:
    def __del__(self) -> None:
        raise ValueError(SECRET)


window = Window()
heartbeat = Heartbeat(service, window)


def raise_it() -> None:
    raise ValueError(SECRET)


def storm() -> None:
    QTimer.singleShot(5, storm)
    raise_it()


def in_a_thread() -> None:
    threading.Thread(target=raise_it).start()


def paint_badly() -> None:
    Window.paints_badly = True
    window.repaint()


def bury() -> None:
    grave = Grave()
    del grave
    gc.collect()


def crash() -> None:
    ctypes.string_at(0)


def several() -> None:
    for _ in range(3):
        QTimer.singleShot(0, raise_it)


def close() -> None:
    heartbeat.stop()
    application.quit()


DEEDS = {
    "nothing": lambda: None,
    "slot": raise_it,
    "event": lambda: QApplication.sendEvent(window, QEvent(QEvent.Type.User)),
    "paint": paint_badly,
    "thread": in_a_thread,
    "unraisable": bury,
    "several": several,
    "storm": storm,
    "hang": lambda: time.sleep(60),
    "freeze": lambda: window.setUpdatesEnabled(False),
    "message": lambda: qWarning(f'QThing: cannot do "{SECRET}"'),
    "crash": crash,
    "close": close,
}


def say_and_do() -> None:
    """Say that it comes now, and do it: in this order, however late the timer is."""
    service.status("now")
    QTimer.singleShot(10, DEEDS[sys.argv[2]])


window.show()
let_go_of_streams()
faults.fault.connect(lambda: service.status("Home"))
QTimer.singleShot(0, heartbeat.begin)
QTimer.singleShot(150, say_and_do)
sys.exit(application.exec())
