"""The Linux desktop's wish for less motion, which Qt hears of from 6.12 on.

It is asked over the desktop portal (org.freedesktop.portal.Settings), where "reduced-motion" is 1;
GNOME before that had "enable-animations". Nobody waits: without an answer pictures move.
"""

from __future__ import annotations

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCall,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

SERVICE = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
INTERFACE = "org.freedesktop.portal.Settings"
_WISHES = {
    ("org.freedesktop.appearance", "reduced-motion"): 1,
    ("org.gnome.desktop.interface", "enable-animations"): False,
}
"""The value of each key that asks for less motion."""


class DesktopMotion(QObject):
    """Knows the desktop's wish once it has answered, and hears when it changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None, bus: QDBusConnection | None = None) -> None:
        super().__init__(parent)
        self._bus = bus or QDBusConnection.sessionBus()
        self._reduced: dict[tuple[str, str], bool] = {}
        if not self._bus.isConnected():
            return
        heard = SLOT("_hear(QDBusMessage)")
        self._bus.connect(SERVICE, PATH, INTERFACE, "SettingChanged", self, heard)  # type: ignore[call-overload]  # a str, as SLOT gives it
        for key in _WISHES:
            self._ask(key, "ReadOne")

    @property
    def is_reduced(self) -> bool:
        """Whether the desktop has asked for less motion."""
        return any(self._reduced.values())

    def _ask(self, key: tuple[str, str], method: str) -> None:
        message = QDBusMessage.createMethodCall(SERVICE, PATH, INTERFACE, method)
        message.setAutoStartService(False)
        message.setArguments(list(key))
        watcher = QDBusPendingCallWatcher(self._bus.asyncCall(message), self)
        watcher.finished.connect(lambda call: self._answer(key, method, call))

    def _answer(self, key: tuple[str, str], method: str, call: QDBusPendingCall) -> None:
        reply = call.reply()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            self._take(key, reply.arguments()[0])
        elif method == "ReadOne":  # a portal before its version 2
            self._ask(key, "Read")

    @Slot(QDBusMessage)
    def _hear(self, message: QDBusMessage) -> None:
        space, name, value = [*message.arguments(), "", "", None][:3]
        if (space, name) in _WISHES:
            self._take((str(space), str(name)), value)

    def _take(self, key: tuple[str, str], value: object) -> None:
        while isinstance(value, QDBusVariant):
            value = value.variant()
        before = self.is_reduced
        self._reduced[key] = value == _WISHES[key]
        if self.is_reduced is not before:
            self.changed.emit()
