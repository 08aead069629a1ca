"""Which program made an index: one that another version made is not read."""

from __future__ import annotations

import sys

import tantivy

from viewer import __version__
from viewer.core.search.index import FORMAT

MADE_BY = " ".join(
    (
        __version__,
        str(FORMAT),
        str(getattr(tantivy, "__version__", "")),
        str(sys.implementation.cache_tag),
    )
)
"""A build that was made by other versions is made anew."""
