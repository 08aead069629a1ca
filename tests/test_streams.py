"""A kiosk outlives whoever read what it prints."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import viewer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="POSIX shells")
ROOT = Path(viewer.__file__).resolve().parents[1]


def run(program: str, shell: str, tmp_path: Path) -> str:
    """What a program writes into a file, that a shell has started as ``shell`` says."""
    script, out = tmp_path / "program.py", tmp_path / "out"
    script.write_text(f"import os, sys\nout = {str(out)!r}\n{program}", "utf-8")
    subprocess.run(
        ["bash", "-c", shell.format(f"{sys.executable} {script}")],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
        timeout=30,
        stdout=subprocess.DEVNULL,
    )
    return out.read_text("utf-8")


@pytest.mark.parametrize("shell", ["{} <&- >&- 2>&-", "{} | true", "{} >/dev/full 2>&1", "{}"])
def test_nothing_that_is_printed_can_end_or_stop_it(shell: str, tmp_path: Path) -> None:
    program = (
        "from viewer.streams import take_streams, let_go_of_streams\n"
        "take_streams()\n"
        "ours = open(out, 'w')\n"
        "assert ours.fileno() > 2, ours.fileno()\n"
        "let_go_of_streams()\n"
        "for _ in range(3_000):\n"
        "    print('x' * 99)\n"
        "    print('x' * 99, file=sys.stderr)\n"
        "    os.write(2, b'x' * 99)\n"
        "assert not os.read(0, 1)\n"
        "print('well', file=ours, flush=True)\n"
        "os._exit(0)\n"
    )
    assert run(program, shell, tmp_path) == "well\n"


def test_what_was_said_before_is_not_lost(tmp_path: Path) -> None:
    program = (
        "from viewer.streams import let_go_of_streams\n"
        "sys.stdout = open(1, 'w', 9999, closefd=False)\n"
        "print('before'); let_go_of_streams(); print('after', flush=True)\n"
    )
    shell = "{} > " + str(tmp_path / "out")
    assert run(program, shell, tmp_path) == "before\n"


def test_our_children_do_not_keep_open_what_our_starter_waits_for(tmp_path: Path) -> None:
    program = (
        "import subprocess\n"
        "from viewer.streams import take_streams\n"
        "take_streams()\n"
        "child = 'import os; os.fstat(9)'\n"
        "done = subprocess.run([sys.executable, '-c', child], close_fds=False,\n"
        "    stderr=subprocess.PIPE, text=True)\n"
        "os.fstat(9)\n"
        "open(out, 'w').write(done.stderr[-30:])\n"
    )
    assert "Bad file descriptor" in run(program, "{} 9>/dev/null", tmp_path)
