"""The field that somebody types a search into; its keys move in the list below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from viewer.ui import qt_numbers
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme

WIDTH, NARROWEST = 23.0, 14.0
"""Ems that the field is wide, and that it can give way to where there is less room."""
_ICON = 1.25
"""Ems."""


class SearchField(QLineEdit):
    """Says what is typed, and which way somebody goes from there; knows nothing of results."""

    typed = Signal(str)
    entered = Signal()
    """Somebody has come to the field: what was found last may be shown again."""
    row_requested = Signal(int)
    """Go so many rows down, or up where negative."""
    open_requested = Signal()
    close_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("search")
        self._icons = icons
        self._pixels = 15
        self._icon = QLabel(self)
        self._icon.setProperty("focusPolicy", 0)
        self.textEdited.connect(self.typed)

    def retranslate(self) -> None:
        """Name the field in the language of the window."""
        self.setAccessibleName(self.tr("Search"))
        self._icon.setAccessibleName(self.accessibleName())
        self.setPlaceholderText(self.tr("Search, like “blood thinner”"))
        self.setToolTip(self.tr("Search ({})").format("Ctrl+K"))

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._pixels = pixels
        self.setFont(control_font(pixels))
        size = round(pixels * _ICON)
        self._icon.setPixmap(self._icons.pixmap("search", theme.muted, size, ratio))
        self._place_icon()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(self._pixels * WIDTH), max(44, round(self._pixels * 2.2)))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(self._pixels * NARROWEST), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Enter and Escape are for the list; all else is for the field."""
        steps = {
            qt_numbers.KEY_DOWN: 1,
            qt_numbers.KEY_UP: -1,
            qt_numbers.KEY_PAGE_DOWN: 5,
            qt_numbers.KEY_PAGE_UP: -5,
        }
        if event.key() in steps:
            self.row_requested.emit(steps[event.key()])
        elif event.key() in (qt_numbers.KEY_RETURN, qt_numbers.KEY_ENTER):
            self.open_requested.emit()
        elif event.key() == qt_numbers.KEY_ESCAPE:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming is Tab, a key of ours or a click; not Alt+Tab, nor a menu that closes."""
        super().focusInEvent(event)
        from PySide6.QtCore import Qt  # late, see qt_numbers

        reason = Qt.FocusReason
        came = (reason.TabFocusReason, reason.BacktabFocusReason, reason.ShortcutFocusReason)
        if event.reason() in (*came, reason.MouseFocusReason):
            self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.LayoutDirectionChange:
            self._place_icon()

    def _place_icon(self) -> None:
        """The lens stands where reading begins; the text keeps clear of it."""
        size, inset = round(self._pixels * _ICON), round(self._pixels * 0.8)
        at = self.width() - inset - size if self.isRightToLeft() else inset
        self._icon.setGeometry(at, (self.height() - size) // 2, size, size)
        beside = inset + size
        margins = (0, beside) if self.isRightToLeft() else (beside, 0)
        self.setTextMargins(margins[0], 0, margins[1], 0)
