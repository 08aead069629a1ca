"""A scraped page as tests need it: sentences of our own, and the damage that such pages have."""

from __future__ import annotations

HEADINGS = ("Overview", "Anatomy", "Signs", "Staging", "by Stage", "Care at home", "Outlook")
EMPTY = ("Anatomy", "Staging", "by Stage")

_NBSP, _NARROW = "\u00a0", "\u202f"
BODY = (
    "Overview",
    "Calciphylaxis is a rare illness in which small blood vessels of the skin fill with calcium.Â",
    f"It hurts, and sores that come of it heal slowly in people{_NARROW}who need dialysis.Â",
    "Anatomy",
    "Signs",
    "A nurse may see the following signs on the skin of the legs or the belly:Â",
    "A net of purple linesÂ",
    "Hard lumps under the skinÂ",
    "A black crust: [hard]Â",
    "Staging",
    "by Stage",
    "Care at home",
    f"Rooms: A mild room is kinder to sore skin than a hot one.{_NBSP}Â",
    "Moving: Clear floors help. Drinking: The kidney team sets how much fluid is right.Â",
    "Â",
    "# 1. Wash [hands] & *dry* them <b>well</b>, the team says.Â",
    "Outlook",
    "The teamâ€™s plan matters, and a cafÃ© visit may be part of it.Â",
)
SCRAPED = ("Robots Paint a Bridge in Record Time", "March 3, 2024")
ADVERTS = (
    "Our two subscription plans include a badge for your wall.",
    "Track your career with us.",
)
TAG = "Dermatology, General"


def copy_of_body() -> list[str]:
    """The body as such pages say it again: without its headings, and with tags in between."""
    lines = [line for line in BODY if line not in HEADINGS]
    return [*lines[:6], TAG, *lines[6:]]


def page(copies: int = 2) -> str:
    """A page with its body once, and then so many times again."""
    again = [line for _ in range(copies) for line in copy_of_body()]
    return "\n".join([*SCRAPED, *BODY, *again, "", *ADVERTS, ""])
