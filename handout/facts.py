"""The clinic's facts as chapters name them, and how each is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from docutils import nodes

from handout.amounts import in_words
from handout.entries import lines_of
from handout.languages import spoken
from handout.nodes import Blank
from handout.profile import link_address, tel
from handout.review import long_date

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from handout.edition import Edition

    # Makes what is shown of a fact, a node for each of its lines or texts.
    Show = Callable[[Any, Edition], list[nodes.Element]]


@dataclass(frozen=True)
class Fact:
    """How one entry of the clinic's file is shown.

    :ivar entry: its name, behind that of its table.
    :ivar between: what stands between its parts in one line.
    :ivar optional: whether its line is left out when nobody told us.
    """

    entry: str
    show: Show
    between: str = ""
    optional: bool = False


def as_typed(element: nodes.Element) -> nodes.Element:
    """Keep Sphinx from turning quotes and dashes in *element* into nicer ones."""
    element["support_smartquotes"] = False
    return element


def is_as_typed(element: nodes.Element) -> bool:
    """Return whether *element* is a clinic's own words."""
    return element.get("support_smartquotes") is False


def _lines(value: str, edition: Edition) -> list[nodes.Element]:
    return _texts(lines_of(value), edition)


def _texts(value: list[str], edition: Edition) -> list[nodes.Element]:
    return [as_typed(nodes.inline("", text)) for text in value]


def _notices(value: str, edition: Edition) -> list[nodes.Element]:
    texts = []
    for code, words in map(spoken, lines_of(value)):
        texts += _texts([words], edition)
        # The form in which docutils hands a language on.
        texts[-1]["classes"] = [f"language-{code}"] if code else []
    return texts


def _phone(value: str, edition: Edition) -> list[nodes.Element]:
    return [as_typed(nodes.reference("", value, refuri=tel(value)))]


def _web(value: str, edition: Edition) -> list[nodes.Element]:
    shown = value.removeprefix("https://").rstrip("/")
    return [as_typed(nodes.reference("", shown, refuri=link_address(value)))]


def _day(value: Any, edition: Edition) -> list[nodes.Element]:
    return [nodes.inline("", long_date(value, edition.language))]


def _hours(value: float, edition: Edition) -> list[nodes.Element]:
    return _minutes(round(value * 60), edition)


def _minutes(value: int, edition: Edition) -> list[nodes.Element]:
    return [nodes.inline("", in_words(value, edition.labels["amount"]))]


LINES, LIST = " · ", ", "
# Name in |clinic-...|, with _ for - -> the fact.
FACTS = {
    "name": Fact("name", _lines),
    "phone": Fact("phone", _phone),
    "after_hours": Fact("after_hours", _phone),
    "hours": Fact("hours", _lines, LINES, optional=True),
    "address": Fact("address", _lines, LINES),
    "web": Fact("web", _web),
    "feedback": Fact("feedback", _lines),
    "funding": Fact("funding", _lines),
    "language_help": Fact("language_help", _notices, LINES, optional=True),
    "forms": Fact("visit.forms", _texts, LIST),
    "no_food": Fact("visit.no_food_hours", _hours),
    "no_drink": Fact("visit.no_drink_hours", _hours),
    "arrive_early": Fact("visit.arrive_early_minutes", _minutes),
    "stay": Fact("visit.stay_hours", _hours),
    "escort": Fact("visit.escort", _lines),
    "driving": Fact("visit.driving", _lines),
    "visits": Fact("visit.visits", _lines),
    "blood_pressure": Fact("visit.blood_pressure", _lines),
    "bring": Fact("visit.bring", _texts, LIST, optional=True),
    "reviewer": Fact("review.name", _lines),
    "reviewer_credentials": Fact("review.credentials", _lines),
    "review_date": Fact("review.date", _day),
    "next_review": Fact("review.next", _day),
}


def fact_parts(edition: Edition, key: str) -> list[nodes.Element]:
    """Return what is shown of the fact *key*, part by part; nothing if nobody told us."""
    value: Any = edition.profile
    for name in FACTS[key].entry.split("."):
        value = getattr(value, name, None)
    return [] if value is None else FACTS[key].show(value, edition)


def fact_nodes(edition: Edition, key: str) -> list[nodes.Node]:
    """Return the document nodes that show the fact *key* in a line; a blank if need be."""
    parts = fact_parts(edition, key)
    if not parts:
        return [Blank("", words=edition.words["ask"], label=edition.labels["facts"][key])]
    joined: list[nodes.Node] = [parts[0]]
    for part in parts[1:]:
        joined += [nodes.Text(FACTS[key].between), part]
    return joined
