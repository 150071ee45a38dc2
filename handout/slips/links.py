"""Links, words and sources that lead nowhere, with the name that may have been meant.

Sphinx tells of them too, but only when it writes pages, and without a guess.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sphinx import addnodes
from sphinx.util import docname_join
from sphinxcontrib.bibtex.citation_target import parse_citation_targets

from handout.messages import plain
from handout.near import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils import nodes
    from sphinx.environment import BuildEnvironment

# Places that Sphinx names by itself; nobody means them by a slip.
BUILT_IN = ("genindex", "modindex", "py-modindex", "search")


class Names(NamedTuple):
    """All that links can lead to.

    :ivar places: with a heading, and :ivar spots: with or without; by name.
    """

    places: list[str]
    spots: list[str]
    chapters: list[str]
    terms: list[str]
    sources: list[str]


def names_of(env: BuildEnvironment) -> Names:
    """Return what links in the chapters of *env* can lead to."""
    std: Any = env.domains["std"]
    cite: Any = env.domains["cite"]
    return Names(
        list(std.labels),
        list(std.anonlabels),
        sorted(env.all_docs),
        [name for kind, name in std.objects if kind == "term"],
        list(cite.bibdata.data.entries),
    )


def dead_ends(
    tree: nodes.document, names: Names, docname: str
) -> Iterator[tuple[nodes.Element, str]]:
    """Yield each link of the chapter *tree* that leads nowhere, and what to say of it."""
    for link in tree.findall(addnodes.pending_xref):
        for sentence in _faults(link, names, docname):
            yield link, sentence


def _faults(link: addnodes.pending_xref, names: Names, docname: str) -> Iterator[str]:
    kind, target = link["reftype"], link["reftarget"]
    if kind == "ref":
        yield from _fault_of_ref(link, names)
    elif kind == "doc" and docname_join(docname, target) not in names.chapters:
        yield _told(f"unknown document: '{target}'", target, names.chapters)
    elif kind == "term" and target.lower() not in map(str.lower, names.terms):
        yield _told(f"term not in glossary: '{target}'", target, names.terms)
    elif link["refdomain"] == "cite":
        for source in parse_citation_targets(target):
            if source.key not in names.sources:
                fault = f'could not find bibtex key "{source.key}"'
                yield _told(fault, source.key, names.sources)


def _fault_of_ref(link: addnodes.pending_xref, names: Names) -> Iterator[str]:
    target = link["reftarget"]
    if target not in (names.spots if link["refexplicit"] else names.places):
        if target in names.spots:
            yield (
                f"this link takes its words from a heading, and none stands right below the name "
                f"'{target}'; write its words too, like :ref:`words <{target}>`"
            )
        else:
            known = [name for name in names.places if name not in BUILT_IN]
            yield _told(f"undefined label: '{target}'", target, known)


def _told(fault: str, name: str, known: list[str]) -> str:
    """Return what is said of a *fault*, as Sphinx would tell it, with a guess if there is one."""
    what, todo = plain(fault).split("; ")
    todo = did_you_mean(name, known, todo, "'{}'")
    return f"{what}; {todo}"
