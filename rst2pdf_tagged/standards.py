"""What each part of PDF/UA asks of a file: all that differs between the two is said here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from docutils import nodes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rst2pdf.createpdf import RstToPdf

PDFUA = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
PROPERTY = "http://www.aiim.org/pdfa/ns/property#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

# PDF/A-2 knows no "pdfuaid", so the file has to say what it is (ISO 19005-2, 6.6.2.3).
EXTENSION_SCHEMA = f"""
<rdf:Description xmlns:rdf="{RDF}" rdf:about="" xmlns:pdfaExtension="{EXTENSION}"
  xmlns:pdfaSchema="{SCHEMA}" xmlns:pdfaProperty="{PROPERTY}">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>{PDFUA}</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""

# The elements of PDF 2.0 (ISO 32000-2, 14.8.6).  Others that are written, such as TOC and
# Code, are known to PDF 1.7 only, whose namespace is that of elements that name none.
PDF_2_ELEMENTS = frozenset(
    {
        *("Document", "DocumentFragment", "Part", "Sect", "Div", "Aside", "NonStruct"),
        *("P", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "FENote", "Sub", "Caption"),
        *("Lbl", "Span", "Em", "Strong", "Link", "Annot", "Form", "Figure", "Formula"),
        *("L", "LI", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Artifact"),
    }
)


@dataclass(frozen=True)
class Standard:
    """One part of PDF/UA, with the part of PDF/A that goes with it.

    :ivar version: of PDF.
    :ivar marks: what the metadata says of the file, in order.
    :ivar schema: metadata that explains the marks.
    :ivar info: whether the file has a document information dictionary beside its metadata.
    :ivar namespace: the namespace of the elements in ``members``.
    :ivar role_map: names that PDF 1.7 does not know, and what they are to it.
    :ivar names: elements that have another name here.
    :ivar spans: the elements that inline nodes become.
    :ivar list_kind: how lists are numbered that are neither numbered nor bulleted.
    :ivar caption_group: what holds a caption and the thing that it is the caption of.
    :ivar not_in: for an element, those that it must not lie in; it becomes a Div there.
    :ivar refers: whether elements say which others they refer to, and links lead to elements.
    """

    version: str
    marks: Mapping[str, str]
    schema: str = ""
    info: bool = True
    namespace: str | None = None
    members: frozenset[str] = frozenset()
    role_map: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[type[nodes.Element], str] = field(default_factory=dict)
    list_kind: str | None = None
    caption_group: str | None = None
    not_in: Mapping[str, frozenset[str]] = field(default_factory=dict)
    refers: bool = False


STANDARDS = {
    # PDF/UA-1 and PDF/A-2a.
    1: Standard(
        version="1.7",
        marks={"pdfaid:part": "2", "pdfaid:conformance": "A", f"{{{PDFUA}}}part": "1"},
        schema=EXTENSION_SCHEMA,
        role_map={"Aside": "Div", "Title": "P"},
        spans={nodes.literal: "Code"},
    ),
    # PDF/UA-2 and PDF/A-4, which has no levels and asks for no schema.
    2: Standard(
        version="2.0",
        marks={
            **{"pdfaid:part": "4", "pdfaid:rev": "2020"},
            **{f"{{{PDFUA}}}part": "2", f"{{{PDFUA}}}rev": "2024"},
        },
        # ISO 19005-4, 6.1.3.
        info=False,
        namespace="http://iso.org/pdf2/ssn",
        members=PDF_2_ELEMENTS,
        # Read by those only that do not know namespaces.
        role_map={"Aside": "Div", "Title": "P", "FENote": "Note", "Em": "Span", "Strong": "Span"},
        # ISO 14289-2, 8.2.5.14.
        names={"Note": "FENote"},
        spans={nodes.literal: "Code", nodes.emphasis: "Em", nodes.strong: "Strong"},
        # ISO 14289-2, 8.2.5.25; the terms of a glossary, the names of fields and options.
        list_kind="Description",
        # ISO 14289-2, 8.2.5.27: first or last; to that rule, a Div is not there.
        caption_group="Aside",
        # ISO/TS 32005, of what a box may lie in.
        not_in={"Aside": frozenset({"Aside", "BlockQuote", "Index", "TD", "TH", "P", "LI"})},
        # ISO 14289-2, 8.2.5.8, 8.2.5.14 and 8.8.
        refers=True,
    ),
}


def standard_of(client: RstToPdf) -> Standard:
    """Return the part that the document is to follow: its setting ``pdf_ua``."""
    return STANDARDS[getattr(client.doctree.settings, "pdf_ua", 1)]


def span_role(standard: Standard, node: nodes.Node) -> str:
    """Return the element that an inline *node* becomes."""
    return next((role for kind, role in standard.spans.items() if isinstance(node, kind)), "Span")
