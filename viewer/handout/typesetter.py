"""Data and template become a tagged PDF: PDF/UA-1, in our typefaces alone. No Qt.

typst is imported with the first PDF, because it takes longer than the rest of the program's start.
"""

from __future__ import annotations

import datetime
import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from viewer.core.installation import Installation
from viewer.core.typefaces import FAMILY, font_folders
from viewer.core.words import Words
from viewer.handout.broken_pictures import PROBE, alternatives, without_pictures

if TYPE_CHECKING:
    import typst

_MISSING = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_ALTERNATIVE = "missing alt text"
_NOON = datetime.time(12, tzinfo=datetime.UTC)
_MOST_NAMED = 12
"""Characters that an error names; a text in another script would name hundreds."""


MAX_TEXT = 8_000_000
"""Characters of the data but for pictures: a thousand pages, for which typst needs 2 GB."""
MAX_DRAWINGS = 200_000_000
"""Characters of all pictures: some thirty photographs of the largest kind."""


class Fault(StrEnum):
    """Why there is no PDF."""

    NO_FONTS = "no_fonts"
    MISSING_CHARACTERS = "missing_characters"
    NO_ALTERNATIVE = "no_alternative"
    TOO_LONG = "too_long"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class TypesettingError(Exception):
    """There is no PDF, and why, as data."""

    fault: Fault
    characters: tuple[str, ...] = ()
    """Those that no installed typeface can draw."""
    detail: str = ""
    """What typst says, for the program's authors."""

    def sentence(self, words: Words) -> str:
        """What happened, what it means, and what to do."""
        named = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in self.characters[:_MOST_NAMED])
        more = "…" if len(self.characters) > _MOST_NAMED else ""
        return words(f"handout.error.{self.fault}", characters=named + more, detail=self.detail)


class Typesetter:
    """Keeps typst and the typefaces at hand, so that a second handout takes milliseconds."""

    def __init__(self, installation: Installation) -> None:
        self._resources = installation.resources
        self._icons = installation.icons
        self._ready: tuple[typst.Compiler, dict[str, str]] | None = None
        self._lock = threading.Lock()
        self.left_out: tuple[str, ...] = ()
        """The words of the pictures that the last handout had to go without."""

    def pdf(self, data: Mapping[str, Any]) -> bytes:
        """The handout that ``page_data`` described; the same data gives the same bytes.

        Raises:
            TypesettingError: It cannot be printed as it should be.
        """
        with self._lock:
            self.left_out = ()
            try:
                return self._compiled(data)
            except TypesettingError as error:
                lasting = error.fault in (Fault.NO_FONTS, Fault.TOO_LONG)
                broken = set() if lasting else self._broken_pictures(data)
                if not broken:
                    raise
            pdf = self._compiled(without_pictures(data, broken))
            self.left_out = alternatives(data, broken)
            return pdf

    def _compiled(self, data: Mapping[str, Any]) -> bytes:
        page = str(self._resources / "print" / "page.typ")
        day = datetime.date.fromisoformat(data["date"])
        text = json.dumps(data, ensure_ascii=False)
        drawn = sum(map(len, data["pictures"].values()))
        if drawn > MAX_DRAWINGS or len(text) - drawn > MAX_TEXT:
            raise TypesettingError(Fault.TOO_LONG)
        return self._typst(page, {"data": text}, day)

    def _broken_pictures(self, data: Mapping[str, Any]) -> set[str]:
        """The keys of those that cannot be drawn: one must not cost the words around it."""
        return {key for key, drawing in data["pictures"].items() if not self._can_be_drawn(drawing)}

    def _can_be_drawn(self, drawing: str) -> bool:
        try:
            return bool(self._typst(PROBE, {"drawing": drawing}, datetime.date(2000, 1, 1)))
        except TypesettingError:
            return False

    def _typst(self, source: str | bytes, said: dict[str, str], day: datetime.date) -> bytes:
        import typst

        compiler, inputs = self._ready = self._ready or self._prepared()
        try:
            return compiler.compile(  # type: ignore[return-value, type-var]
                input=source,
                format="pdf",
                sys_inputs=inputs | said,
                pdf_standards=["ua-1"],
                timestamp=datetime.datetime.combine(day, _NOON),
            )
        except typst.TypstError as error:
            raise _fault(error) from None
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # typst's own fault, and no Exception
                raise
            raise TypesettingError(Fault.OTHER, detail=str(error)) from None

    def _prepared(self) -> tuple[typst.Compiler, dict[str, str]]:
        import typst

        folders = [str(folder) for folder in font_folders()]
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
        )
        families = fonts.families()
        if FAMILY not in families:
            raise TypesettingError(Fault.NO_FONTS)
        ranked = [FAMILY, *sorted(family for family in families if family != FAMILY)]
        icons = sorted(path.stem for path in self._icons.glob("*.svg"))
        compiler = typst.Compiler(root=str(self._resources), font_paths=fonts)
        return compiler, {"families": "\n".join(ranked), "icons": ",".join(icons)}


def _fault(error: typst.TypstError) -> TypesettingError:
    """What typst complains of; it names each run of signs that no typeface has."""
    missing = _MISSING.findall(error.diagnostic)
    if missing:
        signs = "".join(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) for text in missing)
        return TypesettingError(Fault.MISSING_CHARACTERS, tuple(dict.fromkeys(signs)))
    if _NO_ALTERNATIVE in error.diagnostic:
        return TypesettingError(Fault.NO_ALTERNATIVE)
    return TypesettingError(Fault.OTHER, detail=error.message)
