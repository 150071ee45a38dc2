"""Keeps the web site light: one style sheet, few scripts, and no file that no page uses.

Slow phones pay for each file with a wait, and plain file servers send all as it lies there.
"""

from __future__ import annotations

import re
import shutil
import zlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from handout import frame
from handout.atonce import at_once
from handout.stylesheet import Use, joined
from handout.website import AFTER_FURO, ICONS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from sphinx.application import Sphinx

# The one style sheet, below the site; a page's link to it changes with what is in it.
SHEET = "_static/site.css"
LINKED = re.compile(rf'{re.escape(SHEET)}[^"]*"')
# The typeface's files; the front page asks for them later than the others.
LETTERS = "_static/letters.css"
SCRIPT = re.compile(r'<script[^>]* src="([^"?]+)')
# Colours of program code.
CODE_SHEET = "_static/pygments.css"
# Only the search page needs these.  On others the first would also take single keys for
# commands, which disturbs those who speak to their device.
SEARCH_SCRIPTS = (
    "doctools.js",
    "documentation_options.js",
    "sphinx_highlight.js",
    frame.SCRIPT.name,
)
# Lists of words, not of what may come into a page.
WORD_LISTS = {"searchindex.js", "language_data.js"}
# What Sphinx and furo put into every site, and no page of this one asks for.
LEFT_OVER = (
    "objects.inv",
    "_sources",
    "_static/basic.css",
    "_static/debug.css",
    f"_static/{frame.SPHINX_SCRIPT}",
    "_static/file.png",
    "_static/minus.png",
    "_static/plus.png",
    "_static/pygments.css",
    "_static/scripts/furo-extensions.js",
    "_static/scripts/furo.js.map",
    "_static/skeleton.css",
    "_static/styles",
)
# When all others have put their files into the site.
LAST = 990


class OneSheet:
    """Links every page to one style sheet, and makes that of those that it takes the place of."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def on_page_context(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
    ) -> None:
        """Take the page's style sheets away, and the scripts that it has no use for."""
        names = [getattr(sheet, "filename", sheet) for sheet in context["css_files"]]
        self._parts = [name for name in names if name not in (CODE_SHEET, SHEET)]
        context["css_files"] = [SHEET]
        unused = {frame.SPHINX_SCRIPT, *(SEARCH_SCRIPTS if pagename != "search" else ())}
        context["script_files"] = [
            script
            for script in context["script_files"]
            if Path(getattr(script, "filename", script)).name not in unused
        ]

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the sheet, and remove the files that no page uses."""
        if exception is not None or app.builder.name != "html" or not self._parts:
            return
        site = Path(app.outdir)
        paths = sorted(site.glob("*.html"))
        pages = {path: path.read_text(encoding="utf-8") for path in paths}
        letters, *looks = (part.read_text(encoding="utf-8") for part in self._sheets(site))
        use = _use(site, pages.values())
        sheet = _joined((letters, *looks), use)
        (site / SHEET).write_text(sheet, encoding="utf-8")
        (site / LETTERS).write_text(_joined((letters,), use), encoding="utf-8")
        link = f'{SHEET}?v={zlib.crc32(sheet.encode()):08x}"'
        for path, text in pages.items():
            path.write_text(LINKED.sub(link, text), encoding="utf-8")
        front = site / f"{app.config.root_doc}.html"
        own = _joined(tuple(looks), _use(site, [pages[front]]))
        front.write_text(at_once(pages[front], own), encoding="utf-8")
        icons = [path for path in (site / ICONS).iterdir() if not _is_named(path, pages.values())]
        stemmers = (site / "_static").glob("*-stemmer.js")
        left_over = (site / name for name in LEFT_OVER)
        _remove([*self._sheets(site)[1:], *icons, *stemmers, *left_over])

    def _sheets(self, site: Path) -> list[Path]:
        """Return the style sheets that the one is made of, that of the letters first."""
        others = [name for name in self._parts if name != LETTERS]
        return [site / name for name in (LETTERS, *others)]


def _use(site: Path, pages: Iterable[str]) -> Use:
    """Return what *pages* ask of a style sheet."""
    # By their names, as the page for lost readers tells other addresses.
    names = {Path(address).name for page in pages for address in SCRIPT.findall(page)}
    scripts = [path for path in site.rglob("*.js") if path.name in names - WORD_LISTS]
    texts = [path.read_text(encoding="utf-8") for path in scripts]
    return Use.of(pages, texts)


# Many clinics have the same pages, but for a few words.
_joined = lru_cache(maxsize=6)(joined)


def _is_named(path: Path, pages: Iterable[str]) -> bool:
    return any(f"{ICONS.name}/{path.name}" in text for text in pages)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def setup(app: Sphinx) -> None:
    """Register the events."""
    sheet = OneSheet()
    app.connect("html-page-context", sheet.on_page_context, priority=AFTER_FURO)
    app.connect("build-finished", sheet.on_build_finished, priority=LAST)
