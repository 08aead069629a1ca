"""Whether pictures may move: not where the system was asked for reduced motion."""

from __future__ import annotations

from viewer.ui.system_looks import wants_motion


def motion_wanted() -> bool:
    """Ask the system, by whichever of its settings Qt knows."""
    return wants_motion()
