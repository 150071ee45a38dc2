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

from lxml import html

from handout.stylesheet import joined, names_in, words_in
from handout.website import AFTER_FURO, ICONS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from sphinx.application import Sphinx

# The one style sheet, below the site; a page's link to it changes with what is in it.
SHEET = "_static/site.css"
LINKED = re.compile(rf"{re.escape(SHEET)}[^\"]*")
# Colours of program code.
CODE_SHEET = "_static/pygments.css"
# Only the search page needs these.  On others the first would also take single keys for
# commands, which disturbs those who speak to their device.
SEARCH_SCRIPTS = ("doctools.js", "documentation_options.js", "sphinx_highlight.js")
# Lists of words, not of what may come into a page.
WORD_LISTS = ("searchindex.js", "language_data.js")
# What Sphinx and furo put into every site, and no page of this one asks for.
LEFT_OVER = (
    "objects.inv",
    "_sources",
    "_static/base-stemmer.js",
    "_static/basic.css",
    "_static/debug.css",
    "_static/english-stemmer.js",
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
        if pagename != "search":
            context["script_files"] = [
                script
                for script in context["script_files"]
                if Path(getattr(script, "filename", script)).name not in SEARCH_SCRIPTS
            ]

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Write the sheet, and remove the files that no page uses."""
        if exception is not None or app.builder.name != "html" or not self._parts:
            return
        site = Path(app.outdir)
        parts = [site / name for name in self._parts]
        pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.glob("*.html"))}
        texts = tuple(part.read_text(encoding="utf-8") for part in parts)
        sheet = _joined(texts, frozenset(_names(site, pages.values())))
        (site / SHEET).write_text(sheet, encoding="utf-8")
        link = f"{SHEET}?v={zlib.crc32(sheet.encode()):08x}"
        for path, text in pages.items():
            path.write_text(LINKED.sub(link, text), encoding="utf-8")
        icons = [path for path in (site / ICONS).iterdir() if not _is_named(path, pages.values())]
        _remove([*parts, *icons, *(site / name for name in LEFT_OVER)])


def _names(site: Path, pages: Iterable[str]) -> set[str]:
    """Return all that the style sheet may be asked for."""
    roots = [html.document_fromstring(text.encode()) for text in pages]
    addresses = {address for root in roots for address in root.xpath("//script/@src")}
    scripts = {site / address.partition("?")[0] for address in addresses}
    words = (
        words_in(script.read_text(encoding="utf-8"))
        for script in scripts
        if script.name not in WORD_LISTS
    )
    return set[str]().union(*map(names_in, roots), *words)


# Many clinics have the same pages, but for a few words.
_joined = lru_cache(maxsize=4)(joined)


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
