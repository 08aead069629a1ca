"""Which languages, sheets and sizes a topic gets of what was asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import TOPIC, WARMTH, WASHING, hands, words
from viewer.commands.handout_options import Choices
from viewer.commands.handout_orders import Orders
from viewer.core.model import Topic
from viewer.core.packs.clinic import Clinic
from viewer.handout.order import Order, Paper, PrintSize
from viewer.request import RequestError


@pytest.fixture
def topic(tmp_path: Path) -> Topic:
    """A topic in English and Spanish."""
    return hands(tmp_path, {"topic.yaml": TOPIC, "es/warmth.md": WARMTH, "es/washing.md": WASHING})


def one(
    topic: Topic,
    clinic: Clinic | None = None,
    system: str = "",
    territory: str = "",
    **choices: object,
) -> Order:
    orders = Orders(Choices(**choices), clinic or Clinic(), system, territory)  # type: ignore[arg-type]
    return orders.one(topic, words())


def every(topic: Topic, clinic: Clinic | None = None, **choices: object) -> list[tuple[str, str]]:
    orders = Orders(Choices(**choices), clinic or Clinic(), "", "")  # type: ignore[arg-type]
    return [(order.language, str(order.print_size)) for order in orders.every(topic)]


def test_the_language_is_the_clinics_the_systems_or_the_topics(topic: Topic) -> None:
    spanish_first = Clinic(languages=("es", "en"))
    assert one(topic, spanish_first, "en", language="en").language == "en"
    assert one(topic, spanish_first, "en").language == "es"
    assert one(topic, Clinic(languages=("fr",)), "es-MX").language == "es-MX"
    assert one(topic, system="es").language == "es"
    assert one(topic, system="fr").language == "en"


def test_a_language_falls_back_to_the_wider_one(topic: Topic) -> None:
    assert one(topic, language="es-MX").language == "es-MX"
    assert one(topic, beside="es-MX").beside == "es-MX"


@pytest.mark.parametrize("choice", ["language", "beside"])
def test_a_language_that_is_not_there_is_refused(topic: Topic, choice: str) -> None:
    with pytest.raises(RequestError, match=r'no text in "fr"\. It has: en, es\.'):
        one(topic, None, **{choice: "fr"})


def test_the_same_text_does_not_stand_beside_itself(topic: Topic) -> None:
    with pytest.raises(RequestError, match="are the same text"):
        one(topic, language="es", beside="es-MX")


def test_the_second_language_is_not_chosen_as_the_first_too(topic: Topic) -> None:
    found = one(topic, Clinic(languages=("es",)), "es", beside="es")
    assert (found.language, found.beside) == ("en", "es")


def test_a_topic_of_one_language_has_none_to_stand_beside_it(tmp_path: Path) -> None:
    with pytest.raises(RequestError, match='beside "en"'):
        one(hands(tmp_path), beside="en")


def test_the_sheet_is_the_choice_the_clinics_or_the_countrys(topic: Topic) -> None:
    clinic = Clinic(paper="letter")
    assert one(topic, clinic, paper=Paper.A4).paper is Paper.A4
    assert one(topic, clinic).paper is Paper.LETTER
    assert one(topic, territory="US").paper is Paper.LETTER
    assert one(topic, territory="US", language="es-ES").paper is Paper.A4
    assert one(topic, language="es-MX").paper is Paper.LETTER
    assert one(topic, territory="DE").paper is Paper.A4
    assert one(topic).paper is Paper.A4


def test_the_size_is_standard_unless_said(topic: Topic) -> None:
    assert one(topic).print_size is PrintSize.STANDARD
    assert one(topic, print_size=PrintSize.EXTRA).print_size is PrintSize.EXTRA


def test_sections_come_in_the_topics_order(topic: Topic) -> None:
    assert one(topic, sections=("washing", "warmth")).sections == ("warmth", "washing")


def test_a_batch_has_every_language_and_size(topic: Topic) -> None:
    sizes = ("standard", "large", "extra")
    assert every(topic) == [(tag, size) for tag in ("en", "es") for size in sizes]
    large = PrintSize.LARGE
    assert every(topic, print_size=large) == [("en", "large"), ("es", "large")]
    assert every(topic, language="es", print_size=large) == [("es", "large")]
    assert every(topic, beside="es", print_size=large) == [("en", "large")]


def test_a_batch_has_the_clinics_languages_or_at_least_the_topics_own(topic: Topic) -> None:
    large = PrintSize.LARGE
    assert every(topic, Clinic(languages=("es-MX", "fr")), print_size=large) == [("es-MX", "large")]
    assert every(topic, Clinic(languages=("fr",)), print_size=large) == [("en", "large")]


def test_a_batch_leaves_out_what_a_topic_does_not_have(topic: Topic, tmp_path: Path) -> None:
    assert every(topic, language="fr") == []
    assert every(topic, beside="fr") == []
    assert every(topic, language="es", beside="es-MX") == []
    assert every(topic, sections=("warmth", "yeti")) == []
    no_care = hands(tmp_path / "b", {"en/washing.md": WASHING.replace("care: hygiene\n", "")})
    assert every(no_care, care=True) == []
