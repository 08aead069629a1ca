"""Data and template become a tagged PDF: PDF/UA-1, in our typefaces alone. No Qt.

typst is imported with the first PDF, because it takes longer than the rest of the program's start.
"""

from __future__ import annotations

import datetime
import json
import os
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from viewer.core.installation import Installation
from viewer.core.typefaces import ARABIC_FAMILY, FAMILY, font_folders
from viewer.core.words import Words
from viewer.handout.aloud import words_aloud
from viewer.handout.broken_pictures import alternatives, probe, without_pictures
from viewer.handout.source_text import literal

if TYPE_CHECKING:
    import typst

_MISSING = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_RTL_LETTER = re.compile("[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NO_ALTERNATIVE = "missing alt text"
_THREADS = "RAYON_NUM_THREADS"
"""How many threads typst works with: an environment variable that it reads when it begins."""
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
        self._ready: typst.Compiler | None = None
        self._lock = threading.Lock()
        self.left_out: tuple[str, ...] = ()
        """The words of the pictures that the last handout had to go without."""

    def get_ready(self) -> None:
        """Load typst and the typefaces before the first handout is wanted.

        Raises:
            TypesettingError: The typeface is not there.
            ImportError: typst is not.
        """
        with self._lock:
            self._ready = self._ready or self._prepared()

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
        day = datetime.date.fromisoformat(data["date"])
        text = json.dumps(data, ensure_ascii=False)
        drawn = sum(map(len, data["pictures"].values()))
        if drawn > MAX_DRAWINGS or len(text) - drawn > MAX_TEXT:
            raise TypesettingError(Fault.TOO_LONG)
        return words_aloud(self._typst(_main(text), day))

    def _broken_pictures(self, data: Mapping[str, Any]) -> set[str]:
        """The keys of those that cannot be drawn: one must not cost the words around it."""
        return {key for key, drawing in data["pictures"].items() if not self._can_be_drawn(drawing)}

    def _can_be_drawn(self, drawing: str) -> bool:
        try:
            return bool(self._typst(probe(drawing), datetime.date(2000, 1, 1)))
        except TypesettingError:
            return False

    def _typst(self, source: bytes, day: datetime.date) -> bytes:
        import typst

        compiler = self._ready = self._ready or self._prepared()
        try:
            pdf = compiler.compile(
                input=source,
                format="pdf",
                pdf_standards=["ua-1"],
                timestamp=datetime.datetime.combine(day, _NOON),
            )
        except typst.TypstError as error:
            raise _fault(error) from None
        except BaseException as error:
            if type(error).__name__ != "PanicException":  # typst's own fault, and no Exception
                raise
            raise TypesettingError(Fault.OTHER, detail=str(error)) from None
        assert isinstance(pdf, bytes)
        return pdf

    def _prepared(self) -> typst.Compiler:
        import typst

        # Its threads wait for each other longer than they share work, and where other programs
        # run, three times as long; a batch has a process for each processor already.
        os.environ.setdefault(_THREADS, "1")
        folders = [str(folder) for folder in font_folders()]
        fonts = typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
        )
        families = fonts.families()
        if FAMILY not in families:
            raise TypesettingError(Fault.NO_FONTS)
        first = [FAMILY, *({ARABIC_FAMILY} & set(families))]
        ranked = [*first, *sorted(set(families) - set(first))]
        icons = sorted(path.stem for path in self._icons.glob("*.svg"))
        return typst.Compiler(
            root=str(self._resources),
            font_paths=fonts,
            sys_inputs={"families": "\n".join(ranked), "icons": ",".join(icons)},
        )


def _main(told: str) -> bytes:
    """The text that typst starts from: the data in JSON as one string.

    Inputs of the system (``sys_inputs``) would do too, but typst forgets all that it has worked
    out when one of them changes.
    """
    told = f'{{"some_rtl": {"true" if _RTL_LETTER.search(told) else "false"}, {told[1:]}'
    page = '#import "/print/page.typ": handout'
    return f"{page}\n#handout(json(bytes({literal(told)})))\n".encode()


def _fault(error: typst.TypstError) -> TypesettingError:
    """What typst complains of; it names each run of signs that no typeface has."""
    missing = _MISSING.findall(error.diagnostic)
    if missing:
        signs = "".join(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) for text in missing)
        return TypesettingError(Fault.MISSING_CHARACTERS, tuple(dict.fromkeys(signs)))
    if _NO_ALTERNATIVE in error.diagnostic:
        return TypesettingError(Fault.NO_ALTERNATIVE)
    return TypesettingError(Fault.OTHER, detail=error.message)
