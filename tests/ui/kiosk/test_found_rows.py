"""What a search found, as rows: titles and where they lead, and no more."""

from __future__ import annotations

from viewer.core.level import Level
from viewer.core.search.results import Group, Result, ResultKind, Results, Segment
from viewer.ui.kiosk.found_rows import found_rows
from viewer.ui.kiosk.row import Row


def result(topic: str, section: str, title: str, **more: object) -> Result:
    return Result(
        topic,
        section,
        Level.PLAIN,
        (Segment(title),),
        (Segment("…"),),
        **more,  # type: ignore[arg-type]
    )


def test_results_become_rows() -> None:
    cal = Group(
        "cal",
        "Calciphylaxis",
        (
            result("cal", "", "Calciphylaxis", kind=ResultKind.TOPIC),
            result("cal", "pain", "Pain: call {{care_team_phone}}", title_language="es"),
            result("cal", "pain", "Pain, again"),
            result("cal", "", "Wound", kind=ResultKind.GLOSSARY, anchor="wound"),
        ),
    )

    def fill(text: str, language: str) -> str:
        return text.replace("{{care_team_phone}}", f"555-0100 ({language})")

    pain = "Pain: call 555-0100 (es)"
    assert found_rows(Results((cal,)), fill) == (
        Row("Calciphylaxis", "topic:cal"),
        Row(pain, "section:cal/pain"),
        Row("Wound", "term:cal/wound"),
    )
    sores = Group("sores", "Bed sores", (result("sores", "what", "What to do"),))
    assert found_rows(Results((cal, sores)), fill) == (
        Row("Calciphylaxis", "topic:cal"),
        Row(pain, "section:cal/pain", "Calciphylaxis"),
        Row("Wound", "term:cal/wound", "Calciphylaxis"),
        Row("What to do", "section:sores/what", "Bed sores"),
    )
    assert found_rows(Results(), fill) == ()
