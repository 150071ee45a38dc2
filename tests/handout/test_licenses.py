"""Whose work goes out: each file of the web site belongs to one work, whose license goes with it."""

from __future__ import annotations

import shutil
from importlib import metadata
from typing import TYPE_CHECKING

import pikepdf
import pytest

from handout.errors import HandoutError
from handout.labels import load_labels
from handout.licenses import NAME, SHIPPED, licenses, load_parts, unnamed
from tests.conftest import ROOT
from tests.copies import fingerprints
from tests.repository import change

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target

WORDS = load_labels(ROOT)["licenses"]
PARTS = load_parts(ROOT)
THEIRS = [part.name for part in PARTS if part.distribution and part.files]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with no more than the table, to spoil, and our own license."""
    (tmp_path / "theme").mkdir()
    shutil.copyfile(ROOT / SHIPPED, tmp_path / SHIPPED)
    shutil.copyfile(ROOT / "LICENSE", tmp_path / "LICENSE")
    return tmp_path


def refusal(root: Path) -> str:
    with pytest.raises(HandoutError) as caught:
        licenses(root, WORDS)
    return str(caught.value)


# -- The whole site ------------------------------------------------------------------------------


def test_every_file_of_the_site_belongs_to_exactly_one_work(example: Target) -> None:
    names = fingerprints(example.site.parent)

    assert len(names) > 80
    assert list(unnamed(names, PARTS)) == []


def test_what_is_said_to_be_ours_is_made_here_or_lies_here(example: Target) -> None:
    made = {"site.css", "letters.css", "logo.svg"}
    ours = {
        path.read_bytes()
        for folder in ("images", "theme/html/static")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    site, own = example.site.parent, PARTS[0]
    files = {name for name in fingerprints(site) if own.holds(name) and "/" in name}

    assert len(files) > 40
    for name in files:
        path = site / name
        if path.name not in made and path.suffix != ".pdf":
            assert path.read_bytes() in ours, name


@pytest.mark.parametrize("name", THEIRS)
def test_a_work_that_is_taken_out_of_the_table_leaves_files_that_are_told(
    example: Target, name: str
) -> None:
    rest = [part for part in PARTS if part.name != name]

    told = list(unnamed(fingerprints(example.site.parent), rest))

    assert told
    assert all("nothing here says whose work it is" in line for line in told)


@pytest.mark.parametrize(
    "name",
    ["_static/jquery.js", "_static/styles/furo.css", "_static/fonts/other.ttf", "a/b.html", "x.js"],
)
def test_a_new_file_of_others_is_told(name: str) -> None:
    assert list(unnamed([name], PARTS)) == [
        f"theme/shipped.toml: the web site has a file {name}, and nothing here says whose work it is; name it under its [[part]]"
    ]


def test_a_file_that_two_works_claim_is_told() -> None:
    twice = [*PARTS, PARTS[1].model_copy(update={"name": "Other"})]

    assert list(unnamed(["_static/scripts/furo.js"], twice)) == [
        "theme/shipped.toml: the file _static/scripts/furo.js of the web site stands here under Furo and Other; keep it under one"
    ]


# -- The texts -----------------------------------------------------------------------------------


def test_the_site_carries_the_text_of_each_license_as_its_package_has_it(example: Target) -> None:
    told = (example.site.parent / NAME).read_text(encoding="utf-8")

    assert (ROOT / "LICENSE").read_text(encoding="utf-8").rstrip() in told
    for package, name in {
        "furo": "LICENSE",
        "Sphinx": "LICENSE.rst",
        "snowballstemmer": "COPYING",
        "font-source-sans-pro": "LICENSE.txt",
    }.items():
        (file,) = (one for one in metadata.files(package) or [] if one.name == name)
        assert file.locate().read_text(encoding="utf-8").rstrip() in told  # type: ignore[attr-defined]
        assert f"Package: {package} {metadata.version(package)}\nAddress: https://" in told


def test_what_has_no_text_in_its_package_says_so(example: Target) -> None:
    told = (example.site.parent / NAME).read_text(encoding="utf-8")
    silent = [part.name for part in PARTS if not part.texts]

    assert silent == [
        "normalize.css 8.0.1, as Furo has it",
        "The colors of a screen (sRGB built-in)",
    ]
    assert told.count("The package that we install has no text of this license in it.") == 2


def test_what_is_said_of_works_within_others_is_true(example: Target) -> None:
    site = example.site.parent
    script = (site / "_static/scripts/furo.js.LICENSE.txt").read_text(encoding="utf-8")
    sheet = (site / "_static/site.css").read_text(encoding="utf-8")
    words = (site / "_static/language_data.js").read_text(encoding="utf-8")

    assert "gumshoejs" in script
    assert sheet.startswith(
        "/*! normalize.css v8.0.1 | MIT License | github.com/necolas/normalize.css */"
    )
    assert "EnglishStemmer" in words


def test_papers_carry_one_typeface_and_colours_that_anyone_may_use(example: Target) -> None:
    for path in example.printables():
        with pikepdf.open(path) as pdf:
            dictionaries = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
            faces = {str(one.BaseFont) for one in dictionaries if one.get("/Type") == "/Font"}
            assert faces
            assert {face.partition("+")[2].partition("-")[0] for face in faces} == {"SourceSansPro"}
            for intent in pdf.Root.get("/OutputIntents", []):
                profile = intent.DestOutputProfile.read_bytes()
                assert "No copyright, use freely".encode("utf-16-be") in profile


def test_a_package_without_its_license_is_told(root: Path) -> None:
    change(root / SHIPPED, "*.dist-info/licenses/COPYING", "*.dist-info/COPYING")
    line = next(part.line for part in PARTS if part.name == "Snowball")

    assert refusal(root) == (
        f"theme/shipped.toml:{line}: the package snowballstemmer {metadata.version('snowballstemmer')} has no file *.dist-info/COPYING; look for its license among its files, and correct 'texts'"
    )


def test_a_package_that_is_not_installed_is_told(root: Path) -> None:
    change(root / SHIPPED, 'distribution = "snowballstemmer"', 'distribution = "no-such-thing"')
    line = next(part.line for part in PARTS if part.name == "Snowball")

    assert refusal(root) == (
        f"theme/shipped.toml:{line}: the package no-such-thing is not installed; type make, or correct this"
    )


def test_our_own_license_that_is_gone_is_told(root: Path) -> None:
    (root / "LICENSE").unlink()

    assert refusal(root) == "LICENSE: this license is gone or cannot be read; put it back"
