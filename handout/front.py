"""Cover, contents and running head and foot: the pages and lines that only paper has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes

from handout.facts import fact_nodes
from handout.review import review_line

if TYPE_CHECKING:
    from handout.edition import Edition
    from handout.forms import Form


# Stands in a running line for the title of the chapter on the page.
CHAPTER = "###Section###"
# Letters of a clinic's name that stand on one line of the cover in its large size.
LONG_NAME = 60
# Most width and height of the clinic's logo, and the room below it (points).
LOGO_ROOM, LOGO_GAP = (200, 44), 10


class RunningLine(nodes.General, nodes.Element):
    """The head or foot of every page: words on the ``left`` and on the ``right``."""


class PageBottom(nodes.General, nodes.Element):
    """What stands at the bottom of a page, however much is above it."""


def styled(style: str, *content: nodes.Node | str, **attributes: str) -> nodes.paragraph:
    """Return a paragraph set in the style sheet's *style*."""
    children = [nodes.Text(part) if isinstance(part, str) else part for part in content]
    return nodes.paragraph("", "", *children, classes=[style], **attributes)


def print_command(text: str) -> nodes.raw:
    """Return one of rst2pdf's page commands (``PageBreak``, ``Spacer``)."""
    return nodes.raw("", text, format="pdf")


def cover(edition: Edition, form: Form) -> list[nodes.Node]:
    """Return the cover page: title, who it is for, the clinic, the review state.

    :param form: its name is printed if it is not the usual one.
    """
    words, form_words = edition.words, edition.labels["form"].get(form.name)
    return [
        styled("cover-title", edition.title, pdf_role="Title"),
        *([styled("cover-form", form_words)] if form_words else []),
        styled("cover-for", words["for-whom"]),
        PageBottom(
            "",
            *([] if form.booklet else logo(edition)),
            styled("cover-from", words["from"]),
            styled(clinic_style(edition.profile.name), *fact_nodes(edition, "name")),
            styled("cover-line", f"{words['phone']}: ", *fact_nodes(edition, "phone")),
            styled("cover-line", state_line(edition)),
        ),
        print_command("PageBreak decoratedPage"),
    ]


def back(edition: Edition) -> list[nodes.Node]:
    """Return the outside of the booklet: from whom it is, and where it can be heard."""
    facts = edition.labels["facts"]
    lines = [
        styled("back-line", f"{facts[key].capitalize()}: ", *fact_nodes(edition, key))
        for key in ("phone", "after_hours", "address", "web")
    ]
    return [
        *logo(edition),
        styled("cover-from", edition.words["from"]),
        styled(clinic_style(edition.profile.name), *fact_nodes(edition, "name")),
        *lines,
        styled("back-line", edition.labels["booklet"]["screen"]),
    ]


def logo(edition: Edition) -> list[nodes.Node]:
    """Return the clinic's logo, if it has one."""
    if edition.logo is None:
        return []
    width, height = (f"{side:.2f}pt" for side in edition.logo.fitted(*LOGO_ROOM))
    alt = edition.profile.brand.logo_alt
    image = nodes.image(uri=str(edition.logo.path), alt=alt, width=width, height=height)
    return [image, print_command(f"Spacer 0,{LOGO_GAP}")]


def clinic_style(name: str) -> str:
    """Return the style for the clinic's *name*: a long one must stay below the drawing."""
    return "cover-clinic" if len(name) <= LONG_NAME else "cover-clinic-long"


def running(edition: Edition, right: str, short: bool = False) -> nodes.decoration:
    """Return the running head and foot (clinic, version, review state, page).

    :param right: what stands on the right of the head: words, or :data:`CHAPTER`.
    :param short: whether to leave a very long name to the cover: in large type, or on a small
        page, it would take the room of the text.
    """
    words, name = edition.words, edition.profile.name
    clinic = "" if short and len(name) > LONG_NAME else f"{name} · "
    head = RunningLine(kind="header", left=words["help-line"], right=right)
    page = f"{words['page']} ###Page### {words['of']} ###Total###"
    foot = RunningLine(kind="footer", left=f"{clinic}{state_line(edition)}", right=page)
    return nodes.decoration("", nodes.header("", head), nodes.footer("", foot))


def state_line(edition: Edition) -> str:
    """Return version and review state in one line."""
    return f"{edition.words['version']}\u00a0{edition.id} · {review_line(edition)}"
