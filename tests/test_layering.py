"""Who may import whom: the generic package knows nothing of handouts."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    return names | {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    }


def importers(package: str, wanted: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / package).rglob("*.py")
        if any(name.split(".")[0] == wanted for name in imports(path))
    }


def test_the_generic_package_never_imports_the_handout() -> None:
    assert importers("rst2pdf_tagged", "handout") == set()


def test_one_module_of_the_handout_knows_the_generic_package() -> None:
    assert importers("handout", "rst2pdf_tagged") == {"handout/pdf.py"}


def test_the_build_needs_none_of_the_drawing_scripts() -> None:
    assert importers("handout", "tools") | importers("rst2pdf_tagged", "tools") == set()


def test_no_build_needs_what_shows_the_handout_live() -> None:
    libraries = ("starlette", "uvicorn", "watchfiles")
    found = {file for library in libraries for file in importers("handout", library)}

    assert found
    assert all(file.startswith("handout/live/") for file in found)


def test_the_checker_shares_nothing_with_what_writes_the_files() -> None:
    own = "rst2pdf_tagged.verify"
    found = {
        (path.name, name)
        for path in (ROOT / "rst2pdf_tagged" / "verify").glob("*.py")
        for name in imports(path)
        if name.split(".")[0] in {"reportlab", "rst2pdf", "docutils", "sphinx"}
        or (name.startswith("rst2pdf_tagged") and not name.startswith(own))
    }

    assert found == set()
