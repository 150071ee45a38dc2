"""The commands as a person types them, and what the README says of them."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, require_tool

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target

WELL, WRONG = 0, 1
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
LAST_WORDS = "Nothing was changed by this run."


def run(*command: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=root, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def handout(*arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return run(sys.executable, "-m", "handout", *arguments, root=root)


def make(*arguments: str) -> str:
    done = run(require_tool("make"), "--no-print-directory", *arguments)
    assert done.returncode == WELL, done.stderr
    return done.stdout


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


# -- python -m handout -----------------------------------------------------------------------


def test_a_second_build_says_that_nothing_has_changed_and_where_the_files_are(
    target: Target,
) -> None:
    before = {
        path: path.stat().st_mtime_ns
        for path in (target.site, target.archive, *target.printables())
    }

    done = handout("build", root=target.root)

    first, *places = lines(done.stdout)
    assert (done.returncode, done.stderr) == (WELL, "")
    assert first.startswith("Nothing has changed")
    assert [target.root / place.split(":", 1)[1].strip() for place in places] == list(before)
    assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("build", "--clinic", "cleer"), "there is no clinic 'cleer'; did you mean 'clear'?"),
        (("prose", "--clinic", "cleer"), "there is no clinic 'cleer'; did you mean 'clear'?"),
        (("release", "--clinic", "cleer"), "there is no clinic 'cleer'; did you mean 'clear'?"),
        (("pack", "--clinic", "cleer", "x"), "there is no clinic 'cleer'; did you mean 'clear'?"),
        (("linkcheck", "--clinic", "cleer"), "there is no clinic 'cleer'; did you mean 'clear'?"),
        (("live", "--clinic", "cleer"), "there is no clinic 'cleer'; did you mean 'clear'?"),
        (("build", "--clinic", "qqqq"), "there is no clinic 'qqqq'; there are: "),
        (("build", "--clinic", ""), "there is no clinic ''; there are: "),
        (("build", "--language", "fr"), "there is no translation 'fr' yet; there is: en"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_plain_sentence(
    arguments: tuple[str, ...], sentence: str
) -> None:
    before = set((ROOT / "build").glob("*"))

    done = handout(*arguments)

    told, *rest = lines(done.stderr)
    assert (done.returncode, done.stdout) == (WRONG, "")
    assert sentence in told
    assert rest == [LAST_WORDS]
    assert set((ROOT / "build").glob("*")) == before


def test_help_names_every_command() -> None:
    done = handout("--help")

    assert done.returncode == WELL
    for command in (
        "build", "client-post", "clinics", "matrix", "linkcheck", "prose",
        "may-release", "release", "pack", "verify-release",
    ):  # fmt: skip
        assert command in done.stdout


# -- make ------------------------------------------------------------------------------------


def documented(makefile: str) -> set[str]:
    """Return the targets of *makefile* that say in a ## comment what they are for."""
    return set(re.findall(r"^([^\s:#]+)\s*:[^=\n]*##", makefile, re.MULTILINE))


def phony(makefile: str) -> set[str]:
    names = re.findall(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)
    return set(" ".join(names).split())


def named(text: str) -> set[str]:
    """Return the targets that *text* names in back quotes or in a block of commands."""
    code = re.findall(r"`([^`\n]+)`", text)
    for block in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL):
        code += block.splitlines()
    words = [line.split()[1:] for line in code if re.match(r"make\b", line)]
    return {word for arguments in words for word in arguments if "=" not in word}


def test_make_help_lists_every_command() -> None:
    listed = set(re.findall(r"^  make (\S+) +\S", make("help"), re.MULTILINE))

    assert listed == documented(MAKEFILE) == phony(MAKEFILE)
    assert len(listed) > 8


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_only_targets_that_exist_are_named(text: str) -> None:
    assert named(text)
    assert named(text) <= phony(MAKEFILE)


def test_an_undocumented_or_unknown_target_is_found() -> None:
    makefile = ".PHONY: all\nall: x ## everything\n\n.PHONY: bare\nbare:\nNAME := a ## no target\n"

    assert documented(makefile) == {"all"}
    assert phony(makefile) == {"all", "bare"}
    assert named("Type `make`, `make gone CLINIC=x`, or\n\n```\nmake test\n```\n") == {
        "gone",
        "test",
    }


