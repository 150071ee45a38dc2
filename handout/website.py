"""What every page of the web site is told, and the files that lie beside the pages."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

import pikepdf
from sphinx.util.osutil import relative_uri

from handout.brand import web_colours
from handout.build import PRINT, printables_in
from handout.edition import edition_of
from handout.entries import lines_of
from handout.errors import HandoutError
from handout.icons import ICONS as SOURCES
from handout.icons import icon_file
from handout.languages import spoken
from handout.locales import ENGLISH, language_name, one_decimal
from handout.logo import POINTS
from handout.onepage import NAME as ONE_PAGE
from handout.profile import tel
from handout.review import review_line

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx
    from sphinx.builders import Builder

    from handout.edition import Edition
    from handout.labels import Labels

# Where, below the site, copies of the printable files lie.
PRINTABLES = "print"
IMAGES = Path(__file__).parent.parent / "images"
ICONS = Path("_static", "icons")
# The scene of the printed cover, drawn with fewer points for the front page of the site.
COVER_SOURCE = IMAGES / "cover-web.svg"
COVER = Path("_static", "cover.svg")
# Most width and height of the clinic's logo (points).
LOGO_ROOM = (144, 45)
# Shorter side of the paper in points -> its name in source/labels.toml.
PAPERS = {612: "letter", 595: "a4"}
# furo, too, sets a page's context; what we take back from it must come later.
AFTER_FURO = 900


@dataclass(frozen=True)
class Download:
    """A printable file as every page offers it.

    :ivar href: where it lies, seen from the front page.
    :ivar title: what is printed; the same for each paper.
    :ivar about: format, language, paper, pages and size in one line.
    """

    href: str
    title: str
    about: str


def icon_path(kind: str) -> Path:
    """Return where, below the site, the icon of this kind of call-out or this name lies."""
    return ICONS / icon_file(kind).name


def printables(builder: Builder) -> list[Path]:
    """Return the finished PDFs of this clinic and language; they are built before the site."""
    return printables_in(Path(builder.outdir).parent / PRINT)


def downloads(builder: Builder) -> list[Download]:
    """Return what there is to print."""
    edition = edition_of(builder.env)
    labels = edition.labels
    language = edition.language
    return [
        _download(path, path.stat().st_mtime_ns, labels, language) for path in printables(builder)
    ]


def offer(builder: Builder, root: str) -> str:
    """Return the list of what there is to print, each form with its papers, as HTML.

    :param root: the way from the page to the front page, such as ``""`` or ``../``.
    """
    items = []
    for title, files in groupby(downloads(builder), key=attrgetter("title")):
        links = "".join(
            f'<a class="download" href="{root}{file.href}" type="application/pdf">'
            f'<span class="download-title">{escape(title)}:</span> {escape(file.about)}</a>'
            for file in files
        )
        items.append(f'<li><span class="download-form">{escape(title)}</span>{links}</li>\n')
    return f'<ul class="downloads">\n{"".join(items)}</ul>\n' if items else ""


def _download(path: Path, changed: int, labels: Labels, reader: str) -> Download:
    sheet, language, pages = _told_by(path, changed)
    paper = PAPERS.get(sheet, "")
    kind = path.stem.removeprefix("ketamine-").removesuffix(f"-{paper}")
    about = labels["printable"]["about"].format(
        language=language_name(language, reader),
        paper=labels["paper"].get(paper, ""),
        pages=pages,
        size=readable_size(path.stat().st_size, reader),
    )
    words = labels["printable"].get(kind, labels["site"]["print"])
    return Download(f"{PRINTABLES}/{path.name}", words, about)


# Every page of the site asks for every file.
@lru_cache(maxsize=32)
def _told_by(path: Path, changed: int) -> tuple[int, str, int]:
    """Return what the finished file itself tells, as nothing there can be out of date.

    :returns: the shorter side of its paper in points, its language, its number of pages.
    """
    with pikepdf.open(path) as pdf:
        sides = [float(side) for side in pdf.pages[0].mediabox[2:]]
        return round(min(sides)), str(pdf.Root.get("/Lang", ENGLISH)), len(pdf.pages)


def readable_size(size: int, language: str = ENGLISH) -> str:
    """Return *size* in bytes as people read it: ``190 kB``, ``1.4 MB``, never over two lines."""
    kilobytes = max(1, round(size / 1000))
    words = f"{kilobytes} kB" if kilobytes < 1000 else f"{one_decimal(size / 1e6, language)} MB"
    return words.replace(" ", "\N{NO-BREAK SPACE}")


def on_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give every page the clinic, the words of the frame, the review state and its description."""
    edition = edition_of(app.env)
    labels = edition.labels
    context["clinic"] = edition.profile
    context["clinic_logo"] = edition.logo
    context["logo_size"] = logo_size(edition)
    context["brand_colours"] = web_colours(edition.profile.brand)
    root = relative_uri(app.builder.get_target_uri(pagename), "")
    context["one_page"] = ONE_PAGE
    context["offer"] = offer(app.builder, root if root != "./" else "")
    context["language_help"] = [*map(spoken, lines_of(edition.profile.language_help or ""))]
    context["tel"] = tel
    context["words"] = labels["words"]
    context["site"] = labels["site"]
    context["callouts"] = labels["callout"]
    context["version_id"] = edition.id
    context["review_line"] = review_line(edition)
    context["address"] = " · ".join(lines_of(edition.profile.address or ""))
    if pagename == app.config.root_doc:
        context["furo_hide_toc"] = True


def logo_size(edition: Edition) -> tuple[int, int]:
    """Return width and height of the clinic's logo in the web's units, of which 4 are 3 points."""
    if edition.logo is None:
        return 0, 0
    width, height = edition.logo.fitted(*LOGO_ROOM)
    return round(width / POINTS), round(height / POINTS)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Put icons, the cover and copies of the printable files into the site: it can travel alone."""
    if exception is not None or app.builder.name != "html":
        return
    icons = Path(app.outdir, ICONS)
    icons.mkdir(parents=True, exist_ok=True)
    for file in sorted(SOURCES.glob("*.svg")):
        shutil.copyfile(file, icons / file.name)
    if COVER_SOURCE.is_file():
        shutil.copyfile(COVER_SOURCE, Path(app.outdir, COVER))
    if logo := edition_of(app.env).logo:
        logo.copied_to(Path(app.outdir, "_static"))
    folder = Path(app.outdir, PRINTABLES)
    for path in printables(app.builder):
        folder.mkdir(exist_ok=True)
        shutil.copyfile(path, folder / path.name)


def with_own(page: str, theirs: str, ours: str) -> str:
    """Return furo's HTML with *ours* in the first place of *theirs*.

    :raises HandoutError: the theme no longer has it.
    """
    if theirs not in page:
        raise HandoutError(f"furo has changed: a page has no {theirs}; see theme/html/templates")
    return page.replace(theirs, ours, 1)


def on_builder_inited(app: Sphinx) -> None:
    """Give templates the means to put something of ours into furo's pages."""
    if app.builder.name == "html":
        app.builder.templates.environment.filters["with_own"] = with_own


def setup(app: Sphinx) -> None:
    """Register the events."""
    app.connect("builder-inited", on_builder_inited)
    app.connect("html-page-context", on_page_context, priority=AFTER_FURO)
    app.connect("build-finished", on_build_finished)
