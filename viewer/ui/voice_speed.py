"""How fast the reader has texts read aloud, in a few steps; comes back at the next start."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

SLOWEST, FASTEST = -2, 2
"""Steps; at 0 the voice speaks as usual."""
_STEP = 0.3
"""Of Qt's rate, which goes from -1 to 1: its ends are slower and faster than anybody follows."""


class VoiceSpeed(QObject):
    """One of five steps."""

    changed = Signal()

    def __init__(self, step: int = 0) -> None:
        super().__init__()
        self._step = min(FASTEST, max(SLOWEST, step))

    @property
    def step(self) -> int:
        """From ``SLOWEST`` to ``FASTEST``."""
        return self._step

    @property
    def rate(self) -> float:
        """The same as a rate of Qt's."""
        return self._step * _STEP

    def faster(self) -> None:
        """One step faster, if there is one."""
        self._take(self._step + 1)

    def slower(self) -> None:
        """One step slower, if there is one."""
        self._take(self._step - 1)

    def _take(self, step: int) -> None:
        if SLOWEST <= step <= FASTEST:
            self._step = step
            self.changed.emit()