@pytest.mark.parametrize(("target_name", "form"), [("all", ""), ("html", "html"), ("pdf", "pdf")])
def test_make_builds_the_clinic_it_is_told(target_name: str, form: str) -> None:
    recipe = make("--dry-run", target_name, "CLINIC=river bank")

    last = recipe.rstrip().splitlines()[-1]
    assert last.endswith(f'handout build --clinic "river bank" --language "en" {form}'.rstrip())


def test_make_releases_the_clinic_it_is_told_once_every_gate_is_asked() -> None:
    recipe = make("--dry-run", "release", "CLINIC=river bank")

    which = '--clinic "river bank" --language "en"'
    steps = [
        f"handout may-release {which}",
        f"handout prose {which}",
        "-m pytest",
        f"handout release {which}",
    ]
    places = [recipe.index(step) for step in steps]
    assert places == sorted(places)
    assert recipe.rstrip().endswith(steps[-1])
    assert "-m mypy" in recipe[places[0] : places[1]]


def test_make_proves_the_release_of_the_tag_it_is_told() -> None:
    assert make("--dry-run", "verify-release").rstrip().endswith("handout verify-release")
    recipe = make("--dry-run", "verify-release", "TAG=v1.0 beta")
    assert recipe.rstrip().endswith('handout verify-release --tag "v1.0 beta"')


def test_make_builds_all_clinics_in_the_language_that_it_is_told() -> None:
    recipe = make("--dry-run", "clinics", "DOC_LANGUAGE=xx")

    assert recipe.rstrip().endswith('handout clinics --language "xx"')


# -- README ----------------------------------------------------------------------------------


def in_tables(text: str) -> list[str]:
    """Return what stands in back quotes in the tables of *text*."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    return [name for row in rows for name in re.findall(r"`([^`]+)`", row)]


def linked(text: str) -> list[str]:
    """Return the files that *text* shows or leads to."""
    return [name for name in re.findall(r"\]\(([^)#\s]+)", text) if "://" not in name]


def test_every_path_in_the_readmes_tables_is_there_after_a_build(target: Target) -> None:
    paths = in_tables(README)

    assert len(paths) >= 10
    for path in paths:
        assert (target.root / path).exists() or (ROOT / path).exists(), path


def documents() -> list[str]:
    """Return the texts for people who work on this, as seen from the top folder."""
    return [path.relative_to(ROOT).as_posix() for path in sorted(ROOT.glob("*.md"))] + [
        path.relative_to(ROOT).as_posix()
        for folder in ("docs", "clinics", "images", "rst2pdf_tagged")
        for path in sorted((ROOT / folder).glob("*.md"))
    ]


@pytest.mark.parametrize("name", documents())
def test_every_file_that_is_shown_or_linked_is_there(name: str) -> None:
    path = ROOT / name
    links = linked(path.read_text(encoding="utf-8"))

    assert [link for link in links if not (path.parent / link).exists()] == []


def test_the_texts_lead_to_each_other() -> None:
    found = {
        (ROOT / name).parent.joinpath(link).resolve()
        for name in documents()
        for link in linked((ROOT / name).read_text(encoding="utf-8"))
    }

    unseen = {name for name in documents() if (ROOT / name).resolve() not in found}
    assert unseen <= {"README.md", "CHANGELOG.md", "docs/client-post.md"}


def test_paths_are_found_in_tables_and_links() -> None:
    text = (
        "`no/table`\n| a | `x/y.pdf` |\n| `z`, `w` | b |\n![A](p.png) [b](q.md#c) [d](https://e.f)"
    )

    assert in_tables(text) == ["x/y.pdf", "z", "w"]
    assert linked(text) == ["p.png", "q.md"]


def test_the_readme_names_only_clinics_that_exist_or_that_it_has_you_make() -> None:
    files = set(re.findall(r"`(clinics/\w+\.toml)`", README))
    made_by_reader = set(re.findall(r"CLINIC=(\w+)", README))

    missing = {file for file in files if not (ROOT / file).is_file()}
    assert missing == {f"clinics/{name}.toml" for name in made_by_reader} - {
        path.relative_to(ROOT).as_posix() for path in ROOT.glob("clinics/*.toml")
    }


def test_a_reader_that_goes_away_is_no_fault_to_complain_of(target: Target) -> None:
    command = f'"{sys.executable}" -m handout build --clinic {target.clinic} | true'

    done = subprocess.run(command, shell=True, cwd=target.root, capture_output=True, text=True)

    assert done.stderr == ""
