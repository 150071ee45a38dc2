"""The forms in which the handout is printed, and what each changes in the joined chapters.

Nothing is written twice: every form is made from the same chapters.  Type sizes and paper are
the business of the style sheets.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from docutils import nodes as docutils_nodes
from sphinx import addnodes

from handout.errors import HandoutError
from handout.near import did_you_mean
from handout.nodes import SideBySide

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


@dataclass(frozen=True)
class Form:
    """One way to print the handout.

    :ivar name: as in ``handout_form`` of conf.py and in source/labels.toml.
    :ivar columns: of text on a page.
    :ivar narrow: how wide narrow pictures are; lettering of 16 units in 340 needs 382.5 pt
        to be 18 pt high.
    :ivar leaf: whether it is one leaf with the whole message, not all chapters.
    :ivar booklet: whether its pages are put on sheets to fold.
    """

    name: str
    columns: int = 2
    narrow: str = "100%"
    leaf: bool = False
    booklet: bool = False

    @property
    def single(self) -> bool:
        """Return whether there is one column only, which every picture fills."""
        return self.columns == 1


FORMS = {
    form.name: form
    for form in (
        Form("handout"),
        Form("handout-large-print", columns=1, narrow="384pt"),
        Form("handout-booklet", columns=1, booklet=True),
        Form("front-sheet", leaf=True),
    )
}


def form_of(options: dict[str, Any]) -> Form:
    """Return the form that one entry of ``pdf_documents`` asks for.

    :raises HandoutError: there is no such form.
    """
    name = options.get("handout_form", "handout")
    if name not in FORMS:
        todo = did_you_mean(name, FORMS, f"there are: {', '.join(FORMS)}", "'{}'")
        raise HandoutError(f"there is no form '{name}'; {todo}", "conf.py")
    return FORMS[name]


def lay_out(
    tree: docutils_nodes.document, form: Form, full_width: Iterable[str], srcdir: Path
) -> None:
    """Fit the joined chapters to *form*.

    :param tree: changed in place.
    :param full_width: chapters that are not set in columns in any form.
    """
    for chapter in tree.findall(addnodes.start_of_file):
        if chapter["docname"] not in full_width:
            for section in list(chapter.findall(docutils_nodes.section))[:1]:
                section["columns"] = form.columns
    if form.single:
        for pair in list(tree.findall(SideBySide)):
            # Not by replace_self, which hands the pair's class on to what was in it.
            pair.parent.replace(pair, pair.children)
    for figure in tree.findall(docutils_nodes.figure):
        keep_one_layout(figure, form)
        if form.single:
            prefer_large(figure, srcdir)


def keep_one_layout(figure: docutils_nodes.figure, form: Form) -> None:
    """Leave *figure* with one image: the narrow one if it is to fit into a column."""
    in_column = form.single or figure.get("column")
    images = list(figure.findall(docutils_nodes.image))
    narrow = [image for image in images if "narrow" in image["classes"]]
    kept = narrow[0] if narrow and in_column else images[0]
    for image in images:
        if image is not kept:
            figure.remove(image)
    kept["classes"] = []
    if in_column:
        kept["width"] = form.narrow if narrow else "100%"


def prefer_large(figure: docutils_nodes.figure, srcdir: Path) -> None:
    """Take the layout made for a page with one column, if the picture has one."""
    image = next(figure.findall(docutils_nodes.image))
    large = image["uri"].replace("-narrow.svg", "-large.svg")
    if large != image["uri"] and (srcdir / large).is_file():
        image["uri"], image["width"] = large, "100%"
