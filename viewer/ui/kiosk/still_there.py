"""Asks a visitor who has been still for long whether they are there, before all is wiped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from viewer.ui.announcing import announce
from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.kiosk.motion import motion_wanted
from viewer.ui.kiosk.overlay import Overlay
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.theme import Theme


class SecondsRing(QWidget):
    """A number in a ring, which shrinks with it; the number alone where nothing may move."""

    def __init__(self) -> None:
        super().__init__()
        self._seconds = 0
        self._whole = 1
        self._shown = 1.0
        """The part of the ring that is painted."""
        self._theme: Theme | None = None
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(400)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._glide.valueChanged.connect(self._show_part)

    def begin(self, seconds: int) -> None:
        """Start with a whole ring."""
        self._glide.stop()
        self._whole = max(1, seconds)
        self._seconds = seconds
        self._shown = 1.0
        self.update()

    def show_seconds(self, seconds: int, *, moves: bool) -> None:
        """Show how many are left."""
        self._seconds = seconds
        self._glide.stop()
        part = seconds / self._whole
        if moves:
            self._glide.setStartValue(self._shown)
            self._glide.setEndValue(part)
            self._glide.start()
        self._shown = self._shown if moves else part
        self.update()

    def wear(self, theme: Theme) -> None:
        """Draw in this theme's colours."""
        self._theme = theme
        self.update()

    def set_side(self, side: int) -> None:
        """Be so many pixels wide and high."""
        self.setFont(control_font(round(side * 0.4), bold=True))
        self.setFixedSize(side, side)

    def rest(self) -> None:
        """Move no more."""
        self._glide.stop()

    def _show_part(self, part: float) -> None:
        self._shown = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        if theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = self.width() / 16
        ring = QRectF(self.rect()).adjusted(stroke, stroke, -stroke, -stroke)
        painter.setPen(QPen(QColor(theme.line), stroke / 2))
        painter.drawEllipse(ring)
        pen = QPen(QColor(theme.accent), stroke)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(ring, 90 * 16, round(self._shown * 360 * 16))
        painter.setPen(QColor(theme.ink))
        painter.setFont(self.font())
        digits = str(self._seconds)
        # By the digits' own height, for the font's includes what hangs below a line.
        metrics = painter.fontMetrics()
        middle = QRectF(self.rect()).center()
        left = middle.x() - metrics.horizontalAdvance(digits) / 2
        painter.drawText(QPointF(left, middle.y() + metrics.capHeight() / 2), digits)


class StillThere(Overlay):
    """Covers the window while the seconds run; any touch or key says yes, and does nothing else."""

    def __init__(self, parent: QWidget, *, motion: Callable[[], bool] = motion_wanted) -> None:
        super().__init__(parent)
        self.setObjectName("stillThere")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._motion = motion
        self.question = QLabel()
        self.what_follows = QLabel()
        self.ring = SecondsRing()
        self.yes = Button()
        self.yes.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.yes.clicked.connect(self.touched)
        for label in (self.question, self.what_follows):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._words: tuple[str, str] = ("", "")
        self._pixels = 24
        self._arrange()
        self.retranslate()

    def begin(self, seconds: int) -> None:
        """Ask, with so many seconds to answer in."""
        self.ring.begin(seconds)
        self._fit()
        self.open_over(self.yes)
        announce(self, " ".join((self.question.text(), self.what_follows.text())))

    def show_seconds(self, seconds: int) -> None:
        """Show how many seconds are left."""
        self.ring.show_seconds(seconds, moves=self._motion())

    def close_panel(self) -> None:
        """The page that was covered is there again, as it was."""
        self.ring.rest()
        super().close_panel()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""
        self._pixels = pixels
        self.ring.wear(theme)
        self.setStyleSheet(
            f"#stillThere {{ background: {theme.paper}; }}"
            f" QLabel {{ background: transparent; color: {theme.ink}; }}"
            f" QToolButton {{ background: {theme.accent}; color: {theme.on_accent};"
            f" border: 3px solid {theme.accent}; border-radius: {round(pixels * 0.5)}px; }}"
        )
        self._fit()

    def retranslate(self) -> None:
        """Ask in the language that the window speaks now."""
        self.question.setText(self.tr("Are you still there?"))
        self.what_follows.setText(
            self.tr("If not, this screen will go back to the start for the next person.")
        )
        self.yes.setText(self.tr("Yes, I am still here"))
        self.yes.setAccessibleName(self.yes.text())
        self.setAccessibleName(self.question.text())
        self._fit()

    # --- the layout -----------------------------------------------------------------

    def _arrange(self) -> None:
        column, middle = self._column, Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(self.question)
        column.addWidget(self.what_follows)
        column.addStretch(1)
        column.addWidget(self.ring, 0, middle)
        column.addStretch(1)
        column.addWidget(self.yes, 0, middle)
        column.addStretch(2)

    def _fit(self) -> None:
        """A button that cannot be missed; upright, within reach from a wheelchair."""
        width, height = self.width(), self.height()
        # Seen from some steps away, and still with room for all of it.
        least, most = min(width, height) // 30, min(height // 24, width // 22)
        pixels = max(TARGET // 6, min(max(self._pixels, least), most))
        self.question.setFont(control_font(round(pixels * 2.3), bold=True))
        self.what_follows.setFont(control_font(round(pixels * 1.2)))
        self.yes.setFont(control_font(round(pixels * 1.5), bold=True))
        margin = round(pixels * 1.5)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(pixels * 0.5))
        words = self.yes.fontMetrics().horizontalAdvance(self.yes.text())
        wide = min(max(words + pixels * 5, width * 2 // 5), max(width - 2 * margin, TARGET))
        self.yes.set_wrapped(self.yes.accessibleName(), wide - pixels * 2)
        lines = self.yes.text().count("\n") + 1
        high = max(TARGET, round(pixels * 2.4 + self.yes.fontMetrics().lineSpacing() * lines))
        self.yes.setFixedSize(wide, high)
        inner = max(1, width - 2 * margin)
        above = [label.heightForWidth(inner) for label in (self.question, self.what_follows)]
        room = height - sum(above) - high - 2 * margin - round(pixels * 3.5)
        self.ring.set_side(max(TARGET, min(room, pixels * 9)))
        # Upright, the words and the ring have the upper part, the button the lower.
        self._column.setStretch(0, 5 if height > width else 2)
        self._column.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
