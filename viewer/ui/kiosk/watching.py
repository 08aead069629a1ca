"""Filters that see every event of the program, and that are gone before it ends."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject


def watch_application(watcher: QObject) -> None:
    """Have ``watcher`` see every event first, before those that watch already."""
    application = QCoreApplication.instance()
    if application is not None:
        application.removeEventFilter(watcher)
        application.installEventFilter(watcher)


def cease_watching(watcher: QObject) -> None:
    """See no more events."""
    application = QCoreApplication.instance()
    if application is not None:
        application.removeEventFilter(watcher)


class Watcher(QObject):
    """An event filter on the whole application, until it lets go or the application's loop ends.

    An application that is torn down while Python's filters are still asked ends in a crash.
    """

    def watch(self) -> None:
        """See every event from now on."""
        watch_application(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.let_go)

    def let_go(self) -> None:
        """See no more events, for good."""
        cease_watching(self)
