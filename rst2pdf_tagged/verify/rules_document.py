"""Rules about the whole file: what it says of itself, and its bookmarks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf

from rst2pdf_tagged.verify.access import box, entry, inherited, is_dictionary, text
from rst2pdf_tagged.verify.destinations import target_fault
from rst2pdf_tagged.verify.file import Finding, TaggedFile
from rst2pdf_tagged.verify.roles import HEADINGS
from rst2pdf_tagged.verify.rules_targets import leads_to, tops

if TYPE_CHECKING:
    from collections.abc import Iterator

PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
TITLE = "{http://purl.org/dc/elements/1.1/}title"
# A language, and what narrows it down (BCP 47, 2.1).
LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|\d{3}))?(-[a-zA-Z\d]{4,8})*")


def metadata(file: TaggedFile) -> Iterator[Finding]:
    """Check that the file says what it is: tagged, its title, language and standard."""
    root = file.pdf.Root
    if entry(root, "/MarkInfo", "/Marked") is not True:
        yield Finding(None, "document", "the file does not say that it is tagged")
    if entry(root, "/MarkInfo", "/Suspects") is True:
        yield Finding(None, "document", "the file says that its tags are suspect")
    if entry(root, "/ViewerPreferences", "/DisplayDocTitle") is not True:
        yield Finding(None, "document", "the window shows the file's name, not its title")
    if not LANGUAGE.fullmatch(text(entry(root, "/Lang")) or ""):
        yield Finding(None, "document", "the file does not say which language it is in")
    if file.pdf.is_encrypted and not file.pdf.allow.accessibility:
        yield Finding(None, "document", "the file forbids screen readers to read it")
    for element in file.elements:
        language = text(entry(element.obj, "/Lang"))
        if language is not None and not LANGUAGE.fullmatch(language):
            page = file.first_page(element)
            yield Finding(page, "document", f"there is no language {language!r}")
    for number, dictionary in enumerate(file.dictionaries, 1):
        if box(inherited(dictionary, "/MediaBox")) is None:
            yield Finding(number, "document", "the page has no size")
    yield from _packet(file)


def _packet(file: TaggedFile) -> Iterator[Finding]:
    """Look at the metadata packet (XMP)."""
    try:
        # Outside of a block, nothing is written back.
        packet = file.pdf.open_metadata(strict=True)
        title = str(packet.get(TITLE, "")).strip()
        part = str(packet.get(f"{PDFUA}part", ""))
    except (pikepdf.PdfError, SyntaxError, ValueError, TypeError):
        yield Finding(None, "document", "the file's metadata (XMP) cannot be read")
        return
    if not title:
        yield Finding(None, "document", "the file has no title")
    known = text(entry(file.pdf.trailer, "/Info", "/Title"))
    if title and known is not None and known.strip() != title:
        yield Finding(None, "document", f"the file has two titles: {title!r} and {known!r}")
    if part != ("2" if file.tree.is_2 else "1"):
        yield Finding(None, "document", "the file does not claim the PDF/UA of its PDF version")


# -- Bookmarks ----------------------------------------------------------------------------


def outline(file: TaggedFile) -> Iterator[Finding]:
    """Check that each bookmark is a heading, leads to it, and is as deep as its fellows."""
    headings = [e for e in file.elements if e.kind in HEADINGS | {"Title"}]
    spots = tops(file, headings)
    kinds: dict[str, list[str]] = {}
    for heading in headings:
        for words in {file.words(heading), file.words(heading, pictures=False)}:
            kinds.setdefault(words, []).append(heading.kind)
    # What the headings of one depth can be; equal titles leave it open.
    levels: dict[int, set[str]] = {}
    for depth, item in _bookmarks(file):
        title = " ".join((text(entry(item, "/Title")) or "").split())
        fault = target_fault(file, item)
        found = kinds.get(title, [])
        if depth < 0:
            yield Finding(None, "outline", f"the bookmark {title!r} comes twice")
        elif fault:
            yield Finding(None, "outline", f"the bookmark {title!r} {fault}")
        elif not found:
            yield Finding(None, "outline", f"the bookmark {title!r} is no heading")
        elif not leads_to(file, item, spots.get(title, [])):
            yield Finding(None, "outline", f"the bookmark {title!r} leads away from its heading")
        elif common := levels.get(depth, set(found)) & set(found):
            levels[depth] = common
        else:
            yield Finding(None, "outline", f"the bookmark {title!r} is as deep as other headings")


def _bookmarks(file: TaggedFile) -> Iterator[tuple[int, Any]]:
    """Yield depth and dictionary of each bookmark, in order; one met again has depth -1."""
    left = [(0, entry(file.pdf.Root, "/Outlines", "/First"))]
    seen: set[tuple[int, int]] = set()
    while left:
        depth, item = left.pop()
        if not is_dictionary(item):
            continue
        if item.objgen in seen:
            yield -1, item
            continue
        seen.add(item.objgen)
        yield depth, item
        left += [(depth, entry(item, "/Next")), (depth + 1, entry(item, "/First"))]
