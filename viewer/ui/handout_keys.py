"""The keys of the handout dialog, as ``key_list`` has them, and what each of them does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from viewer.ui.key_list import Where, installed_in

_ZOOM = {"closer": 1, "farther": -1, "usual": 0}


def add_keys(
    dialog: QWidget, buttons: Mapping[str, QAbstractButton], zoom: Callable[[int], None]
) -> None:
    """Let keys press ``buttons`` and ``zoom``, by steps or, with 0, to the usual size."""
    for deed, sequence in installed_in(Where.HANDOUT):
        if deed in buttons:
            QShortcut(sequence, dialog, partial(_press, buttons[deed]))
        elif deed in _ZOOM:
            QShortcut(sequence, dialog, partial(zoom, _ZOOM[deed]))


def _press(button: QAbstractButton) -> None:
    """Press a button by its key; one that is hidden, which Qt would press too, is not offered."""
    if button.isVisible():
        button.animateClick()
