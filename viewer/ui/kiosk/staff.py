"""The staff's own page, over all else: first the PIN, then what the kiosk says and can do."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from viewer.core.pin import LONGEST, SHORTEST, plain_digits
from viewer.core.pin_lock import PinLock
from viewer.ui.announcing import announce
from viewer.ui.kiosk.staff_view import StaffView, Stage

TICK = 500
"""Milliseconds between two looks at the clock."""
STATUS_EVERY = 10
"""Ticks between two looks at the status."""
CALM = 400
"""Milliseconds in which a second tap on OK presses nothing of what has come in its place."""
_BARE = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_DELETE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class StaffPanel(StaffView):
    """Covers its parent. What was typed is forgotten as soon as it is tried, or the panel closes.

    ``status`` gives the rows, in the language of the controls; nothing calls it before the PIN.
    """

    leave_requested = Signal()
    reload_requested = Signal()
    closed = Signal()

    def __init__(
        self,
        parent: QWidget,
        lock: PinLock,
        status: Callable[[], tuple[tuple[str, str], ...]],
        calm: int = CALM,
    ) -> None:
        super().__init__(parent)
        self._parent = parent
        self._lock, self._status, self._calm = lock, status, calm
        self._typed = ""
        self._waits = False
        self._since = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK)
        self._tick.timeout.connect(self._pass_time)
        self._ticks = 0
        self.pad.digit_pressed.connect(self._type)
        self.pad.delete_pressed.connect(self._delete)
        self.pad.ok_pressed.connect(self._try)
        self.pad.close_pressed.connect(self.close_panel)
        self.reload.clicked.connect(self._calmly(self.reload_requested.emit))
        self.leave.clicked.connect(self._calmly(self.leave_requested.emit))
        self.close_button.clicked.connect(self._calmly(self.close_panel))
        parent.installEventFilter(self)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it covers the window now."""
        return self.stage is not Stage.CLOSED

    def begin(self) -> None:
        """Ask for the PIN; nothing where it is open already."""
        if self.is_open:
            return
        self._go_to(Stage.ASKING if self._lock.has_pin else Stage.NO_PIN)
        self.setGeometry(self._parent.rect())
        self.show()
        self.raise_()
        self._look()
        self._tick.start()
        self._focus()
        announce(self, f"{self.title.text()}. {self.words.text()} {self.message.text()}")

    def close_panel(self) -> None:
        """Go away, and forget what was typed; nothing where it is closed already."""
        if not self.is_open:
            return
        self._tick.stop()
        self._go_to(Stage.CLOSED)
        self.hide()
        self.closed.emit()

    def say(self, words: str) -> None:
        """Say how what was asked for went, such as a reload, if whoever asked is still there."""
        if self.stage is not Stage.OPEN:
            return
        self.show_message(words)
        announce(self, words)

    def retranslate(self) -> None:
        """Take the words from the language that is spoken now."""
        super().retranslate()
        self.show_message("")
        self._show_typed()
        self._look()

    def _go_to(self, stage: Stage) -> None:
        self._typed, self._waits = "", False
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # not on what is about to be hidden
        self.show_message("")
        self.rows.show_rows(self._status() if stage is Stage.OPEN else ())
        self.show_stage(stage)
        self._show_typed()
        self._since.start()

    def _calmly(self, task: Callable[[], None]) -> Callable[[], None]:
        """The task, unless the page has only just become what it is."""

        def press() -> None:
            if self._since.elapsed() >= self._calm:
                task()

        return press

    def _focus(self) -> None:
        asks = self.stage is Stage.ASKING
        (self.dots if asks else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the PIN ------------------------------------------------------------------

    def _type(self, digit: str) -> None:
        if not self._waits and len(self._typed) < LONGEST:
            self._typed += digit
            self.show_message("")
            self._show_typed()
            announce(self.dots, self.dots.accessibleDescription())

    def _delete(self) -> None:
        self._typed = self._typed[:-1]
        self._show_typed()
        announce(self.dots, self.dots.accessibleDescription())

    def _try(self) -> None:
        """Check what was typed; it is forgotten, whatever comes of it."""
        if self._waits or len(self._typed) < SHORTEST:
            return
        pin, self._typed = self._typed, ""
        self._focus()  # before OK is switched off, or the focus goes to Close
        if self._lock.opens(pin):
            self._go_to(Stage.OPEN)
            self._focus()
            announce(self, self.rows.accessibleName())
            return
        self._show_typed()
        self._look()
        if not self._waits:
            words = self.tr("That PIN is wrong. Tries left: {count}")
            self.show_message(words.format(count=self._lock.left), wrong=True)
            announce(self, self.message.text())

    def _show_typed(self) -> None:
        self.show_typed(len(self._typed), waits=self._waits)

    def _pass_time(self) -> None:
        """The pause is counted by the second; the status reads every text, and may be older."""
        self._ticks += 1
        if self.stage is not Stage.OPEN or self._ticks % STATUS_EVERY == 0:
            self._look()

    def _look(self) -> None:
        """Bring up to date what goes on by itself: the pause, or the status."""
        if self.stage is Stage.OPEN:
            self.rows.show_rows(self._status())
        if self.stage is not Stage.ASKING:
            return
        seconds = math.ceil(self._lock.wait)
        began, ended = seconds > 0 and not self._waits, self._waits and not seconds
        self._waits = seconds > 0
        if self._waits:
            words = self.tr("Too many wrong tries. You can try again in {time}.")
            left = f"{seconds // 60}:{seconds % 60:02}"
            self.show_message(words.format(time=left), wrong=True)
        elif ended:
            self.show_message(self.tr("You can try again now."))
        if began or ended:
            self._typed = ""
            self._show_typed()
            announce(self, self.message.text())

    # --- what Qt calls ------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        asks = event.type() == QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and _is_bare(event):
            event.accept()  # it may be a key of the window's own, such as one that goes back
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()  # nothing is typed into what lies below
        if not _is_bare(event):
            return
        digit, asks = plain_digits(event.text()), self.stage is Stage.ASKING
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif asks and digit and not event.isAutoRepeat():
            self._focus()
            self._type(digit)
        elif asks and event.key() in _DELETE:
            self._delete()
        elif asks and event.key() in _ENTER and not event.isAutoRepeat():
            self._try()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round inside: what lies below is covered."""
        row = [self.dots, *self.pad.keys, self.pad.close_key]
        row += [self.rows, self.reload, self.leave, self.close_button]
        row = [widget for widget in row if widget.isVisible() and widget.isEnabled()]
        if not row:
            return False
        now = self.focusWidget()
        at = row.index(now) + (1 if forward else -1) if now in row else 0
        row[at % len(row)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.stage is not Stage.CLOSED and not self._parent.isVisible():
            self.close_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._parent:
            self.setGeometry(self._parent.rect())
        return False


def _is_bare(event: QKeyEvent) -> bool:
    """Whether no key is held with it that makes something else of it."""
    return not event.modifiers() & ~_BARE
