"""Reads the paths of SVG files (SVG 2, 9.3): half of the time that a picture takes to read."""

from __future__ import annotations

import re

from svglib.utils import normalise_svg_path

# A command and what stands behind it, up to the next one.
STEP = re.compile(r"([achlmqstvz])([^achlmqstvz]*)", re.IGNORECASE)
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
# How many numbers a command takes; more of them repeat it.
NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}
# Behind the first point of a path, its other points are the ends of lines.
REPEATED = {"M": "L", "m": "l"}


def steps(path: str) -> list[str | list[float]]:
    """Return the commands of a *path*, each with its numbers behind it, as svglib does."""
    found: list[str | list[float]] = []
    for command, rest in STEP.findall(path):
        size = NUMBERS.get(command.upper())
        if size is not None:
            numbers = list(map(float, NUMBER.findall(rest)))
            found += (command, numbers[:size])
            for start in range(size, len(numbers), size):
                found += (REPEATED.get(command, command), numbers[start : start + size])
        elif command in "Zz":
            found += (command, [])
        else:
            # The flags of an arc need no space between them.
            return list(normalise_svg_path(path))
    return found
