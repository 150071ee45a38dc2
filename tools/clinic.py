"""What one clinic's build costs: whole, again, after a change, by edition, beside stock rst2pdf."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial

from handout.build import INPUTS
from tools.costs import ROOT, WORK, Cost, Ratio, cost, least, module
from tools.editions import documents

# A copy of the project, so that a chapter can be changed.
PROJECT = WORK / "project"
CHAPTER = PROJECT / "source" / "risks.rst"
MAKE_ALL = module("handout", "build", "--clinic", "example")
MAKE_PDF = [*MAKE_ALL, "pdf"]
SPHINX = [*module("sphinx", "-q", "-b", "dummy", "-c", ".", "source"), str(WORK / "dummy")]
# Bars; no process may hold more than 1 GiB.
NO_CHANGE, STOCK, FURTHER, MEMORY = 1.3, 1.6, 0.6, 1024


def report() -> Iterator[Ratio]:
    """Yield what was measured."""
    copy_project()
    yield from whole_builds()
    yield from without_change()
    yield from against_stock()
    yield from editions()


def copy_project() -> None:
    """Make a copy of what a build needs."""
    shutil.rmtree(PROJECT, ignore_errors=True)
    PROJECT.mkdir(parents=True)
    for name in (*INPUTS, "clinics"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, PROJECT / name)
        else:
            shutil.copy(source, PROJECT / name)


def whole_builds() -> Iterator[Ratio]:
    """Yield what site and PDFs cost from nothing, and after a change in one chapter."""
    reading = partial(cost, [*SPHINX, "-E"], PROJECT)
    found = least({"cold": _cold, "changed": _changed, "reading": reading}, rounds=2)
    what = "site and PDFs from nothing, of Sphinx's own reading"
    yield _compared(what, found, "cold", "reading")
    what = "site and PDFs after one chapter changed, of a cold build"
    yield _compared(what, found, "changed", "cold")
    yield Ratio("most memory of a cold build (MB)", found["cold"].memory, MEMORY)


def _cold() -> Cost:
    shutil.rmtree(PROJECT / "build", ignore_errors=True)
    return cost(MAKE_ALL, PROJECT)


def _changed() -> Cost:
    text = CHAPTER.read_text(encoding="utf-8")
    CHAPTER.write_text(f"{text}\nOne more sentence.\n", encoding="utf-8")
    return cost(MAKE_ALL, PROJECT)


def without_change() -> Iterator[Ratio]:
    """Yield what a build without a change costs, beside Sphinx's own reading of that."""
    ours, sphinx = partial(cost, MAKE_PDF, PROJECT), partial(cost, SPHINX, PROJECT)
    ours(), sphinx()
    found = least({"ours": ours, "sphinx": sphinx}, rounds=5)
    yield _compared("nothing changed, of Sphinx's own reading", found, "ours", "sphinx", NO_CHANGE)


def against_stock() -> Iterator[Ratio]:
    """Yield what the tagged Letter handout costs from nothing, beside stock rst2pdf's."""
    first = next(iter(documents()))
    commands = {
        "ours": partial(_fresh, "tools.editions", first),
        "untagged": partial(_fresh, "tools.editions", first, "--untagged"),
        "stock": partial(_fresh, "tools.stock"),
    }
    found = least(commands)
    yield _compared(f"{first}, tagged, of stock rst2pdf", found, "ours", "stock", STOCK)
    yield _compared(f"{first}, tagged, of the same without tags", found, "ours", "untagged")


def editions() -> Iterator[Ratio]:
    """Yield what each further PDF of the same process costs, in parts of the first."""
    first, *further = documents()
    commands = {name: partial(_fresh, "tools.editions", first, name) for name in further}
    found = least({first: partial(_fresh, "tools.editions", first), **commands})
    alone = found[first].seconds
    for name in further:
        more = found[name].seconds - alone
        details = f"{more:.2f} s of {alone:.2f} s"
        yield Ratio(f"{name}, added to the first PDF", more / alone, FURTHER, details)


def _fresh(name: str, *arguments: str) -> Cost:
    """Return what a module costs that builds in a new folder."""
    folder = WORK / "out"
    shutil.rmtree(folder, ignore_errors=True)
    return cost(module(name, folder, *arguments))


def _compared(
    what: str, found: dict[str, Cost], one: str, other: str, bar: float | None = None
) -> Ratio:
    """Return what *one* costs in parts of the *other*."""
    cost_of_one, cost_of_other = found[one].seconds, found[other].seconds
    details = f"{cost_of_one:.2f} s of {cost_of_other:.2f} s"
    return Ratio(what, cost_of_one / cost_of_other, bar, details)
