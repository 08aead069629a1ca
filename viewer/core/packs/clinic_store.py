"""The clinic's settings as a page changes them: read, proven, and put in place whole."""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import yaml

from viewer.core.files import (
    CONTROLS,
    MAX_TEXT_BYTES,
    can_write,
    is_inside,
    read_bytes,
    text_of,
    write_whole,
)
from viewer.core.images import ImageData, read_picture
from viewer.core.packs.clinic import Clinic, clinic_of
from viewer.core.packs.clinic_writer import Value, with_values
from viewer.core.packs.fields import Fields
from viewer.core.packs.yaml_nodes import Mapping as YamlMapping
from viewer.core.packs.yaml_nodes import Node, Scalar, read_yaml
from viewer.core.problems import Problem, Reporter, Rule

_MARK = b"\xef\xbb\xbf"
_NOT_SAFE = re.compile(r"[^A-Za-z0-9._-]+")
_BROKEN = frozenset(
    {
        Rule.UNREADABLE,
        Rule.NOT_A_FILE,
        Rule.TOO_LARGE,
        Rule.ENCODING,
        Rule.YAML_SYNTAX,
        Rule.YAML_ALIAS,
        Rule.YAML_TOO_DEEP,
        Rule.DOUBLED_KEY,
    }
)
"""What a person has to mend first, in an editor: nobody knows what was meant."""


class Refusal(StrEnum):
    """Why settings were not written."""

    BROKEN = "broken"
    """The file has to be mended first."""
    CHANGED = "changed"
    """Somebody else has written the file meanwhile."""
    UNPROVEN = "unproven"
    """What would be written does not read as it should."""
    LOGO = "logo"
    """The picture cannot be used."""
    DISK = "disk"
    """The system refused; ``detail`` says why."""


class NotWrittenError(Exception):
    """The settings file is as it was."""

    def __init__(self, refusal: Refusal, detail: str = "") -> None:
        super().__init__(refusal, detail)
        self.refusal = refusal
        self.detail = detail


class ClinicValues(NamedTuple):
    """What the page may change. Texts stand as in the file, even those that are refused."""

    clinic_name: str = ""
    emergency_number: str = ""
    care_team_phone: str = ""
    logo: Path | None = None
    paper: str = ""
    languages: tuple[str, ...] = ()


class ClinicFile(NamedTuple):
    """A settings file as it was when it was read."""

    path: Path | None
    """The one that counts; None where there is none."""
    target: Path
    """The one that would be written: another one where ``path`` belongs to the whole computer."""
    data: bytes | None
    """What is in ``path``; None where nothing can be read."""
    clinic: Clinic
    problems: tuple[Problem, ...]
    values: ClinicValues
    passed_over: Path | None = None
    """The settings of the whole computer, where this user's own are in their place."""

    @property
    def becomes_own(self) -> bool:
        """Whether writing makes this user's own copy of settings that belong to the computer."""
        return self.path is not None and self.target != self.path

    @property
    def is_broken(self) -> bool:
        """Whether it has to be mended in an editor before anything can be changed."""
        return any(problem.rule in _BROKEN for problem in self.problems)

    @property
    def can_be_written(self) -> bool:
        """Whether this user may write the target."""
        return can_write(_followed(self.target))


def open_clinic_file(
    path: Path | None, own: Path, system: Path | None = None, *, named: bool = False
) -> ClinicFile:
    """The settings in ``path``, which count, and where changes to them belong.

    ``own`` and ``system`` are where this user's and the computer's settings are; ``named`` says
    that ``path`` was asked for.
    """
    if path is None:
        return ClinicFile(None, own, None, Clinic(), (), ClinicValues())
    problems: list[Problem] = []
    data = read_bytes(path, Reporter(path, problems), MAX_TEXT_BYTES)
    clinic, found = clinic_of(data, path) if data is not None else (Clinic(), tuple(problems))
    stays = named or path == own or can_write(_followed(path))
    said = _said(data)
    values = ClinicValues(
        clinic.clinic_name,
        clinic.emergency_number or said.get("emergency_number", ""),
        clinic.care_team_phone or said.get("care_team_phone", ""),
        clinic.logo,
        clinic.paper,
        clinic.languages,
    )
    hides = path == own and not named and system is not None and os.path.lexists(system)
    passed_over = system if hides else None
    return ClinicFile(path, path if stays else own, data, clinic, found, values, passed_over)


