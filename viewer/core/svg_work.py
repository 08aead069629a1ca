"""How much work a drawing's outlines are for a painter, before one begins.

Qt's painter has little memory for the pixels that an outline crosses. So it paints in bands of
rows, the more the longer the outline is, and follows all of the outline for each of them: some
hundred lines to and fro across a drawing take it minutes. Here the outlines are followed once, as
chains of straight lines between their points, and the steps that it would take are worked out.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple
from xml.etree import ElementTree

MAX_POINTS = 40_000
"""Points of all outlines; a file of the largest size has hardly more."""

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
"""As in SVG: a, b, c, d, e, f."""

_CELLS_OF_BAND, _ROWS_OF_BAND = 75, 40
"""Measured with Qt 6.11: the same steps then take much the same time, whatever the outline."""
_FAR = 1e7
"""Further away there is nothing to be seen, and numbers are no longer exact."""
_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
_FUNCTION = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_TAKES = {"m": 2, "l": 2, "t": 2, "h": 1, "v": 1, "c": 6, "s": 4, "q": 4, "a": 7}
"""How many numbers a command takes."""


class _Pen(NamedTuple):
    """What an element has from those that it stands in."""

    matrix: Matrix
    stroked: bool = False
    width: float = 1.0
    filled: bool = True


def work_of(root: ElementTree.Element, scale: float, side: float) -> float:
    """The steps that a painter takes, on a square of ``side`` pixels.

    ``scale`` is the pixels of one unit of the drawing. Infinite where it has too many points.
    """
    total, points = 0.0, 0
    waiting = [(root, _Pen((scale, 0.0, 0.0, scale, 0.0, 0.0)))]
    while waiting:
        element, outer = waiting.pop()
        pen = _pen(element, outer)
        waiting += ((child, pen) for child in element)
        for outline in _outlines(element):
            points += len(outline)
            if points > MAX_POINTS:
                return math.inf
            total += _steps([_moved(point, pen.matrix) for point in outline], pen, side)
    return total


def _pen(element: ElementTree.Element, outer: _Pen) -> _Pen:
    matrix = outer.matrix
    for name, values in _FUNCTION.findall(element.get("transform", "")):
        matrix = _times(matrix, _function(name, _numbers(values)))
    stroke, fill = element.get("stroke"), element.get("fill")
    width = next(iter(_numbers(element.get("stroke-width", ""))), outer.width)
    return _Pen(
        matrix,
        outer.stroked if stroke is None else stroke.strip() != "none",
        width,
        outer.filled if fill is None else fill.strip() != "none",
    )


def _outlines(element: ElementTree.Element) -> Iterator[list[Point]]:
    name = element.tag.rpartition("}")[2]
    if name in ("polyline", "polygon"):
        numbers = _numbers(element.get("points", ""))
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        yield points + points[:1]
    elif name == "path":
        yield _points_of(_TOKEN.findall(element.get("d", "")))


def _points_of(tokens: list[str]) -> list[Point]:
    """The points that a path leads by; of curves those that pull at them, so none is too short."""
    points: list[Point] = []
    here = start = (0.0, 0.0)
    command, numbers = "", list[float]()
    for token in tokens:
        if token.isalpha():
            command, numbers = token, []
            if command in "zZ":
                here = start
                points.append(here)
            continue
        numbers.append(_number(token))
        if len(numbers) < _TAKES.get(command.lower(), 8):
            continue
        found = list(_reached(command, numbers, here))
        points += found
        here, numbers = found[-1], []
        if command in "mM":
            start, command = here, "l" if command == "m" else "L"
    return points


def _reached(command: str, numbers: list[float], here: Point) -> Iterator[Point]:
    x, y = here if command.islower() else (0.0, 0.0)
    match command.lower():
        case "h":
            yield x + numbers[0], here[1]
        case "v":
            yield here[0], y + numbers[0]
        case "a":
            end = (x + numbers[5], y + numbers[6])
            wide, high = 2 * abs(numbers[0]), 2 * abs(numbers[1])
            for side in (-1, 1):  # round about, further than the arc can go
                yield here[0] + side * wide, here[1] - high
                yield here[0] + side * wide, here[1] + high
            yield end
        case _:
            for at in range(0, len(numbers), 2):
                yield x + numbers[at], y + numbers[at + 1]


def _steps(points: list[Point], pen: _Pen, side: float) -> float:
    """The rows that an outline crosses, once for each band of rows that it is painted in.

    A stroke has an outline on both of its sides, and round each corner.
    """
    a, b, c, d, _, _ = pen.matrix
    around = min(pen.width * math.sqrt(abs(a * d - b * c)), side) if pen.stroked else 0.0
    times = (1.0 if pen.filled else 0.0) + (2.0 if pen.stroked else 0.0)
    rows = crossed = before_x = before_y = 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        low, high = min(y0, y1) - around, max(y0, y1) + around
        seen = min(high, side) - max(low, 0.0)  # what lies above or below is not painted
        if seen < 0:
            continue
        across, down = x1 - x0, y1 - y0
        corner = 0.0
        if around:
            size = math.hypot(across, down) * math.hypot(before_x, before_y)
            corner = around * (1 - (across * before_x + down * before_y) / size) if size else around
            before_x, before_y = across, down
        tall = times * min(seen, abs(down)) + corner
        rows += tall
        crossed += tall + times * min(abs(across), side)
    return rows * min(side, crossed / _CELLS_OF_BAND + side / _ROWS_OF_BAND)


def _numbers(text: str) -> list[float]:
    return [_number(token) for token in _TOKEN.findall(text) if not token.isalpha()]


def _number(token: str) -> float:
    return _near(float(token))


def _near(number: float) -> float:
    return max(-_FAR, min(_FAR, number))


def _moved(point: Point, matrix: Matrix) -> Point:
    (x, y), (a, b, c, d, e, f) = point, matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        _near(a * p + c * q),
        _near(b * p + d * q),
        _near(a * r + c * s),
        _near(b * r + d * s),
        _near(a * t + c * u + e),
        _near(b * t + d * u + f),
    )


def _function(name: str, numbers: list[float]) -> Matrix:
    """A transformation; one that lacks numbers changes nothing."""
    first, second, *_ = chain(numbers, (0.0, 0.0))
    match name:
        case "matrix" if len(numbers) == 6:
            a, b, c, d, e, f = numbers
            return a, b, c, d, e, f
        case "translate":
            return 1, 0, 0, 1, first, second
        case "scale" if numbers:
            return first, 0, 0, second if len(numbers) > 1 else first, 0, 0
        case "rotate":
            turn = math.radians(first)
            return math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0
        case "skewX":
            return 1, 0, math.tan(math.radians(first)), 1, 0, 0
        case "skewY":
            return 1, math.tan(math.radians(first)), 0, 1, 0, 0
    return 1, 0, 0, 1, 0, 0
