"""A caregiver who reads Spanish opens the window in English, changes it, and stays in Spanish."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import OpenViewer
from tests.journeys.hands import both_ways
from tests.ui.packs import PackWriter, care_section, section

CLINICAL = "\n\n".join(f"## Part {n}\n\n{f'Clinical words of part {n}. ' * 40}" for n in range(6))
QUESTION = "¿Cómo cuido mi piel?"
SKIN = f"""---
title: La piel
plain_title: "{QUESTION}"
short_title: La piel
---
## En palabras sencillas {{: .plain }}

Mire su piel cada día.

### Haga esto {{: .do }}

- Lave su piel con agua tibia.
- Seque su piel sin frotar.

### Nunca use hielo {{: #rule-skin .safety }}

El hielo daña la piel. Llame al {{{{emergency_number}}}} si le duele mucho.
"""
HELP = """---
title: Cuándo pedir ayuda
plain_title: "¿Cuándo pido ayuda?"
short_title: Pida ayuda
---
## En palabras sencillas {: .plain }

Llame al {{emergency_number}} ahora.
"""


@pytest.fixture
def library(packs: PackWriter) -> Path:
    """A topic whose clinical text is in English only."""
    skin = care_section("skin", question="How do I care for my skin?")
    skin = skin.replace("Clinical skin.", CLINICAL)
    sections = {
        "skin": skin,
        "cause": section("Cause", "Nobody knows."),
        "help": section("Help", "", "Call {{emergency_number}} now.", question="When do I call?"),
    }
    group = {"id": "all", "title": {"en": "All of it", "es": "Todo"}, "sections": [*sections]}
    packs.topic(
        "wounds",
        sections,
        title={"en": "Wounds", "es": "Heridas"},
        groups=[group],
        care=["skin"],
        help="help",
        translations={"es": "draft"},
    )
    packs.section("wounds", "skin", SKIN, "es")
    packs.section("wounds", "help", HELP, "es")
    return packs.folder


@both_ways
def test_from_english_to_spanish_and_the_next_day(open_viewer: OpenViewer, library: Path) -> None:
    reader = open_viewer(library=library, size=(1280, 800))
    reader.press("Plain language")
    reader.open_row("Caring for yourself")
    assert reader.title == "Caring for yourself at home"

    reader.choose_language("Español")
    assert reader.title == "Cómo cuidarse en casa"
    assert reader.topic_title == "Heridas"
    assert reader.rows == ["Cómo cuidarse", QUESTION, "¿Cuándo pido ayuda?"]
    assert "Llame al número local de emergencias ahora." in reader.text
    assert "Traducción en borrador" in reader.status_text
    assert reader.window.sidebar.help.accessibleName() == "Pida ayuda"

    reader.click_link(QUESTION)
    assert reader.title == QUESTION
    assert "El hielo daña la piel." in reader.text
    assert "Never forget skin." not in reader.text, "the safety text is there in Spanish"

    reader.press("Lenguaje sencillo")
    assert reader.title == "La piel"
    assert "Esta página aún no está traducida. La ve en otro idioma." in reader.text
    assert "Clinical words of part 3." in reader.text
    assert reader.rows == ["Todo", "La piel", "Cause", "Cuándo pedir ayuda"]

    toolbar = reader.window.toolbar  # which needs more room in Spanish
    reader.qtbot.waitUntil(lambda: toolbar.height() == toolbar.heightForWidth(toolbar.width()))
    reader.scroll_to_line("Part 4")
    reader.close()
    reader = open_viewer(library=library, size=(1280, 800))
    assert reader.title == "La piel"
    reader.qtbot.waitUntil(lambda: reader.line_at_top.startswith("Part 4"))
    assert reader.button("Inicio").isVisible()
    reader.press("Lenguaje sencillo")
    assert reader.title == QUESTION


def test_a_visitor_in_spanish_by_an_option(open_viewer: OpenViewer, library: Path) -> None:
    """What a record system asks for is not what the next visitor gets."""
    reader = open_viewer("--language", "es-MX", "--plain", library=library)
    assert reader.title == "Cómo cuidarse en casa"
    reader.close()
    reader = open_viewer(library=library)
    assert reader.title == "Caring for yourself at home"
