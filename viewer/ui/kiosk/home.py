"""The kiosk's home: one question, and a tile for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QScrollBar, QWidget

from viewer.core.images import ImageData
from viewer.core.tile import Tile, TileKind
from viewer.ui.decoding import decoded
from viewer.ui.fonts import control_font
from viewer.ui.icons import Icons
from viewer.ui.kiosk.lines import broken, leading_side
from viewer.ui.kiosk.scale import MARGIN, MARGIN_UPRIGHT, TARGET
from viewer.ui.kiosk.tile import TileButton
from viewer.ui.kiosk.tile_grid import Box, place_tiles, rows_of
from viewer.ui.kiosk.touch import scroll_by_finger, stop_scrolling
from viewer.ui.theme import Theme

GAP, GAP_UPRIGHT = 28, 18
TITLE_IN_HEIGHT = 14
"""The question's font is no larger than this part of the screen: tiles need the room."""
TOP_IN_HEIGHT = 20
"""Nor is there more room above it."""
HIGHEST, HIGHEST_UPRIGHT = 18, 11
"""Ems that a tile is high at most: where there are few, the rest stays empty."""
ABREAST, ABREAST_UPRIGHT = 4, 2
"""Tiles in a row, in landscape and in portrait."""
LOGO_WIDE = 3 * TARGET
"""The logo's most, for beside it stands the question."""
CLINIC_LINES = 2
"""Of the clinic's name: what is longer ends in …."""


