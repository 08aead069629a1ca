"""Qt's own PDF of a page: untagged, without language or structure, but of the same words and boxes.

qt_pdf.py FOLDER          writes a PDF beside each page.html in FOLDER, in turn
qt_pdf.py FOLDER warm     one for each line it is sent, and prints the milliseconds
"""

import sys
import time
from pathlib import Path

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"
SHARPNESS = 3
"""Dots of an icon for each pixel of the page: what a printer needs."""

sys.path.insert(0, str(__file__).rsplit("/", 3)[0])


def main() -> None:
    from PySide6.QtGui import (
        QFont,
        QFontDatabase,
        QGuiApplication,
        QImage,
        QPageSize,
        QPdfWriter,
        QTextDocument,
    )

    from viewer.core.typefaces import FAMILY, font_files

    class Document(QTextDocument):
        """Knows the icons: ``icon:name:colour:size``."""

        def loadResource(self, kind, name):
            _, icon, colour, size = name.toString().split(":")
            svg = (ICONS / f"{icon}.svg").read_text("utf-8").replace("currentColor", f"#{colour}")
            dots = int(size) * SHARPNESS
            image = QImage()
            named = f'width="{dots}" height="{dots}"'
            image.loadFromData(svg.replace('width="24" height="24"', named, 1).encode())
            return image

    application = QGuiApplication(sys.argv)
    for file in font_files():
        QFontDatabase.addApplicationFont(str(file))
    warm = "warm" in sys.argv
    for page in sorted(Path(sys.argv[1]).glob("*.html")):
        if warm:
            sys.stdin.readline()
        begin = time.perf_counter()
        document = Document()
        document.setDefaultFont(QFont(FAMILY, 14))
        document.setHtml(page.read_text("utf-8"))
        writer = QPdfWriter(str(page.with_suffix(".pdf")))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        document.print_(writer)
        writer = None  # so that the file is whole
        if warm:
            print((time.perf_counter() - begin) * 1000, flush=True)
    del application


if __name__ == "__main__":
    main()
