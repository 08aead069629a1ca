"""The small box with the meaning of a word, beside the word."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from viewer.ui.announcing import announce
from viewer.ui.button import Button
from viewer.ui.fonts import control_font
from viewer.ui.metrics import TextSpacing
from viewer.ui.text_direction import runs_from_the_right

_WIDEST = 24
"""Ems; a line of a box is shorter than one of the page."""
_LEAST_HEIGHT = 44
_APART = 7
"""Pixels between the box and the word, and between the box and the window's edge."""
_EDGE = 2
_BUTTON_PADDING = 12
"""Pixels in a button beside its words."""


class GlossaryPopup(QFrame):
    """A word in bold, its meaning, and the way to all words. Part of the window, not one itself."""

    all_requested = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("glossaryPopup")
        self.hide()
        self.term, self.meaning = _label(), _label()
        self._spacing, self._texts = TextSpacing(), ("", "")
        self.all = Button()
        self.all.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all.clicked.connect(self.all_requested)
        self._inside = QWidget()
        self._inside.setObjectName("glossaryInside")
        self._column = column = QVBoxLayout(self._inside)
        column.setSpacing(2)
        for widget in (self.term, self.meaning):
            column.addWidget(widget)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)  # the style sheet's edge is there besides
        whole.addWidget(self._area)

    def explain(
        self,
        term: str,
        meaning: str,
        look: tuple[int, TextSpacing],
        words: Sequence[QRect],
    ) -> None:
        """Show a meaning below or above ``words``.

        ``look`` is the size of the letters in pixels, and the reader's spacing; ``words`` is where
        the word stands in the window, line by line.
        """
        pixels, self._spacing = look
        right_to_left = runs_from_the_right(meaning)
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self._texts = (term, meaning)
        pixels = self._holding(f"{term} {meaning}", pixels)
        self._write(term, meaning, pixels)
        self._place(pixels, words)
        self.setAccessibleName(f"{term}: {meaning}")
        self.show()
        self.raise_()
        announce(self, self.accessibleName())

    def _holding(self, text: str, pixels: int) -> int:
        """So many pixels, or as many as the window's width has room for in the longest word."""
        letters = QFontMetrics(self._font(pixels, bold=True))
        widest = max(map(letters.horizontalAdvance, text.split()), default=1)
        beside = _APART + round(pixels * 0.6) + _EDGE
        room = self._window.width() - 2 * beside - self._area.verticalScrollBar().sizeHint().width()
        return min(pixels, pixels * room // max(1, widest))

    def _write(self, term: str, meaning: str, pixels: int) -> None:
        for label, text, bold in ((self.term, term, True), (self.meaning, meaning, False)):
            label.setFont(self._font(pixels, bold=bold))
            self._say(label, text, pixels)
        self._column.setSpacing(max(2, self._spacing.paragraphs * pixels // 100))
        self.all.setAccessibleName(self.tr("See all words"))
        self.all.setFont(control_font(round(pixels * 0.86), bold=True))
        around = round(pixels * 0.6)
        self._column.setContentsMargins(around, around // 2, around, around // 2)

    def _font(self, pixels: int, *, bold: bool) -> QFont:
        font = control_font(pixels, bold=bold)
        letters, words = self._spacing.letters, self._spacing.words
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, letters * pixels / 100)
        font.setWordSpacing(words * pixels / 100)
        return font

    def _say(self, label: QLabel, text: str, pixels: int) -> None:
        """Give a label its words; more room between its lines is to be had in rich text alone."""
        has_room = self._spacing.lines != TextSpacing().lines
        label.setTextFormat(Qt.TextFormat.RichText if has_room else Qt.TextFormat.PlainText)
        high = self._spacing.lines * pixels // 100
        line = f'<p style="line-height: {high}px">{escape(text)}</p>'
        label.setText(line if has_room else text)

    def _place(self, pixels: int, words: Sequence[QRect]) -> None:
        """Below the word, or above it where there is more room; the word stays in sight."""
        room = self._window.rect().adjusted(_APART, _APART, -_APART, -_APART)
        width = min(self._wanted_width(), pixels * _WIDEST, room.width())
        above = words[0].top() - _APART - room.top()
        below = room.bottom() - words[-1].bottom() - _APART
        height = self._height(width)
        is_below = height <= below or below >= above
        most = max(below if is_below else above, _LEAST_HEIGHT)
        if height > most:  # then a scroll bar takes some of the width, and the words wrap in it
            self._height(width - self._area.verticalScrollBar().sizeHint().width())
            height = most
        beside = words[-1] if is_below else words[0]
        left = beside.right() - width if self.isRightToLeft() else beside.left()
        left = max(room.left(), min(left, room.right() - width + 1))
        top = beside.bottom() + _APART if is_below else beside.top() - _APART - height
        self.setGeometry(left, max(room.top(), top), width, height)
        self._area.verticalScrollBar().setValue(0)

    def _wanted_width(self) -> int:
        """Pixels in which nothing wraps."""
        texts = (*self._texts, self.all.accessibleName())
        fonts = (self.term.font(), self.meaning.font(), self.all.font())
        pairs = zip(texts, fonts, strict=True)
        widest = max(QFontMetrics(font).horizontalAdvance(text) for text, font in pairs)
        return widest + 2 * self._beside() + round(_BUTTON_PADDING * 1.5)

    def _height(self, width: int) -> int:
        """Let all wrap in ``width`` pixels of the box, and say how high it gets."""
        inner = width - 2 * self._beside()
        self.all.set_wrapped(self.all.accessibleName(), inner - _BUTTON_PADDING)
        lines, letters = self.all.text().splitlines(), QFontMetrics(self.all.font())
        self.all.setFixedSize(
            max(map(letters.horizontalAdvance, lines)) + _BUTTON_PADDING,
            max(_LEAST_HEIGHT, letters.height() * len(lines) + _BUTTON_PADDING),
        )
        high = sum(label.heightForWidth(inner) for label in (self.term, self.meaning))
        margins = self._column.contentsMargins()
        high += self.all.height() + 2 * self._column.spacing()
        return high + margins.top() + margins.bottom() + 2 * _EDGE

    def _beside(self) -> int:
        return self._column.contentsMargins().left() + _EDGE

    # --- what Qt asks -----------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # or it goes on to the window, and counts as a click elsewhere

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.entered.emit()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()


def _label() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
