"""What the system says of this process."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from viewer.core.locales import format_duration, format_megabytes
from viewer.core.process import resident_bytes, resident_in


def test_linux_says_how_much_memory_it_has_now() -> None:
    assert resident_in("Name:\tcareleaf\nVmHWM:\t  99 kB\nVmRSS:\t  80000 kB\n") == 81_920_000
    assert resident_in("Name:\tcareleaf\n") is None


@pytest.mark.parametrize("there", [True, False])
def test_this_process_has_some_megabytes(there: bool, tmp_path: Path) -> None:
    """Where Linux's own file is not there, it is the most that it has had."""
    if sys.platform == "win32" or (there and not Path("/proc/self/status").exists()):
        pytest.skip("another system")
    found = resident_bytes() if there else resident_bytes(tmp_path / "status")
    assert found is not None
    assert 5e6 < found < 5e9


@pytest.mark.parametrize(
    ("seconds", "english", "spanish"),
    [
        (0, "1 minute", "1 minuto"),
        (3_599, "1 hour", "1 hora"),
        (3_660, "1 hour, 1 minute", "1 hora, 1 minuto"),
        (86_400 + 300, "1 day", "1 día"),
        (30 * 86_400 + 4 * 3_600 + 1_800, "30 days, 4 hours", "30 días, 4 horas"),
    ],
)
def test_a_time_is_said_by_its_largest_units(seconds: float, english: str, spanish: str) -> None:
    assert format_duration(seconds, "en") == english
    assert format_duration(seconds, "es-MX") == spanish


def test_memory_is_said_in_megabytes() -> None:
    assert format_megabytes(81_920_000, "en") == "82 MB"
    assert format_megabytes(1_234_000_000, "es") == "1.234 MB"
