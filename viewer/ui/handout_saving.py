"""Writes a handout where somebody wants it: whole, or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from viewer.core.files import write_whole
from viewer.core.locales import isolated

translate = QCoreApplication.translate


def save(path: Path, pdf: bytes) -> str:
    """Write the file; a sentence on why it cannot be written, or nothing."""
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")
        write_whole(path, pdf)
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        return _sentence(path, error)
    return ""


def _sentence(path: Path, error: OSError | ValueError) -> str:
    folder = isolated(str(path.parent))
    number = error.errno if isinstance(error, OSError) else 0
    if number in (errno.ENOSPC, errno.EDQUOT):
        return translate(
            "Handout",
            "The handout was not saved: there is no room left in {folder}. Make room there, or "
            "choose another folder.",
        ).format(folder=folder)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return translate(
            "Handout",
            "The handout was not saved: {folder} cannot be written to. Choose another folder.",
        ).format(folder=folder)
    return translate(
        "Handout",
        "The handout was not saved as {name} in {folder}. Choose another name or folder.",
    ).format(name=isolated(path.name), folder=folder)
