"""What two starts say to each other survives the way, and nothing else is listened to."""

from __future__ import annotations

import json

import pytest

from viewer.core.codes import Code
from viewer.core.messages import (
    MAX_MESSAGE,
    Answer,
    read_answer,
    read_request,
    write_answer,
    write_request,
)
from viewer.core.requests import Request

GOOD = json.loads(write_request(Request("a", "b", Code("icd10cm", "E83.59", "x"), "es", True)))


@pytest.mark.parametrize(
    "request_",
    [
        Request(),
        Request("topic", "section"),
        Request(code=Code("icd10cm", "E83.59", "Ünïcode"), language="es-MX", plain=False),
        Request("../gone"),
    ],
)
def test_a_request_survives(request_: Request) -> None:
    line = write_request(request_)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert read_request(line) == request_


@pytest.mark.parametrize("answer", [Answer(0), Answer(1, "There is no „x“.\nNo.")])
def test_an_answer_survives(answer: Answer) -> None:
    assert read_answer(write_answer(answer)) == answer


@pytest.mark.parametrize(
    "changed",
    [
        {"careleaf": 2},
        {"careleaf": None},
        {"topic": 1},
        {"topic": None},
        {"topic": "x" * 201},
        {"section": ["a"]},
        {"language": "nonsense"},
        {"language": None},
        {"plain": "yes"},
        {"plain": 1},
        {"code": "E83.59"},
        {"code": ["icd10cm"]},
        {"code": ["icd10cm", "\0", ""]},
        {"code": ["icd10cm", 5, ""]},
    ],
    ids=str,
)
def test_a_request_of_other_types_is_none(changed: dict[str, object]) -> None:
    assert read_request(json.dumps({**GOOD}).encode()) is not None
    assert read_request(json.dumps({**GOOD, **changed}).encode()) is None


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"\n",
        b"\xff\xfe\n",
        b"{}\n",
        b"[]\n",
        b"null\n",
        b"GET / HTTP/1.1\r\n",
        b"[" * 10_000,
        b'{"careleaf": 1' + b" " * MAX_MESSAGE + b"}",
    ],
    ids=lambda line: repr(line[:20]),
)
def test_what_is_no_message_is_none(line: bytes) -> None:
    assert read_request(line) is None
    assert read_answer(line) is None


@pytest.mark.parametrize("data", [{"status": 2, "said": ""}, {"status": 0}, {"status": "0"}])
def test_an_answer_of_other_types_is_none(data: dict[str, object]) -> None:
    assert read_answer(json.dumps(data).encode()) is None
