"""How long the checker takes for a thousand sections, beside reading them without a check."""

from __future__ import annotations

import datetime
import shutil
import time
from pathlib import Path

from viewer.core.checks.whole import check_whole
from viewer.core.installation import find_installation
from viewer.core.level import Level
from viewer.core.packs.library import Library
from viewer.core.pages.section_text import section_text
from viewer.core.words import ENGLISH, read_words

SECTIONS = 1_000


def sections_of(library: Library) -> int:
    return sum(len(each) for topic in library.topics() for each in topic.sections.values())


def test_a_thousand_sections(tmp_path: Path) -> None:
    installation = find_installation()
    shipped = installation.content / "calciphylaxis"
    each = sections_of(Library([installation.content]))
    for number in range(-(-SECTIONS // each)):
        shutil.copytree(shipped, tmp_path / f"topic-{number:02}")

    start = time.perf_counter()
    library = Library([tmp_path])
    for topic in library.topics():
        for sections in topic.sections.values():
            for section in sections.values():
                for level in Level:
                    section_text(section).own(level)
    read = time.perf_counter() - start

    words = read_words(installation.words, ENGLISH)
    start = time.perf_counter()
    found = check_whole([tmp_path], None, installation.icon_names, datetime.date.today(), words)
    checked = time.perf_counter() - start
    count = sections_of(found.library)
    print(
        f"\n{count} sections: {checked:.1f} s, {checked / read:.1f} times as long as reading them"
        f" ({read:.1f} s), {len(found.problems)} findings"
    )
    assert count >= SECTIONS
