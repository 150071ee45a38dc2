"""Finishes a tagged file: the metadata that PDF/UA and PDF/A ask for, in little space."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import pikepdf
from PIL import ImageCms

from rst2pdf_tagged.standards import PDFUA

if TYPE_CHECKING:
    from rst2pdf_tagged.standards import Standard

# Where the ICC profile says when it was made.
DATE_IN_PROFILE = slice(24, 36)
SOME_DATE = bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])


def finished(data: bytes, language: str, standard: Standard) -> bytes:
    """Return a tagged file with what makes it PDF/UA and PDF/A.

    :param data: the file, with its structure tree.
    :param language: of the document, as in "en-US".
    :param standard: the parts of both that the file is to follow.
    """
    output = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = pikepdf.Name.S
        pdf.Root.Lang = pikepdf.String(language)
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.OutputIntents = [_output_intent(pdf)]
        _write_metadata(pdf, standard)
        pdf.save(
            output,
            min_version=standard.version,
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


def _write_metadata(pdf: pikepdf.Pdf, standard: Standard) -> None:
    """Write title, author and the rest a second time, as XMP, with both standards' marks."""
    # XMP has no word for it, and PDF/A wants both to say the same.
    if "/Trapped" in pdf.docinfo:
        del pdf.docinfo["/Trapped"]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)
        metadata.register_xml_namespace(PDFUA, "pdfuaid")
        for name, value in standard.marks.items():
            metadata[name] = value
    if not standard.info:
        del pdf.docinfo
    written: Any = pdf.Root.Metadata
    packet = written.read_bytes().replace(b"</rdf:RDF>", standard.schema.encode() + b"</rdf:RDF>")
    pdf.Root.Metadata = pdf.make_stream(
        packet, Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML
    )
