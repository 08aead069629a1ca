"""A dialog over whatever window is in front, which is in front again when the dialog has closed."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget


def show_over(dialog: QDialog, front: QWidget) -> None:
    """Keep ``dialog`` in front of the window that it was asked for from.

    Its parent may be another: it is the parent's style sheet that it wears.
    """
    dialog.winId()  # makes its window
    dialog.windowHandle().setTransientParent(front.window().windowHandle())
    dialog.finished.connect(front.activateWindow)
    dialog.show()
