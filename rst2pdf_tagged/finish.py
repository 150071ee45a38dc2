"""Finishes a tagged file: the metadata that PDF/UA and PDF/A ask for, in little space."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pikepdf
from PIL import ImageCms

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
# Where the ICC profile says when it was made.
DATE_IN_PROFILE = slice(24, 36)
SOME_DATE = bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])


def finished(data: bytes, language: str) -> bytes:
    """Return a tagged file with what makes it PDF/UA-1 and PDF/A-2a.

    :param data: the file, with its structure tree.
    :param language: of the document, as in "en-US".
    """
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = pikepdf.Name.S
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.OutputIntents = [_output_intent(pdf)]
        _write_metadata(pdf)
        pdf.save(
            output,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            preserve_pdfa=True,
            deterministic_id=True,
        )
    return output.getvalue()


def _output_intent(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """Return what says that the colours are those of a screen (ISO 19005-2, 6.2.3)."""
    profile = pdf.make_stream(srgb_profile(), N=3)
    return pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.OutputIntent,
            S=pikepdf.Name.GTS_PDFA1,
            OutputConditionIdentifier="sRGB",
            Info="sRGB",
            DestOutputProfile=profile,
        )
    )


@cache
def srgb_profile() -> bytes:
    """Return the ICC profile of sRGB, the same at every time."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[DATE_IN_PROFILE] = SOME_DATE
    return bytes(profile)


def _write_metadata(pdf: pikepdf.Pdf) -> None:
    """Write title, author and the rest a second time, as XMP, with both standards' marks."""
    # XMP has no word for it, and PDF/A wants both to say the same.
    if "/Trapped" in pdf.docinfo:
        del pdf.docinfo["/Trapped"]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)
        metadata["pdfaid:part"] = "2"
        metadata["pdfaid:conformance"] = "A"
        metadata.register_xml_namespace(PDFUA, "pdfuaid")
        metadata[f"{{{PDFUA}}}part"] = "1"
    written: Any = pdf.Root.Metadata
    packet = written.read_bytes().replace(b"</rdf:RDF>", EXTENSION_SCHEMA.encode() + b"</rdf:RDF>")
    pdf.Root.Metadata = pdf.make_stream(
        packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
