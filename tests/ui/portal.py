"""A desktop's portal that a test sets: run with the system's Python, on a bus of the test's own.

    python3 portal.py VERSION NAMESPACE KEY VALUE

Each line of its input is another value of the key.
"""

import sys
import threading
from typing import Any

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402 - a version has to be asked for first

PATH, NAME = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
NODE = """<node><interface name="org.freedesktop.portal.Settings">
<method name="{}"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="v" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>"""
version, space, key, said = sys.argv[1:]
kind = "b" if key == "enable-animations" else "u"
value = [int(said)]


def variant() -> GLib.Variant:
    return GLib.Variant(kind, bool(value[0]) if kind == "b" else value[0])


def answer(*call: Any) -> None:
    method, arguments, invocation = call[4:7]
    if arguments.unpack() != (space, key):
        invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "no such key")
        return
    found = variant() if method == "ReadOne" else GLib.Variant("v", variant())
    invocation.return_value(GLib.Variant("(v)", (found,)))


def change(bus: Gio.DBusConnection) -> None:
    for line in sys.stdin:
        value[0] = int(line)
        told = GLib.Variant("(ssv)", (space, key, variant()))
        bus.emit_signal(None, PATH, NAME, "SettingChanged", told)
    loop.quit()


def begin(bus: Gio.DBusConnection, *_: object) -> None:
    method = "ReadOne" if version == "2" else "Read"
    node = Gio.DBusNodeInfo.new_for_xml(NODE.format(method))
    bus.register_object(PATH, node.interfaces[0], answer, None, None)
    threading.Thread(target=change, args=(bus,), daemon=True).start()


loop = GLib.MainLoop()
Gio.bus_own_name(
    Gio.BusType.SESSION,
    "org.freedesktop.portal.Desktop",
    Gio.BusNameOwnerFlags.NONE,
    begin,
    lambda *_: print("ready", flush=True),
    lambda *_: loop.quit(),
)
loop.run()
