"""Which languages are offered, and in which order: a switch for each, and a way up and down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.core.locales import language_name
from viewer.ui.announcing import announce
from viewer.ui.button import Button
from viewer.ui.flow_layout import FlowLayout
from viewer.ui.fonts import load_letters
from viewer.ui.group import Group
from viewer.ui.icons import Icons
from viewer.ui.theme import Theme
from viewer.ui.wrapping import WrappingSwitch


class LanguageRow(QWidget):
    """One language."""

    up_requested = Signal()
    down_requested = Signal()

    def __init__(self, tag: str, icons: Icons, theme: Theme, pixels: int, ratio: float) -> None:
        super().__init__()
        self.tag = tag
        self.name = name = language_name(tag)
        self.offered = WrappingSwitch("", icons)
        self.offered.set_scale(theme, pixels, ratio, mirrored=self.isRightToLeft())
        self.offered.set_words(name)
        self.offered.setAccessibleName(self.tr("Offer {}").format(name))
        self.up, self.down = Button(), Button()
        line = FlowLayout(self, QMargins(), 6)
        line.addWidget(self.offered)
        line.push_rest()
        side, icon = max(44, round(pixels * 2.2)), round(pixels * 1.35)
        for button, drawing, words, request in (
            (self.up, "up", self.tr("Move {} up"), self.up_requested),
            (self.down, "down", self.tr("Move {} down"), self.down_requested),
        ):
            button.setAccessibleName(words.format(name))
            button.setToolTip(words.format(name))
            button.setIcon(icons.icon(drawing, theme.accent, icon, ratio))
            button.setIconSize(QSize(icon, icon))
            button.setMinimumSize(side, side)
            button.clicked.connect(request)
            line.addWidget(button)


class LanguageChoice(Group):
    """The languages of the library, those that are offered first."""

    changed = Signal()

    def __init__(
        self,
        offered: Sequence[str],
        known: Sequence[str],
        icons: Icons,
        theme: Theme,
        pixels: int,
        ratio: float,
    ) -> None:
        """``offered`` is empty where nobody has said which: then all those ``known`` are."""
        super().__init__()
        self._said = bool(offered)
        every = tuple(dict.fromkeys((*offered, *known)))
        load_letters(*map(language_name, every))
        self.rows = [LanguageRow(tag, icons, theme, pixels, ratio) for tag in every]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for row in self.rows:
            row.offered.setChecked(row.tag in (offered or known))
            row.offered.toggled.connect(self.changed)
            row.up_requested.connect(lambda row=row: self._move(row, -1))
            row.down_requested.connect(lambda row=row: self._move(row, 1))
            self._column.addWidget(row)
        self._before = self.offered
        self._show_ends()

    @property
    def offered(self) -> tuple[str, ...]:
        """Those that are switched on, in their order."""
        return tuple(row.tag for row in self.rows if row.offered.isChecked())

    @property
    def value(self) -> tuple[str, ...]:
        """Those that are offered; empty where nobody has said so, then or now."""
        return () if not self._said and self.offered == self._before else self.offered

    def _move(self, row: LanguageRow, steps: int) -> None:
        place = self.rows.index(row) + steps
        if not 0 <= place < len(self.rows):
            return
        self.rows.remove(row)
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        self._show_ends()
        pressed, other = (row.up, row.down) if steps < 0 else (row.down, row.up)
        (pressed if pressed.isEnabled() else other).setFocus()
        announce(row, self.tr("{name}: place {place}").format(name=row.name, place=place + 1))
        self.changed.emit()

    def _show_ends(self) -> None:
        """The first can go no further up, the last no further down; Tab goes as the eye does."""
        before: QWidget | None = None
        for row in self.rows:
            row.up.setEnabled(row is not self.rows[0])
            row.down.setEnabled(row is not self.rows[-1])
            for control in (row.offered, row.up, row.down):
                if before is not None:
                    QWidget.setTabOrder(before, control)
                before = control
