"""Handouts made as the program makes them, for tests that read them back."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import NamedTuple

from tests.core.library import TODAY, words
from viewer.core.installation import find_installation
from viewer.core.packs.clinic import Clinic
from viewer.core.packs.library import Library
from viewer.handout.making import HandoutMaker
from viewer.handout.model import Handout
from viewer.handout.order import Order

SHIPPED = find_installation().content
CLINIC = Clinic(clinic_name="Riverside Kidney Care", care_team_phone="555-0100")


class Made(NamedTuple):
    """A handout as it was composed, one for each language, and its PDF."""

    handouts: tuple[Handout, ...]
    data: bytes


@functools.cache
def maker(folder: Path, clinic: Clinic = CLINIC) -> HandoutMaker:
    """Of one library's handouts; the first PDF takes longest."""
    return HandoutMaker(Library([folder]), clinic, words, find_installation(), lambda: TODAY)


def make(order: Order, folder: Path = SHIPPED, clinic: Clinic = CLINIC) -> Made:
    """Compose and typeset."""
    made = maker(folder, clinic)
    return Made(made.handouts(order), made.pdf(order))
