"""A large button of the kiosk's bar: an icon beside its words, never smaller than a finger."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme

_RING, _LINE = 6, 3
"""Pixels of the ring that shows the focus, as the style sheet draws it, and of the line in it."""


def hand_over(button: QWidget, other: QWidget, *, usable: bool) -> None:
    """Give the focus of a button that is about to be switched off to its counterpart."""
    if button.hasFocus() and not usable:
        other.setEnabled(True)
        other.setFocus(Qt.FocusReason.TabFocusReason)


class Press(Button):
    """Painted by the kiosk's style sheet, which knows it by its class."""

    def __init__(self, icons: Icons, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._icon = icons, icon
        self._theme: Theme | None = None
        self._role = "accent"
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def set_role(self, role: str) -> None:
        """Draw it in another role of the theme: ``danger`` for getting help."""
        self._role = role
        self.setProperty("role", role)

    def say(self, words: str, name: str = "") -> None:
        """Show words, and be called by them, or by another name where they are a sign."""
        # Qt leaves no space between an icon and what stands beside it.
        self.setText(f"\N{NO-BREAK SPACE}{words}" if self._icon else words)
        self.setAccessibleName(name or words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """One that is on is filled: there the ring of the focus needs a line inside it."""
        super().paintEvent(event)
        if self._theme is not None and self.hasFocus() and self.isChecked():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.on_accent), _LINE))
            inset = _RING + _LINE / 2
            box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, _RING, _RING)
            painter.end()

    def set_scale(self, theme: Theme, pixels: int, ratio: float, *, wide: float = 1.0) -> None:
        """Draw with this theme, and with a font of so many pixels; ``wide`` enlarges the words."""
        self._theme = theme
        self.setFont(control_font(round(pixels * wide), bold=True))
        if self._icon:
            checked = self.isCheckable() and self.isChecked()
            colour = theme.on_accent if checked else str(getattr(theme, self._role))
            size = round(pixels * 1.25)
            turned = self._icon in ("back", "forward") and self.isRightToLeft()
            icon = self._icons.icon(self._icon, colour, size, ratio, mirrored=turned)
            self.setIcon(icon)
            self.setIconSize(QSize(size, size))
        self.setMinimumSize(TARGET, max(TARGET, round(pixels * 2.6)))
        self.updateGeometry()
