"""Codes as record systems write them, and which of them are the same."""

from __future__ import annotations

import pytest

from viewer.core.codes import MAX_NAME, Code, has_code, make_code, parse_code

CALCIPHYLAXIS = {"icd10cm": ["E83.59"]}
OTHERS = {"local": ["Skin.1", "a"], "ICD10CM": ["l97.4"]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("icd10cm:E83.59", Code("icd10cm", "E83.59")),
        ("ICD10CM:e8359", Code("icd10cm", "e8359")),
        (" icd10cm : E83.59 ", Code("icd10cm", "E83.59")),
        ("2.16.840.1.113883.6.90:E83.59", Code("icd10cm", "E83.59")),
        ("2.16.840.1.113883.6.177:D013471", Code("mesh", "D013471")),
        ("snomed:36222008", Code("snomed", "36222008")),
        ("our-own:a/b+c_d", Code("our-own", "a/b+c_d")),
    ],
)
def test_a_system_and_a_code(text: str, code: Code) -> None:
    assert parse_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":",
        "E83.59",
        "icd10cm:",
        ":E83.59",
        "icd10cm E83.59",
        "icd10cm:E83.59 Z99",
        "icd10cm:E83\0",
        "icd10cm:E8\n3",
        "icd10cm:\N{RIGHT-TO-LEFT OVERRIDE}E83",
        "icd10cm:" + "E" * 41,
        "s" * 81 + ":E83",
        "a:b:c",
        "icd10cm:ΕΘ3",
        "../x:E83",
        "icd10cm:{{emergency_number}}",
    ],
)
def test_what_is_not_written_so_is_none(text: str) -> None:
    assert parse_code(text) is None


@pytest.mark.parametrize(
    ("system", "code", "found"),
    [
        ("icd10cm", "E83.59", True),
        ("icd10cm", "e8359", True),
        ("icd10cm", "E83.5", False),
        ("icd10cm", "E83.591", False),
        ("icd10", "E83.59", False),
        ("", "E83.59", True),
        ("", "e8359", True),
        ("snomed", "E83.59", False),
    ],
)
def test_case_and_the_dot_do_not_count(system: str, code: str, found: bool) -> None:
    assert has_code(CALCIPHYLAXIS, system, code) is found


def test_the_dot_counts_where_it_means_something() -> None:
    assert has_code(OTHERS, "local", "SKIN.1")
    assert not has_code(OTHERS, "local", "Skin1")
    assert has_code(OTHERS, "icd10cm", "L974")


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (Code("icd10cm", "E83.59"), "E83.59 (ICD-10-CM)"),
        (Code("icd10cm", "E83.59", "Calciphylaxis"), "E83.59 (ICD-10-CM, Calciphylaxis)"),
        (Code("1.2.3", "x"), "x (1.2.3)"),
        (Code("", "x"), "x"),
    ],
)
def test_a_code_is_shown_with_its_system_and_name(code: Code, shown: str) -> None:
    assert code.shown == shown


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("  Gout \n of the\ttoe ", "Gout of the toe"),
        ("a\0b\N{RIGHT-TO-LEFT OVERRIDE}c", "abc"),
        ("{{emergency_number}}", "emergency_number"),
        ("x" * 500, "x" * (MAX_NAME - 1) + "…"),
        ("Calcifilaxis de la piel ñ", "Calcifilaxis de la piel ñ"),
    ],
)
def test_a_name_is_one_short_line_that_cannot_trick_anybody(name: str, kept: str) -> None:
    code = make_code("icd10cm", "E83.59", name)
    assert code is not None
    assert code.name == kept
