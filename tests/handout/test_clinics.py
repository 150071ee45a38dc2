"""All clinics in one go: each as if built alone, and none held up by another's faults."""

from __future__ import annotations

import io
import multiprocessing
import os
import pty
import shutil
import signal
import subprocess
import sys
import threading
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from handout import clinics
from handout.__main__ import main
from handout.build import PRINT, SITE, Target
from handout.clinics import all_clinics, build_clinics
from handout.errors import HandoutError
from handout.outcomes import Outcome, told_faults
from handout.profile import clinic_names
from tests.copies import differing, fingerprints, small_handout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONE = 'name = "One Example"\nphone = "(503) 555-0131"\n'
WRONG = 'name = "Wrong Example"\nphne = "(503) 555-0132"\n'
WRONG_TOLD = "clinics/wrong.toml:2: there is no entry 'phne'; did you mean 'phone'?"
RIGHT = ["example", "one"]
SLIP = "\nSee :ref:`nowhere`.\n"
SLIP_TOLD = "this link points to 'nowhere', and there is no such place; correct its name"
INTERRUPTED = 130


def first_run(root: Path) -> list[Outcome]:
    """Build all clinics below *root* by one process, one after the other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clinics, "cores", lambda: 1)
        return list(build_clinics(all_clinics(root, "en")))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Outcome]]:
    """A small handout with three clinics, one of them wrong, built by one process."""
    root = small_handout(tmp_path_factory.mktemp("clinics") / "copy", "Words.", ONE)
    (root / "clinics" / "clear.toml").unlink()
    (root / "clinics" / "wrong.toml").write_text(WRONG, encoding="utf-8")
    return root, first_run(root)


@pytest.fixture
def root(built: tuple[Path, list[Outcome]], tmp_path: Path) -> Path:
    """A copy of it to change."""
    return shutil.copytree(built[0], tmp_path / "copy")


@pytest.fixture
def command(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy as the project that the commands are for."""
    monkeypatch.setattr("handout.__main__.ROOT", root)
    return root


def rename(root: Path, clinic: str, name: str) -> None:
    path = root / "clinics" / f"{clinic}.toml"
    path.write_text(f'name = "{name}"\n', encoding="utf-8")


def packet(root: Path, clinic: str) -> dict[str, str]:
    """Return fingerprints of the finished files of one clinic."""
    folder = Target(root, clinic, "en").folder
    return {
        f"{form}/{name}": mark
        for form in (PRINT, SITE)
        for name, mark in fingerprints(folder / form).items()
    }


def unfinished(root: Path) -> list[Path]:
    return [path for mark in (".unfinished-*", ".html-*") for path in root.rglob(mark)]


# -- What is built -------------------------------------------------------------------------------


def test_all_are_built_but_the_wrong_one_which_is_named(
    built: tuple[Path, list[Outcome]],
) -> None:
    root, outcomes = built

    found = {outcome.clinic: outcome for outcome in outcomes}
    assert sorted(found) == [*RIGHT, "wrong"]
    assert all(found[name].built for name in RIGHT)
    assert found["wrong"] == Outcome("wrong", False, (WRONG_TOLD,))
    for name in RIGHT:
        target = Target(root, name, "en")
        assert target.site.is_file()
        assert len(target.printables()) == 7
    assert not Target(root, "wrong", "en").folder.exists()
    assert unfinished(root) == []


def test_a_clinic_built_after_another_is_the_same_to_the_last_byte(
    built: tuple[Path, list[Outcome]], tmp_path: Path
) -> None:
    clinic = RIGHT[-1]
    alone = shutil.copytree(built[0], tmp_path / "alone", ignore=shutil.ignore_patterns("build"))
    command = [sys.executable, "-m", "handout", "build", "--clinic", clinic]
    subprocess.run(command, cwd=alone, check=True, stdout=subprocess.DEVNULL)

    one, other = (Target(folder, clinic, "en").folder for folder in (built[0], alone))
    assert len(packet(alone, clinic)) > 40
    for form in (PRINT, SITE):
        assert differing(one / form, other / form) == []


def test_every_file_is_a_clinic_but_hidden_ones(tmp_path: Path) -> None:
    (tmp_path / "clinics").mkdir()
    for name in ("b.toml", "a river.toml", "É.toml", "._b.toml", "README.md"):
        (tmp_path / "clinics" / name).touch()

    assert clinic_names(tmp_path) == ["a river", "b", "É"]


# -- What is told --------------------------------------------------------------------------------


