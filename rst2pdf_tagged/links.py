"""Makes every link of an assembled document land where it should.

rst2pdf joins all source files into one tree with one flat name space of ids: the first of
two equal ids wins, and links to whole files vanish.  Here every id gets its file's name in
front, and every link follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from rst2pdf_tagged.errors import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# Marks a link to another source file until the files are joined; no real address starts so.
LOCAL = "%"


def adopt_children(tree: nodes.Element) -> None:
    """Point every ``.parent`` below *tree* at its real parent.

    ``PDFBuilder.assemble_doctree`` copies children lists and leaves the old parents.
    """
    for child in tree.children:
        child.parent = tree
        if isinstance(child, nodes.Element):
            adopt_children(child)


def by_file(tree: nodes.Element, docname: str) -> Iterator[tuple[nodes.Element, str]]:
    """Yield each element below *tree* with the name of the source file it came from."""
    for child in tree.children:
        if isinstance(child, nodes.Element):
            starts = isinstance(child, (addnodes.start_of_file, nodes.document))
            inner = child.get("docname", docname) if starts else docname
            yield child, inner
            yield from by_file(child, inner)


class FileScope:
    """Gives each (file, id) pair one name of its own in the joined document."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._taken: set[str] = set()

    def name(self, docname: str, node_id: str) -> str:
        """Return the joined document's name for *node_id* of file *docname*.

        It is spelled as rst2pdf spells the targets of index entries: through ``make_id``.
        """
        key = (docname, node_id)
        if key not in self._names:
            wanted = name = nodes.make_id(f"{docname}-{node_id}")
            number = 2
            while name in self._taken:
                name, number = f"{wanted}-{number}", number + 1
            self._taken.add(name)
            self._names[key] = name
        return self._names[key]


def separate_files(tree: nodes.Element, docname: str) -> None:
    """Give every id its file's name and point all links at the new names.

    :param tree: the assembled document; changed in place.
    :param docname: the root file, to which all that is in no other file belongs.
    """
    scope = FileScope()
    elements = list(by_file(tree, docname))
    starts = _starts(tree, docname, elements)
    homes = _homes(elements)
    for element, home in [(tree, docname), *elements]:
        for key in ("ids", "backrefs"):
            if element.get(key):
                element[key] = [scope.name(home, node_id) for node_id in element[key]]
        if "refid" in element:
            element["refid"] = scope.name(home, element["refid"])
        elif element.get("refuri", "").startswith(LOCAL):
            target, _, node_id = element["refuri"].removeprefix(LOCAL).partition("#")
            _point_at(element, scope.name(target, node_id or starts.get(target, "")))
        elif element.get("refuri", "").startswith("#") and element["refuri"][1:] in homes:
            _point_at(element, scope.name(homes[element["refuri"][1:]], element["refuri"][1:]))
        if isinstance(element, addnodes.index):
            element["entries"] = [
                (kind, value, scope.name(home, target), *rest)
                for kind, value, target, *rest in element["entries"]
            ]


def _starts(
    tree: nodes.Element, docname: str, elements: list[tuple[nodes.Element, str]]
) -> dict[str, str]:
    """Return for each source file the (still unchanged) id of its first section.

    A file without a section gets an id of its own.
    """
    starts: dict[str, str] = {}
    for element, home in elements:
        if isinstance(element, nodes.section) and element["ids"]:
            starts.setdefault(home, element["ids"][0])
    for element, home in [(tree, docname), *elements]:
        if isinstance(element, (nodes.document, addnodes.start_of_file)) and home not in starts:
            element["ids"] = [*element["ids"], "start"]
            starts[home] = "start"
    return starts


def _homes(elements: list[tuple[nodes.Element, str]]) -> dict[str, str]:
    """Return for each id the first source file that has it, for links that name no file."""
    homes: dict[str, str] = {}
    for element, home in elements:
        for node_id in element["ids"]:
            homes.setdefault(node_id, home)
    return homes


def _point_at(link: nodes.Element, name: str) -> None:
    del link["refuri"]
    link["refid"] = name


def dangling_links(tree: nodes.Element) -> Iterator[tuple[nodes.Element, str]]:
    """Unwrap each link whose target is not in *tree*; yield it with what it pointed at.

    ReportLab refuses a whole file for one link without a target.
    """
    known = {node_id for element in tree.findall(nodes.Element) for node_id in element["ids"]}
    known |= {entry[2] for node in tree.findall(addnodes.index) for entry in node["entries"]}
    for link in list(tree.findall(nodes.reference)):
        uri = link.get("refuri", "")
        target = link.get("refid") or (uri[1:] if len(uri) > 1 and uri[0] == "#" else None)
        if target and target not in known:
            yield link, target
            link.parent.replace(link, link.children)


def describe(link: nodes.Element) -> tuple[str, str | None]:
    """Return a plain sentence on a link that leads nowhere, and its place."""
    return (
        f"the link '{link.astext()}' leads to nothing in this document; "
        "correct its target or remove the link",
        place_of(link),
    )
