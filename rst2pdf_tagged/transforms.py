"""Small repairs of the assembled document that rst2pdf needs before it draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docutils import nodes
from rst2pdf.pdfbuilder import PDFBuilder
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

if TYPE_CHECKING:
    from typing import Any


SIGNATURE_MARKS = ("default_value", "keyword-only-separator", "positional-only-separator")


class PdfPostTransform(SphinxPostTransform):
    """Runs for the ``pdf`` builder only, on the whole assembled document."""

    builders = ("pdf",)
    # After Sphinx has resolved every cross reference (priority 10) and moved ids about.
    default_priority = 900


class DropBackLinks(PdfPostTransform):
    """Removes the links from a citation back to its places in the text.

    rst2pdf draws no anchor for a citation's places, so that ReportLab refuses the whole
    file (or, worse, links to a same-named id elsewhere).  Back links serve nobody on paper.
    """

    def run(self, **kwargs: Any) -> None:
        """Empty ``backrefs`` of every citation."""
        for citation in self.document.findall(nodes.citation):
            citation["backrefs"] = []


class DropReferenceStyling(PdfPostTransform):
    """Removes Sphinx's marker classes (``std``, ``doc``) inside links.

    rst2pdf takes them for style names, warns, and prints the link in plain black (#805).
    """

    def run(self, **kwargs: Any) -> None:
        """Empty ``classes`` of inline nodes below a reference."""
        for reference in self.document.findall(nodes.reference):
            for inline in reference.findall(nodes.inline):
                inline["classes"] = []


class DropSignatureStyling(PdfPostTransform):
    """Removes Sphinx's marker classes inside signatures.

    rst2pdf takes them for style names and warns of what no author has written.
    """

    def run(self, **kwargs: Any) -> None:
        """Take the markers out of ``classes`` of the parts of every list of parameters."""
        for parameters in self.document.findall(addnodes.desc_parameterlist):
            for part in parameters.findall(nodes.inline):
                part["classes"] = [name for name in part["classes"] if name not in SIGNATURE_MARKS]


class WrapLooseText(PdfPostTransform):
    """Puts text that stands in a body without a paragraph into one (Sphinx's ``confval``).

    rst2pdf prints only the paragraphs of a body.
    """

    def run(self, **kwargs: Any) -> None:
        """Wrap what is in each body of a field, if it begins with a part of a line."""
        for body in self.document.findall(nodes.field_body):
            if body.children and isinstance(body[0], (nodes.Text, nodes.Inline)):
                text = nodes.paragraph("", "", *body.children)
                text.source, text.line = body.source, body.line
                body.children = []
                body += text


class RoundPercentWidths(PdfPostTransform):
    """Rounds ``:width: 62.5%``: rst2pdf reads whole percents only and drops the picture."""

    def run(self, **kwargs: Any) -> None:
        """Round every picture's and figure's width given in percent."""
        for node in self.document.findall(nodes.Element):
            width = node.get("width")
            if isinstance(width, str) and width.endswith("%") and "." in width:
                node["width"] = f"{round(float(width[:-1]))}%"


class ChoosePicture(PdfPostTransform):
    """Chooses a file for ``picture.*``, which Sphinx leaves to the builder."""

    def run(self, **kwargs: Any) -> None:
        """Take the best of the kinds of file that rst2pdf can draw."""
        for node in self.document.findall(nodes.image):
            found: dict[str, str] = node.get("candidates", {})
            kinds = [kind for kind in PDFBuilder.supported_image_types if kind in found]
            if "*" not in found and kinds:
                node["uri"] = found[kinds[0]]


class KeepGrammarTargets(PdfPostTransform):
    """Lets links to a grammar's rules lead to the grammar; rst2pdf has no place for them."""

    def run(self, **kwargs: Any) -> None:
        """Move the ids in every grammar to a target in front of it."""
        for grammar in list(self.document.findall(addnodes.productionlist)):
            target = nodes.target()
            for element in grammar.findall(nodes.Element):
                target["ids"] += element["ids"]
                element["ids"] = []
            grammar.parent.insert(grammar.parent.index(grammar), target)


TRANSFORMS = (
    *(ChoosePicture, DropBackLinks, DropReferenceStyling, DropSignatureStyling),
    *(KeepGrammarTargets, RoundPercentWidths, WrapLooseText),
)