class KioskHome(QWidget):
    """Shows tiles, and says which one was touched."""

    tile_requested = Signal(object)
    """Carries the Tile."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("kioskHome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._pixels = 27
        self._scale: tuple[Theme, int, float] | None = None
        self._clinic_name = ""
        self.title = self._label("kioskTitle")
        self.clinic = self._label("kioskClinic")
        self.clinic.setWordWrap(False)
        self.logo = self._label("kioskLogo")
        self.note = self._label("kioskNote")
        self._stands_out = False
        self._area = QScrollArea(self)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        for hide in (
            self._area.setHorizontalScrollBarPolicy,
            self._area.setVerticalScrollBarPolicy,  # a tile that is cut says that there is more
        ):
            hide(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._inside.setObjectName("tiles")
        self._area.setWidget(self._inside)
        scroll_by_finger(self._area)
        self.tiles: list[TileButton] = []
        self.overflows = False
        """There are more tiles than fit."""
        self.retranslate()

    def retranslate(self) -> None:
        """Say its name in the language that the window speaks now."""
        self.setAccessibleName(self.tr("Home"))

    def show_home(self, title: str, clinic: str, note: str, tiles: Sequence[Tile]) -> None:
        """Show what there is to choose from; ``note`` is said in small."""
        self.title.setText(title)
        self._clinic_name = clinic
        self.clinic.setAccessibleName(clinic)
        self.note.setText(note)
        while len(self.tiles) > len(tiles):
            self.tiles.pop().deleteLater()
        while len(self.tiles) < len(tiles):
            self.tiles.append(self._new_tile())
        for button, tile in zip(self.tiles, tiles, strict=True):
            button.show_tile(tile)
        for before, after in zip(self.tiles, self.tiles[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._arrange()

    def mark_note(self, stands_out: bool) -> None:
        """Let the note under the tiles be seen from afar, or not."""
        self._stands_out = stands_out
        self.note.setProperty("draft", stands_out)
        self.note.setStyleSheet(self.note.styleSheet())  # the window's sees the property now
        self.note.setFont(control_font(round(self._pixels * 0.8), bold=stands_out))
        self._arrange()

    def show_logo(self, logo: ImageData | None, ratio: float) -> None:
        """Show the clinic's logo; None: it has none. ``ratio`` is the screen's sharpness."""
        image = decoded(logo) if logo is not None else None
        pixmap = QPixmap()
        if image is not None:
            box = QSize(LOGO_WIDE, TARGET) * ratio
            size = image.size().scaled(box, Qt.AspectRatioMode.KeepAspectRatio)
            stretch, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode
            image = image.scaled(size.expandedTo(QSize(1, 1)), stretch, smooth.SmoothTransformation)
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
        self.logo.setPixmap(pixmap)
        self._arrange()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with controls in a font of so many pixels."""
        self._scale, self._pixels = (theme, pixels, ratio), pixels
        self.clinic.setFont(control_font(pixels))
        self.note.setFont(control_font(round(pixels * 0.8), bold=self._stands_out))
        for button in self.tiles:
            button.set_scale(theme, pixels, ratio)
        self._arrange()

    @property
    def scroll_bar(self) -> QScrollBar:
        """What moves the tiles, where they are more than fit."""
        return self._area.verticalScrollBar()

    def forget(self) -> None:
        """Show the first tiles, at rest."""
        stop_scrolling(self._area)
        self.scroll_bar.setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- where all stands ---------------------------------------------------------

    @property
    def _is_upright(self) -> bool:
        return self.window().height() > self.window().width()

    @property
    def _margin(self) -> int:
        return MARGIN_UPRIGHT if self._is_upright else MARGIN

    def _arrange(self) -> None:
        """The words above, the tiles below: in portrait within reach of somebody who sits."""
        if not self.tiles or self.width() < 2 * MARGIN:
            return  # it has no size yet
        below = self._place_words()
        if self._is_upright:
            below = max(below, self.window().height() // 2)
        wide, bottom = self.width() - 2 * self._margin, self.height()
        if not self._is_upright:
            note = self.note.heightForWidth(wide)
            bottom -= note + GAP // 2
            self._set(self.note, 0, bottom, wide, note)
        room = max(TARGET, bottom - below - GAP // 2)
        self._area.setGeometry(self._margin, below, wide, room)
        self._place_tiles(wide, room)

    def _place_words(self) -> int:
        """The question, the clinic and, in portrait, the note; gives where the tiles begin."""
        high, wide = self.window().height(), self.width() - 2 * self._margin
        pixels = min(round(self._pixels * 2.1), high // TITLE_IN_HEIGHT)
        self.title.setFont(control_font(pixels, bold=True))
        top = min(round(self._pixels * 1.9), high // TOP_IN_HEIGHT)
        side = leading_side(from_right=self.isRightToLeft())
        for label in (self.title, self.clinic, self.note):
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        if self._is_upright:
            return self._place_words_upright(top, wide)
        logo = self._logo_size()
        logo_wide = logo.width() + GAP if logo.width() else 0
        asked, room = self._natural_width(self.title), wide - logo_wide - GAP
        clinic_wide, clinic = self._break_clinic(max(wide // 4, room - asked))
        if asked > room - clinic_wide:  # it shrinks a little before it breaks
            least = round(self._pixels * 1.2)
            fitting = pixels * (room - clinic_wide) // asked
            self.title.setFont(control_font(min(pixels, max(least, fitting)), bold=True))
        title_wide = wide - clinic_wide - logo_wide - GAP
        title = self.title.heightForWidth(title_wide)
        row = max(title, clinic, logo.height())
        top = max(GAP // 2, top - (row - title) // 2)
        self._set(self.title, 0, top + (row - title) // 2, title_wide, title)
        self._set(self.clinic, wide - clinic_wide, top + (row - clinic) // 2, clinic_wide, clinic)
        beside = wide - clinic_wide - logo_wide
        self._set(self.logo, beside, top + (row - logo.height()) // 2, logo.width(), logo.height())
        return top + row + GAP

    @staticmethod
    def _natural_width(label: QLabel) -> int:
        """The width that a label needs for one line."""
        return label.fontMetrics().horizontalAdvance(label.text()) + 4

    def _logo_size(self) -> QSize:
        """Of the logo; nothing where there is none."""
        pixmap = self.logo.pixmap()
        self.logo.setVisible(not pixmap.isNull())
        return pixmap.deviceIndependentSize().toSize()

    def _place_words_upright(self, top: int, wide: int) -> int:
        """The clinic at the top; the question and the note above what answers it."""
        size = self._logo_size()
        self._set(self.logo, 0, top, size.width(), size.height())
        logo = size.height() + GAP if size.height() else 0
        _, clinic = self._break_clinic(wide)
        self._set(self.clinic, 0, top + logo, wide, clinic)
        least = top + logo + clinic + GAP
        title, note = self.title.heightForWidth(wide), self.note.heightForWidth(wide)
        top = max(least, self.window().height() // 2 - title - note - 4 * GAP)
        self._set(self.title, 0, top, wide, title)
        self._set(self.note, 0, top + title + GAP, wide, note)
        return top + title + note + 3 * GAP

    def _break_clinic(self, wide: int) -> tuple[int, int]:
        """Write the clinic's name in lines; gives their width and height."""
        lines = broken(self._clinic_name, self.clinic.font(), wide, CLINIC_LINES)
        self.clinic.setText("\n".join(lines))
        size = self.clinic.sizeHint()
        return (min(size.width(), wide), size.height()) if self._clinic_name else (0, 0)

    def _set(self, widget: QWidget, left: int, top: int, wide: int, high: int) -> None:
        """Place something ``left`` pixels from where lines begin."""
        margin = self._margin
        x = self.width() - margin - left - wide if self.isRightToLeft() else margin + left
        widget.setGeometry(x, top, wide, high)

    def _place_tiles(self, width: int, room: int) -> None:
        upright = self._is_upright
        gap = GAP_UPRIGHT if upright else GAP
        care = sum(b.tile is not None and b.tile.kind is TileKind.CARE for b in self.tiles)
        abreast, columns = (
            self._abreast(tiles, width, gap) for tiles in (self.tiles[:care], self.tiles[care:])
        )
        helps = any(b.tile is not None and b.tile.kind is TileKind.HELP for b in self.tiles)
        rows = rows_of(care, len(self.tiles) - care, abreast, columns, helps=helps)

        def needed(tile: int, wide: int) -> int:
            return self.tiles[tile].needed_height(wide, upright=False)

        favoured = [1 if upright else 3] * (-(-care // abreast))
        most = round(self._pixels * (HIGHEST_UPRIGHT if upright else HIGHEST))
        boxes: dict[int, Box] = {}
        height = 0
        for brief in (False, True):  # the question goes before a tile does
            for button in self.tiles:
                button.is_brief = brief
            boxes, height = place_tiles(rows, needed, (width, room), gap, favoured, most)
            if height <= room:
                break
        self.overflows = height > room
        self._inside.resize(width, max(height, 1))
        upright = all(
            boxes[at].height >= self.tiles[at].needed_height(boxes[at].width, upright=True)
            for at in range(care)
        )
        for at, box in boxes.items():
            self.tiles[at].is_upright = upright and at < care
            x = width - box.x - box.width if self.isRightToLeft() else box.x
            self.tiles[at].setGeometry(x, box.y, box.width, box.height)

    def _abreast(self, tiles: Sequence[TileButton], width: int, gap: int) -> int:
        """Tiles in a row: as many as there is room for their longest words."""
        widest = max((button.needed_width() for button in tiles), default=0)
        most = ABREAST_UPRIGHT if self._is_upright else ABREAST
        return next((n for n in range(most, 1, -1) if (width + gap) // n - gap >= widest), 1)

    def _new_tile(self) -> TileButton:
        button = TileButton(self._icons, self._inside)
        button.clicked.connect(lambda: self.tile_requested.emit(button.tile))
        if self._scale is not None:
            button.set_scale(*self._scale)
        button.show()
        return button

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label
