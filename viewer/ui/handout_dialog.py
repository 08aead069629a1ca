"""The handout dialog: choices, beside them the very pages, and the ways to paper and file."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget

from viewer.handout.lack import OrderError
from viewer.handout.model import BlankField
from viewer.handout.order import Order, Paper
from viewer.ui.announcing import announce
from viewer.ui.handout_body import HandoutBody
from viewer.ui.handout_choices import HandoutChoices
from viewer.ui.handout_drawing import Drawing
from viewer.ui.handout_keys import add_keys
from viewer.ui.handout_offer import Maker, Named, Offer
from viewer.ui.handout_output import HandoutOutput
from viewer.ui.handout_preview import HandoutPreview
from viewer.ui.handout_strip import HandoutStrip
from viewer.ui.handout_style import handout_style
from viewer.ui.icons import Icons
from viewer.ui.style import palette
from viewer.ui.theme import Theme
from viewer.ui.typesetting import Typesetting
from viewer.ui.wrapping import MainPush, Push

FIRST_SIZE = (1160, 780)
SMALLEST_SIZE = (300, 300)
_WORD = 14
"""Ems that the dialog is wide at least: a long word, beside a box to tick."""


class HandoutDialog(QDialog):
    """Shows what is chosen; forgets what was typed when it closes."""

    clinic_settings_requested = Signal()
    chosen = Signal(object)
    """The choices have changed; carries the Order."""

    def __init__(
        self, window: QWidget, icons: Icons, offer: Offer, maker: Maker, language: str
    ) -> None:
        super().__init__(window)
        self.setObjectName("handout")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Handout: {}").format(offer.title))
        self.setMinimumSize(*SMALLEST_SIZE)
        self._maker, self._offer = maker, offer
        self.folder = ""
        """Where the last handout was saved."""
        self._has_left = False
        self._pdf = b""
        self._then: Callable[[], None] | None = None
        """What somebody has asked to do with the pages that are on their way."""
        self.choices = HandoutChoices(icons, offer)
        self.preview = HandoutPreview()
        self.strip = HandoutStrip()
        self.status = QLabel()
        self.status.setObjectName("handoutStatus")
        self.print_button, self.save_button = self._push(MainPush()), self._push(Push())
        self.clinic_button, self.close_button = self._push(Push()), self._push(Push())
        self.print_button.setObjectName("print")
        self.clinic_button.hide()  # until somebody answers it
        self.body = HandoutBody(self, self.choices, self.preview, self.strip, self.status)
        self.body.add_buttons(self.buttons)
        self.typesetting = Typesetting(self)
        self.drawing = Drawing(maker, self.typesetting, language)
        self.output = HandoutOutput(self, self.preview)
        self._name_controls()
        self._connect()
        self._fit_to(window)

    @property
    def buttons(self) -> tuple[Push, ...]:
        """What can be done, in order."""
        return self.print_button, self.save_button, self.clinic_button, self.close_button

    def begin(self) -> None:
        """Show the dialog, and draw what it begins with."""
        self.print_button.setVisible(self._offer.may_print)
        self.save_button.setVisible(self._offer.may_save)
        self.typesetting.begin()
        self._draw()
        self.drawing.draw_now()
        self._order_tab()
        self.open()
        self.choices.first_answer.setFocus(Qt.FocusReason.TabFocusReason)

    def offer_clinic_settings(self) -> None:
        """Somebody answers ``clinic_settings_requested``."""
        self.clinic_button.show()

    def use(self, maker: Maker, languages: Named, paper: Paper) -> None:
        """Offer these, and draw with this maker from now on; another one knows other settings."""
        if maker is not self._maker:
            self._maker = self.drawing.maker = maker
            self.choices.renew(languages, paper)
            self._draw()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels, if its words have room then."""
        pixels = min(pixels, self.width() // _WORD)
        self.setPalette(palette(theme))
        self.setStyleSheet(handout_style(theme, pixels))
        self.choices.set_scale(theme, pixels, ratio)
        self.preview.set_scale(theme, pixels)
        self.strip.set_scale(pixels)
        self.body.set_scale(pixels)

    # --- making -----------------------------------------------------------------

    def _push(self, button: Push) -> Push:
        button.setAutoDefault(False)  # Enter in a field must not print
        return button

    def _name_controls(self) -> None:
        for button, words in (
            (self.print_button, self.tr("Print…")),
            (self.save_button, self.tr("Save as PDF…")),
            (self.clinic_button, self.tr("Clinic settings…")),
            (self.close_button, self.tr("Close")),
        ):
            button.set_words(words)

    def _connect(self) -> None:
        """Every signal of the dialog."""
        drawing, output = self.drawing, self.output
        self.choices.changed.connect(self._draw)
        self.preview.retry_requested.connect(self._draw)
        self.strip.cancel_requested.connect(self._cancel)
        self.print_button.clicked.connect(lambda: self._do(self._print))
        self.save_button.clicked.connect(lambda: self._do(self._save))
        self.clinic_button.clicked.connect(self.clinic_settings_requested)
        self.close_button.clicked.connect(self.close)
        self.finished.connect(self._leave)
        drawing.drawn.connect(self._show)
        drawing.failed.connect(self._show_problem)
        drawing.slow.connect(self._show_slow)
        output.said.connect(self._say)
        output.progressed.connect(self._show_printing)
        output.ended.connect(self._hide_strip)
        if isinstance(application := QApplication.instance(), QApplication):
            application.focusChanged.connect(self._bring)
        keys = zip(("print", "save", "settings"), self.buttons, strict=False)
        add_keys(self, dict(keys), self.preview.paper.zoom)

    def _bring(self, _: QWidget | None, focused: QWidget | None) -> None:
        self.body.bring(focused)
        self._show_line()

    def _order_tab(self) -> None:
        """Tab goes through the dialog as the eye does."""
        preview = (self.preview.paper, self.preview.problem, self.preview.retry)
        stops = (*self.choices.controls, *preview, self.strip.cancel, *self.buttons)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _fit_to(self, window: QWidget) -> None:
        """As large as it likes to be, within the window that it stands over."""
        room = window.size()
        width = max(SMALLEST_SIZE[0], min(FIRST_SIZE[0], room.width() - 20))
        self.resize(width, max(SMALLEST_SIZE[1], min(FIRST_SIZE[1], room.height() - 20)))

    # --- showing ----------------------------------------------------------------

    def _draw(self) -> None:
        """The pages that there are count no more: have others drawn."""
        order = self.choices.order()
        if self.choices.is_empty:
            self.drawing.forget()
            self._show_problem(self.tr("Choose at least one section."))
            return
        self._say("", True)
        self._enable(True)
        self.preview.show_updating(True)
        self.drawing.draw(order)  # at once, so that the last pages can be printed no more
        self.choices.blanks.show_fields(self._blanks(order))
        self.drawing.draw(self.choices.order())  # with what stands in the fields that are left
        self.chosen.emit(order)

    def _blanks(self, order: Order) -> tuple[BlankField, ...]:
        try:
            return self._maker.blanks(order)
        except OrderError:  # then there are no pages either, and the preview says so
            return ()

    def _show(self, pdf: bytes) -> None:
        self.preview.show_updating(False)
        if not self.preview.show_pdf(pdf):
            self._show_problem(self.tr("The pages cannot be shown. Try again."))
            return
        self._pdf = pdf
        self._show_line()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _show_line(self) -> None:
        """Let the line that is being filled in be seen."""
        line = self.choices.blanks.line_of(self.focusWidget())
        if line is not None:
            self.preview.show_line(*line)

    def _show_problem(self, sentence: str) -> None:
        self._pdf, self._then = b"", None
        self.preview.show_updating(False)
        self.preview.show_problem(sentence)
        self._enable(False, sentence)
        announce(self.preview.problem, sentence)

    def _show_slow(self, is_slow: bool) -> None:
        if is_slow:
            self.strip.show_progress(self.tr("Making the pages"))
        elif not self.output.is_printing:
            self._hide_strip()

    def _show_printing(self, done: int, total: int) -> None:
        words = self.tr("Printing page {page} of {pages}")
        words = words.format(page=min(done + 1, total), pages=total)
        self.strip.show_progress(words, done, total)

    def _hide_strip(self) -> None:
        if self.strip.cancel.hasFocus():
            can = self.print_button.isEnabled()
            (self.print_button if can else self.preview.problem).setFocus()
        self.strip.hide()

    def _enable(self, can: bool, reason: str = "") -> None:
        for button in (self.print_button, self.save_button):
            if button.hasFocus() and not can:
                self.preview.problem.setFocus()
            button.setEnabled(can)
            button.setAccessibleDescription(reason)

    def _say(self, sentence: str, good: bool) -> None:
        self.status.setText(sentence)
        self.status.setProperty("failed", not good)
        self.status.style().polish(self.status)
        self.body.show_status(bool(sentence))
        announce(self.status, sentence)

    # --- doing ------------------------------------------------------------------

    def _do(self, task: Callable[[], None]) -> None:
        """Do it with the pages that are chosen now, as soon as there are these."""
        if self.drawing.is_current and self._pdf:
            task()
        else:
            self._then = task
            self.drawing.draw_now()

    def _print(self) -> None:
        self.output.print_it(self._pdf, self.choices.order().paper)

    def _save(self) -> None:
        try:
            name = self._maker.file_name(self.choices.order())
        except OrderError:  # the topic has just gone; the approved pages can still be saved
            name = "handout.pdf"
        self.output.save(self._pdf, name, self.folder)

    def _cancel(self) -> None:
        if self.output.is_printing:
            self.output.cancel()
        else:
            self.typesetting.cancel()

    # --- what Qt asks -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and goes on from a field."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focused := self.focusWidget(), QPushButton):
            focused.click()
        else:
            self.focusNextChild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.fit()

    def _leave(self) -> None:
        """Nothing of the handout stays."""
        if self._has_left:
            return
        self._has_left = True
        self.output.cancel()
        self.output.left.emit()
        self.drawing.forget()
        self.typesetting.close()
        self.choices.blanks.wipe()
        self._pdf, self._then = b"", None
        self.deleteLater()
