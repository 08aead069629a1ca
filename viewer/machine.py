"""What the machine has to have: Qt's system libraries and a screen. Says what is missing."""

from __future__ import annotations

import os
import re
import sys

MISSING = 3
"""Exit status when the machine lacks something."""

# Debian's and Ubuntu's package for each library that PySide6's wheels expect of the system.
_PACKAGES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libOpenGL.so.0": "libopengl0",
    "libGLX.so.0": "libglx0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpulse.so.0": "libpulse0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libSM.so.6": "libsm6",
    "libICE.so.6": "libice6",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
    "libstdc++.so.6": "libstdc++6",
}
ALL_PACKAGES = (
    "libgl1 libegl1 libxkbcommon-x11-0 libdbus-1-3 libfontconfig1 libglib2.0-0 libpulse0 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 "
    "libxcb-shape0 libxcb-xinerama0 libxcb-xkb1"
)
"""Everything that a bare Debian or Ubuntu lacks."""
WAYLAND_PACKAGES = "libwayland-client0 libwayland-cursor0 libwayland-egl1"
"""And this too, where the screen is a Wayland compositor's."""
_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*)")


def library_message(error: str) -> str:
    """What to tell a person whose machine cannot load Qt, from the loader's own words."""
    match = _LIBRARY.search(error)
    if match is None:
        return f"Careleaf cannot load Qt, which draws its window: {error}."
    library = match[1]
    package = _PACKAGES.get(library)
    what = f"Careleaf needs the system library {library}, which is not installed."
    if package is None:
        return f"{what} Install the package that has it; apt-file search {library} names it."
    packages = f"{ALL_PACKAGES} {WAYLAND_PACKAGES}" if _is_wayland() else ALL_PACKAGES
    return (
        f"{what} On Debian or Ubuntu, this command installs it: apt-get install {package}\n"
        f"All that a bare system lacks: apt-get install {packages}"
    )


def screen_message() -> str | None:
    """What to tell a person on a Linux machine without a screen; None where there is one."""
    if not sys.platform.startswith("linux"):
        return None
    if any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return None
    return (
        "Careleaf found no screen: neither the variable DISPLAY nor WAYLAND_DISPLAY is set. "
        "Start it from a desktop, or set DISPLAY, like: DISPLAY=:0 careleaf"
    )


def platform_message(qt_words: str) -> str:
    """What to tell a person when Qt could not reach the screen, or lacks a library for that."""
    plugin = _broken_plugin()
    if plugin:
        return library_message(plugin)
    display = os.environ.get("WAYLAND_DISPLAY" if _is_wayland() else "DISPLAY", "")
    screen = f"the screen {display}" if display else "a screen"
    first = qt_words.strip().splitlines()[0] if qt_words.strip() else ""
    return (
        f"Careleaf cannot reach {screen}. Check the variables DISPLAY, "
        f"WAYLAND_DISPLAY and QT_QPA_PLATFORM, and that this user may use it. ({first})"
    )


def _is_wayland() -> bool:
    """Whether Qt asks a Wayland compositor for its screen, as in a kiosk, and not X11."""
    wished = os.environ.get("QT_QPA_PLATFORM", "")
    return wished.startswith("wayland") or (not wished and bool(os.environ.get("WAYLAND_DISPLAY")))


def _broken_plugin() -> str:
    """The loader's words about Qt's own screen plugin; empty where it loads."""
    import ctypes
    import importlib.util
    from pathlib import Path

    spec = importlib.util.find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    if not folders:
        return ""
    name = "libqwayland.so" if _is_wayland() else "libqxcb.so"
    plugin = Path(folders[0], "Qt", "plugins", "platforms", name)
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""
