"""Takes the README's pictures from the real program; run it on a screen, or under xvfb-run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from viewer.application import make_application  # noqa: E402
from viewer.core.installation import find_installation  # noqa: E402
from viewer.folders import Folders  # noqa: E402
from viewer.laptop import build_window  # noqa: E402
from viewer.options import parse_options  # noqa: E402

PICTURES = {
    "clinical": ["--topic", "calciphylaxis", "--section", "pathophysiology", "--clinical"],
    "plain": ["--topic", "calciphylaxis", "--plain"],
    "search": ["--topic", "calciphylaxis", "--plain"],
    "spanish": ["--topic", "calciphylaxis", "--plain", "--language", "es"],
}
TYPED = {"search": "how much watter"}
SIZE = (1280, 800)


def main() -> None:
    """Write docs/screenshots/<page>-<theme>.png."""
    from PySide6.QtTest import QTest

    application = make_application()
    for page, arguments in PICTURES.items():
        for theme in ("light", "dark"):
            with tempfile.TemporaryDirectory() as folder:
                folders = Folders(*[Path(folder)] * 4)
                options = parse_options([*arguments, "--theme", theme])
                window = build_window(options, find_installation(), folders)
                window.resize(*SIZE)
                window.show()
                QTest.qWait(500)
                if page in TYPED:
                    field = window.toolbar.search
                    field.setFocus()
                    QTest.keyClicks(field, TYPED[page])
                    QTest.qWait(8_000)  # until the texts can be searched
                window.grab().save(str(ROOT / "docs" / "screenshots" / f"{page}-{theme}.png"))
                window.close()
    application.quit()


if __name__ == "__main__":
    main()
