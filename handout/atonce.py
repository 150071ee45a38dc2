"""The front page in one go: all that its words need stands in the page itself.

Whoever looks for help on a slow phone waits for each file in turn before anything is shown.
So the front page brings its styles with it, and asks for the typeface, the pictures and the
script of the buttons when its words stand there.
"""

from __future__ import annotations

import re
from pathlib import Path

STYLE = re.compile(r'<link rel="stylesheet"[^>]*>')
SCRIPT = re.compile(r'<script src="[^"]*"></script>')
PICTURE = re.compile(r"<img (?![^>]*loading=)")
# A phone gets 43 kB in its first two answers; each further one makes it wait.
INDENT = re.compile(r"\n\s+")
# Run in the page; with the names of what is fetched later in a template of its own.
LATER = Path(__file__).parent.parent / "theme" / "html" / "later.js"
LETTERS = '<link rel="stylesheet" href="_static/letters.css">'


def at_once(page: str, styles: str) -> str:
    """Return the HTML *page* with *styles* in it in place of a link, and the rest for later."""
    scripts = "".join(SCRIPT.findall(page))
    later = (
        f'<template id="later">{LETTERS}{scripts}</template>'
        f"<script>{LATER.read_text(encoding='utf-8').strip()}</script>"
        f"<noscript>{LETTERS}</noscript>"
    )
    page = STYLE.sub(lambda link: f"<style>{styles}</style>", page, count=1)
    page = PICTURE.sub('<img loading="lazy" ', SCRIPT.sub("", page))
    return INDENT.sub("\n", page).replace("</body>", f"{later}</body>")
