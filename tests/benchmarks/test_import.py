"""An import of 2,000 health topics: memory of the process, and seconds for each topic.

Run: python -m pytest tests/benchmarks/test_import.py -q -s
The memory must not grow with the file: it is compared with that of a file a tenth as large.
CARELEAF_TOPICS makes the file smaller.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.commands.importing.feeds import write_large

PAIRS = int(os.environ.get("CARELEAF_TOPICS", "2000")) // 2
ROOT = Path(__file__).resolve().parents[2]
MORE_MEMORY = 1.15
"""How much more a file ten times as large may take: names and places of its topics."""
_SCRIPT = """
import re, sys, time
from pathlib import Path
from viewer.app import main
begun = time.process_time()
assert main(sys.argv[1:]) == 0
status = Path("/proc/self/status").read_text()  # rusage counts what the parent had before us
print(time.process_time() - begun, int(re.search(r"VmHWM:\\s+([0-9]+)", status)[1]) // 1024)
"""


def measured(folder: Path, pairs: int) -> tuple[float, int]:
    """Seconds of a processor, and MiB."""
    file = write_large(folder / f"{pairs}.xml", pairs)
    out = folder / str(pairs)
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            _SCRIPT,
            "import",
            "medlineplus",
            file,
            "--out",
            out,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    seconds, memory = done.stdout.splitlines()[-1].split()
    size = file.stat().st_size / 1_048_576
    print(f"\n{2 * pairs} topics, {size:.0f} MiB: {float(seconds):.1f} s, {memory} MiB of memory")
    return float(seconds), int(memory)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    _, small = measured(tmp_path, PAIRS // 10)
    _, large = measured(tmp_path, PAIRS)
    assert large <= small * MORE_MEMORY
