"""What the system says of this process."""

from __future__ import annotations

import re
import sys
from pathlib import Path

_RESIDENT = re.compile(r"^VmRSS:\s+([0-9]+) kB$", re.MULTILINE)


def resident_bytes(status: Path = Path("/proc/self/status")) -> int | None:
    """The memory of this process; None where the system does not say.

    Where ``status`` is not there, as on macOS, the most that it has had so far.
    """
    if sys.platform == "win32":
        return _on_windows()
    try:
        return resident_in(status.read_text("ascii", "replace"))
    except OSError:
        return _most_so_far()


def resident_in(status: str) -> int | None:
    """The memory that Linux writes in ``/proc/self/status``."""
    found = _RESIDENT.search(status)
    return int(found[1]) * 1_024 if found else None


def _most_so_far() -> int | None:
    try:
        import resource  # late: Windows has none, and a status is seldom asked for
    except ImportError:
        return None
    most = int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return most if sys.platform == "darwin" else most * 1_024


def _on_windows() -> int | None:
    if sys.platform != "win32":
        return None
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS."""

        _fields_ = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((f"Quota{at}", ctypes.c_size_t) for at in range(4)),
            *((name, ctypes.c_size_t) for name in ("PagefileUsage", "PeakPagefileUsage")),
        ]

    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32")
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    ask = kernel.K32GetProcessMemoryInfo
    ask.argtypes = [wintypes.HANDLE, ctypes.POINTER(Counters), wintypes.DWORD]
    if not ask(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb):
        return None
    return int(counters.WorkingSetSize)
