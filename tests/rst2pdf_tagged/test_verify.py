"""The checker finds nothing in a good file, and each of its rules can fail."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from rst2pdf_tagged.verify import verify
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def good(build) -> Path:
    return build("structure").printed().path


def walk(element: Any) -> Iterator[Any]:
    yield element
    for kid in element.get("/K", []):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from walk(kid)


def first(pdf: pikepdf.Pdf, role: str) -> Any:
    """Return the first element called *role* that holds a sequence of its own."""
    return next(
        element
        for element in walk(pdf.Root.StructTreeRoot.K)
        if role == element.S and any(isinstance(kid, int) for kid in element.K)
    )


def rewrite(pdf: pikepdf.Pdf, page: int, pattern: bytes, replacement: bytes) -> None:
    """Change the code of a page."""
    contents = pdf.pages[page].Contents
    code, count = re.subn(pattern, replacement, contents.read_bytes(), count=1)
    assert count == 1
    contents.write(code)


def first_link(pdf: pikepdf.Pdf) -> Any:
    return next(page.Annots[0] for page in pdf.pages if "/Annots" in page)


def nest(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, rb"/P <</MCID 0>> BDC", rb"/P <</MCID 0>> BDC /P <</MCID 900>> BDC EMC")


def never_end(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, rb"EMC(?!.*EMC)", b"")


def paint_outside(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[2].Contents
    contents.write(contents.read_bytes() + b"\n0 0 9 9 re f\n")


def claim_twice(pdf: pikepdf.Pdf) -> None:
    paragraph = first(pdf, "/P")
    paragraph.K.append(paragraph.K[0])


def claim_never(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "/P").K[0]


def claim_what_is_not_there(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/P").K.append(4321)


def swap_parents(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[5]
    one, other = next((0, i) for i in range(len(row)) if row[i].objgen != row[0].objgen)
    row[one], row[other] = row[other], row[one]


def wrong_parent(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/P").P = pdf.Root.StructTreeRoot.K


def link_says_other_words(pdf: pikepdf.Pdf) -> None:
    first_link(pdf).Contents = "elsewhere"


def link_lies_elsewhere(pdf: pikepdf.Pdf) -> None:
    first_link(pdf).Rect = [0, 0, 5, 5]


def link_out_of_the_tree(pdf: pikepdf.Pdf) -> None:
    for element in walk(pdf.Root.StructTreeRoot.K):
        if element.S == "/Link":
            element.K = pikepdf.Array([kid for kid in element.K if isinstance(kid, int)])


def silence_text(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, 2, rb"/P <</MCID 0>> BDC", b"/Artifact BMC")


def swap_chapters(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K.K
    top[len(top) - 1], top[1] = top[1], top[len(top) - 1]


def flatten_lists(pdf: pikepdf.Pdf) -> None:
    for element in walk(pdf.Root.StructTreeRoot.K):
        if element.S == "/LI":
            element.S = pikepdf.Name.P


def flatten_headings(pdf: pikepdf.Pdf) -> None:
    for element in walk(pdf.Root.StructTreeRoot.K):
        if str(element.S).startswith("/H"):
            element.S = pikepdf.Name.P


def junk_words(pdf: pikepdf.Pdf) -> None:
    first(pdf, "/Figure").Alt = "dot.png"


MUTATIONS = [
    (nest, "nesting"),
    (never_end, "nesting"),
    (paint_outside, "unmarked"),
    (claim_twice, "claims"),
    (claim_never, "claims"),
    (claim_what_is_not_there, "claims"),
    (swap_parents, "parents"),
    (wrong_parent, "parents"),
    (link_says_other_words, "links"),
    (link_lies_elsewhere, "links"),
    (link_out_of_the_tree, "links"),
    (silence_text, "artifacts"),
    (swap_chapters, "order"),
    (flatten_lists, "kinds"),
    (flatten_headings, "outline"),
    (junk_words, "pictures"),
]


def test_good_file_has_no_findings(good):
    assert verify(good) == []


@pytest.mark.parametrize(
    ("mutate", "rule"), MUTATIONS, ids=lambda case: getattr(case, "__name__", case)
)
def test_fault_is_found(good, tmp_path, mutate: Callable[[pikepdf.Pdf], None], rule: str):
    with pikepdf.open(good) as pdf:
        mutate(pdf)
        pdf.save(tmp_path / "bad.pdf")

    assert rule in {finding.rule for finding in verify(tmp_path / "bad.pdf")}


def test_file_without_tags_is_told(build):
    (finding,) = verify(build("structure", pdf_tagged=False).printed().path)

    assert finding.rule == "untagged"


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [(None, 2, "cannot be read"), (b"no PDF", 2, "cannot be read"), (b"good", 0, "nothing found")],
    ids=["missing", "garbage", "good"],
)
def test_command_says_it_in_one_line(good, tmp_path, content, status, words):
    path = tmp_path / "file.pdf"
    if content is not None:
        path.write_bytes(good.read_bytes() if content == b"good" else content)

    done = subprocess.run(
        [sys.executable, "-m", "rst2pdf_tagged", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (status, "")
    assert words in done.stdout
    assert len(done.stdout.splitlines()) == 1


# Roots that are wrong on purpose, or have no picture's words on purpose, make no file.
ROOTS = sorted(path.name.removeprefix("test-") for path in (ROOT / "tests" / "roots").iterdir())
SOUND = 20


def test_checker_finds_nothing_in_any_root_that_builds(build):
    built = [build(topic) for topic in ROOTS]
    files = [result.outdir / name for result in built for name in result.pdfs if name[-3:] == "pdf"]

    assert len(files) > SOUND
    assert {path.parent.parent.name: verify(path) for path in files if verify(path)} == {}