def test_the_second_run_says_that_nothing_has_changed(
    command: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (command / "clinics" / "wrong.toml").unlink()
    before = {path: path.stat().st_mtime_ns for path in (command / "build").rglob("*")}

    assert main(["clinics"]) == 0

    told = capfd.readouterr()
    assert told.err == ""
    assert told.out.splitlines() == [
        *(f"{n} of 2: {name} has not changed" for n, name in enumerate(RIGHT, start=1)),
        "Nothing has changed since the last time: 2 clinics up to date.",
    ]
    assert {path: path.stat().st_mtime_ns for path in (command / "build").rglob("*")} == before


def test_only_what_has_changed_is_built_and_the_wrong_one_makes_the_run_fail(
    command: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rename(command, "one", "Another Example")
    before = {name: packet(command, name) for name in RIGHT}

    assert main(["clinics"]) == 1

    told = capfd.readouterr()
    assert told.out.splitlines() == [
        "1 of 3: example has not changed",
        "2 of 3: wrong failed",
        "3 of 3: one built",
        "Built 1 clinic, each in its own folder in build/, and 1 clinic had not changed.",
    ]
    assert [line for line in told.err.splitlines() if line] == [
        "wrong:",
        f"  {WRONG_TOLD}",
        "1 clinic could not be built.  What was built before stays as it was.",
    ]
    changed = [name for name in RIGHT if packet(command, name) != before[name]]
    assert changed == ["one"]
    assert "Another Example" in Target(command, "one", "en").site.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        pytest.param("source/one.rst", SLIP, SLIP_TOLD, id="in-a-chapter"),
        pytest.param("source/references.bib", "@article{x,\n", "the list of sources cannot be read", id="in-the-sources"),
        pytest.param("conf.py", "\nrelease = 1 +\n", "conf.py", id="in-the-settings"),
    ],
)  # fmt: skip
def test_a_fault_that_all_share_is_told_once_and_nothing_is_lost(
    command: Path, capfd: pytest.CaptureFixture[str], file: str, text: str, sentence: str
) -> None:
    with (command / file).open("a", encoding="utf-8") as opened:
        opened.write(text)
    (command / "clinics" / "wrong.toml").unlink()
    before = {name: packet(command, name) for name in RIGHT}

    assert main(["clinics"]) == 1

    told = capfd.readouterr()
    assert told.out.splitlines()[-1] == "No clinic was built."
    assert told.err.count(sentence) == 1
    assert "all 2 clinics:" in told.err
    assert "Traceback" not in told.err
    assert {name: packet(command, name) for name in RIGHT} == before
    assert unfinished(command) == []


def test_faults_are_told_with_those_that_share_them() -> None:
    outcomes = [
        Outcome("a", faults=("shared", "own of a")),
        Outcome("b", faults=("shared",)),
        Outcome("c"),
    ]

    assert [line for line in told_faults(outcomes) if line] == [
        "a, b:",
        "  shared",
        "a:",
        "  own of a",
        "2 clinics could not be built.  What was built before stays as it was.",
    ]
    assert list(told_faults(outcomes[2:])) == []


@pytest.mark.parametrize("make", ["mkdir", "link", "latin-1"])
def test_a_file_that_cannot_be_read_fails_its_own_clinic_only(root: Path, make: str) -> None:
    path = root / "clinics" / "wrong.toml"
    path.unlink()
    if make == "mkdir":
        path.mkdir()
    elif make == "link":
        path.symlink_to(root / "gone")
    else:
        path.write_bytes('name = "É"'.encode("latin-1"))

    outcomes = list(build_clinics(all_clinics(root, "en")))

    assert [outcome.clinic for outcome in outcomes if not outcome.faults] == RIGHT
    (fault,) = outcomes[-1].faults
    assert fault.startswith("clinics/wrong.toml:")


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("example.toml", "clinics/example.toml: this file may not be read; give yourself the right to read it"),
        ("logos/example.svg", "clinics/example.toml:21: 'logo' names a file that may not be read; give yourself the right to read it"),
    ],
)  # fmt: skip
def test_a_file_that_may_not_be_read_fails_its_own_clinic_only(
    root: Path, monkeypatch: pytest.MonkeyPatch, file: str, fault: str
) -> None:
    # Whoever runs the tests may be one who may read everything.
    locked, opened = root / "clinics" / file, io.open

    def refuse(path: object, *args: object, **kwargs: object) -> object:
        if path == locked:
            raise PermissionError
        return opened(path, *args, **kwargs)

    monkeypatch.setattr(io, "open", refuse)

    outcomes = {outcome.clinic: outcome for outcome in build_clinics(all_clinics(root, "en"))}

    assert outcomes["example"].faults == (fault,)
    assert outcomes["one"].faults == ()