def save_clinic_file(file: ClinicFile, values: ClinicValues) -> Path:
    """Write what ``values`` has otherwise than the file; the path of the file that counts now.

    Raises:
        NotWrittenError: the file is as it was.
    """
    if file.is_broken:
        raise NotWrittenError(Refusal.BROKEN)
    _expect_unchanged(file)
    target = _followed(file.target)
    changes: dict[str, Value] = {
        key: value
        for key, value in values._asdict().items()
        if key != "logo" and value != getattr(file.values, key)
    }
    if file.becomes_own:
        changes |= _absolute_library(file)
    logo, copied = values.logo, None
    try:
        if logo != file.values.logo or (logo is not None and file.becomes_own):
            logo, copied = _place_logo(logo, target.parent)
            name = logo.relative_to(target.parent).as_posix() if logo is not None else ""
            changes["logo"] = name
        if changes or file.becomes_own:
            data = _changed(file, changes, logo)
            write_whole(target, data)
    except (OSError, NotWrittenError) as error:
        if copied is not None:
            with contextlib.suppress(OSError):
                copied.unlink()
        if isinstance(error, OSError):
            raise NotWrittenError(Refusal.DISK, error.strerror or str(error)) from error
        raise
    return file.target


def _expect_unchanged(file: ClinicFile) -> None:
    unused: list[Problem] = []
    path = file.path or file.target
    now = None
    if file.path is not None or os.path.lexists(path):
        now = read_bytes(path, Reporter(path, unused), MAX_TEXT_BYTES)
        now = b"" if now is None and file.path is None else now
    if now != file.data or (file.becomes_own and os.path.lexists(file.target)):
        raise NotWrittenError(Refusal.CHANGED)


def _changed(file: ClinicFile, changes: Mapping[str, Value], logo: Path | None) -> bytes:
    """The file's new content, read back and found to be what was wanted and nothing else."""
    old = file.data or b""
    try:
        new = with_values(old.decode("utf-8-sig").translate(CONTROLS), changes)
    except yaml.YAMLError as error:
        raise NotWrittenError(Refusal.BROKEN) from error
    data = (_MARK if old.startswith(_MARK) else b"") + new.encode()
    after, problems = clinic_of(data, file.target)
    wanted = {key: value for key, value in changes.items() if key not in ("logo", "library")}
    expected = replace(file.clinic, **wanted)  # type: ignore[arg-type]
    expected = replace(expected, logo=logo)
    untouched = _untouched(old, changes) == _untouched(data, changes)
    if after != expected or not untouched or any(p.rule in _BROKEN for p in problems):
        raise NotWrittenError(Refusal.UNPROVEN)
    return data


def _untouched(data: bytes, changes: Mapping[str, Value]) -> list[str]:
    """All that the file says under other keys, without the lines on which it says it."""
    node = _node(data)
    entries = node.entries if isinstance(node, YamlMapping) else ()
    kept = (repr(pair) for pair in entries if pair[0].text not in changes)
    return [re.sub(r"\bline=\d+", "", text) for text in kept]


def _absolute_library(file: ClinicFile) -> dict[str, Value]:
    """The library's folders for a copy elsewhere; nothing where they are found from anywhere."""
    unused: list[Problem] = []
    named = Fields(_node(file.data or b""), Reporter(file.target, unused)).texts("library")
    if all(os.path.isabs(os.path.expanduser(folder)) for folder in named):
        return {}
    return {"library": tuple(str(folder.absolute()) for folder in file.clinic.library)}


def _place_logo(logo: Path | None, folder: Path) -> tuple[Path | None, Path | None]:
    """The logo in the settings' folder, and the file that was made for it, if one was."""
    if logo is None:
        return None, None
    if not isinstance(picture := read_picture(logo), ImageData):
        raise NotWrittenError(Refusal.LOGO)
    whole = _followed(logo)
    if is_inside(whole, folder) and not set("\\:") & set(str(whole.relative_to(folder))):
        return whole, None
    stem = _NOT_SAFE.sub("-", logo.stem).strip("-.")[:80] or "logo"
    for number in range(1, 1_000):
        place = folder / f"{stem}{f'-{number}' if number > 1 else ''}.{picture.kind}"
        if not os.path.lexists(place):
            write_whole(place, picture.data)
            return place, place
        if read_picture(place) == picture and not place.is_symlink():
            return place, None
    raise NotWrittenError(Refusal.LOGO)


def _said(data: bytes | None) -> dict[str, str]:
    """The texts of the file as they stand there, for whoever has to mend one."""
    node = _node(data or b"")
    entries = node.entries if isinstance(node, YamlMapping) else ()
    texts = ((k.text, v.text) for k, v in entries if isinstance(v, Scalar))
    return {key: " ".join(text.split()) for key, text in texts if text not in ("null", "~")}


def _node(data: bytes) -> Node | None:
    unused: list[Problem] = []
    reporter = Reporter(Path(), unused)
    text = text_of(data, reporter)
    return read_yaml(text, reporter) if text is not None else None


def _followed(path: Path) -> Path:
    """The file that is meant, where ``path`` is a link to it."""
    return Path(os.path.realpath(path))
