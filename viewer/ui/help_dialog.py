"""Help: the page of keys over the window, for as long as somebody looks at it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.key_list import Where, installed_in
from viewer.ui.metrics import Metrics
from viewer.ui.page_caret import PageCaret
from viewer.ui.page_view import PageView
from viewer.ui.style import palette
from viewer.ui.theme import Theme

_FIRST_SIZE = (860, 720)
_SMALLEST_SIZE = (300, 300)


class HelpDialog(QDialog):
    """Shows one page in a text browser of its own, as the window shows pages."""

    width_changed = Signal()
    larger_requested = Signal()
    smaller_requested = Signal()
    normal_requested = Signal()

    def __init__(self, window: QWidget, icons: Icons) -> None:
        super().__init__(window)
        self.setObjectName("helpDialog")
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.view = PageView(icons, lambda _: None, context_menu=True)
        self.view.finish()
        self._caret = PageCaret(self.view)
        self.close_button = QPushButton()
        self.close_button.setAutoDefault(False)
        self._arrange()
        self._connect()
        self.retranslate()
        room = window.window().size()
        sizes = zip(_SMALLEST_SIZE, _FIRST_SIZE, room.toTuple(), strict=True)
        wide, high = (max(least, min(first, most - 20)) for least, first, most in sizes)
        self.resize(wide, high)

    def retranslate(self) -> None:
        """Speak the window's language; the page comes with ``show_page``."""
        self.setWindowTitle(self.tr("Help"))
        self.view.setAccessibleName(self.tr("Help"))
        self.close_button.setText(self.tr("Close"))

    def set_scale(self, theme: Theme, pixels: int) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self.setPalette(palette(theme))
        self.view.wear(theme)
        self.setStyleSheet(f"""
#helpDialog {{ background: {theme.paper}; }}
#helpFoot {{ background: {theme.surface}; border: 0; border-top: 1px solid {theme.line}; }}
""")
        self.close_button.setFont(control_font(pixels, bold=True))

    def show_page(
        self, html: str, languages: tuple[str, ...], title: str, metrics: Metrics
    ) -> None:
        """Show the page, at the place where it was if it was shown before."""
        mark = self.view.scrolling.mark()
        self.view.show_page(html, title, metrics.body, metrics.text_column, frozenset(), languages)
        self.view.scrolling.return_to(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and nothing while the page has it."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self.close_button.hasFocus():
            self.close_button.click()

    def _arrange(self) -> None:
        foot = QFrame()
        foot.setObjectName("helpFoot")
        row = QHBoxLayout(foot)
        row.addStretch(1)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addWidget(foot)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.reject)
        self.view.width_changed.connect(self.width_changed)
        self.view.larger_requested.connect(self.larger_requested)
        self.view.smaller_requested.connect(self.smaller_requested)
        slots = {
            "larger": self.larger_requested.emit,
            "smaller": self.smaller_requested.emit,
            "normal": self.normal_requested.emit,
        }
        for deed, sequence in installed_in(Where.HELP):
            QShortcut(sequence, self, slots[deed])
