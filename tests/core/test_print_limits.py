"""A visitor's and an hour's prints are counted, and nothing else is."""

from __future__ import annotations

from viewer.core.print_limits import HOUR, PrintLimits, PrintRefusal


class Clock:
    """Goes on when a test says so."""

    def __init__(self) -> None:
        self.at = 1_000.0

    def __call__(self) -> float:
        return self.at


def test_a_visitor_has_so_many_and_the_next_begins_anew() -> None:
    limits = PrintLimits(2, 30, Clock())
    for _ in range(2):
        assert limits.refusal is None
        limits.begun()
    assert limits.refusal is PrintRefusal.VISITOR
    limits.new_visitor()
    assert limits.refusal is None


def test_the_hour_slides() -> None:
    clock = Clock()
    limits = PrintLimits(99, 3, clock)
    for _ in range(3):
        limits.begun()
        clock.at += 600
    assert limits.refusal is PrintRefusal.HOUR
    limits.new_visitor()
    assert limits.refusal is PrintRefusal.HOUR, "another visitor has no other printer"
    clock.at = 1_000 + HOUR - 1
    assert limits.refusal is PrintRefusal.HOUR
    clock.at += 1
    assert limits.refusal is None, "the first is an hour old"
    assert limits.in_last_hour == 2


def test_none_allows_none() -> None:
    assert PrintLimits(0, 30, Clock()).refusal is PrintRefusal.VISITOR
    assert PrintLimits(2, 0, Clock()).refusal is PrintRefusal.HOUR


def test_a_failed_one_is_given_back_to_its_visitor_and_not_to_the_hour() -> None:
    limits = PrintLimits(1, 2, Clock())
    limits.failed(limits.begun())
    assert limits.refusal is None
    limits.failed(limits.begun())
    assert limits.refusal is PrintRefusal.HOUR


def test_what_fails_after_a_visitor_has_left_is_not_the_next_ones() -> None:
    limits = PrintLimits(1, 30, Clock())
    first = limits.begun()
    limits.new_visitor()
    limits.begun()
    limits.failed(first)
    assert limits.refusal is PrintRefusal.VISITOR


def test_new_settings_count_what_was_counted() -> None:
    limits = PrintLimits(2, 30, Clock())
    limits.begun()
    refusals = []
    for settings in ((1, 30), (2, 1), (2, 2)):
        limits.use(*settings)
        refusals.append(limits.refusal)
    assert refusals == [PrintRefusal.VISITOR, PrintRefusal.HOUR, None]


def test_weeks_of_prints_leave_no_list_behind() -> None:
    clock = Clock()
    limits = PrintLimits(2, 30, clock)
    for _ in range(1_000):
        assert limits.refusal is None
        limits.begun()
        limits.new_visitor()
        clock.at += 300
    assert limits.in_last_hour == 11
    assert len(limits._begun) == 11
