"""The words of the web pages' frame, which are furo's and Sphinx's own, in the page's language."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from handout.edition import edition_of
from handout.errors import HandoutError
from handout.labels import load_labels
from handout.locales import ENGLISH
from handout.sphinx_words import FRAME

if TYPE_CHECKING:
    from typing import Any

    from sphinx.application import Sphinx

    from handout.labels import Table

# Those that furo's pages have in English whatever their language.
FIXED = ("navigation", "on-page", "theme")
# Those that Sphinx's script of the search page says, in one form or two: for one, for several.
SAID = (
    ("results",),
    ("searching",),
    ("preparing",),
    ("nothing-found",),
    ("one-found", "some-found"),
)
SCRIPT = Path("_static", "frame.js")
# Sphinx's own script of the kind, for languages that it knows.
SPHINX_SCRIPT = "translations.js"


def in_frame_words(page: str, english: Table, own: Table) -> str:
    """Return furo's HTML with its fixed words in the page's language.

    :raises HandoutError: the theme no longer has them.
    """
    for key in FIXED:
        theirs, ours = (f'aria-label="{escape(words[key])}"' for words in (english, own))
        if theirs not in page:
            raise HandoutError(f"furo has changed: a page has no {theirs}; see [{FRAME}]")
        page = page.replace(theirs, ours)
    return page


def search_words(english: Table, own: Table) -> str:
    """Return the script that gives the search page its words."""
    messages: dict[str, str | list[str]] = {}
    for keys in SAID:
        forms = [own[key] for key in keys]
        messages[english[keys[0]]] = forms if len(forms) > 1 else forms[0]
    # Not by Sphinx's own function for it, which makes a function of a text: pages forbid that.
    words = json.dumps(messages, ensure_ascii=False)
    return f"Object.assign(Documentation.TRANSLATIONS, {words});\n"


def on_builder_inited(app: Sphinx) -> None:
    """Give templates the means to translate the frame, and the search page its words."""
    if app.builder.name != "html":
        return
    english, own = load_labels(Path(app.confdir))[FRAME], edition_of(app.env).labels[FRAME]
    filters = app.builder.templates.environment.filters
    filters["in_frame_words"] = lambda page: in_frame_words(page, english, own)
    if app.config.language != ENGLISH:
        path = Path(app.outdir, SCRIPT)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(search_words(english, own), encoding="utf-8")
        app.add_js_file(SCRIPT.name)


def on_page_context(
    app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: Any
) -> None:
    """Give every page the words of the frame."""
    context[FRAME] = edition_of(app.env).labels[FRAME]


def setup(app: Sphinx) -> None:
    """Register the events; the edition is there before."""
    app.connect("builder-inited", on_builder_inited, priority=600)
    app.connect("html-page-context", on_page_context)
