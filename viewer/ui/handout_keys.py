"""The keys of the handout dialog, in one list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

_ZOOM = {"Ctrl+=": 1, "Ctrl++": 1, "Ctrl+-": -1, "Ctrl+0": 0}


def add_keys(
    dialog: QWidget, buttons: Mapping[str, QAbstractButton], zoom: Callable[[int], None]
) -> None:
    """Let keys press ``buttons`` and ``zoom``, by steps or, with 0, to the usual size."""
    for key, button in buttons.items():
        QShortcut(QKeySequence(key), dialog, partial(_press, button))
    for key, steps in _ZOOM.items():
        QShortcut(QKeySequence(key), dialog, partial(zoom, steps))


def _press(button: QAbstractButton) -> None:
    """Press a button by its key; one that is hidden, which Qt would press too, is not offered."""
    if button.isVisible():
        button.animateClick()
