"""The meaning of a word beside the word: when the box comes, and when it goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from viewer.ui.glossary_popup import GlossaryPopup
from viewer.ui.metrics import TextSpacing
from viewer.ui.page_view import PageView
from viewer.ui.term_lines import ADDRESS, rects_of

if TYPE_CHECKING:
    from viewer.core.pages.glossary import Explanation

HOVER_DELAY = 350
"""Milliseconds that the pointer rests on a word before its meaning comes."""
LEAVING_DELAY = 300
"""Milliseconds in which the pointer can go from the word into the box."""


class Explaining(QObject):
    """Shows what a word means while the pointer is on it, or once it is clicked or entered."""

    glossary_requested = Signal(str, str)
    """All words of a topic, from this one on."""

    def __init__(
        self,
        window: QWidget,
        view: PageView,
        explain: Callable[[str], Explanation | None],
        spacing: Callable[[], TextSpacing],
    ) -> None:
        """``explain`` gives the meaning for the address of a word; ``spacing`` is the reader's."""
        super().__init__(view)
        self._window = window
        self._view = view
        self._explain, self._spacing = explain, spacing
        self._shown: Explanation | None = None
        self._address = ""
        self._pinned = False
        """It was asked for, and stays when the pointer leaves."""
        self._word: QTextCursor | None = None
        """The word that had the focus before the box took it."""
        self.popup = GlossaryPopup(window)
        self._coming, self._going = _timer(self, HOVER_DELAY), _timer(self, LEAVING_DELAY)
        self._coming.timeout.connect(lambda: self.show(self._address, pinned=False))
        self._going.timeout.connect(self.close)
        self.popup.all_requested.connect(self._open_all)
        self.popup.entered.connect(self._going.stop)
        self.popup.left.connect(self._leave)
        view.highlighted.connect(self._hover)
        view.verticalScrollBar().valueChanged.connect(self.close)
        view.installEventFilter(self)
        self.popup.all.installEventFilter(self)

    @property
    def is_open(self) -> bool:
        """Whether a meaning is to be seen."""
        return self._shown is not None

    def ask(self, address: str) -> None:
        """Show the meaning of a word that was clicked, or entered by the keyboard."""
        self.show(address, pinned=True)

    def show(self, address: str, *, pinned: bool) -> None:
        """Show the meaning of the word with this address, if it is on the page and has one."""
        term = next((term for term in self._view.terms if term.address == address), None)
        explanation = self._explain(address) if term else None
        rects = rects_of(self._view, term) if term else []
        if explanation is None or not rects:
            return
        if self._shown is None:
            self._application().installEventFilter(self)
        self._shown, self._address, self._pinned = explanation, address, pinned
        for timer in (self._coming, self._going):
            timer.stop()
        offset = self._view.viewport().mapTo(self._window, QPoint(0, 0))
        words = [rect.translated(offset) for rect in rects]
        pixels = self._view.document().defaultFont().pixelSize()
        look = pixels, self._spacing()
        self.popup.explain(explanation.term, explanation.meaning, look, words)

    def close(self) -> None:
        """Take the box away; the focus goes back to the word where the box had it."""
        for timer in (self._coming, self._going):
            timer.stop()
        if self._shown is None:
            return
        self._shown = None
        self._application().removeEventFilter(self)
        focused = self.popup.all.hasFocus()
        self.popup.hide()
        if focused:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._word is not None:
                self._view.setTextCursor(self._word)
                self._view.marks.show_focus(self._word)
        self._word = None

    # --- the pointer --------------------------------------------------------------

    def _hover(self, url: QUrl) -> None:
        address = url.toString()
        if not address.startswith(ADDRESS):
            self._coming.stop()
            self._leave()
        elif self._shown is not None and address == self._address:
            self._going.stop()
        elif not self._pinned or self._shown is None:
            self._address = address
            self._coming.start()

    def _leave(self) -> None:
        if self._shown is not None and not self._pinned:
            self._going.start()

    def _open_all(self) -> None:
        shown = self._shown
        self.close()
        if shown is not None:
            self.glossary_requested.emit(shown.topic, shown.id)

    # --- what Qt asks -----------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click elsewhere, or another size, closes; Tab goes from the word into the box."""
        if self._shown is None:
            return False
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            if watched is not self.popup and not self.popup.isAncestorOf(watched):
                self.close()
        elif kind == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            if self._pinned and watched not in (self._view, self.popup.all):
                self.close()  # it would lie over what has the focus now
        elif kind == QEvent.Type.Resize and watched is self._window:
            self.close()
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event.key())
        return False

    def _key(self, watched: QObject, key: int) -> bool:
        """Whether a key has been used up; Escape closes wherever the focus is."""
        tab, backtab = Qt.Key.Key_Tab, Qt.Key.Key_Backtab
        if key == Qt.Key.Key_Escape and isinstance(watched, QWidget):
            self.close()
            return True
        if watched is self._view and key == tab and self._pinned:
            self._word = self._view.textCursor()
            self.popup.all.setFocus(Qt.FocusReason.OtherFocusReason)  # it belongs to the page
            return True
        if watched is self.popup.all and key in (tab, backtab):
            self.close()
            if key == tab:
                self._view.focusNextPrevChild(True)
            return True
        return False

    def _application(self) -> QApplication:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return application


def _timer(parent: QObject, pause: int) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(pause)
    return timer
