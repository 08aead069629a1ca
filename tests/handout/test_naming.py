"""What the files of handouts are called."""

from __future__ import annotations

import pytest

from viewer.core.codes import Codes
from viewer.handout.naming import handout_name, is_shared, shared_keys
from viewer.handout.order import Order, PrintSize

LARGE = Order(topic="calciphylaxis", language="en", print_size=PrintSize.LARGE)


@pytest.mark.parametrize(
    ("codes", "name"),
    [
        ({}, "calciphylaxis_en_large.pdf"),
        ({"icd10cm": []}, "calciphylaxis_en_large.pdf"),
        ({"icd10cm": ["E83.59"]}, "icd10cm_E83.59_en_large.pdf"),
        ({"icd10cm": ["e8359"]}, "icd10cm_E83.59_en_large.pdf"),
        ({"ICD10CM": ["I10"]}, "icd10cm_I10_en_large.pdf"),
        ({"icd10cm": ["E83.59", "N18.6"]}, "icd10cm_E83.59_en_large.pdf"),
        ({"snomed": ["123"], "icd10cm": ["E83.59"]}, "icd10cm_E83.59_en_large.pdf"),
        ({"snomed": ["123"]}, "snomed_123_en_large.pdf"),
        ({"2.16.840.1.113883.6.90": ["E83.59"]}, "icd10cm_E83.59_en_large.pdf"),
        ({"1.2.3": ["a_b/c"]}, "1.2.3_a-b-c_en_large.pdf"),
        ({"icd10cm": ["../../etc/passwd"]}, "calciphylaxis_en_large.pdf"),
        ({"icd10cm": ["", "E83.59"]}, "icd10cm_E83.59_en_large.pdf"),
    ],
)
def test_a_file_is_named_by_its_code(codes: Codes, name: str) -> None:
    assert handout_name(LARGE, codes) == name


def test_two_languages_stand_in_the_name() -> None:
    order = Order(topic="hands", language="en", beside="es-MX")
    assert handout_name(order, {}) == "hands_en-es-MX_standard.pdf"


def test_topics_of_one_code_are_told_apart() -> None:
    one: Codes = {"icd10cm": ["E83.59"]}
    same: Codes = {"ICD10CM": ["x1", "e8359"]}
    other: Codes = {"icd10cm": ["I10"], "snomed": ["E83.59"]}
    shared = shared_keys([one, same, other])
    assert is_shared(one, shared)
    assert not is_shared(same, shared)  # its name is X1
    assert not is_shared(other, shared)
    assert not is_shared({}, shared)
    assert handout_name(LARGE, one, shared=True) == "icd10cm_E83.59_calciphylaxis_en_large.pdf"


def test_codes_that_would_be_written_alike_are_told_apart() -> None:
    shared = shared_keys([{"own": ["a/b"]}, {"own": ["A-B"]}])
    assert is_shared({"own": ["a/b"]}, shared)
