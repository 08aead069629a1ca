"""Advice that could hurt somebody: found as advice, and not where it is forbidden."""

from __future__ import annotations

import pytest

from viewer.core.checks.lists import lists_for
from viewer.core.checks.safety_check import danger_in

ADVICE = {
    "en": [
        "Drink more each day.",
        "Drink plenty of water.",
        "You should stop taking your pills.",
        "Do not worry: drink more.",
        "Do not wait; stop taking it.",
        "Never mind the limit, but drink more if you are thirsty.",
        "DRINK  PLENTY of fluids",
        "Skip your dialysis if you feel ill.",
        "Put ice on your skin.",
        "There is no need to call.",
    ],
    "es": [
        "Beba más cada día.",
        "Beba mucha agua.",
        "Deje de tomar sus pastillas.",
        "No se preocupe: beba más.",
        "No espere, pero beba más agua.",
        "Suspenda la warfarina.",
        "No hace falta llamar.",
        "Tome muchos líquidos.",
    ],
}
FORBIDDEN = {
    "en": [
        "Never stop taking a medicine on your own.",
        "Do not drink more than your plan says.",
        "Don’t drink plenty of water unless your team says so.",
        "Never start, stop or change a medicine on your own.",
        "Do not stop taking your pills, and do not skip your dialysis.",
        "Avoid advice such as drink more.",
        "Your team may ask you to take another pill.",
    ],
    "es": [
        "Nunca deje de tomar una medicina por su cuenta.",
        "No beba más de lo que dice su plan.",
        "Nunca empiece, ni deje de tomar, ni cambie una medicina.",
        "No beba mucha agua si su equipo no lo dice.",
        "Evite cambiar la dosis.",
    ],
}


@pytest.mark.parametrize(
    ("language", "text"), [(tag, text) for tag, texts in ADVICE.items() for text in texts]
)
def test_it_is_found(language: str, text: str) -> None:
    lists = lists_for(language)
    assert lists is not None
    assert danger_in(text, lists)


@pytest.mark.parametrize(
    ("language", "text"), [(tag, text) for tag, texts in FORBIDDEN.items() for text in texts]
)
def test_it_is_right_where_it_is_forbidden(language: str, text: str) -> None:
    lists = lists_for(language)
    assert lists is not None
    assert danger_in(text, lists) == ""


def test_a_country_has_the_lists_of_its_language_and_others_have_none() -> None:
    assert lists_for("es-MX") == lists_for("es")
    assert lists_for("fr") is None
