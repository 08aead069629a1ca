"""The sheet that printers of a country have."""

from __future__ import annotations

from viewer.handout.order import Paper

_LETTER = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Countries of Letter, by the Unicode CLDR; everywhere else it is A4."""


def paper_for(wished: str, *territories: str) -> Paper:
    """The sheet that is ``wished`` for, ``letter`` or ``a4``; if none is, that of the country."""
    return Paper(wished) if wished else standard_paper(*territories)


def standard_paper(*territories: str) -> Paper:
    """The sheet of the first country that is named, such as US; A4 where none is."""
    first = next(filter(None, territories), "")
    return Paper.LETTER if first in _LETTER else Paper.A4
