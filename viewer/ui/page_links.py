"""The links of a page: their addresses as they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl


def address_of(url: QUrl) -> str:
    """The address as it stands in the page; Qt would decode ``%20`` in a web address."""
    if url.scheme() in ("http", "https"):
        return bytes(url.toEncoded().data()).decode("ascii")
    return url.toString()
