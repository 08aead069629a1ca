"""What two starts of the program say to each other: one line of JSON each way, in bounds.

The second start sends its request. The open window answers twice: at once that it has taken
the request, then how it went. Whatever else arrives is no message.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from viewer.core.codes import Code, make_code
from viewer.core.language import is_language_tag
from viewer.core.requests import MAX_ID, Request

VERSION = 1
MAX_MESSAGE = 16_384
"""Bytes of one line."""
MAX_SENTENCE = 4_000
TAKEN = b'{"taken": 1}\n'
"""The first answer."""


class Answer(NamedTuple):
    """How a request went: the exit status for who asked, and a sentence or nothing."""

    status: int
    said: str = ""


def write_request(request: Request) -> bytes:
    """The line that asks for a page."""
    return _line({"careleaf": VERSION, **request._asdict()})


def read_request(line: bytes) -> Request | None:
    """The request in a line; None where it is none."""
    data = _object(line)
    if data is None or data.get("careleaf") != VERSION:
        return None
    topic, section, language = (_text(data.get(key)) for key in ("topic", "section", "language"))
    plain, code = data.get("plain"), data.get("code")
    if topic is None or section is None or language is None:
        return None
    if not isinstance(plain, bool | None) or (language and not is_language_tag(language)):
        return None
    read = _code(code)
    if code is not None and read is None:
        return None
    return Request(topic, section, read, language, plain)


def write_answer(answer: Answer) -> bytes:
    """The line that says how it went."""
    return _line({"status": answer.status, "said": answer.said[:MAX_SENTENCE]})


def read_answer(line: bytes) -> Answer | None:
    """The answer in a line; None where it is none."""
    data = _object(line) or {}
    status, said = data.get("status"), data.get("said")
    if status not in (0, 1) or not isinstance(said, str):
        return None
    return Answer(int(status), said[:MAX_SENTENCE])


def _code(parts: Any) -> Code | None:
    if isinstance(parts, list) and len(parts) == 3 and all(isinstance(p, str) for p in parts):
        return make_code(*parts)
    return None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and len(value) <= MAX_ID else None


def _line(data: dict[str, object]) -> bytes:
    return json.dumps(data).encode() + b"\n"


def _object(line: bytes) -> dict[str, Any] | None:
    if len(line) > MAX_MESSAGE:
        return None
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
