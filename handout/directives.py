"""The directives that chapters are written with; what each is for is in docs/marks.md."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from handout.claim_marks import ClaimDirective
from handout.claim_table import ClaimsDirective
from handout.drawings import Drawing, SideBySideDirective
from handout.edition import edition_of
from handout.nodes import (
    Callout,
    CalloutTitle,
    Cover,
    Downloads,
    FillIn,
    Log,
    OnScreen,
    PictureDescriptions,
    ReadingGrade,
    WriteLines,
)
from handout.ratings import RatingsDirective
from handout.review import review_paragraphs
from handout.score_page import SelfScore, SelfScoreTotals
from handout.signs import HeadingIcon, ListIcons, OnFrontSheet
from handout.webcode import WebCodeDirective

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

# Directive name -> kind of call-out whose title stands in source/labels.toml.
PLAIN_CALLOUTS = (
    "main-message",
    "key-points",
    "call-now",
    "call-us",
    "tell-us",
    "crisis",
    "teach-back",
    "wallet-card",
)


class CalloutDirective(SphinxDirective):
    """A titled box; its kind is the directive's name.

    With ``:on-front-sheet:`` its words stand on the front sheet too.
    """

    has_content = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {"on-front-sheet": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        self.assert_has_content()
        box = Callout(kind=self.name, classes=["callout", self.name])
        box["on_front_sheet"] = "on-front-sheet" in self.options
        self.set_source_info(box)
        box += self.title()
        box += self.parse_content_to_nodes()
        return [box]

    def title(self) -> CalloutTitle:
        """Return the box's title."""
        return CalloutTitle("", edition_of(self.env).labels["callout"][self.name])


class NewWord(CalloutDirective):
    """``.. new-word:: Glutamate``: explains one word where it first stands."""

    required_arguments = 1
    final_argument_whitespace = True

    def title(self) -> CalloutTitle:
        """Return "New word: Glutamate"."""
        title = super().title()
        title.add_word(self.arguments[0])
        self.set_source_info(title)
        return title


class HowSure(CalloutDirective):
    """``.. how-sure:: early``: how good the proof is, in one of five fixed words."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the box with the strength in front of its first sentence."""
        strengths = edition_of(self.env).labels["how-sure"]
        if self.arguments[0] not in strengths:
            raise self.error(
                f"'{self.arguments[0]}' is no strength of proof; use one of {', '.join(strengths)}"
            )
        (box,) = super().run()
        paragraph = next(iter(box.findall(nodes.paragraph)))
        paragraph.parent["strength"] = self.arguments[0]
        return [box]


class Checklist(SphinxDirective):
    """A bullet list whose bullets are boxes to tick."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        items = _only_list(self)
        items["classes"].append("checklist")
        return [items]


class OnScreenDirective(SphinxDirective):
    """``.. on-screen::``: words for the web site only, such as links to pages not printed."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the words in a part of their own."""
        self.assert_has_content()
        return [OnScreen("", *self.parse_content_to_nodes())]


class FillInDirective(SphinxDirective):
    """A bullet list of labels, each with a line to write on."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return one :class:`FillIn` for each label."""
        lines: list[nodes.Node] = []
        for paragraph in _only_list(self).findall(nodes.paragraph):
            line = FillIn(paragraph.rawsource, "", *paragraph.children)
            line.source, line.line = paragraph.source, paragraph.line
            lines.append(line)
        return lines


class WriteLinesDirective(SphinxDirective):
    """``.. write-lines:: 5``: ruled lines, under a ``:label:``."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "label": directives.unchanged_required
    }

    def run(self) -> list[nodes.Node]:
        """Return the label, if any, and the lines."""
        if not re.fullmatch(r"[1-9]\d?", count := self.arguments[0]):
            raise self.error(f"'{count}' is no number of lines; write one from 1 to 99, like 5")
        label = self.options.get("label", "")
        lines = WriteLines(count=directives.positive_int(self.arguments[0]), label=label)
        self.set_source_info(lines)
        return [lines]


class LogDirective(SphinxDirective):
    """``.. log:: Title`` with ``:columns:`` (separated by ``;``) and ``:rows:``."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Callable[[str], Any]]] = {
        "columns": directives.unchanged_required,
        "rows": directives.positive_int,
    }

    def run(self) -> list[nodes.Node]:
        """Return the sentence that says how to use the log, and the log."""
        columns = [name.strip() for name in self.options.get("columns", "").split(";")]
        if not all(columns):
            raise self.error("this log has no columns; add a line like  :columns: Date; Mood")
        log = Log(title=self.arguments[0], columns=columns, rows=self.options.get("rows", 7))
        self.set_source_info(log)
        use = self.parse_content_to_nodes()
        for paragraph in use:
            if isinstance(paragraph, nodes.paragraph):
                paragraph["classes"].append("log-use")
        return [*use, log]


class ReviewStatus(SphinxDirective):
    """Version, dates, and who has reviewed the text, or that nobody has."""

    def run(self) -> list[nodes.Node]:
        """Return the paragraphs."""
        # The version's id, which is told here, changes with every word of every chapter.
        self.env.note_reread()
        paragraphs = review_paragraphs(edition_of(self.env))
        for paragraph in paragraphs:
            self.set_source_info(paragraph)
        return paragraphs


def _marker(node_class: type[nodes.Element]) -> type[SphinxDirective]:
    class Marker(SphinxDirective):
        """Marks a place that the build fills in."""

        def run(self) -> list[nodes.Node]:
            marker = node_class()
            self.set_source_info(marker)
            return [marker]

    return Marker


def _only_list(directive: SphinxDirective) -> nodes.bullet_list:
    content = directive.parse_content_to_nodes()
    if len(content) != 1 or not isinstance(content[0], nodes.bullet_list):
        raise directive.error(
            f"'{directive.name}' needs one list, each line with a star in front, and nothing else"
        )
    return content[0]


DIRECTIVES: dict[str, type[SphinxDirective]] = {
    **dict.fromkeys(PLAIN_CALLOUTS, CalloutDirective),
    "new-word": NewWord,
    "how-sure": HowSure,
    "checklist": Checklist,
    "claim": ClaimDirective,
    "fill-in": FillInDirective,
    "write-lines": WriteLinesDirective,
    "log": LogDirective,
    "claims": ClaimsDirective,
    "ratings": RatingsDirective,
    "on-screen": OnScreenDirective,
    "drawing": Drawing,
    "icon": HeadingIcon,
    "icons": ListIcons,
    "on-front-sheet": OnFrontSheet,
    "side-by-side": SideBySideDirective,
    "review-status": ReviewStatus,
    "self-score": SelfScore,
    "self-score-totals": SelfScoreTotals,
    "reading-grade": _marker(ReadingGrade),
    "cover": _marker(Cover),
    "downloads": _marker(Downloads),
    "web-code": WebCodeDirective,
    "picture-descriptions": _marker(PictureDescriptions),
}
