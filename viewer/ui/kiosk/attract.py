"""Shows what there is to read, one large tile at a time, while nobody uses the screen.

No tile stands where the one before it stood: so no pixel of the panel burns in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QTimeLine, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.ui.announcing import announce
from viewer.ui.icons import Icons
from viewer.ui.kiosk.motion import motion_wanted
from viewer.ui.kiosk.overlay import Overlay
from viewer.ui.kiosk.slide_painting import Slide, paint_slide
from viewer.ui.theme import Theme

AFTER_SECONDS = 300
"""Of a Home that nobody touches, until the tiles come."""
SHOWN_FOR, FADE_FOR = 9_000, 1_200
"""Milliseconds that a tile is to be seen, and that it takes to come and to go."""
_FRAME = 50
"""Milliseconds between the pictures of a fade: it is slow, and the computer may rest."""
_STEPS = (0.0, 0.62, 0.24, 0.86, 0.48, 0.1, 0.72, 0.34, 0.96)
"""Where tiles stand within their half: parts of the room there, no two alike or in a row."""


class _Placed(NamedTuple):
    """A tile as it is painted, and where."""

    picture: QPixmap
    place: QRect


class Attract(Overlay):
    """Comes when it has waited long enough, and goes at the first touch, which does nothing else.

    ``touched`` says that it has gone: somebody is there.
    """

    def __init__(
        self,
        parent: QWidget,
        icons: Icons,
        *,
        after: int = AFTER_SECONDS * 1000,
        shown_for: int = SHOWN_FOR,
        fade_for: int = FADE_FOR,
        motion: Callable[[], bool] = motion_wanted,
    ) -> None:
        super().__init__(parent)
        self._icons, self._motion = icons, motion
        self._slides: tuple[Slide, ...] = ()
        self._turn = 0
        """Tiles that were shown; it says which is next, and where."""
        self._now: _Placed | None = None
        self._going: _Placed | None = None
        self._theme: Theme | None = None
        self._pixels, self._ratio = 24, 1.0
        self._waiting = self._timer(after, self.begin)
        self._waiting.setSingleShot(True)
        self._next = self._timer(shown_for, self._show_next)
        self._fade = QTimeLine(fade_for, self)
        self._fade.setUpdateInterval(min(_FRAME, max(1, fade_for // 4)))
        self._fade.valueChanged.connect(self._repaint)
        self._fade.finished.connect(self._forget_going)
        self.touched.connect(self.close_panel)

    def _timer(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(call)
        return timer

    # --- what the window asks ---------------------------------------------------------

    def set_slides(self, slides: Sequence[Slide]) -> None:
        """Show these from now on: each tile in each language, in the order that they come in."""
        self._slides = tuple(slides)
        if self.is_open:
            if self._slides:
                self._show_next()
            else:
                self.close_panel()

    def wait(self) -> None:
        """Home shows and nobody has touched it: come after the usual time."""
        self._waiting.start()

    def rest(self) -> None:
        """Somebody is there: neither wait nor show."""
        self._waiting.stop()
        self.close_panel()

    def begin(self) -> None:
        """Show the tiles now."""
        self._waiting.stop()
        if not self._slides or self.is_open:
            return
        self._now = self._going = None
        self.open_over(self)
        self._show_next()
        self._next.start()
        announce(self, self._slides[0].invitation)

    def close_panel(self) -> None:
        """Show Home again."""
        self._next.stop()
        self._fade.stop()
        self._now = self._going = None
        super().close_panel()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Paint with this theme, and with words of some three times so many pixels."""
        self._theme, self._pixels, self._ratio = theme, pixels, ratio
        ground = QPalette(self.palette())
        ground.setColor(QPalette.ColorRole.Window, theme.paper)
        self.setPalette(ground)
        if self.is_open:
            self._show_next()

    def retranslate(self) -> None:
        """Nothing: its words are the slides' own, each in its language."""

    # --- the tiles --------------------------------------------------------------------

    def _show_next(self) -> None:
        if self._theme is None or not self._slides:
            return
        slide = self._slides[self._turn % len(self._slides)]
        size = self._room()
        picture = paint_slide(slide, self._icons, self._theme, self._pixels, size, self._ratio)
        self._going, self._now = self._now, _Placed(picture, self._place(picture))
        self._turn += 1
        self.setAccessibleName(slide.invitation)
        self._fade.stop()
        if self._motion():
            self._fade.setCurrentTime(0)
            self._fade.start()
        else:
            self._forget_going()
        self.update()

    def _room(self) -> QSize:
        """The most that a tile may take: less than half of the window, on its longer side."""
        rect, margin = self.rect(), round(self._pixels * 1.2)
        if rect.width() >= rect.height():
            return QSize(round(rect.width() * 0.42), rect.height() - 2 * margin)
        return QSize(round(rect.width() * 0.8), rect.height() // 2 - 2 * margin)

    def _place(self, picture: QPixmap) -> QRect:
        """In one half and then in the other, so that two in a row have no pixel in common."""
        size = picture.deviceIndependentSize().toSize()
        rect, margin = self.rect(), round(self._pixels * 1.2)
        second = self._turn % 2
        if rect.width() >= rect.height():
            half = QRect(second * (rect.width() // 2), 0, rect.width() // 2, rect.height())
        else:
            half = QRect(0, second * (rect.height() // 2), rect.width(), rect.height() // 2)
        room = half.adjusted(margin, margin, -margin - size.width(), -margin - size.height())
        across = _STEPS[self._turn % len(_STEPS)]
        down = _STEPS[(self._turn * 2 + 1) % len(_STEPS)]
        left = room.left() + round(max(0, room.width()) * across)
        top = room.top() + round(max(0, room.height()) * down)
        return QRect(QPoint(left, top), size)

    def _forget_going(self) -> None:
        if self._going is not None:
            self.update(self._going.place)
        self._going = None

    def _repaint(self) -> None:
        """Only where something changes."""
        for placed in (self._going, self._now):
            if placed is not None:
                self.update(placed.place)

    # --- what Qt asks -----------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fading = self._fade.state() is QTimeLine.State.Running
        come = self._fade.currentValue() if fading else 1.0
        for placed, opacity in ((self._going, 1.0 - come), (self._now, come)):
            if placed is not None and opacity > 0:
                painter.setOpacity(opacity)
                painter.drawPixmap(QRectF(placed.place), placed.picture, placed.picture.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._now is not None:
            self._now = self._going = None
            self._show_next()
