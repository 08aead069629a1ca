"""Sizes on the screen: everything follows from the body text's size and the width there is."""

from __future__ import annotations

from typing import NamedTuple

BODY_POINTS = 14.0
"""Body text at 100 %, in points."""
SIZES = (100, 110, 120, 130, 140, 150, 175, 200, 225, 250, 275, 300)
"""The text sizes that a reader can choose, in per cent."""
SMALLEST, LARGEST = SIZES[0], SIZES[-1]
CONTROL_PIXELS = 15.5
"""Font of the controls at 100 % and 96 dots per inch."""
STATUS_LARGEST = 125
"""Per cent that the status line grows to; the page's foot says the same in the text's own size."""
CONTROLS_LARGEST = 200
"""Controls grow with the text up to here; beyond, only the text does."""
_LEAST_WIDE, _LEAST_HIGH = 12, 19
"""Ems of the controls' font that a window is at least: a long word beside an icon, and a page."""
COLUMN_CHARACTERS = 74
"""Average characters a line: so that, in English, none has more than 75 (a test counts)."""
_LONG_TITLE_WORD = 7
"""Ems of a long word in a title."""
AVERAGE_CHARACTER = 0.42
"""Width of an average character in ems, Atkinson Hyperlegible in English."""
TWO_COLUMNS_FROM = 36.0
"""Ems of width from which cards stand two in a row."""
STACK_TABLES_BELOW = 9.0
"""Ems of width for each column below which a table's rows are shown one under the other."""
INSET = 1.25
"""Ems from the sidebar's edge to a row's icon, or to a heading's words."""
FOLD_BELOW_PIXELS, FOLD_FROM_PERCENT = 900, 200
"""The sidebar folds away in windows narrower than this, and from this text size."""


def larger(percent: int) -> int:
    """The next larger text size."""
    return next((size for size in SIZES if size > percent), LARGEST)


def smaller(percent: int) -> int:
    """The next smaller text size."""
    return next((size for size in reversed(SIZES) if size < percent), SMALLEST)


def control_pixels(percent: int, dots_per_inch: float) -> int:
    """Font of the controls beside a text of so many per cent."""
    return round(CONTROL_PIXELS * dots_per_inch / 96 * min(percent, CONTROLS_LARGEST) / 100)


def within(pixels: int, width: int, height: int) -> int:
    """Font of the controls in a window that may be too small for one of so many pixels."""
    return min(pixels, width // _LEAST_WIDE, height // _LEAST_HIGH)


def status_pixels(controls: int, percent: int) -> int:
    """Font of the status line beside controls with a font of so many pixels."""
    return round(controls * min(1.0, STATUS_LARGEST / min(percent, CONTROLS_LARGEST)))


Layout = tuple[int, float, float, int, int]
"""Per cent, dots per inch, points at 100 %, and the widths of both columns in pixels."""


class Metrics(NamedTuple):
    """Sizes for one text size, screen and width; all in pixels but ``percent`` and ``points``."""

    percent: int
    dots_per_inch: float
    available: int
    """Width that the page has, without its margins."""
    points: float = BODY_POINTS
    """Body text at 100 %."""
    one_column: bool = False
    """Cards stand one under the other, as wide as the text."""

    @property
    def body(self) -> int:
        """Size of body text."""
        return round(self._standard * self.percent / 100)

    @property
    def _standard(self) -> float:
        """Pixels of body text at 100 %."""
        return self.points * self.dots_per_inch / 72

    @property
    def line_height(self) -> int:
        """Distance between lines: 1.5 of the text's size."""
        return round(self.body * 1.5)

    @property
    def text_column(self) -> int:
        """Width of a column of text."""
        return min(self.available, round(self.body * AVERAGE_CHARACTER * COLUMN_CHARACTERS))

    @property
    def card_column(self) -> int:
        """Width of a page of cards."""
        wide = min(self.available, round(self.body * 47.5))
        return self.text_column if self.one_column else wide

    @property
    def layout(self) -> Layout:
        """All that a page's HTML depends on: it is written anew when this changes."""
        sizes = self.percent, self.dots_per_inch, self.points
        return *sizes, self.text_column, self.card_column

    @property
    def cards_in_a_row(self) -> int:
        """One or two."""
        fit = self.card_column >= TWO_COLUMNS_FROM * self.body
        return 2 if fit and not self.one_column else 1

    def stacks(self, columns: int) -> bool:
        """Whether a table of so many columns is shown row under row."""
        return self.text_column < columns * STACK_TABLES_BELOW * self.body

    def em(self, ratio: float) -> int:
        """A length in proportion to the text, at least one pixel."""
        return max(1, round(self.body * ratio))

    def spacing(self, ratio: float) -> int:
        """A gap: grows with the text, but half as fast, or large text has no room left."""
        base = self._standard
        return max(1, round(ratio * (base + (self.body - base) * 0.4)))

    def heading(self, level: int) -> int:
        """Size of a heading; at 300 % all close in on 1.1 of the text's size."""
        ratio = {1: 1.93, 2: 1.28, 3: 1.14}.get(level, 1.05)
        closeness = (self.percent - SMALLEST) / (LARGEST - SMALLEST)
        nearest = min(ratio, 1.1)
        size = round(self.body * (ratio + (nearest - ratio) * closeness))
        holds_a_word = self.available // _LONG_TITLE_WORD
        return min(size, max(holds_a_word, round(self.body * 1.05)))
