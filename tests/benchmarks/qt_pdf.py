"""Qt's own PDF of a text: untagged, without language or structure, but of the same words.

qt_pdf.py FOLDER          writes a PDF beside each page.html in FOLDER, in turn
qt_pdf.py FOLDER warm     and prints the milliseconds of each, the program being warm
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(__file__).rsplit("/", 3)[0])


def main() -> None:
    from PySide6.QtGui import (
        QFont,
        QFontDatabase,
        QGuiApplication,
        QPageSize,
        QPdfWriter,
        QTextDocument,
    )

    from viewer.core.typefaces import FAMILY, font_files

    application = QGuiApplication(sys.argv)
    for file in font_files():
        QFontDatabase.addApplicationFont(str(file))
    taken = []
    for page in sorted(Path(sys.argv[1]).glob("*.html")):
        begin = time.perf_counter()
        document = QTextDocument()
        document.setDefaultFont(QFont(FAMILY, 14))
        document.setHtml(page.read_text("utf-8"))
        writer = QPdfWriter(str(page.with_suffix(".pdf")))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
        document.print_(writer)
        writer = None  # so that the file is whole
        taken.append((time.perf_counter() - begin) * 1000)
    if "warm" in sys.argv:
        print(*taken)
    del application


if __name__ == "__main__":
    main()
