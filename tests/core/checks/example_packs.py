"""Libraries made of the examples in ``resources/check/rules.yaml``, and what is found in them."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from tests.core.library import TODAY, TOPIC, icons, words, write
from viewer.core.checks.rules import Content, Files, RuleText, read_rules
from viewer.core.checks.whole import check_whole
from viewer.core.packs.library import Library
from viewer.core.pages.version import text_version
from viewer.core.problems import Problem, Rule, Severity

FRONT = "---\ntitle: Warmth\nplain_title: How warm?\nsources: [book]\n---\n"
PLAIN = "## In plain words {: .plain }\n\n"
WASHING = """\
---
title: Washing
plain_title: How do I wash?
care: hygiene
sources: [book]
---
## In plain words {: .plain }

Wash your hands often.

### Do this {: .do }

- Use soap.

### Ask first {: #ask-first .safety }

Ask your nurse before you use a new cream.

### In your own words {: .teach-back }

- In your own words, when will you wash?
"""
BASE = {
    "library/hands/topic.yaml": TOPIC,
    "library/hands/en/warmth.md": f"{FRONT}{PLAIN}Keep your hands warm.\n",
    "library/hands/en/washing.md": WASHING,
    "clinic.yaml": "clinic_name: Our clinic\n",
}
"""A library in which nothing is wrong but that nobody has read it."""
_WARMTH = "en/warmth.md"


def findings(rule: Rule, files: Files, world: Path) -> list[Problem]:
    """What ``careleaf check`` finds in an example that is built in the folder ``world``.

    Notes of other rules are left out: that nobody has read it, and that it is a draft.

    The folder is the current one meanwhile, so that paths are as in the docs.
    """
    text = read_rules()[rule]
    setup = text.setup
    libraries = setup.get("libraries", "library").split()
    if files is text.good:
        libraries = setup.get("good_libraries", " ".join(libraries)).split()
    before = Path.cwd()
    os.chdir(world)
    try:
        build(files, whole=bool(setup.get("whole")))
        clinic = Path("clinic.yaml") if Path("clinic.yaml").exists() else None
        folders = [Path(folder) for folder in libraries]
        with _refused(files):
            found = check_whole(folders, clinic, icons(), TODAY, words()).problems
    finally:
        os.chdir(before)
    return [p for p in found if p.severity is not Severity.NOTE or p.rule is rule]


def build(files: Files, *, whole: bool) -> None:
    """Write the library and the example over it into the current folder.

    Whether texts are ``whole`` says whether front matter is left out of them.
    """
    write(Path(), BASE)
    for name, content in files.items():
        _put(Path(path_of(name)), content, whole=whole)
    topic = Path("library/hands/topic.yaml")
    if topic.is_file() and "$VERSION" in topic.read_text("utf-8"):
        hands = Library([Path("library")]).topic("hands")
        version = text_version(hands, "en")
        topic.write_text(topic.read_text("utf-8").replace("$VERSION", version), "utf-8")


def path_of(name: str) -> str:
    """Where a file of an example stands."""
    if name.startswith("/"):
        return name[1:]
    return f"library/hands/{name or _WARMTH}"


def _put(path: Path, content: Content, *, whole: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        path.write_text(_framed(path, content, whole=whole), "utf-8")
        return
    kind, what = next(iter(content.items()))
    match kind:
        case "change":
            old = path.read_text("utf-8")
            assert old.count(what) == 1, what
            path.write_text(old.replace(what, content["to"]), "utf-8")
        case "copy":
            source = Path(what) if what.startswith("library") else Path("library/hands") / what
            if source.is_dir():
                shutil.copytree(source, path.parent, dirs_exist_ok=True)
            else:
                shutil.copy(source, path)
        case "repeat":
            path.write_text(_framed(path, what * int(content["times"]), whole=whole), "utf-8")
        case "hidden":
            hidden = what.replace("|", "\N{RIGHT-TO-LEFT OVERRIDE}")
            path.write_text(_framed(path, hidden, whole=whole), "utf-8")
        case "latin-1":
            path.write_bytes(_framed(path, what, whole=whole).encode("latin-1"))
        case "link":
            Path("elsewhere.md").write_text("Text.\n", "utf-8")
            path.unlink(missing_ok=True)
            path.symlink_to(what)
        case "folder":
            path.mkdir(exist_ok=True)
        case "absent":
            path.unlink()
        case _:
            assert kind == "unreadable"


def _framed(path: Path, content: str, *, whole: bool) -> str:
    """The text of a file of which an example has only what it is about."""
    if path.name == "topic.yaml" and path.parent.name == "hands" and "format:" not in content:
        return f"{TOPIC}{content}\n"
    if path.suffix != ".md" or content.startswith("---") or whole:
        return f"{content}\n" if content else ""
    return f"{FRONT}{PLAIN}{content}\n"


@contextmanager
def _refused(files: Files) -> Iterator[None]:
    """Have the system refuse what an example calls unreadable: to root it would refuse nothing."""
    names = {
        path_of(name)
        for name, content in files.items()
        if not isinstance(content, str) and "unreadable" in content
    }
    usual = os.open

    def refuse(path: str | Path, flags: int, mode: int = 0o777) -> int:
        if str(path) in names:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return usual(path, flags, mode)

    with patch("os.open", refuse):
        yield


def line_of(text: RuleText, name: str) -> int:
    """The line of the file at which a bad example's finding is told."""
    line = text.setup.get("line", "1")
    path = path_of(name)
    content = text.bad.get(name, "")
    if line == "file" or not path.endswith((".md", ".yaml")) or name not in text.bad:
        return int(line) if line.isdigit() else 1
    shown = content if isinstance(content, str) else next(iter(content.values()))
    whole = shown.startswith("---") or bool(text.setup.get("whole"))
    changed = not isinstance(content, str) and "change" in content
    if line == ".plain":
        return FRONT.count("\n") + 1
    before = 0
    if path.endswith(".md") and not whole and not changed:
        before = (FRONT + PLAIN).count("\n")
    elif name == "topic.yaml" and not changed:
        before = TOPIC.count("\n")
    return before + int(line)
