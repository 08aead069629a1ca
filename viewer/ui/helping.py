"""Opens Help over the window that is in front, by its key or from the menu, and closes it again."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from viewer.ui.help_dialog import HelpDialog
from viewer.ui.icons import Icons
from viewer.ui.interface_language import controls_language
from viewer.ui.key_list import Where, add_key, installed_in
from viewer.ui.key_page import key_page, title
from viewer.ui.metrics import Metrics, control_pixels, within
from viewer.ui.over import show_over
from viewer.ui.session import Session


class Helping(QObject):
    """One page of keys at a time."""

    def __init__(self, window: QWidget, session: Session, icons: Icons) -> None:
        super().__init__(window)
        self._window, self._session, self._icons = window, session, icons
        self._dialog: HelpDialog | None = None
        self._layout: tuple[object, ...] = ()
        """What of its sizes the page was written for."""
        session.screen_changed.connect(self._dress)

    def offer_in(self, menu: QMenu) -> None:
        """The last entry of a menu opens the page, for whoever does not know its key."""
        menu.addSeparator()
        action = menu.addAction("", self.begin)

        def name() -> None:
            action.setText(self.tr("Help") + f"\t{_key()}")

        name()
        menu.aboutToShow.connect(name)  # it may speak another language now

    def serve(self, dialog: QWidget, where: Where) -> None:
        """Let the key count in a dialog too, which keeps the window's own keys from it."""
        add_key(dialog, where, "help", self.begin)

    def begin(self) -> None:
        """Show the page; the place in whatever is under it stays."""
        if self._dialog is not None:
            self._dialog.activateWindow()
            return
        dialog = self._dialog = HelpDialog(self._window, self._icons)
        session = self._session
        dialog.width_changed.connect(self._fit)
        dialog.larger_requested.connect(session.larger)
        dialog.smaller_requested.connect(session.smaller)
        dialog.normal_requested.connect(session.normal)
        dialog.finished.connect(self._forget)
        show_over(dialog, QApplication.activeWindow() or self._window)
        self._dress()
        dialog.view.setFocus(Qt.FocusReason.TabFocusReason)
        dialog.view.focus.frame(True)

    def close(self) -> None:
        """The window closes."""
        if self._dialog is not None:
            self._dialog.reject()

    def _forget(self) -> None:
        self._dialog = None

    def _fit(self) -> None:
        """Write the page anew where it depends on the width, which may go to and fro for ever."""
        dialog = self._dialog
        if dialog is not None and self._layout != self._metrics(dialog).layout:
            self._dress()

    def _metrics(self, dialog: HelpDialog) -> Metrics:
        return dialog.view.metrics(self._session.percent)._replace(
            text_spacing=self._session.spacing
        )

    def _dress(self) -> None:
        """Give the page the theme, the size and the language that the session has."""
        dialog, session = self._dialog, self._session
        if dialog is None:
            return
        metrics = self._metrics(dialog)
        self._layout = metrics.layout
        pixels = control_pixels(session.percent, metrics.dots_per_inch)
        dialog.retranslate()
        dialog.set_scale(session.theme, within(pixels, dialog.width(), dialog.height()))
        page = key_page(session.theme, metrics, controls_language())
        dialog.show_page(*page, title(), metrics)


def _key() -> str:
    """The key that opens the page, as this system writes it."""
    keys = (key for deed, key in installed_in(Where.WINDOW) if deed == "help")
    return next(keys).toString(QKeySequence.SequenceFormat.NativeText)
