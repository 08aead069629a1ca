"""One start, timed from outside: shows a window, and says when its page had been painted.

    first_paint.py careleaf ARGUMENTS...    the program itself
    first_paint.py session ARGUMENTS...     the program, read for two seconds and closed
    first_paint.py same SCREEN.json         the smallest window with the same widgets, font and text
    first_paint.py bare SCREEN.json         a tree and a text browser with the same text

Prints the monotonic clock in nanoseconds at the first painted page, and then
the process's peak memory in KiB.
"""

import sys
import time

sys.path.insert(0, str(__file__).rsplit("/", 3)[0])


def painted() -> None:
    now = time.monotonic_ns()
    from PySide6.QtWidgets import QApplication

    with open("/proc/self/status") as status:  # getrusage would count the parent's memory too
        peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
    print(now, peak, flush=True)
    QApplication.quit()


def run_careleaf(arguments: list[str]) -> None:
    from viewer.app import main

    main(arguments, lambda window: window.view.first_painted.connect(painted))


def read_for_a_while(arguments: list[str]) -> None:
    """A reader's session: opens, reads for two seconds, closes."""
    from PySide6.QtCore import QTimer

    from viewer.app import main

    main(arguments, lambda window: QTimer.singleShot(2_000, window, window.close))


def run_reference(kind: str, file: str) -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QFont, QFontDatabase
    from PySide6.QtWidgets import (
        QApplication,
        QCheckBox,
        QHBoxLayout,
        QLabel,
        QLineEdit,
        QTextBrowser,
        QToolButton,
        QTreeWidget,
        QTreeWidgetItem,
        QVBoxLayout,
        QWidget,
    )

    class Page(QTextBrowser):
        seen = False

        def paintEvent(self, event):
            super().paintEvent(event)
            if not self.seen:
                self.seen = True
                QTimer.singleShot(0, painted)

        def loadResource(self, kind, name):
            return None

    with open(file, "rb") as opened:
        html, rows, fonts = eval(opened.read())
    application = QApplication([])
    window, column, middle = QWidget(), QVBoxLayout(), QHBoxLayout()
    window.setLayout(column)
    if kind == "same":
        for font in fonts:
            QFontDatabase.addApplicationFont(font)
        face = QFont("Atkinson Hyperlegible")
        face.setPixelSize(16)
        application.setFont(face)
        bar = QHBoxLayout()
        column.addLayout(bar)
        for name in ("Back", "Forward", "Home", "Smaller text", "Larger text", "Theme", "Language"):
            button = QToolButton()
            button.setText(name)
            bar.addWidget(button)
        bar.addWidget(QLineEdit())
        bar.addWidget(QCheckBox("Plain language"))
    column.addLayout(middle)
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    for row in rows:
        tree.addTopLevelItem(QTreeWidgetItem([row]))
    page = Page()
    middle.addWidget(tree, 1)
    middle.addWidget(page, 3)
    if kind == "same":
        face.setPixelSize(19)
        page.document().setDefaultFont(face)
        foot = QHBoxLayout()
        column.addLayout(foot)
        for text in ("Source: medtigo", "Draft", "For education."):
            foot.addWidget(QLabel(text))
    page.setHtml(html)
    window.resize(1280, 800)
    window.show()
    application.exec()


if __name__ == "__main__":
    if sys.argv[1] == "careleaf":
        run_careleaf(sys.argv[2:])
    elif sys.argv[1] == "session":
        read_for_a_while(sys.argv[2:])
    else:
        run_reference(sys.argv[1], sys.argv[2])
