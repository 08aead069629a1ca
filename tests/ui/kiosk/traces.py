"""What somebody could find of a visitor who has gone: in any widget, and on the disk."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QTextEdit, QWidget

WORDS = ("text", "title", "placeholderText", "toolTip", "statusTip", "whatsThis", "windowTitle")
"""Properties of Qt's that hold words."""


def words_of(window: QWidget) -> set[str]:
    """Every word that any widget holds, in sight or not, as its own texts tell it."""
    found: set[str] = set()
    for widget in (window, *window.findChildren(QWidget)):
        found |= {widget.accessibleName(), widget.accessibleDescription()}
        found |= {value for name in WORDS if isinstance(value := widget.property(name), str)}
        if isinstance(widget, QTextEdit):
            document = widget.document()
            found |= {document.toPlainText(), document.toHtml() if widget.toPlainText() else ""}
            found.add(document.metaInformation(document.MetaInformation.DocumentTitle))
            found |= {"can undo"} if document.isUndoAvailable() else set()
        if isinstance(widget, QLineEdit) and (widget.isUndoAvailable() or widget.selectedText()):
            found.add("can undo")
    return found - {""}


def files_with(folder: Path, words: list[str]) -> list[str]:
    """Which of these words stand in which files, by their names too."""
    found = []
    for path in sorted(folder.rglob("*")):
        held = path.read_bytes().lower() if path.is_file() else b""
        held += path.name.lower().encode()
        found += [f"{word}: {path}" for word in words if word.lower().encode() in held]
    return found
