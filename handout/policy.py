"""What a page of the web site may fetch and run: nothing that is not in its own folder."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import html

from handout.errors import HandoutError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx

# What a script that is data and never runs is marked as.
DATA = "application/ld+json"
# It stands first in a page's head, before anything that is fetched.
CHARSET = '<meta charset="utf-8">'


def policy(page: str) -> str:
    """Return the Content-Security-Policy of an HTML *page* (https://www.w3.org/TR/CSP3/).

    Of scripts and styles within the page, those that it has now may run, named by their hash.
    ``frame-ancestors`` can only be sent by a host: docs/web-site.md says so.
    """
    root = html.document_fromstring(page)
    scripts = root.xpath(f"//script[not(@src) and not(@type='{DATA}')]/text()")
    styles = [*root.xpath("//style/text()"), *root.xpath("//@style")]
    rules = {
        "default-src": "'none'",
        "script-src": " ".join(["'self'", *hashes(scripts)]),
        # 'unsafe-hashes' is what lets the attribute "style" be named by its hash, too.
        "style-src": " ".join(["'self'", "'unsafe-hashes'", *hashes(styles)]),
        "img-src": "'self' data:",
        "font-src": "'self'",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def hashes(texts: Iterable[str]) -> list[str]:
    """Return the CSP source of each of *texts*, once, in an order that is always the same."""
    digests = {hashlib.sha256(text.encode()).digest() for text in texts}
    return sorted(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)


def with_policy(page: str) -> str:
    """Return the HTML *page* with its policy at its start.

    :raises HandoutError: the page does not begin as the theme's pages do.
    """
    if CHARSET not in page:
        raise HandoutError(f"furo has changed: a page has no {CHARSET}; see handout/policy.py")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(page)}">'
    return page.replace(CHARSET, f"{CHARSET}\n    {meta}", 1)


def on_build_finished(app: Sphinx, exception: Exception | None) -> None:
    """Put the policy into every page, when all else in it is settled."""
    if exception is not None or app.builder.name != "html":
        return
    for path in Path(app.outdir).glob("**/*.html"):
        path.write_text(with_policy(path.read_text(encoding="utf-8")), encoding="utf-8")


def setup(app: Sphinx) -> None:
    """Register the event, after all others."""
    app.connect("build-finished", on_build_finished, priority=999)