def test_no_clinic_at_all_and_an_unknown_language_are_told(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="clinics/: there is no clinic in this folder"):
        all_clinics(tmp_path, "en")
    with pytest.raises(HandoutError, match="there is no translation 'fr' yet; there is: en"):
        all_clinics(tmp_path, "fr")


# -- What is cut short ---------------------------------------------------------------------------


def killer(root: Path) -> Iterator[str]:
    """Kill the one process at work as soon as it sets pages; tell the clinic it was at."""
    while not (found := list(root.glob("build/*/en/pdf/.unfinished-*"))):
        time.sleep(0.01)
    for process in multiprocessing.active_children():
        os.kill(process.pid or 0, signal.SIGKILL)
    yield found[0].parts[-4]


def test_a_process_that_is_killed_costs_its_own_clinic_only(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in RIGHT:
        rename(root, name, f"Changed {name}")
    before = {name: packet(root, name) for name in RIGHT}
    monkeypatch.setattr(clinics, "cores", lambda: 1)
    killed: list[str] = []
    watcher = threading.Thread(target=lambda: killed.extend(killer(root)))

    with closing(build_clinics(all_clinics(root, "en"))) as run:
        watcher.start()
        outcomes = {outcome.clinic: outcome for outcome in run}

    watcher.join()
    (clinic,) = killed
    (fault,) = outcomes[clinic].faults
    assert "was ended from outside (signal 9)" in fault
    assert fault.startswith(f"clinics/{clinic}.toml: ")
    assert packet(root, clinic) == before[clinic]
    others = set(RIGHT) - {clinic}
    assert all(outcomes[name].built for name in others)
    assert all(packet(root, name) != before[name] for name in others)
    assert unfinished(root) == []
    assert multiprocessing.active_children() == []


def test_a_site_that_was_being_replaced_when_all_went_dark_comes_back(root: Path) -> None:
    target = Target(root, "one", "en")
    before = packet(root, "one")
    (target.folder / SITE).rename(target.folder / ".html-old")
    (target.folder / ".html-new").mkdir()
    (target.folder / PRINT / ".unfinished-x").mkdir()

    clinics.sweep(target)

    assert packet(root, "one") == before
    assert unfinished(root) == []


def test_ctrl_c_ends_all_at_once_with_nothing_half_done(root: Path) -> None:
    for name in RIGHT:
        rename(root, name, f"Changed {name}")
    before = {name: packet(root, name) for name in RIGHT}
    run = subprocess.Popen(
        [sys.executable, "-m", "handout", "clinics"],
        cwd=root, start_new_session=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # A run in the background hears no Ctrl-C, and neither would this one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )  # fmt: skip
    while not unfinished(root):
        time.sleep(0.01)

    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=60)

    assert run.returncode == INTERRUPTED
    assert "Stopped.  Nothing is left half done." in told
    assert "Traceback" not in told
    assert {name: packet(root, name) for name in RIGHT} == before
    assert unfinished(root) == []
    # Python's own helper process may need a moment to see that it is alone.
    assert any(is_gone(run.pid) or time.sleep(0.05) for _ in range(200))


def is_gone(group: int) -> bool:
    """Return whether no process of a *group* lives."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


# -- The bar -------------------------------------------------------------------------------------


def test_on_a_terminal_a_bar_shows_how_far_it_is(root: Path) -> None:
    rename(root, "one", "Changed")
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "handout", "clinics"],
        cwd=root, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
        stdout=subprocess.PIPE, stderr=theirs, encoding="utf-8",
    )  # fmt: skip
    os.close(theirs)
    shown = b"".join(read(ours)).decode()
    out, _ = run.communicate(timeout=60)

    assert "━" in shown
    assert "0 of 1" in shown
    assert "1 of 1" in shown
    assert WRONG_TOLD in shown
    # Lines on each clinic are for those who see no bar.
    assert len(out.splitlines()) == 1


def read(terminal: int) -> Iterator[bytes]:
    """Yield what is written to a terminal until nobody can write to it any more."""
    try:
        while chunk := os.read(terminal, 4096):
            yield chunk
    except OSError:
        # So Linux tells that the other end is closed.
        os.close(terminal)
