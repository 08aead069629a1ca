"""Two large buttons that turn a list's pages, and between them which page it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from viewer.core.locales import format_number
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme

_SMALLEST = 18
"""Pixels that the words between the buttons may shrink to; the buttons' own never do."""


class Pager(QWidget):
    """Knows numbers only."""

    turn_requested = Signal(int)

    def __init__(self, parent: QWidget, icons: Icons) -> None:
        super().__init__(parent)
        self._icons = icons
        self._pixels = 27
        self._page, self._pages, self._language = 1, 1, "en"
        self.previous, self.more, self.where = QPushButton(), QPushButton(), QLabel()
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for button, step in ((self.previous, -1), (self.more, 1)):
            button.setAutoDefault(True)  # Enter presses it too
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, step=step: self.turn_requested.emit(step))
        row.addWidget(self.previous)
        row.addWidget(self.where, 1)
        row.addWidget(self.more)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts in the language of the window."""
        for button, words in ((self.previous, self.tr("Previous")), (self.more, self.tr("More"))):
            button.setText(words)
            button.setAccessibleName(words)
        self._write()

    def set_language(self, language: str) -> None:
        """Write numbers as this language does."""
        self._language = language
        self._write()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and in letters of so many pixels."""
        self._pixels = pixels
        size = round(pixels * 1.2)
        for button, name in ((self.previous, "up"), (self.more, "down")):
            button.setFont(control_font(pixels, bold=True))
            button.setIcon(self._icons.icon(name, theme.accent, size, ratio))
            button.setIconSize(QSize(size, size))
            button.setMinimumSize(2 * TARGET, self.sizeHint().height())
        self.setStyleSheet(f"""
QLabel {{ color: {theme.ink}; }}
QPushButton {{ color: {theme.accent}; background: {theme.paper}; padding: 0 {pixels // 2}px;
  border: 2px solid {theme.accent}; border-radius: 12px; }}
QPushButton:pressed {{ background: {theme.accent_soft}; }}
QPushButton:focus {{ border: 4px solid {theme.focus}; }}
QPushButton:disabled {{ color: {theme.disabled}; border-color: {theme.line};
  background: {theme.surface}; }}""")
        self._fit()

    def show_page(self, page: int, pages: int) -> str:
        """Say which page of how many is shown, counted from 1; gives what it says."""
        self._page, self._pages = page, pages
        focused = next((b for b in (self.previous, self.more) if b.hasFocus()), None)
        self.previous.setEnabled(page > 1)
        self.more.setEnabled(page < pages)
        if focused is not None and not focused.isEnabled():
            other = self.previous if focused is self.more else self.more
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        self._write()
        return self.where.text()

    def sizeHint(self) -> QSize:
        return QSize(6 * TARGET, max(TARGET, round(self._pixels * 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _write(self) -> None:
        numbers = (format_number(number, self._language) for number in (self._page, self._pages))
        self.where.setText(self.tr("Page {} of {}").format(*numbers))
        self._fit()

    def _fit(self) -> None:
        """The number of a page never widens the row: its letters get smaller."""
        buttons = (self.previous, self.more)
        room = self.width() - sum(max(b.sizeHint().width(), 2 * TARGET) for b in buttons) - 36
        size = self._pixels
        while size > _SMALLEST and self._wide(size) > room:
            size -= 1
        self.where.setFont(control_font(size))
        self.where.setMinimumWidth(1)

    def _wide(self, pixels: int) -> int:
        return QFontMetrics(control_font(pixels)).horizontalAdvance(self.where.text())
