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
from viewer.core.typefaces import FAMILY, font_folders
from viewer.core.words import Words

if TYPE_CHECKING:
    import typst

_MISSING = re.compile(r"the text `\"(.*?)\"` could not be displayed")
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_NO_ALTERNATIVE = "missing alt text"
_THREADS = "RAYON_NUM_THREADS"
"""How many threads typst works with: an environment variable that it reads when it begins."""
_NOON = datetime.time(12, tzinfo=datetime.UTC)
_MOST_NAMED = 12
"""Characters that an error names; a text in another script would name hundreds."""


class Fault(StrEnum):
    """Why there is no PDF."""

    NO_FONTS = "no_fonts"
    MISSING_CHARACTERS = "missing_characters"
    NO_ALTERNATIVE = "no_alternative"
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

    def pdf(self, data: Mapping[str, Any]) -> bytes:
        """The handout that ``page_data`` described; the same data gives the same bytes.

        Raises:
            TypesettingError: It cannot be printed as it should be.
        """
        import typst

        with self._lock:
            compiler = self._ready = self._ready or self._prepared()
            day = datetime.date.fromisoformat(data["date"])
            try:
                return compiler.compile(  # type: ignore[return-value]
                    input=_main(data),
                    format="pdf",
                    pdf_standards=["ua-1"],
                    timestamp=datetime.datetime.combine(day, _NOON),
                )
            except typst.TypstError as error:
                raise _fault(error) from None

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
        ranked = [FAMILY, *sorted(family for family in families if family != FAMILY)]
        icons = sorted(path.stem for path in self._icons.glob("*.svg"))
        return typst.Compiler(
            root=str(self._resources),
            font_paths=fonts,
            sys_inputs={"families": "\n".join(ranked), "icons": ",".join(icons)},
        )


def _main(data: Mapping[str, Any]) -> bytes:
    """The text that typst starts from: the data as one string, in which typst reads no signs.

    Inputs of the system (``sys_inputs``) would do too, but typst forgets all that it has worked
    out when one of them changes.
    """
    told = json.dumps(data, ensure_ascii=False)  # which has no line breaks
    literal = told.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/print/page.typ": handout\n#handout(json(bytes("{literal}")))\n'.encode()


def _fault(error: typst.TypstError) -> TypesettingError:
    """What typst complains of; it names each run of signs that no typeface has."""
    missing = _MISSING.findall(error.diagnostic)
    if missing:
        signs = "".join(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) for text in missing)
        return TypesettingError(Fault.MISSING_CHARACTERS, tuple(dict.fromkeys(signs)))
    if _NO_ALTERNATIVE in error.diagnostic:
        return TypesettingError(Fault.NO_ALTERNATIVE)
    return TypesettingError(Fault.OTHER, detail=error.message)
