"""Opens the panel of the text's spacing beside the page, and has what is chosen there count."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QWidget

from viewer.ui.metrics import control_pixels, within
from viewer.ui.session import Session
from viewer.ui.spacing_panel import SpacingPanel

_WIDE = 23
"""Ems of the panel's width."""


def open_spacing(window: QWidget, session: Session, opener: Callable[[], QWidget]) -> SpacingPanel:
    """Show the panel; there is one, which is kept. Its focus goes back to what ``opener`` gives."""
    panel = window.findChild(SpacingPanel)
    if not isinstance(panel, SpacingPanel):
        panel = _made(window, session, opener)
    panel.show()
    _fit(panel, window, session)  # now that the style sheet has reached all of it
    panel.raise_()
    panel.activateWindow()
    first = panel.steppers[0]
    (first.more if first.more.isEnabled() else first.less).setFocus()
    return panel


def _made(window: QWidget, session: Session, opener: Callable[[], QWidget]) -> SpacingPanel:
    panel = SpacingPanel(window)
    panel.spacing_requested.connect(session.set_spacing)

    def give_focus_back() -> None:
        window.activateWindow()
        opener().setFocus()

    panel.finished.connect(give_focus_back)

    def wear() -> None:
        panel.set_scale(session.theme, _pixels(window, session))
        panel.show_spacing(session.spacing)

    session.screen_changed.connect(wear)
    session.language_changed.connect(panel.retranslate)
    wear()
    return panel


def _pixels(window: QWidget, session: Session) -> int:
    pixels = control_pixels(session.percent, session.metrics.dots_per_inch)
    return within(pixels, window.width(), window.height())


def _fit(panel: SpacingPanel, window: QWidget, session: Session) -> None:
    """As large as it needs, within the screen; at the side of the window where lines end."""
    room = window.screen().availableGeometry()
    wide = min(_pixels(window, session) * _WIDE, room.width())
    size = QSize(wide, panel.high(wide)).boundedTo(room.size())
    panel.resize(size)
    beside = QPoint(0 if window.isRightToLeft() else window.width() - wide, 90)
    at = window.mapToGlobal(beside)
    at.setX(max(room.left(), min(at.x(), room.right() - size.width())))
    at.setY(max(room.top(), min(at.y(), room.bottom() - size.height())))
    panel.move(at)
