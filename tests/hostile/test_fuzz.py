"""Whatever a pack is made of: it opens, is checked, shown, found and composed, and nothing raises.

The packs are drawn by hypothesis from nasty pieces, always the same ones: a fault that is found
stays found. To look for others, set CARELEAF_FUZZ to a number of packs.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.hostile.everything import all_of_it
from tests.hostile.fragments import Pack, packs, written

HUNT = int(os.environ.get("CARELEAF_FUZZ", "0"))
"""Packs that are drawn at random; 0: the usual ones."""
USUAL = settings(
    derandomize=not HUNT,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def holds(pack: Pack) -> None:
    """Do everything with it."""
    with tempfile.TemporaryDirectory() as folder:
        library = written(pack, Path(folder))
        all_of_it(library, library.parent / "clinic.yaml")


@settings(USUAL, max_examples=HUNT or 8)
@given(packs())
def test_a_pack_of_nasty_pieces(pack: Pack) -> None:
    holds(pack)


@pytest.mark.slow
@settings(USUAL, max_examples=40)
@given(packs())
def test_many_packs_of_nasty_pieces(pack: Pack) -> None:
    holds(pack)
