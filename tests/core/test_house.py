"""The house rules that a linter does not hold: sizes, docstrings and annotations."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

VIEWER = Path(__file__).resolve().parents[2] / "viewer"
FILES = sorted(VIEWER.rglob("*.py"))
MAX_LINES = 300
MAX_FUNCTION_LINES = 45
QT_NAMES_OF_ONE_WORD = frozenset(
    {"count", "data", "event", "index", "invalidate", "paint", "parent"}
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def is_public(name: str) -> bool:
    return not name.startswith("_")


def is_qt_override(name: str) -> bool:
    """A method that Qt calls, and that Qt documents."""
    return name != name.lower() or name in QT_NAMES_OF_ONE_WORD


def public_members(body: list[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Public classes and functions, and the public methods of public classes."""
    for node in body:
        if isinstance(node, ast.ClassDef) and is_public(node.name):
            yield node
            yield from public_members(node.body)
        elif isinstance(node, Function) and is_public(node.name):
            yield node


def functions(path: Path) -> Iterator[Function]:
    return (node for node in ast.walk(parsed(path)) if isinstance(node, Function))


def lines_of_code(function: Function) -> int:
    """The lines of a function; a text that runs over several of them counts as one."""
    lines = set(range(function.lineno, (function.end_lineno or function.lineno) + 1))
    for node in ast.walk(function):
        if isinstance(node, ast.JoinedStr | ast.Constant):
            lines -= set(range(node.lineno + 1, (node.end_lineno or node.lineno) + 1))
    return len(lines)


def unannotated(function: Function) -> list[str]:
    """The arguments without a type, and "return" where the result has none."""
    arguments = function.args
    every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    every += [argument for argument in (arguments.vararg, arguments.kwarg) if argument]
    missing = [a.arg for a in every if a.annotation is None and a.arg not in ("self", "cls")]
    return missing if function.returns is not None else [*missing, "return"]


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) > 60


def faults(check: Callable[[Path], object]) -> dict[str, object]:
    """What a check finds, by the file; one test for all files, for there are hundreds."""
    return {path.name: found for path in FILES if (found := check(path))}


def test_no_file_is_long() -> None:
    def long(path: Path) -> int:
        lines = path.read_text("utf-8").count("\n")
        return lines if lines > MAX_LINES else 0

    assert faults(long) == {}


def test_no_function_is_long() -> None:
    def long(path: Path) -> dict[str, int]:
        lines = {f"{f.name} at line {f.lineno}": lines_of_code(f) for f in functions(path)}
        return {name: count for name, count in lines.items() if count > MAX_FUNCTION_LINES}

    assert faults(long) == {}


def test_every_file_says_what_it_is() -> None:
    assert faults(lambda path: not ast.get_docstring(parsed(path))) == {}


def test_every_public_name_is_documented() -> None:
    def missing(path: Path) -> list[str]:
        return [
            f"{node.name} at line {node.lineno}"
            for node in public_members(parsed(path).body)
            if not is_qt_override(node.name) or isinstance(node, ast.ClassDef)
            if not ast.get_docstring(node)
        ]

    assert faults(missing) == {}


def test_every_function_is_annotated() -> None:
    def missing(path: Path) -> dict[str, list[str]]:
        found = {f"{f.name} at line {f.lineno}": unannotated(f) for f in functions(path)}
        return {name: what for name, what in found.items() if what}

    assert faults(missing) == {}
