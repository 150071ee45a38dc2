"""On the web, makes "call 911", "text 988" and "988lifeline.org" something to tap."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from handout.appendices import is_appendix
from handout.nodes import Callout

if TYPE_CHECKING:
    from typing import Any

CALL, TEXT, CHAT = "tel:", "sms:", "https://"
# "Call or text 988" becomes two links; all other phrases one.
PHRASES = re.compile(
    r"\b(?P<both>call)(?= or text (?P<later>\d+))"
    r"|\b(?P<call>call (?P<called>911|988))\b"
    r"|\b(?P<text>text (?:AYUDA to )?(?P<texted>988|838255))\b"
    r"|(?P<site>988lifeline\.org)",
    re.IGNORECASE,
)
# A link inside a link is not allowed; a heading is a link in the list of contents.
LEFT_ALONE = (nodes.reference, nodes.title, nodes.literal)
# A call-out that only asks the reader what to do.
QUESTIONS = "teach-back"


def phone_links(words: str) -> list[nodes.Node]:
    """Return *words* with each phrase that says whom to call, text or chat with as a link."""
    parts: list[nodes.Node] = []
    end = 0
    for match in PHRASES.finditer(words):
        scheme = TEXT if match["text"] else CHAT if match["site"] else CALL
        whom = match["later"] or match["called"] or match["texted"] or match["site"]
        parts += [nodes.Text(words[end : match.start()])] if match.start() > end else []
        parts.append(nodes.reference("", match[0], refuri=scheme + whom, classes=["phone"]))
        end = match.end()
    return [*parts, nodes.Text(words[end:])] if end < len(words) else parts


class LinkPhones(SphinxPostTransform):
    """Links emergency numbers; paper has nothing to tap, and clinicians read them as quotes."""

    default_priority = 600
    formats: tuple[str, ...] = ("html",)

    def run(self, **kwargs: Any) -> None:
        """Replace the words of every text that names such a number."""
        if is_appendix(self.env, self.env.docname):
            return
        for text in list(self.document.findall(nodes.Text)):
            if PHRASES.search(text) and not _is_left_alone(text):
                text.parent.replace(text, phone_links(text.astext()))


class TriedPhoneLinks(LinkPhones):
    """Links the same words where web addresses are tried: the chat's must answer, too."""

    formats = ()
    builders = ("linkcheck",)


def _is_left_alone(node: nodes.Node) -> bool:
    while (node := node.parent) is not None:
        if isinstance(node, LEFT_ALONE):
            return True
        if isinstance(node, Callout) and node["kind"] == QUESTIONS:
            return True
    return False


def setup(app: Any) -> None:
    """Register the transforms."""
    app.add_post_transform(LinkPhones)
    app.add_post_transform(TriedPhoneLinks)
