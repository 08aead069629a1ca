"""A keyboard on the screen, in the language shown. It is a part of the window, not the system's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from viewer.core.keyboards import DELETE, keyboard_layout
from viewer.ui.fonts import control_font, load_letters
from viewer.ui.icons import Icons
from viewer.ui.kiosk.key import Key
from viewer.ui.kiosk.key_places import Board, last_row_spans, row_spans
from viewer.ui.theme import Theme

_LETTER, _MOST_LETTER = 1.15, 48
"""Of the size of other words, and pixels: a letter has to fit its key."""
_LEAST_WORD = 20


class Keyboard(QWidget):
    """Says what is typed. Letters lie as on a desk's keyboard, also where text runs to the left."""

    typed = Signal(str)
    deleted = Signal()
    cleared = Signal()
    hidden = Signal()

    def __init__(self, icons: Icons, folder: Path, language: str = "en") -> None:
        super().__init__()
        self._icons, self._folder = icons, folder
        self._theme: Theme | None = None
        self._pixels, self._ratio = 27, 1.0
        self._accent: Key | None = None
        self._keys: tuple[list[list[Key]], list[list[Key]]] = ([], [])
        """Of the page of letters, and of that of numbers."""
        self._shows_numbers = False
        self._board = Board.within(0, 10)
        self._turn, self._space = Key(self, at_once=False), Key(self, at_once=True)
        self._clear, self._hide = Key(self, at_once=False), Key(self, at_once=False)
        self._turn.struck.connect(self._turn_page)
        self._space.struck.connect(lambda: self._type(" "))
        self._clear.struck.connect(self._clear_all)
        self._hide.struck.connect(self.hidden)
        self._layout = keyboard_layout(folder, language)
        self._make_keys()

    def set_language(self, language: str) -> None:
        """Have the letters of this language."""
        layout = keyboard_layout(self._folder, language)
        if layout != self._layout:
            self._layout = layout
            self._make_keys()

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and in letters of so many pixels."""
        self._theme, self._pixels, self._ratio = theme, pixels, ratio
        self._arrange()

    def retranslate(self) -> None:
        """Name the keys in the language of the window."""
        self.setAccessibleName(self.tr("Keyboard"))
        self._space.setText(self.tr("Space"))
        self._clear.setText(self.tr("Clear all"))
        self._hide.setText(self.tr("Hide"))
        for key in (self._space, self._clear):
            key.setAccessibleName(key.text())
        self._hide.setAccessibleName(self.tr("Hide keyboard"))
        self._name_special()
        self._name_turn()
        self._arrange()

    def _name_special(self) -> None:
        for key in self._every():
            if key.property("writes") == DELETE:
                key.setAccessibleName(self.tr("Delete one letter"))
            elif key.text() in self._layout.accents:
                key.setAccessibleName(self.tr("Accent on the next letter"))

    def begin(self) -> None:
        """Show the letters, with nothing half typed."""
        self._shows_numbers = False
        self._disarm()
        self._name_turn()
        self._arrange()

    @property
    def stops(self) -> list[QWidget]:
        """The keys in sight, in the order of reading: for whoever has a switch and no keyboard."""
        page = self._keys[int(self._shows_numbers)]
        last = (self._turn, self._space, self._clear, self._hide)
        return [*(key for row in page for key in row), *last]

    def size_within(self, width: int) -> QSize:
        """How large it wants to be where there is so much width."""
        board = Board.within(width, self._columns())
        return QSize(board.width, (len(self._layout.rows) + 1) * board.row_height)

    # --- keys -----------------------------------------------------------------------

    def _type(self, text: str) -> None:
        if self._accent is not None:
            text = self._layout.accents[self._accent.text()].get(text, text)
            self._disarm()
        self.typed.emit(text)

    def _delete(self) -> None:
        self._disarm()
        self.deleted.emit()

    def _clear_all(self) -> None:
        self._disarm()
        self.cleared.emit()

    def _arm(self, key: Key) -> None:
        """Have the next letter written with this accent; a second press takes that back."""
        again = key is self._accent
        self._disarm()
        if not again:
            self._accent, key.lit = key, True
            self._show_accent(self._layout.accents[key.text()])

    def _disarm(self) -> None:
        if self._accent is not None:
            self._accent.lit = False
            self._show_accent({})
        self._accent = None

    def _show_accent(self, letters: dict[str, str]) -> None:
        """Have the keys say what they write now."""
        for key in self._every():
            writes = str(key.property("writes"))
            if writes != DELETE:
                key.setText(letters.get(writes, writes))
                key.setAccessibleName(key.text())
        self._name_special()

    def _turn_page(self) -> None:
        self._shows_numbers = not self._shows_numbers
        self._disarm()
        self._name_turn()
        self._arrange()

    # --- making them ----------------------------------------------------------------

    def _make_keys(self) -> None:
        self._disarm()
        for key in self._every():
            key.hide()
            key.deleteLater()
        pages = (self._layout.rows, self._layout.numbers)
        letters, numbers = ([[self._key(it) for it in row] for row in page] for page in pages)
        self._keys = (letters, numbers)
        load_letters(self._layout.letters)
        self._shows_numbers = False
        self.retranslate()

    def _key(self, writes: str) -> Key:
        key = Key(self, at_once=True, repeats=writes == DELETE)
        key.setProperty("writes", writes)
        if writes == DELETE:
            key.struck.connect(self._delete)
            return key
        key.setText(writes)
        key.setAccessibleName(writes)
        if writes in self._layout.accents:
            key.struck.connect(lambda: self._arm(key))
        else:
            key.struck.connect(lambda: self._type(writes))
        return key

    def _name_turn(self) -> None:
        """The key that leads to the other page says what is there."""
        self._turn.setText(self._layout.letters if self._shows_numbers else "123")
        name = self.tr("Letters") if self._shows_numbers else self.tr("Numbers")
        self._turn.setAccessibleName(name)

    def _every(self) -> list[Key]:
        return [key for page in self._keys for row in page for key in row]

    # --- placing them ---------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()

    def _columns(self) -> int:
        return max(len(row) for row in self._layout.rows)

    def _arrange(self) -> None:
        """Place the keys of the page that is shown, and hide the others."""
        self._board = Board.within(self.width(), self._columns())
        for page, rows in enumerate(self._keys):
            shown = page == int(self._shows_numbers)
            for number, row in enumerate(rows):
                self._place_row(row, number, page)
                for key in row:
                    key.setVisible(shown)
        self._place_last_row(len(self._layout.rows))

    def _place_row(self, row: list[Key], number: int, page: int) -> None:
        columns = self._columns()
        has_delete = row[-1].property("writes") == DELETE
        wide = columns / max(map(len, self._keys[1])) if page else 1.0
        spans = row_spans(len(row) - has_delete, columns, delete=has_delete, wide=wide)
        faces = [self._board.face(span, number) for span in spans]
        letter = min(round(self._pixels * _LETTER), _MOST_LETTER)
        for key, box, face in zip(row, self._board.boxes(faces), faces, strict=True):
            key.place(box, face)
            if self._theme is not None:
                size = round(letter * 1.2)
                icon = ("backspace", self._theme.ink, size, self._ratio)
                is_delete = key.property("writes") == DELETE
                mirrored = self.isRightToLeft()  # it points at what it takes away
                picture = self._icons.pixmap(*icon, mirrored=mirrored) if is_delete else None
                key.set_look(self._theme, letter, picture)
                key.is_accent = key.text() in self._layout.accents

    def _place_last_row(self, number: int) -> None:
        """Words are as large as there is room for beside a space bar of some width."""
        keys, columns = (self._turn, self._space, self._clear, self._hide), self._columns()
        pixels, least = self._pixels, columns / 4
        while pixels > _LEAST_WORD and sum(self._wanted(pixels)) > columns - least:
            pixels -= 1
        spans = last_row_spans(self._wanted(pixels), columns, least)
        faces = [self._board.face(span, number) for span in spans]
        for key, box, face in zip(keys, self._board.boxes(faces), faces, strict=True):
            key.place(box, face)
            if self._theme is not None:
                icon = self._icons.pixmap("down", self._theme.ink, pixels, self._ratio)
                key.set_look(self._theme, pixels, icon if key is self._hide else None)

    def _wanted(self, pixels: int) -> list[float]:
        """The columns that the words of the last row need; none for the space bar."""
        metrics = QFontMetrics(control_font(pixels, bold=True))
        wide = [metrics.horizontalAdvance(k.text()) for k in (self._turn, self._clear, self._hide)]
        wide[2] += round(pixels * 1.34)
        around = round(pixels * 1.1) + self._board.gap
        turn, clear, hide = (max(1.3, (w + around) / max(1.0, self._board.cell)) for w in wide)
        return [turn, 0.0, clear, hide]
