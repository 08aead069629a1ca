"""``careleaf import text``: a page of text made into the draft of a topic."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from viewer.commands.import_options import PlainText
from viewer.commands.import_output import tell
from viewer.core.files import read_bytes
from viewer.core.importing.examined import examine
from viewer.core.importing.mending import is_text, mended
from viewer.core.importing.pack_files import Pack, id_of
from viewer.core.importing.page_pack import Subject, damage_lines, page_pack
from viewer.core.importing.page_text import PageText, read_page
from viewer.core.importing.placing import Placed, place, tidy
from viewer.core.installation import Installation
from viewer.core.problems import Problem, Reporter, Severity
from viewer.core.wording import sentence
from viewer.core.words import Words, read_words
from viewer.request import RequestError

MOST_BYTES = 1_048_576
"""Of a page; a long leaflet has 100,000."""
DONE, FAILED = 0, 1


def run(options: PlainText, installation: Installation, words: Words) -> int:
    """Make the draft; the exit status.

    Raises:
        RequestError: there is nothing to make it of, or no place for it.
        OSError: the library cannot be written.
    """
    problems: list[Problem] = []
    data = read_bytes(options.file, Reporter(options.file, problems), MOST_BYTES)
    if data is None:
        reason = sentence(problems[0], words)
        raise RequestError(words("import_command.no_file", file=str(options.file), reason=reason))
    subject = Subject(
        *(options.id or id_of(options.title), options.title, options.language),
        publisher=options.publisher,
        url=options.url,
    )
    if not subject.id:
        raise RequestError(words("import_text.no_id", title=options.title))
    if not is_text(data):
        raise RequestError(words("import_text.no_text", file=str(options.file)))
    text = mended(data)
    page = read_page(text.text)
    if not any(part.lines for part in page.parts):
        raise RequestError(words("import_text.nothing", file=str(options.file)))
    theirs = read_words(installation.words, options.language)
    pack = page_pack(subject, page, text, theirs, words)
    found = examine(pack, installation.icon_names, datetime.date.today())
    options.out.mkdir(parents=True, exist_ok=True)
    tidy(options.out)
    placed = place(pack, options.out, replace=options.replace)
    if placed in (Placed.THERE, Placed.CHANGED):
        raise RequestError(words(f"import_text.{placed}", folder=str(options.out / pack.id)))
    for line in damage_lines(text, words):
        tell(line)
    _tell(page, words)
    return _tell_findings(found, pack, options.out, words)


def _tell(page: PageText, words: Words) -> None:
    if page.copies:
        spans = ", ".join(f"{copy.first}-{copy.last}" for copy in page.copies)
        tell(words("import_text.copies", times=str(len(page.copies) + 1), lines=spans))
    headings = str(sum(1 for part in page.parts if part.heading))
    tell(words("import_text.headings", count=headings, empty=str(len(page.empty))))
    if page.doubtful:
        tell(words("import_text.doubtful", count=str(len(page.doubtful))))
    if page.strays:
        tell(words("import_text.strays", count=str(len(page.strays))))
        for line in page.strays:
            tell(f"  {line.number}: {line.text}")


def _tell_findings(found: Sequence[Problem], pack: Pack, out: Path, words: Words) -> int:
    """Tell what the checker says, errors one by one; the exit status."""
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    for problem in errors:
        path = out / pack.id / problem.path.relative_to(problem.path.parents[_depth(problem, pack)])
        tell(f"{path}:{problem.line}: {problem.rule}: {sentence(problem, words)}")
    rules = Counter(str(problem.rule) for problem in found)
    what = ", ".join(f"{rule} × {count}" for rule, count in rules.most_common())
    tell(words("import_command.findings", what=what))
    tell(words("import_text.summary", folder=str(out / pack.id)))
    return FAILED if errors else DONE


def _depth(problem: Problem, pack: Pack) -> int:
    """How many folders up from a finding's file the pack is."""
    parts = problem.path.parts
    return len(parts) - 2 - parts.index(pack.id)
