"""Whether the page on which the handout scores itself leaves nothing out and names real tests."""

from __future__ import annotations

import ast
import difflib
from typing import TYPE_CHECKING

from handout.checks.finding import Finding
from handout.score import SCORE, SETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from handout.score import Item

TESTS = "tests"
# How like two names are, from 0 to 1, when one may be a slip for the other.
LIKE = 0.8


def missing_tests(items: Iterable[Item], root: Path) -> Iterator[Finding]:
    """Yield a finding for each test that *items* name and nobody has written.

    Rule K4 of the house (content/standards.md): a proof is a test that exists.

    :param root: the project folder, with the folder ``tests``.
    """
    known = sorted(defined_tests(root))
    for item in items:
        for test in item.tests:
            if test not in known:
                yield Finding(
                    SCORE,
                    item.line,
                    f'there is no test "{test}" ({item.name}); {_near(test, known)}',
                )


def missing_items(items: Iterable[Item]) -> Iterator[Finding]:
    """Yield a finding for each item of the three lists that is not there just once (rule K4)."""
    lines: dict[tuple[str, int], list[int]] = {}
    for item in items:
        lines.setdefault((item.set, item.number), []).append(item.line)
    for name, numbers in SETS.items():
        for number in numbers:
            if (name, number) not in lines:
                yield Finding(SCORE, 0, f"item {number} of {name} is gone; put it back")
    for (name, number), places in lines.items():
        if number not in SETS[name]:
            yield Finding(SCORE, places[0], f"{name} has no item {number}; correct the number")
        for line in places[1:]:
            yield Finding(SCORE, line, f"item {number} of {name} is there twice; keep one")


def defined_tests(root: Path) -> Iterator[str]:
    """Yield the tests below *root* as pytest names them, cases left out."""
    for path in (root / TESTS).rglob("test_*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for part in tree.body:
            if isinstance(part, ast.FunctionDef) and part.name.startswith("test_"):
                yield f"{path.relative_to(root).as_posix()}::{part.name}"


def _near(test: str, known: list[str]) -> str:
    """Return what to do: the test of that name in another file, or the most like it."""
    name = test.partition("::")[2]
    moved = [other for other in known if other.endswith(f"::{name}")]
    near = moved or difflib.get_close_matches(test, known, n=1, cutoff=LIKE)
    return f'did you mean "{near[0]}"?' if near else "correct the name, or write the test"
