"""Brings the controls' translations up to date: python docs/refresh_translations.py [FOLDER].

Reads every ``tr("…")`` and ``translate("…", "…")`` of the program into the .ts files, in which a
person then fills in what is marked unfinished, and makes the .qm files that Qt loads from them.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"


def main() -> None:
    """Refresh the files in a folder, which is the program's own where none is given."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TRANSLATIONS
    sources = sorted(str(path) for path in (ROOT / "viewer").rglob("*.py"))
    for file in sorted(folder.glob("careleaf_*.ts")):
        tag = file.stem.removeprefix("careleaf_")
        languages = ("-source-language", "en", "-target-language", tag)
        shape = ("-locations", "none", "-no-obsolete", *languages)
        run("lupdate", *sources, *shape, "-ts", str(file))
        run("lrelease", str(file), "-qm", str(file.with_suffix(".qm")))


def run(tool: str, *arguments: str) -> None:
    """Run one of Qt's own tools, which come with PySide6; its words are shown when it fails."""
    import PySide6

    command = Path(PySide6.__path__[0], tool)
    done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{tool} ended with {done.returncode}: {done.stderr or done.stdout}")


if __name__ == "__main__":
    main()
