"""Voices for tests: processes that speak as the program's own does, without a sound."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from viewer.ui import speech

SCRIPT = """
import json, sys, time

def tell(**answer):
    print(json.dumps(answer), flush=True)

tell(ready=True)
for line in sys.stdin:
    with open({kept!r}, "a") as kept:
        kept.write(line)
    asked = json.loads(line)
    if "stop" in asked:
        tell(stopped=asked["stop"])
    elif asked["language"] in {lacks!r}:
        tell(lacks=asked["say"])
    else:
        tell(begun=asked["say"])
        if {ends!r}:
            time.sleep(0.01)
            tell(ended=asked["say"])
"""
NO_ENGINE = """
import json
print(json.dumps({"failed": "there is no engine"}), flush=True)
"""


class Voice:
    """What viewers that are opened after this speak with."""

    def __init__(
        self,
        monkeypatch: pytest.MonkeyPatch,
        folder: Path,
        *,
        ends: bool = True,
        lacks: tuple[str, ...] = (),
        script: str = "",
    ) -> None:
        """``ends``: it comes to the end of a sentence. It has no voice for what it ``lacks``."""
        self._kept = folder / "asked.jsonl"
        self._kept.touch()
        text = script or SCRIPT.format(kept=str(self._kept), lacks=lacks, ends=ends)
        monkeypatch.setattr(speech, "COMMAND", (sys.executable, "-c", text))
        monkeypatch.setattr(speech, "FASTEST", 1_000_000)  # it is heard, however fast it speaks

    @property
    def asked(self) -> list[dict[str, Any]]:
        """All that it was asked for."""
        return [json.loads(line) for line in self._kept.read_text().splitlines()]

    @property
    def sentences(self) -> list[dict[str, Any]]:
        """Those that it was asked to say."""
        return [asked for asked in self.asked if "say" in asked]

    @property
    def said(self) -> list[str]:
        """The words of these."""
        return [str(asked["text"]) for asked in self.sentences]

    @property
    def is_stopped(self) -> bool:
        """Whether silence was the last that it was asked for."""
        return bool(self.asked) and "stop" in self.asked[-1]

    def forget(self) -> None:
        """Begin the list anew."""
        self._kept.write_text("")
