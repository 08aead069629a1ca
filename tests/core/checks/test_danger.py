"""Advice that could hurt somebody: found as advice, and not where it is forbidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.library import FRONT, findings, write_hands
from viewer.core.checks.advice import danger_in
from viewer.core.checks.lists import lists_for

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
        "If your pain does not go away, stop taking your warfarin.",
        "If you do not feel well stop taking your medicine.",
        "If you cannot reach us, double your dose.",
        "If you cannot eat, drink plenty of water.",
        "If it hurts, or you do not feel well, stop taking your pills.",
        "Call your nurse, and if you do not feel well, stop taking it.",
        "If you can’t sleep, double your dose.",
        "If your team does not answer, skip dialysis today.",
        "If you cannot reach us, wait and see.",
        "Without waiting, stop taking it.",
        "Do not forget to drink plenty of water.",
        "Never forget to drink plenty of water.",
        "Do not hesitate to drink plenty of water.",
        "Do not worry and drink more water.",
        "You do not need a doctor and you should stop taking warfarin.",
        "Avoid salt and drink more water.",
        "Drink\u200b more water.",
        "Dri\u00adnk more water.",
        "Stop warfarin.",
        "Quit taking your pills.",
        "Quit your pills.",
        "Double your insulin.",
        "Take an extra pill.",
        "Reduce your dose.",
        "Skip one dialysis session.",
        "Stop dialysis.",
        "Drink 8 glasses of water a day.",
        "Drink eight glasses of water each day.",
        "Drink 2 liters.",
        "You should be drinking more water.",
        "Drink much more water.",
        "Increase your fluids.",
        "Keep hydrated.",
        "Keep drinking water all day.",
        "Apply heat.",
        "Use heating pads.",
        "You don't have to call.",
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
        "Si no se siente bien, deje de tomar su medicina.",
        "Si el dolor no se va, suspenda su medicina.",
        "Si no puede comer, beba mucha agua.",
        "No olvide tomar mucha agua.",
        "No se preocupe y tome más agua.",
        "Sin miedo, deje de tomar su pastilla.",
        "No se preocupe, no hace falta llamar.",
        "Beba 2 litros al día.",
        "Debe beber más agua.",
        "Hay que beber más.",
        "Beba ma\u0301s agua.",
        "Manténgase bien hidratado.",
        "Aumente los líquidos.",
        "Deje de tomarla.",
        "Tómese el doble.",
        "No tiene que llamar.",
        "Deje sus pastillas.",
        "Deje el anticoagulante.",
        "Pare de tomar la warfarina.",
        "Ya no tome la insulina.",
        "Reduzca la dosis.",
        "Tome bastante líquido.",
        "Ponga hielo en la piel.",
        "Use una almohadilla térmica.",
        "Bebe más agua.",
        "Tome 8 vasos de agua al día.",
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
        "Stop the bleeding with a clean cloth.",
        "Call us if you miss your dialysis.",
        "Tell us if you stop taking a medicine.",
        "Ask before you stop taking any medicine.",
        "Only your team may change the dose.",
        "Nobody should stop taking a medicine alone.",
        "It is unsafe to drink more than your plan.",
        "Neither skip a dose nor double up.",
        "If you feel ill, do not stop, skip or change your dose.",
        "If you feel ill do not just stop taking your pills.",
        "Rinse it with plenty of water.",
        "Manage without drinking more than your plan says.",
    ],
    "es": [
        "Nunca deje de tomar una medicina por su cuenta.",
        "No beba más de lo que dice su plan.",
        "Nunca empiece, ni deje de tomar, ni cambie una medicina.",
        "No beba mucha agua si su equipo no lo dice.",
        "Evite cambiar la dosis.",
        "Suspenda el brazo en un pañuelo.",
        "Lave con abundante agua.",
        "Pregunte antes de dejar de tomar una medicina.",
        "Si se siente mal, no deje ni cambie su medicina.",
        "Nadie debe dejar de tomar una medicina por su cuenta.",
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


def rules_of(text: str, tmp_path: Path) -> set[str]:
    """The rules that find something in a page of this plain text."""
    library = write_hands(tmp_path, {"en/warmth.md": f"{FRONT}## P {{: .plain }}\n\n{text}\n"})
    return {rule for rule, _, _ in findings(library)}


@pytest.mark.parametrize(
    ("safety", "counts"),
    [
        ("Never start, stop or change a medicine on your own.", True),
        ("Never start, stop or change warfarin on your own.", True),
        ("Do not stop, start or change your tablets alone.", True),
        ("You can start, stop or change any medicine that you do not like.", False),
        ("If a medicine does not help, start, stop or change it.", False),
        ("Never start or change a medicine on your own.", False),
        ("Never start, stop or change the plan on your own.", False),
        ("Start, stop or change a medicine.", False),
    ],
)
def test_the_rule_on_medicines_forbids_all_three(safety: str, counts: bool, tmp_path: Path) -> None:
    text = f"Some people take warfarin.\n\n### Rule {{: #rule .safety }}\n\n{safety}"
    assert ("medicine-rule-missing" not in rules_of(text, tmp_path)) is counts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("### Do not {: .dont }\n\n- Drink more water.", False),
        ("### Do not {: .dont }\n\nDrink more water.", True),
        ("### Do not {: .dont }\n\n- Do not forget to drink more water.", True),
        ("### Do not {: .dont }\n\n- Use salt, but drink more water.", True),
        ("### Do not {: .dont }\n\n#### But do {: .do }\n\n- Drink more water.", True),
        ("### Drink more water {: .dont }\n\n- Use salt.", True),
    ],
)
def test_only_the_items_under_do_not_are_forbidden(text: str, found: bool, tmp_path: Path) -> None:
    assert ("danger-words" in rules_of(text, tmp_path)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 911.", True),
        ("Call 911, now.", True),
        ("Call 1-1-2.", True),
        ("Call 9\u200b11 now.", True),
        ("Call 555 010 0123 today.", True),
        ("Call +1 (555) 010-0123.", True),
        ("Take part 2-911 of it.", False),
        ("It has 1 000 rooms, or 2,112.", False),
        ("It was on 2026-11-22.", False),
        ("Code A911 is for them.", False),
    ],
)
def test_a_number_to_call_is_not_written_out(text: str, found: bool, tmp_path: Path) -> None:
    assert ("written-number" in rules_of(text, tmp_path)) is found


def test_advice_is_told_at_its_own_line(tmp_path: Path) -> None:
    text = "You keep warm\nand rest, and so on.\nThen drink\nmore water. Stop taking\npills."
    body = f"{FRONT}## P {{: .plain }}\n\n{text}\n"
    library = write_hands(tmp_path, {"en/warmth.md": body})
    lines = [line for rule, _, line in findings(library) if rule == "danger-words"]
    assert lines == [9, 10], "where its words begin"


def test_a_silence_holds_for_its_own_line_alone(tmp_path: Path) -> None:
    silence = "<!-- check: ignore danger-words: it is spoken of -->"
    text = f"You keep warm.\nDrink more water. {silence}\nStop taking your pills."
    body = f"{FRONT}## P {{: .plain }}\n\n{text}\n"
    library = write_hands(tmp_path, {"en/warmth.md": body})
    found = [(rule, line) for rule, _, line in findings(library)]
    assert [line for rule, line in found if rule == "danger-words"] == [9]
    assert "unused-silence" not in dict(found)
