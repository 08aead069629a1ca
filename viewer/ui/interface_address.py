"""Where an object of Qt is in memory, as ``interface_cast`` of its accessibility wants it."""

from __future__ import annotations

import shiboken6


def address_of(thing: shiboken6.Object | None = None) -> int:
    """What Qt wants for ``interface_cast``: where the object is in memory; none: nowhere."""
    where = shiboken6.getCppPointer(thing)[0] if thing is not None else 0
    return shiboken6.VoidPtr(where)  # type: ignore[return-value]  # an int, as the stub has it, crashes
