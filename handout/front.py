"""Cover, contents and running head and foot: the pages and lines that only paper has."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from docutils import nodes

from handout.facts import fact_nodes
from handout.review import review_line

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class RunningLine(nodes.General, nodes.Element):
    """The head or foot of every page: words on the ``left`` and on the ``right``."""


class PageBottom(nodes.General, nodes.Element):
    """What stands at the bottom of a page, however much is above it."""


def styled(style: str, *content: nodes.Node | str) -> nodes.paragraph:
    """Return a paragraph set in the style sheet's *style*."""
    children = [nodes.Text(part) if isinstance(part, str) else part for part in content]
    return nodes.paragraph("", "", *children, classes=[style])


def print_command(text: str) -> nodes.raw:
    """Return one of rst2pdf's page commands (``PageBreak``, ``Spacer``)."""
    return nodes.raw("", text, format="pdf")


def cover(app: Sphinx) -> list[nodes.Node]:
    """Return the cover page: title, who it is for, the clinic, the review state."""
    words = app.handout_labels["words"]  # type: ignore[attr-defined]
    return [
        styled("cover-title", app.config.project),
        styled("cover-for", words["for-whom"]),
        PageBottom(
            "",
            styled("cover-from", words["from"]),
            styled("cover-clinic", *fact_nodes(app, "name")),
            styled("cover-line", f"{words['phone']}: ", *fact_nodes(app, "phone")),
            styled("cover-line", _state(app)),
        ),
        print_command("PageBreak decoratedPage"),
    ]


def running(app: Sphinx) -> nodes.decoration:
    """Return the running head (chapter) and foot (clinic, version, review state, page)."""
    words = app.handout_labels["words"]  # type: ignore[attr-defined]
    clinic = app.handout_profile.name  # type: ignore[attr-defined]
    head = RunningLine(kind="header", left=words["help-line"], right="###Section###")
    page = f"{words['page']} ###Page### {words['of']} ###Total###"
    foot = RunningLine(kind="footer", left=f"{clinic} · {_state(app)}", right=page)
    return nodes.decoration("", nodes.header("", head), nodes.footer("", foot))


def _state(app: Sphinx) -> str:
    """Return version and review state in one line."""
    labels = app.handout_labels  # type: ignore[attr-defined]
    profile = app.handout_profile  # type: ignore[attr-defined]
    line = review_line(profile, labels, date.fromisoformat(app.config.handout_date))
    return f"{labels['words']['version']} {app.config.release} · {line}"
