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


LINES = (150, 165, 180, 200)
LETTERS = (0, 4, 8, 12, 16)
WORDS = (0, 8, 16, 24, 32)
PARAGRAPHS = (0, 100, 150, 200)
"""What a reader can choose, in hundredths of the text's size: each goes from the usual to at least
what WCAG 1.4.12 names, which is 150, 12, 16 and 200."""
NARROW, NARROW_LETTERS = 14.0, 12
"""Ems of a column that has no room for a long word with more than so much space in it."""
LETTERS_A_WORD = 6
"""Characters with the space after them, in the mean of English."""


class TextSpacing(NamedTuple):
    """Space between lines, letters, words and paragraphs, in hundredths of the text's size."""

    lines: int = LINES[0]
    """From one line to the next; the others come on top of what there is."""
    letters: int = LETTERS[0]
    words: int = WORDS[0]
    paragraphs: int = PARAGRAPHS[0]
    """At least so much; 0: as the page has it."""

    def allowed(self) -> TextSpacing:
        """The nearest that can be chosen."""
        steps = zip(self, SPACINGS, strict=True)
        return TextSpacing(*(min(all_, key=lambda a: abs(a - value)) for value, all_ in steps))


SPACINGS = (LINES, LETTERS, WORDS, PARAGRAPHS)

Layout = tuple[int, float, float, int, int, TextSpacing]
"""Per cent, dots per inch, points at 100 %, the widths of both columns in pixels, and spacing."""


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
    text_spacing: TextSpacing = TextSpacing()

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
        """Distance between lines: 1.5 of the text's size, or what the reader has chosen."""
        return self.line_of(self.body)

    def line_of(self, pixels: int) -> int:
        """Distance between lines of text of another size."""
        return round(pixels * self.text_spacing.lines / 100)

    @property
    def paragraph_gap(self) -> int:
        """The least space after a paragraph; 0: what the page has anyway."""
        return round(self.body * self.text_spacing.paragraphs / 100)

    @property
    def letter_spacing(self) -> int:
        """Space between letters: in a narrow column no more than WCAG names, or words break."""
        is_narrow = self.available < NARROW * self.body
        return min(self.text_spacing.letters, NARROW_LETTERS if is_narrow else LETTERS[-1])

    @property
    def _wider(self) -> float:
        """How much wider text is than with the usual space between letters and words."""
        between = self.letter_spacing + self.text_spacing.words / LETTERS_A_WORD
        return 1 + between / 100 / AVERAGE_CHARACTER

    @property
    def text_column(self) -> int:
        """Width of a column of text."""
        wanted = self.body * AVERAGE_CHARACTER * COLUMN_CHARACTERS * self._wider
        return min(self.available, round(wanted))

    @property
    def card_column(self) -> int:
        """Width of a page of cards."""
        wide = min(self.available, round(self.body * 47.5 * self._wider))
        return self.text_column if self.one_column else wide

    @property
    def layout(self) -> Layout:
        """All that a page's HTML depends on: it is written anew when this changes."""
        sizes = self.percent, self.dots_per_inch, self.points
        return *sizes, self.text_column, self.card_column, self.text_spacing

    @property
    def cards_in_a_row(self) -> int:
        """One or two."""
        fit = self.card_column >= TWO_COLUMNS_FROM * self.body * self._wider
        return 2 if fit and not self.one_column else 1

    def stacks(self, columns: int) -> bool:
        """Whether a table of so many columns is shown row under row."""
        return self.text_column < columns * STACK_TABLES_BELOW * self.body * self._wider

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
