"""How one reader has it look: the theme, the text's size, the space between its parts."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QObject

from viewer.ui import metrics as sizes
from viewer.ui.desk import Choices
from viewer.ui.theme import Theme


class Looks(QObject):
    """Changes them one at a time; whoever shows something shows it anew in ``refresh``."""

    def __init__(self, themes: Callable[[str], Theme], choices: Choices) -> None:
        super().__init__()
        self._themes = themes
        self.use_looks(choices)

    @abstractmethod
    def refresh(self) -> None:
        """Show the same again, as it looks now."""

    def use_looks(self, choices: Choices) -> None:
        """Look like this from the next screen on."""
        self.percent, self.spacing = choices.percent, choices.spacing
        self.theme_name = choices.theme
        self.theme = self._themes(choices.theme)

    def larger(self) -> None:
        """One step larger text."""
        self.set_percent(sizes.larger(self.percent))

    def smaller(self) -> None:
        """One step smaller text."""
        self.set_percent(sizes.smaller(self.percent))

    def normal(self) -> None:
        """Text at 100 %."""
        self.set_percent(sizes.SMALLEST)

    def set_percent(self, percent: int) -> None:
        """Text at ``percent`` of its standard size."""
        if percent != self.percent:
            self.percent = percent
            self.refresh()

    def set_spacing(self, spacing: sizes.TextSpacing) -> None:
        """Text with so much space between its parts."""
        self.spacing = spacing
        self.refresh()

    def choose_theme(self, name: str) -> None:
        """Draw in the colours of light, dark, contrast, or of what the system has now."""
        self.theme_name = name
        theme = self._themes(name)
        if theme != self.theme:
            self.theme = theme
            self.refresh()

    def follow_system(self) -> None:
        """The system's colours have changed."""
        if self.theme_name == "system":
            self.choose_theme("system")
