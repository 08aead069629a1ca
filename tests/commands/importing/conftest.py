"""``careleaf import`` as it is started, and its library as the program reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.core.library import TODAY
from viewer.app import main
from viewer.core.checks.topic_check import check_topic
from viewer.core.installation import find_installation
from viewer.core.packs.library import Library
from viewer.core.problems import Problem, Severity


class Done(NamedTuple):
    """How an import ended, and what it said."""

    status: int
    out: str
    err: str


RunImport = Callable[..., Done]


@pytest.fixture
def run_import(capsys: pytest.CaptureFixture[str]) -> RunImport:
    def run(*arguments: str | Path) -> Done:
        status = main(["import", *map(str, arguments)])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Done(status, said.out, said.err)

    return run


def findings(library: Path) -> list[Problem]:
    """All that the checker finds in a library."""
    read, icons = Library([library]), find_installation().icon_names
    return [p for t in read.topics() for p in check_topic(t, read, icons, TODAY).problems]


def errors(library: Path) -> list[Problem]:
    return [p for p in findings(library) if p.severity is Severity.ERROR]


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
