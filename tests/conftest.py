"""What all tests share: the real project, built once a session, and the tools to look at it."""

from __future__ import annotations

import fcntl
import functools
import gc
import json
import os
import shutil
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from handout.build import INPUTS, SITE, Target, build, inputs_digest
from handout.profile import ClinicProfile, load_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

pytest_plugins = ["tests.proof"]
# How long a test takes is no fault: other work may be under way on the machine.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

ROOT = Path(__file__).resolve().parent.parent
# What a copy of the project needs to build, and to be released.
NEEDED = (*INPUTS, "clinics", "CHANGELOG.md")


def require_tool(*names: str) -> str:
    """Return the path of the first of *names* on the PATH; skip, or fail under REQUIRE_TOOLS=1."""
    for name in names:
        if path := shutil.which(name):
            return path
    reason = f"{' or '.join(names)} is not installed"
    if os.environ.get("REQUIRE_TOOLS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def built(clinic: str) -> Target:
    """Build a clinic's handout as ``make`` does, unless another process has, or is at it."""
    (ROOT / "build").mkdir(exist_ok=True)
    with (ROOT / "build" / ".tests").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        target = Target(with_blanks(), clinic, "en")
        build(target, [SITE], lambda line: None)
    return target


def with_blanks() -> Path:
    """Return this project, or a copy of it in which the real clinic has told only its name.

    The clinic will fill in its facts, and who has reviewed the words; what tests say of blanks
    holds after that too.
    """
    profile = load_profile("clear", ROOT)
    if profile == ClinicProfile(name=profile.name):
        return ROOT
    from tests.copies import copy_of_project

    root = ROOT / "build" / ".blank" / inputs_digest(Target(ROOT, "clear", "en"))
    if not root.exists():
        shutil.rmtree(root.parent, ignore_errors=True)
        root.parent.mkdir()
        copy = copy_of_project(root.with_name(f"{root.name}-new"))
        text = f"name = {json.dumps(profile.name)}\n"
        (copy / "clinics" / "clear.toml").write_text(text, encoding="utf-8")
        copy.rename(root)
    return root


@pytest.fixture(scope="session")
def target() -> Target:
    """The real clinic's handout."""
    return built("clear")


@pytest.fixture(scope="session")
def site(target: Target) -> Path:
    """The folder of the finished web site."""
    return target.site.parent


@pytest.fixture(scope="session")
def pdf(target: Target) -> Path:
    """The finished Letter PDF."""
    return target.folder / "pdf" / "ketamine-handout-letter.pdf"


@pytest.fixture(scope="session")
def example() -> Target:
    """The made-up clinic that has every fact filled in."""
    return built("example")


@pytest.fixture(scope="session", autouse=True)
def _empty_home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep a developer's own ~/.rst2pdf out of the tests."""
    os.environ.setdefault("XDG_CACHE_HOME", str(Path.home() / ".cache"))
    os.environ["HOME"] = str(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="session", autouse=True)
def _installed_once() -> Iterator[None]:
    """Read once what is installed: Sphinx and pybtex ask eight times in each run."""
    installed, of_one = metadata.distributions, metadata.Distribution.entry_points
    with pytest.MonkeyPatch.context() as patch:
        once = functools.cache(lambda **where: list(installed(**where)))
        patch.setattr(metadata, "distributions", once)
        patch.setattr(metadata.Distribution, "entry_points", property(functools.cache(of_one.fget)))
        yield


# Tests that share nothing in memory but, at most, a browser, which starts in a second: most of
# them build copies of the project, or look at the site.
APART = (
    "tests/handout",
    "tests/test_",
    "tests/tools",
    "tests/product/test_drawings",
    "tests/product/test_people",
    "tests/product/test_printed_links",
    "tests/product/test_adapted",
    "tests/product/test_at_once",
    "tests/product/test_axe",
    "tests/product/test_balance",
    "tests/product/test_fill_in",
    "tests/product/test_keyboard",
    "tests/product/test_live",
    "tests/product/test_search",
    "tests/product/test_site",
    "tests/product/test_reads_and_runs",
    "tests/product/test_recipes",
    "tests/product/test_shown_commands",
    "tests/product/test_slips",
    "tests/product/test_targets",
    "tests/product/test_tried_links",
    "tests/product/test_useful",
    "tests/product/test_weight",
    "tests/product/test_workflow",
    "tests/product/test_zoom",
)


# They share two handouts that are built in a copy of the project.
ELSEWHERE = ("tests/product/test_reproducible", "tests/product/test_values")


# What takes longest comes first, or one process is at it when the others have nothing left.
FIRST = (
    "tests/rst2pdf_tagged",
    "tests/product/test_accessible",
    *ELSEWHERE,
    "tests/product/test_axe",
    "tests/product/test_keyboard",
    "tests/handout/test_clinics",
    "tests/product/test_zoom",
)


class ByHouse(LoadScopeScheduling):
    """Deals tests out so that what they share is made once: small projects, opened PDFs.

    Modules that share nothing are dealt out one by one, to whichever process is free.
    """

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(APART):
            return nodeid.partition("::")[0]
        if nodeid.startswith(ELSEWHERE):
            return "elsewhere"
        return "generic" if nodeid.startswith("tests/rst2pdf_tagged") else "paper"


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByHouse:
    """Return who deals the tests out to the processes, when there are several."""
    # The number of tests, by which xdist would put modules in order, says little.
    config.option.loadscopereorder = False
    return ByHouse(config, log)


def pytest_collection_finish() -> None:
    """Look for garbage less often: a tenth of the time, among all that tests share."""
    gc.freeze()
    gc.set_threshold(20_000, 10, 10)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put what takes longest first."""
    items.sort(key=lambda item: [not item.nodeid.startswith(start) for start in FIRST])
