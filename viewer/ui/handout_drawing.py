"""From what is chosen to the PDF: waits for a pause, asks, and says in a sentence what fails."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from viewer.handout.lack import OrderError
from viewer.handout.order import Order
from viewer.ui.handout_offer import Maker
from viewer.ui.typesetting import Fault, Typesetting

PAUSE = 150
"""Milliseconds without a change of the choices before the handout is drawn anew."""
translate = QCoreApplication.translate


class Drawing(QObject):
    """Draws the last order that it was given."""

    drawn = Signal(bytes)
    failed = Signal(str)
    """Carries a sentence."""
    slow = Signal(bool)
    """Whether somebody has been waiting for a while."""

    def __init__(self, maker: Maker, typesetting: Typesetting, language: str) -> None:
        super().__init__(typesetting)
        self.maker, self._typesetting, self._language = maker, typesetting, language
        self._order: Order | None = None
        self._is_current = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._ask)
        typesetting.typeset.connect(self._take)
        typesetting.refused.connect(self._refuse)
        typesetting.failed.connect(self._fail)
        typesetting.slow.connect(self.slow)

    @property
    def is_current(self) -> bool:
        """Whether what was drawn, or said, last is what is chosen now."""
        return self._is_current

    def draw(self, order: Order) -> None:
        """Draw this when its reader pauses."""
        self._order, self._is_current = order, False
        self._pause.start()

    def draw_now(self) -> None:
        """Somebody waits: do not wait for a pause."""
        if self._pause.isActive() or not self._typesetting.is_busy:
            self._pause.stop()
            self._ask()

    def forget(self) -> None:
        """What was asked for is not wanted any more."""
        self._pause.stop()
        self._order, self._is_current = None, False
        self._typesetting.forget()

    def _ask(self) -> None:
        if self._order is None:
            return
        try:
            data = self.maker.data(self._order)
        except Exception as error:
            self._typesetting.forget()  # an older order may be on its way, and must not be shown
            self._refuse(
                translate(
                    "Handout",
                    "This handout could not be put together from the topic's text. "
                    "Choose other sections, or have the topic checked.",
                )
            )
            if isinstance(error, OrderError):  # a section has gone; all else is a fault of ours
                return
            raise
        self._typesetting.ask({"language": self._language, "data": data})

    def _take(self, pdf: bytes) -> None:
        if not self._pause.isActive():  # else another one is wanted already
            self._is_current = True
            self.drawn.emit(pdf)

    def _refuse(self, sentence: str) -> None:
        if not self._pause.isActive():
            self._is_current = True
            self.failed.emit(sentence)

    def _fail(self, fault: Fault) -> None:
        sentences = {
            Fault.ENDED: translate(
                "Handout",
                "The part of Careleaf that makes handouts has stopped. Try again; if it stops "
                "again, choose fewer sections.",
            ),
            Fault.TIME: translate(
                "Handout",
                "This handout took longer than a minute, so it was stopped. Choose fewer "
                "sections, or try again.",
            ),
            Fault.CANCELLED: translate(
                "Handout", "You stopped this handout. Try again, or choose something else."
            ),
        }
        self._refuse(sentences[fault])
