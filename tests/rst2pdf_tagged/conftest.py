"""Builds the small projects under ``tests/roots`` and reads their PDFs back."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import font_source_sans_pro
import pikepdf
import pypdfium2
import pytest
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.locale import translators
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from rst2pdf_tagged.settings import options_of

ROOTS = Path(__file__).parent.parent / "roots"
STOCK = "rst2pdf.pdfbuilder"
# The sheet that comes with the package.
SANS = "source-sans"
FONTS = Path(font_source_sans_pro.__file__).parent / "files"


@dataclass(frozen=True)
class Line:
    """A line of printed text: its page (from 0) and its box, in points from below."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True)
class Link:
    """A link inside the file: its words, and the page and height that it leads to."""

    words: str
    page: int
    y: float


class Printed:
    """A finished PDF, opened to be looked at."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = pikepdf.open(path)
        self.pdfium = pypdfium2.PdfDocument(path)
        self.pages = [page.get_textpage() for page in self.pdfium]
        self.texts = [" ".join(page.get_text_range().split()) for page in self.pages]

    def find(self, text: str, nth: int = 0) -> Line:
        """Return the place of the *nth* occurrence of *text*."""
        places = self.find_all(text)
        assert len(places) > nth, f"{text!r} is not printed: {self.texts}"
        return places[nth]

    def find_all(self, text: str) -> list[Line]:
        """Return all places of *text*, in order."""
        found = []
        for number, page in enumerate(self.pages):
            search = page.search(text, match_case=True)
            while (hit := search.get_next()) is not None:
                boxes = [page.get_charbox(hit[0] + i) for i in range(hit[1])]
                found.append(
                    Line(
                        number,
                        min(box[0] for box in boxes),
                        min(box[1] for box in boxes),
                        max(box[2] for box in boxes),
                        max(box[3] for box in boxes),
                    )
                )
        return found

    def links(self) -> list[Link]:
        """Return the links inside the file with the places that they lead to."""
        numbers = {page.objgen: number for number, page in enumerate(self.file.pages)}
        found = []
        for page, textpage in zip(self.file.pages, self.pages, strict=True):
            for note in page.get("/Annots", []):
                place = note.get("/Dest")
                if place is None:
                    continue
                assert str(place[1]) == "/XYZ", "the link leads to a page, not to a place"
                left, bottom, right, top = (float(x) for x in note.Rect)
                words = textpage.get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
                found.append(
                    Link(" ".join(words.split()), numbers[place[0].objgen], float(place[3]))
                )
        return found

    def link(self, words: str) -> Link:
        """Return the one link whose words contain *words*."""
        (link,) = [link for link in self.links() if words in link.words]
        return link

    def image(self, page: int = 0, scale: float = 1) -> Any:
        """Return *page* as a picture (Pillow), *scale* pixels a point."""
        return self.pdfium[page].render(scale=scale).to_pil().convert("RGB")


@dataclass
class Build:
    """What one run of Sphinx has done."""

    status: int
    messages: str
    outdir: Path
    app: Sphinx
    opened: dict[str, Printed] = field(default_factory=dict)

    @property
    def errors(self) -> list[str]:
        """Return the lines that begin an error message, without the project's folder."""
        return [line for line in self.messages.splitlines() if "ERROR" in line]

    @property
    def pdfs(self) -> list[str]:
        """Return the names of all files beside the pickled sources."""
        return sorted(p.name for p in self.outdir.iterdir() if p.name != ".doctrees")

    def printed(self, name: str = "out") -> Printed:
        """Return the PDF called *name*."""
        assert self.status == 0, self.messages
        if name not in self.opened:
            self.opened[name] = Printed(self.outdir / f"{name}.pdf")
        return self.opened[name]


Builder = Callable[..., Build]


def embed_typeface(config: Config) -> None:
    """Put the embedded typeface below the project's own style sheets."""
    config.pdf_stylesheets = [SANS, *config.pdf_stylesheets]
    for options in map(options_of, config.pdf_documents):
        if "pdf_stylesheets" in options:
            options["pdf_stylesheets"] = [SANS, *options["pdf_stylesheets"]]


def run_sphinx(
    root: Path, outdir: Path, strict: bool, helvetica: bool, overrides: dict[str, Any]
) -> Build:
    """Build the project in *root* as ``python -m sphinx -b pdf`` does."""
    warnings = io.StringIO()
    translators.clear()  # or the next project speaks the language of the last one
    with patch_docutils(str(root)), docutils_namespace():
        app = Sphinx(
            root,
            root,
            outdir,
            outdir / ".doctrees",
            "pdf",
            confoverrides=overrides,
            status=None,
            warning=warnings,
            warningiserror=strict,
        )
        if not helvetica:
            embed_typeface(app.config)
        app.build()
    messages = strip_colors(warnings.getvalue()).replace(f"{root}/", "")
    return Build(app.statuscode, messages, outdir, app)


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Builder:
    """Return a function that builds a copy of ``tests/roots/test-<topic>``.

    Equal calls share one build.  ``stock=True`` builds with rst2pdf alone, ``strict=True``
    as with ``-W``, ``good=b"..."`` leaves an earlier ``out.pdf``, ``text=...`` replaces the
    index file, ``helvetica=True`` keeps rst2pdf's own typefaces, which are not embedded,
    further names are settings.
    """
    done: dict[str, Build] = {}

    def run(
        topic: str,
        *,
        stock: bool = False,
        strict: bool = False,
        good: bytes | None = None,
        text: str | None = None,
        helvetica: bool = False,
        **overrides: Any,
    ) -> Build:
        key = repr((topic, stock, strict, good, text, helvetica, sorted(overrides.items())))
        if key not in done:
            folder = tmp_path_factory.mktemp(re.sub(r"\W", "", topic))
            root = folder / "project"
            shutil.copytree(ROOTS / f"test-{topic}", root)
            if text is not None:
                (root / "index.rst").write_text(text, encoding="utf-8")
            outdir = folder / "out"
            outdir.mkdir()
            if good is not None:
                (outdir / "out.pdf").write_bytes(good)
            if stock:
                overrides["extensions"] = [STOCK]
            done[key] = run_sphinx(root, outdir, strict, helvetica, overrides)
        return done[key]

    return run
