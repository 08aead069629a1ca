"""Asks a visitor who has been still for long whether they are there, before all is wiped."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTouchEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from viewer.ui.announcing import announce
from viewer.ui.fonts import control_font
from viewer.ui.kiosk.answer_button import AnswerButton
from viewer.ui.kiosk.motion import motion_wanted
from viewer.ui.kiosk.overlay import Overlay
from viewer.ui.kiosk.scale import TARGET
from viewer.ui.kiosk.seconds_ring import SecondsRing
from viewer.ui.theme import Theme

_Key = Qt.Key
_BACK = (_Key.Key_Backtab, _Key.Key_Up, _Key.Key_Left)
_STEPS = (_Key.Key_Tab, _Key.Key_Down, _Key.Key_Right, *_BACK)
"""Keys that go from one answer to the other."""
_ENTER = (_Key.Key_Return, _Key.Key_Enter, _Key.Key_Space)


class StillThere(Overlay):
    """Covers the window while the seconds run; any touch or key says yes, and does nothing else.

    Only the button beside says more: that this visitor needs more time from now on.
    """

    more_time_requested = Signal()
    stepped = Signal()
    """Somebody goes from one answer to the other: they are there, but have not answered."""

    def __init__(self, parent: QWidget, *, motion: Callable[[], bool] = motion_wanted) -> None:
        super().__init__(parent)
        self.setObjectName("stillThere")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._motion = motion
        self.question = QLabel()
        self.what_follows = QLabel()
        self.ring = SecondsRing()
        self.yes, self.more = AnswerButton(filled=True), AnswerButton(filled=False)
        self.yes.clicked.connect(self.touched)
        self.more.clicked.connect(self.more_time_requested)
        for label in (self.question, self.what_follows):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._pixels = 24
        self._arrange()
        self.retranslate()
        self.spare(self._is_for_an_answer)

    def begin(self, seconds: int) -> None:
        """Ask, with so many seconds to answer in."""
        self.ring.begin(seconds)
        self._fit()
        self.open_over(self.yes)
        said = (self.question, self.what_follows)
        announce(self, " ".join(label.text() for label in said))

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
        for part in (self.ring, self.yes, self.more):
            part.wear(theme)
        self.setStyleSheet(
            f"#stillThere {{ background: {theme.paper}; }}"
            f" QLabel {{ background: transparent; color: {theme.ink}; }}"
        )
        self._fit()

    def retranslate(self) -> None:
        """Ask in the language that the window speaks now."""
        self.question.setText(self.tr("Are you still there?"))
        self.what_follows.setText(
            self.tr("If not, this screen will go back to the start for the next person.")
        )
        self.yes.setAccessibleName(self.tr("Yes, I am still here"))
        self.more.setAccessibleName(self.tr("I need more time"))
        self.setAccessibleName(self.question.text())
        self._fit()

    def note_touch(self) -> None:
        """Somebody touches the screen to hear what is there: they have not answered yet."""
        if self.is_open:
            self.stepped.emit()

    # --- which answer -----------------------------------------------------------------

    def _is_for_an_answer(self, event: QEvent) -> bool:
        """Whether this touch or key is for a button itself, and not the yes that any other is."""
        if isinstance(event, QKeyEvent):
            return event.key() in _STEPS or (event.key() in _ENTER and self.more.hasFocus())
        if isinstance(event, QTouchEvent):
            place = event.point(0).globalPosition() if event.pointCount() else None
        else:
            place = event.globalPosition() if isinstance(event, QMouseEvent) else None
        if place is None:
            return False
        return self.more.rect().contains(self.more.mapFromGlobal(place).toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """An arrow goes to the other answer, as Tab does."""
        if event.key() in _STEPS:
            self.focusNextPrevChild(event.key() not in _BACK)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from one answer to the other, and round: all else is covered."""
        other = self.yes if QApplication.focusWidget() is self.more else self.more
        reasons = Qt.FocusReason
        other.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        self.stepped.emit()
        return True

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
        column.addWidget(self.more, 0, middle)
        column.addStretch(2)

    def _fit(self) -> None:
        """Buttons that cannot be missed; upright, within reach from a wheelchair."""
        width, height = self.width(), self.height()
        # Seen from some steps away, and still with room for all of it.
        least, most = min(width, height) // 30, min(height // 28, width // 22)
        pixels = max(TARGET // 6, min(max(self._pixels, least), most))
        self.question.setFont(control_font(round(pixels * 2.3), bold=True))
        self.what_follows.setFont(control_font(round(pixels * 1.2)))
        margin = round(pixels * 1.5)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(round(pixels * 0.5))
        room = max(width - 2 * margin, TARGET)
        highs = [
            button.fit(round(pixels * size), min(width * 2 // 5, room), room, round(pixels * pad))
            for button, size, pad in ((self.yes, 1.5, 2.4), (self.more, 1.2, 1.6))
        ]
        inner = max(1, width - 2 * margin)
        above = [label.heightForWidth(inner) for label in (self.question, self.what_follows)]
        left = height - sum(above) - sum(highs) - 2 * margin - round(pixels * 4)
        self.ring.set_side(max(TARGET, min(left, pixels * 9)))
        # Upright, the words and the ring have the upper part, the buttons the lower.
        self._column.setStretch(0, 5 if height > width else 2)
        self._column.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
