"""The staff's PIN: never kept itself, but as a hash that takes long to try.

``scrypt$n$r$p$salt$hash``: how it was made stands in it, so that a later version can make slower
ones. A PIN has so few digits that no hash withstands somebody who has copied the settings file;
this one costs them a tenth of a second a try, and at the screen ``attempts`` keeps them waiting.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

SHORTEST, LONGEST = 4, 12
"""Digits of a PIN."""

_N, _R, _P = 32_768, 8, 1
"""A tenth of a second and 32 MiB on a small computer."""
_LEAST_N, _MOST_N, _MOST_R, _MOST_P = 2**14, 2**17, 16, 4
_MOST_BYTES = 2**27
"""What a settings file may ask of the memory."""
_SALT_BYTES, _HASH_BYTES = 16, 32
_KEPT = re.compile(
    r"scrypt\$([1-9][0-9]{0,6})\$([1-9][0-9]?)\$([1-9])\$([A-Za-z0-9_-]{22})\$([A-Za-z0-9_-]{43})\Z"
)


def plain_digits(text: str) -> str:
    """The digits of any script as 0 to 9; empty where anything else is among them."""
    if not text.isdecimal():
        return ""
    return "".join(str(unicodedata.decimal(letter)) for letter in text)


def is_pin(text: str) -> bool:
    """Whether this can be a PIN."""
    digits = plain_digits(text)
    return digits == text and SHORTEST <= len(digits) <= LONGEST


def is_trivial(pin: str) -> bool:
    """Whether this is one of those that anybody would try first: 0000, 1212, 1234, 9876."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    in_a_row = len(steps) == 1 and steps <= {0, 1, 9}
    repeated = len(pin) % 2 == 0 and pin == pin[:2] * (len(pin) // 2)
    return in_a_row or repeated


def make_pin_hash(pin: str) -> str:
    """What may be kept of a PIN; another one each time.

    Raises:
        ValueError: it is no PIN; the message does not hold it.
    """
    import secrets

    if not is_pin(pin):
        raise ValueError(f"a PIN is {SHORTEST} to {LONGEST} digits")
    salt = secrets.token_bytes(_SALT_BYTES)
    hashed = _hashed(pin, salt, (_N, _R, _P))
    return "$".join(("scrypt", str(_N), str(_R), str(_P), _text(salt), _text(hashed)))


def is_pin_hash(text: str) -> bool:
    """Whether ``make_pin_hash`` may have made this, and checking a PIN by it costs little."""
    return _costs(text) is not None


def pin_matches(pin: str, kept: str) -> bool:
    """Whether ``kept`` was made of this PIN; never by what is no hash."""
    import hmac

    costs, match = _costs(kept), _KEPT.match(kept)
    if costs is None or match is None or not is_pin(pin):
        return False
    hashed = _hashed(pin, _bytes(match[4]), costs)
    return hmac.compare_digest(hashed, _bytes(match[5]))


def _costs(kept: str) -> tuple[int, int, int] | None:
    """What scrypt is told, within bounds: a settings file must neither hang nor fill a kiosk."""
    match = _KEPT.match(kept)
    if match is None:
        return None
    n, r, p = (int(match[group]) for group in (1, 2, 3))
    if not _LEAST_N <= n <= _MOST_N or n & (n - 1) or r > _MOST_R or p > _MOST_P:
        return None
    return (n, r, p) if _memory((n, r, p)) <= _MOST_BYTES else None


def _memory(costs: tuple[int, int, int]) -> int:
    """Bytes that scrypt needs."""
    n, r, p = costs
    return 128 * r * (n + p)


def _hashed(pin: str, salt: bytes, costs: tuple[int, int, int]) -> bytes:
    import hashlib  # late, as above: it loads OpenSSL, and most starts check no PIN

    n, r, p = costs
    room = _memory(costs) + 2**20
    return hashlib.scrypt(pin.encode(), salt=salt, n=n, r=r, p=p, maxmem=room, dklen=_HASH_BYTES)


def _text(data: bytes) -> str:
    import base64

    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _bytes(text: str) -> bytes:
    import base64

    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
