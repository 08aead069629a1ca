"""The list of many topics as readers of several countries meet it."""

from __future__ import annotations

import pytest

from tests.core.library import builder
from tests.core.pages_of import text_on
from viewer.core.level import Level
from viewer.core.model import Title


@pytest.mark.parametrize(
    ("language", "count"), [("en", "12,000"), ("es", "12.000"), ("es-MX", "12,000")]
)
def test_their_number_is_written_as_in_the_readers_country(language: str, count: str) -> None:
    titles = [Title("gout", "Gout", "en")] * 12_000
    assert count in text_on(builder(language).home_of_many(titles, Level.CLINICAL, 1).blocks)
