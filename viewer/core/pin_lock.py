"""What stands between a waiting room and the staff's panel: the PIN, and the tries at it."""

from __future__ import annotations

from viewer.core.attempts import Attempts
from viewer.core.pin import is_pin_hash, pin_matches


class PinLock:
    """Opens for the PIN that ``kept`` was made of, and for no other."""

    def __init__(self, kept: str, attempts: Attempts) -> None:
        self._kept = kept
        self._attempts = attempts

    @property
    def has_pin(self) -> bool:
        """Whether there is a PIN at all; without one nothing opens."""
        return is_pin_hash(self._kept)

    @property
    def left(self) -> int:
        """Tries until the next pause."""
        return self._attempts.left

    @property
    def wait(self) -> float:
        """Seconds until the next try."""
        return self._attempts.wait

    def use(self, kept: str) -> None:
        """Take the PIN of settings that were read anew; the tries go on counting."""
        self._kept = kept

    def opens(self, pin: str) -> bool:
        """Whether this is the PIN; a tenth of a second, and a try, unless it must wait."""
        if not self.has_pin or not self._attempts.begin():
            return False
        if not pin_matches(pin, self._kept):
            return False
        self._attempts.succeed()
        return True
