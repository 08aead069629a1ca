"""The line at the foot of the window: source, review, and what the text is not."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from viewer.ui.flow_layout import FlowLayout
from viewer.ui.fonts import control_font
from viewer.ui.line_label import LineLabel


class StatusLine(QFrame):
    """Sentences that are always in sight; or, for a moment, where a link leads."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.source = _label("source")
        self.review = _label("review")
        self.review.setProperty("draft", True)
        self.translation = _label("translation")
        self.disclaimer = _label("disclaimer")
        self.address = _label("address")
        self.address.hide()
        self._left_out: tuple[QLabel, ...] = ()
        """What there is no room for."""
        self._flow = layout = FlowLayout(self, QMargins(20, 8, 20, 8), 24)
        for label in (self.source, self.review, self.translation, self.disclaimer, self.address):
            layout.addWidget(label)
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language that the window speaks now."""
        self.setAccessibleName(self.tr("Status"))

    def set_scale(self, pixels: int) -> None:
        """Use a font of so many pixels."""
        for label in self.findChildren(QLabel):
            bold = label is self.review and label.property("draft") is True
            label.setFont(control_font(round(pixels * 0.9), bold=bold))

    def show_provenance(
        self, source: str, review: str, translation: str, disclaimer: str, *, draft: bool
    ) -> None:
        """Show where the page comes from. Empty sentences take no room."""
        if self.review.property("draft") is not draft:
            self.review.setProperty("draft", draft)
            _restyle(self.review)
        for label, text in (
            (self.source, source),
            (self.review, review),
            (self.translation, translation),
            (self.disclaimer, disclaimer),
        ):
            label.setText(text)
        font = self.review.font()
        font.setBold(draft)
        self.review.setFont(font)
        self._show_labels()

    def show_address(self, address: str) -> None:
        """Show where the link under the pointer or the focus leads; empty: nowhere."""
        self.address.setText(address)
        self._show_labels()

    def make_room(self, width: int, most: int) -> None:
        """Stand in so much width, and no higher than ``most`` pixels.

        What there is no room for, the page's foot says alone; that a text is a draft goes last.
        """
        draft = self.review.property("draft") is True
        told = (self.source, *(() if draft else (self.review,)), self.disclaimer)
        may_go = (*told, self.translation, *((self.review,) if draft else ()))
        for count in range(len(may_go) + 1):
            self._left_out = may_go[:count]
            self._show_labels()
            if self._flow.heightForWidth(width) <= most:
                break

    def _show_labels(self) -> None:
        has_words = False
        self._flow.invalidate()
        for label in (self.source, self.review, self.translation, self.disclaimer, self.address):
            shown = bool(label.text()) and label not in self._left_out
            if label is self.source and self.address.text():
                shown = False
            label.setVisible(shown)
            has_words = has_words or shown
        self.setVisible(has_words)


def _label(name: str) -> QLabel:
    label = LineLabel()
    label.setObjectName(name)
    return label


def _restyle(widget: QWidget) -> None:
    """Let the style sheet see a property that has changed.

    Asking for the style itself would make a hundred enums, which a first page has no time for.
    """
    widget.setStyleSheet(widget.styleSheet())
