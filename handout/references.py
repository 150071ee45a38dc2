"""The numbered list of sources: few authors, title, where, when, and a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils.nodes import citation
from pybtex.backends.plaintext import Backend as PlainText
from pybtex.plugin import register_plugin
from pybtex.richtext import Text
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style
from pybtex.style.template import field, first_of, href, join, node, optional, sentence
from sphinxcontrib.bibtex.transforms import BibliographyTransform

from handout.locales import ENGLISH, IN_ENGLISH

if TYPE_CHECKING:
    from typing import Any

    from pybtex.database import Entry, Person

MOST_AUTHORS = 1


@node  # type: ignore[untyped-decorator]
def few_authors(children: list[Any], context: dict[str, Any]) -> Text:
    """Return the first author, and whether there are more ("Li N and others")."""
    persons = context["entry"].persons["author"]
    named = [person for person in persons if str(person) != "others"]
    more = len(named) < len(persons) or len(named) > MOST_AUTHORS
    names = [short_name(person) for person in named[:MOST_AUTHORS]]
    return Text(" ".join([*names, "and others"] if more else names))


def short_name(person: Person) -> str:
    """Return "Murrough JW" for James W. Murrough; the name as it is for a body."""
    last = " ".join([*person.prelast_names, *person.last_names, *person.lineage_names])
    initials = "".join(name[0] for name in [*person.first_names, *person.middle_names])
    return f"{last} {initials}".strip()


def in_short(entry: Entry) -> str:
    """Return a source in a few words: "Murrough JW and others, 2013"; a body's by its title."""
    persons = entry.persons.get("author", [])
    names = [short_name(person) for person in persons[:MOST_AUTHORS]]
    name = " and others".join([*names, ""][: len(persons)]) if names else entry.fields["title"]
    return ", ".join(filter(None, [name, entry.fields.get("year")]))


class HandoutStyle(Style):
    """Numbered in the order of first mention; articles and other sources in one form."""

    def get_article_template(self, entry: Entry) -> Any:
        """Return the template of one source."""
        where = first_of[
            optional[field("journal")],
            optional[field("organization")],
            optional[field("howpublished")],
        ]
        return toplevel[
            sentence[few_authors()] if "author" in entry.persons else "",
            sentence(capfirst=False)[title(entry)],
            optional[sentence(capfirst=False)[where]],
            optional[sentence[when(entry)]],
            optional[sentence(capfirst=False)[field("note", raw=True)]],
            link(),
        ]

    get_misc_template = get_article_template


def title(entry: Entry) -> Any:
    """Return the title; what stands behind its colon only where no DOI leads to the paper."""
    if "doi" in entry.fields:
        return field("title", raw=True, apply_func=before_colon)
    return field("title", raw=True)


def before_colon(words: str) -> str:
    """Return a title's first part: "Ketamine use" of "Ketamine use: a review"."""
    return words.partition(": ")[0]


def when(entry: Entry) -> Any:
    """Return the year; volume, number and pages only where no DOI leads to the paper."""
    if "doi" in entry.fields:
        return field("year")
    return join[
        field("year"),
        optional[join["; ", field("volume")]],
        optional[join["(", field("number"), ")"]],
        optional[join[":", field("pages")]],
    ]


def link() -> Any:
    """Return the DOI or, failing that, the web address, as a link; or nothing."""
    doi, url = field("doi", raw=True), field("url", raw=True)
    return first_of[
        optional[href(join["https://doi.org/", doi])[join["doi.org/", doi]]],
        optional[href(url)[url]],
        "",
    ]


class RepeatableBibliography(BibliographyTransform):
    """Makes the list of sources anew for each PDF of a build.

    The original fills nodes that it keeps with the environment, so that a second document
    has every source twice, under ids that the first one has changed.
    """

    # Before the original (5), which then finds nothing left to do.
    default_priority = 4

    def run(self, **options: Any) -> None:
        """Put copies of the kept nodes in the places of the lists; sources are in English."""
        domain: Any = self.env.domains["cite"]
        lists = [value.citation_nodes for value in domain.bibliographies.values()]
        kept = [dict(nodes) for nodes in lists]
        for nodes in lists:
            nodes.update({key: source.deepcopy() for key, source in nodes.items()})
        super().run(**options)
        if self.config.language != ENGLISH:
            for source in self.document.findall(citation):
                source["classes"].append(IN_ENGLISH)
        for nodes, originals in zip(lists, kept, strict=True):
            nodes.update(originals)


register_plugin("pybtex.style.formatting", "handout", HandoutStyle)
# Asked for at every mark of a source.  Registered, it is found at once; else each search reads
# a file of every package that is installed, for each PDF a third of a second in all.
register_plugin("pybtex.backends", "plaintext", PlainText, force=True)
