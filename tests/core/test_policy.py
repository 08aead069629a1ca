"""What a visitor may do: nothing, unless it was allowed."""

from __future__ import annotations

import pytest

from viewer.core.links import LinkKind
from viewer.core.policy import LAPTOP, Action, Policy, kiosk_policy


@pytest.mark.parametrize("action", Action)
def test_nothing_is_allowed_by_default(action: Action) -> None:
    assert not Policy([]).allows(action)


@pytest.mark.parametrize("kind", LinkKind)
def test_no_link_is_allowed_by_default(kind: LinkKind) -> None:
    assert not Policy([]).allows_link(kind)


def test_what_is_allowed_is_allowed_and_nothing_else() -> None:
    policy = Policy([Action.FOLLOW_SECTION])
    assert policy.allows(Action.FOLLOW_SECTION)
    assert [kind for kind in LinkKind if policy.allows_link(kind)] == [LinkKind.SECTION]


@pytest.mark.parametrize("kind", LinkKind)
def test_a_laptop_follows_every_link_but_refused_ones(kind: LinkKind) -> None:
    assert LAPTOP.allows_link(kind) is (kind is not LinkKind.REFUSED)


def test_a_kiosk_shows_pages_and_does_nothing_else() -> None:
    allowed = {action for action in Action if kiosk_policy(prints=False).allows(action)}
    pages = {Action.FOLLOW_SECTION, Action.FOLLOW_ANCHOR, Action.FOLLOW_TOPIC, Action.SHOW_TERM}
    pages.add(Action.SPOKEN_MODE)  # which says what is shown
    assert allowed == pages
    with_printer = {action for action in Action if kiosk_policy(prints=True).allows(action)}
    assert with_printer == pages | {Action.PRINT_UNASKED}


@pytest.mark.parametrize("kind", [LinkKind.WEB, LinkKind.TELEPHONE, LinkKind.REFUSED])
def test_no_link_leads_out_of_a_kiosk(kind: LinkKind) -> None:
    assert not kiosk_policy(prints=True).allows_link(kind)
