"""Beside the kiosk's page: up and down, for hands that cannot flick."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.ui.focus_back import hand_over
from viewer.ui.icons import Icons
from viewer.ui.kiosk.press import Press
from viewer.ui.theme import Theme


class KioskSide(QWidget):
    """Two buttons, low enough for somebody who sits."""

    up_requested = Signal()
    down_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("kioskSide")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.up, self.down = Press(icons, "up"), Press(icons, "down")
        self.up.clicked.connect(lambda _: self.up_requested.emit())
        self.down.clicked.connect(lambda _: self.down_requested.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 32, 24)
        column.setSpacing(20)
        column.addStretch(1)
        column.addWidget(self.up)
        column.addWidget(self.down)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the buttons in the language that the window speaks now."""
        self.up.setAccessibleName(self.tr("Up"))
        self.down.setAccessibleName(self.tr("Down"))

    def show_state(self, *, up: bool, down: bool, on_page: bool) -> None:
        """Show where there is more; ``on_page``: of a page, on whose ground they stand then."""
        if self.property("onPage") is not on_page:
            self.setProperty("onPage", on_page)
            self.style().unpolish(self)
            self.style().polish(self)
        hand_over(self.up, self.down, usable=up)
        hand_over(self.down, self.up, usable=down)
        self.up.setEnabled(up)
        self.down.setEnabled(down)

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        for button in (self.up, self.down):
            button.set_scale(theme, pixels, ratio)
