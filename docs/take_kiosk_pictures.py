"""Takes the README's pictures of the kiosk; run it on a screen, or under xvfb-run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from viewer.application import make_application  # noqa: E402
from viewer.core.installation import find_installation  # noqa: E402
from viewer.folders import Folders  # noqa: E402
from viewer.kiosk import build_kiosk  # noqa: E402
from viewer.kiosk_log import KioskLog  # noqa: E402
from viewer.options import parse_options  # noqa: E402

PICTURES = {"kiosk-home": (1920, 1080), "kiosk-portrait": (1080, 1920)}


def main() -> None:
    """Write docs/screenshots/kiosk-….png."""
    from PySide6.QtTest import QTest

    make_application()
    for name, size in PICTURES.items():
        with tempfile.TemporaryDirectory() as folder:
            folders = Folders(*[Path(folder)] * 4)
            log = KioskLog(Path(folder) / "log")
            window = build_kiosk(parse_options(["--kiosk"]), find_installation(), folders, log)
            window.resize(*size)
            window.show()
            QTest.qWait(500)
            window.grab().save(str(ROOT / "docs" / "screenshots" / f"{name}.png"))
            window.end()
            log.close()


if __name__ == "__main__":
    main()
