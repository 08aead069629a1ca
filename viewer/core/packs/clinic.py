"""The clinic's settings, ``clinic.yaml``: read whole and typed; nothing is ever guessed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from viewer.core.files import MAX_TEXT_BYTES, read_bytes, text_of
from viewer.core.images import ImageData, read_image, read_picture
from viewer.core.language import is_language_tag
from viewer.core.packs.fields import Fields
from viewer.core.packs.yaml_nodes import read_yaml
from viewer.core.problems import Problem, Reporter, Rule

FILE_NAME = "clinic.yaml"
_DIALLED = re.compile(r"\+?[0-9(][0-9() ./-]{0,28}[0-9](?: ?(?:x|ext\.?) ?[0-9]{1,6})?\Z")
_TWO_NUMBERS = re.compile(r"\+?[0-9]{2,4} */ *[0-9]{2,4}\Z")
"""Two short numbers, of which nobody could tell which to dial."""
PAPERS = ("letter", "a4")
_UNREAD = frozenset(
    {Rule.UNREADABLE, Rule.NOT_A_FILE, Rule.TOO_LARGE, Rule.ENCODING, Rule.EMPTY_FILE}
)
"""Findings that mean: nothing of the file is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kiosk:
    """How a waiting-room screen behaves."""

    topics: tuple[str, ...] = ()
    idle_seconds: int = 90
    countdown_seconds: int = 20
    viewing_distance_mm: int | None = None
    printer: str = ""
    prints_per_visitor: int = 2
    prints_per_hour: int = 30
    pin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clinic:
    """What a clinic says of itself. Empty values mean: not said."""

    clinic_name: str = ""
    emergency_number: str = ""
    care_team_phone: str = ""
    logo: Path | None = None
    paper: str = ""
    languages: tuple[str, ...] = ()
    library: tuple[Path, ...] = ()
    kiosk: Kiosk = Kiosk()

    def value(self, name: str) -> str:
        """The value that ``{{name}}`` stands for; empty where the clinic has not said it."""
        return {
            "clinic_name": self.clinic_name,
            "emergency_number": self.emergency_number,
            "care_team_phone": self.care_team_phone,
        }[name]


def read_clinic(path: Path) -> tuple[Clinic, tuple[Problem, ...]]:
    """Read the settings in ``path``; a broken value is left out and is a problem."""
    problems: list[Problem] = []
    data = read_bytes(path, Reporter(path, problems), MAX_TEXT_BYTES)
    if data is None:
        return Clinic(), tuple(problems)
    return clinic_of(data, path)


def was_read(problems: Iterable[Problem]) -> bool:
    """Whether anything of a file is known, by the problems that ``read_clinic`` has found."""
    return not any(problem.rule in _UNREAD for problem in problems)


def clinic_of(data: bytes, path: Path) -> tuple[Clinic, tuple[Problem, ...]]:
    """The settings that a file at ``path`` has, or would have, with ``data`` in it."""
    problems: list[Problem] = []
    reporter = Reporter(path, problems)
    text = text_of(data, reporter)
    node = read_yaml(text, reporter) if text is not None else None
    fields = Fields(node, reporter)
    clinic = Clinic(
        clinic_name=fields.text("clinic_name"),
        emergency_number=_number(fields, "emergency_number", reporter),
        care_team_phone=_number(fields, "care_team_phone", reporter),
        logo=_logo(fields, path, reporter),
        paper=fields.choice("paper", PAPERS, any_case=True),
        languages=_languages(fields, reporter),
        library=tuple(path.parent / os.path.expanduser(f) for f in fields.texts("library")),
        kiosk=_kiosk(fields, reporter),
    )
    fields.finish()
    return clinic, tuple(problems)


def read_logo(clinic: Clinic) -> ImageData | None:
    """The clinic's logo; None where it has none, or where that can no longer be read."""
    picture = read_picture(clinic.logo) if clinic.logo is not None else None
    return picture if isinstance(picture, ImageData) else None


def can_be_dialled(number: str) -> bool:
    """Whether a telephone can dial this: one number, and nothing said beside it."""
    return _DIALLED.match(number) is not None and _TWO_NUMBERS.match(number) is None


def _number(fields: Fields, key: str, reporter: Reporter) -> str:
    """A number that somebody in need will dial: digits, and what people write between them."""
    number = fields.text(key)
    if not number or can_be_dialled(number):
        return number
    line = fields.line_of(key)
    reporter.report(Rule.BAD_VALUE, line, key=key, value=number, wanted="number")
    return ""


def _logo(fields: Fields, path: Path, reporter: Reporter) -> Path | None:
    name = fields.text("logo")
    if not name:
        return None
    found: ImageData | Rule = Rule.MISSING_IMAGE
    # A settings file that is a link may have its logo beside the link, or where it leads.
    for folder in dict.fromkeys((path.parent, _resolved(path).parent)):
        found = read_image(folder, name)
        if isinstance(found, ImageData):
            return _resolved(folder / name)
    rule = Rule.MISSING_LOGO if found is Rule.MISSING_IMAGE else Rule.REFUSED_LOGO
    reporter.report(rule, fields.line_of("logo"), image=name)
    return None


def _resolved(path: Path) -> Path:
    """The path with every link in it followed; as it is where they go round in a ring."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _languages(fields: Fields, reporter: Reporter) -> tuple[str, ...]:
    tags = fields.texts("languages")
    for tag in tags:
        if not is_language_tag(tag):
            reporter.report(Rule.LANGUAGE_TAG, fields.line_of("languages"), tag=tag)
    return tuple(tag for tag in dict.fromkeys(tags) if is_language_tag(tag))


def _kiosk(fields: Fields, reporter: Reporter) -> Kiosk:
    node = fields.take("kiosk")
    entry = Fields(node, reporter, "kiosk")
    standard = Kiosk()

    def number(key: str, low: int, high: int, default: int) -> int:
        value = entry.number(key, low, high)
        return default if value is None else value

    kiosk = Kiosk(
        topics=entry.identifiers("topics"),
        idle_seconds=number("idle_seconds", 10, 86_400, standard.idle_seconds),
        countdown_seconds=number("countdown_seconds", 20, 3_600, standard.countdown_seconds),
        viewing_distance_mm=entry.number("viewing_distance_mm", 200, 3_000),
        printer=entry.text("printer"),
        prints_per_visitor=number("prints_per_visitor", 0, 100, standard.prints_per_visitor),
        prints_per_hour=number("prints_per_hour", 0, 10_000, standard.prints_per_hour),
        pin=_pin(entry, reporter),
    )
    entry.finish()
    return kiosk


def _pin(entry: Fields, reporter: Reporter) -> str:
    """The hash of a PIN; whatever else stands there may be the PIN itself, so nobody repeats it."""
    kept = entry.text("pin")
    if not kept:
        return ""
    from viewer.core.pin import is_pin_hash  # late: a laptop's settings have none

    if is_pin_hash(kept):
        return kept
    reporter.report(Rule.BAD_PIN, entry.line_of("pin"))
    return ""
