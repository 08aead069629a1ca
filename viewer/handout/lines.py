"""The lines to write on that every handout has, and what belongs on them."""

from __future__ import annotations

from viewer.core.words import Words

GIVEN_BY, GIVEN_ON = "given:by", "given:on"
"""The keys of the blanks for who gave the handout, and when."""
PHONE = "given:phone"
"""The key of the blank for the care team's telephone, where the clinic's settings name none."""


def field_labels(words: Words) -> dict[str, str]:
    """What belongs there, for the nurse who fills it in; on paper the sentence says it."""
    return {
        GIVEN_BY: words("handout.given_by"),
        GIVEN_ON: words("handout.given_on"),
        PHONE: words("handout.given_phone"),
    }


def line_names(words: Words) -> dict[str, str]:
    """What belongs there, for who hears the paper read."""
    return {
        GIVEN_BY: words("handout.line_name"),
        GIVEN_ON: words("handout.line_date"),
        PHONE: words("handout.line_phone"),
    }
