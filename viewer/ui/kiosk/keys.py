"""The keys that a kiosk's visitor has; every other does nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt

_Key = Qt.Key
_Held = Qt.KeyboardModifier

NOTHING_HELD = _Held.NoModifier
_SHIFT = _Held.ShiftModifier

ALLOWED: dict[int, tuple[Qt.KeyboardModifier, ...]] = {
    _Key.Key_Tab: (NOTHING_HELD, _SHIFT),
    _Key.Key_Backtab: (NOTHING_HELD, _SHIFT),
    _Key.Key_Left: (NOTHING_HELD,),
    _Key.Key_Right: (NOTHING_HELD,),
    _Key.Key_Up: (NOTHING_HELD,),
    _Key.Key_Down: (NOTHING_HELD,),
    _Key.Key_PageUp: (NOTHING_HELD,),
    _Key.Key_PageDown: (NOTHING_HELD,),
    _Key.Key_Home: (NOTHING_HELD,),
    _Key.Key_End: (NOTHING_HELD,),
    _Key.Key_Return: (NOTHING_HELD,),
    _Key.Key_Enter: (NOTHING_HELD,),
    _Key.Key_Escape: (NOTHING_HELD,),
    _Key.Key_Backspace: (NOTHING_HELD, _SHIFT),
    _Key.Key_Delete: (NOTHING_HELD,),
    # Held to write with; they do nothing by themselves.
    _Key.Key_Shift: (NOTHING_HELD, _SHIFT),
    _Key.Key_CapsLock: (NOTHING_HELD, _SHIFT),
    _Key.Key_AltGr: (NOTHING_HELD, _SHIFT),
}
"""Keys that write nothing, and what may be held with each. Not Shift and an arrow: that selects."""

_DEAD = range(_Key.Key_Dead_Grave, _Key.Key_Dead_Longsolidusoverlay + 1)
"""Accents that wait for their letter."""
_FIRST_SPECIAL = 0x01000000
"""Below this Qt names a key by the character that it writes."""
_UNNAMED = (0, int(_Key.Key_unknown))
"""Keys without a name of their own, which may write something all the same."""

_NOT_COUNTED = _Held.KeypadModifier | _Held.GroupSwitchModifier
"""Where a key lies, and AltGr as X11 and Wayland tell it."""
_ALTGR_ON_WINDOWS = _Held.ControlModifier | _Held.AltModifier
_STAFF = _Held.ControlModifier | _Held.AltModifier


def is_staff_key(key: int, held: Qt.KeyboardModifier, text: str) -> bool:
    """Whether this is Ctrl+Alt+S, and not a letter that AltGr and S write on some keyboards."""
    if key != _Key.Key_S or held & ~_NOT_COUNTED != _STAFF:
        return False
    return not _writes(text) or text in "sS"


def is_spoken_mode_key(key: int, held: Qt.KeyboardModifier) -> bool:
    """Whether this is F4, which turns the spoken mode on and off: a keypad can have it."""
    return key == _Key.Key_F4 and held & ~_NOT_COUNTED == NOTHING_HELD


def is_allowed_key(key: int, held: Qt.KeyboardModifier, text: str) -> bool:
    """Whether a visitor may press ``key``, which would write ``text``, with these held."""
    held &= ~_NOT_COUNTED
    if key in ALLOWED:
        return held in ALLOWED[key]
    if key in _DEAD:
        return held in (NOTHING_HELD, _SHIFT)
    if key >= _FIRST_SPECIAL and key not in _UNNAMED:
        return False
    if held in (NOTHING_HELD, _SHIFT):
        return _writes(text) or (not text and key not in _UNNAMED)
    if held & ~_SHIFT == _ALTGR_ON_WINDOWS:
        # AltGr writes what has no key of its own; a plain letter would be somebody's shortcut.
        return _writes(text) and not text.isspace() and not (text.isascii() and text.isalnum())
    return False


def _writes(text: str) -> bool:
    return bool(text) and text.isprintable()
