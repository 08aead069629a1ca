"""What the kiosk's window asks of each of its parts."""

from __future__ import annotations

from typing import Protocol

from viewer.ui.theme import Theme


class Part(Protocol):
    """A child widget: a panel, or what covers the window at times."""

    def set_scale(self, theme: Theme, pixels: int, ratio: float) -> None:
        """Draw with this theme, and with a font of so many pixels."""

    def retranslate(self) -> None:
        """Speak the language that the window speaks now."""
