"""Takes the README's pictures of handouts from the real typesetter; needs no display."""

from __future__ import annotations

import datetime
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from viewer.app import main as careleaf  # noqa: E402

DATE = datetime.date(2026, 11, 22)
"""Printed on them, so that the same texts give the same pictures."""
CLINIC = """clinic_name: Riverside Kidney Care
emergency_number: "112"
care_team_phone: 555-0100
"""
"""The README's; whoever takes the pictures may have settings of their own."""
WIDTH = 800
HANDOUTS = {
    "english": ["--language", "en"],
    "beside-spanish-large": ["--language", "en", "--beside", "es", "--print-size", "large"],
}


def main() -> None:
    """Write docs/screenshots/handout-<name>.png: the first page of each."""
    with tempfile.TemporaryDirectory() as folder:
        clinic = Path(folder, "clinic.yaml")
        clinic.write_text(CLINIC, "utf-8")
        given = ["--care", "--paper", "letter", "--date", DATE.isoformat(), "--clinic", str(clinic)]
        for name, choices in HANDOUTS.items():
            file = Path(folder, f"{name}.pdf")
            if careleaf(["handout", "calciphylaxis", *choices, *given, "-o", str(file)]):
                sys.exit(f"{name}: no handout was made")
            with pypdfium2.PdfDocument(file) as pdf:
                picture = pdf[0].render(scale=WIDTH / pdf[0].get_width()).to_pil()
            target = ROOT / "docs" / "screenshots" / f"handout-{name}.png"
            picture.convert("L").quantize(16).save(target, optimize=True)


if __name__ == "__main__":
    main()
