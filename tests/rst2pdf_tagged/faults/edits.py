"""Finds and changes parts of a tagged file; what is not there fails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

SEQUENCE = re.compile(rb"<</MCID (\d+)>> BDC(.*?)EMC", re.DOTALL)
SHOWN = re.compile(rb"\(((?:\\.|[^\\()])*)\)\s*Tj")
# Elements that mean something although nothing is in them.
CELLS = {"/TD", "/TH", "/TR"}


# ---- the structure tree


def document(pdf: pikepdf.Pdf) -> Any:
    """Return the element at the top."""
    return pdf.Root.StructTreeRoot.K


def kids(element: Any) -> list[Any]:
    """Return what stands in *element*."""
    return list(element.get("/K", []))


def is_element(kid: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and "/S" in kid


def walk(element: Any) -> Iterator[Any]:
    """Yield *element* and all elements in it, in reading order."""
    yield element
    for kid in kids(element):
        if is_element(kid):
            yield from walk(kid)


def elements(pdf: pikepdf.Pdf, *roles: str) -> list[Any]:
    """Return all elements, or those called one of *roles*."""
    found = [e for e in walk(document(pdf)) if not roles or str(e.S)[1:] in roles]
    assert found
    return found


def find(pdf: pikepdf.Pdf, role: str, words: str = "") -> Any:
    """Return the first element called *role* whose words begin with *words*."""
    texts = texts_of(pdf)
    found = (e for e in elements(pdf, role) if words_in(pdf, e, texts).startswith(words))
    element = next(found, None)
    assert element is not None, (role, words)
    return element


def set_kids(element: Any, new: list[Any]) -> None:
    """Put *new* into *element*, in place of what was there."""
    element.K = pikepdf.Array(new)
    for kid in new:
        if is_element(kid):
            kid.P = element


def place(element: Any) -> int:
    """Return the place of *element* in its parent."""
    return next(
        i for i, kid in enumerate(element.P.K) if is_element(kid) and kid.objgen == element.objgen
    )


def remove(element: Any) -> None:
    """Take *element* out of its parent, and the parent too if nothing is left in it."""
    parent = element.P
    del parent.K[place(element)]
    if not len(parent.K) and str(parent.S) not in CELLS:
        remove(parent)


def move(element: Any, parent: Any, at: int) -> None:
    """Move *element* into *parent*, at the place *at*."""
    remove(element)
    parent.K.insert(at, element)
    element.P = parent


def swap(one: Any, other: Any) -> None:
    """Let two elements that are not in each other change places."""
    assert one.objgen != other.objgen
    here, there = (one.P, place(one)), (other.P, place(other))
    here[0].K[here[1]], there[0].K[there[1]] = other, one
    one.P, other.P = there[0], here[0]


def dissolve(element: Any) -> None:
    """Put what is in *element* in its place; it holds no sequences of its own."""
    parent, at = element.P, place(element)
    inside = kids(element)
    assert all(is_element(kid) for kid in inside)
    set_kids(parent, [*kids(parent)[:at], *inside, *kids(parent)[at + 1 :]])


def new_element(pdf: pikepdf.Pdf, role: str, parent: Any, at: int, **entries: Any) -> Any:
    """Make an empty element in *parent*, at the place *at*."""
    new = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.StructElem,
            S=pikepdf.Name("/" + role),
            P=parent,
            K=pikepdf.Array(),
            **entries,
        )
    )
    parent.K.insert(at, new)
    return new


def wrap(pdf: pikepdf.Pdf, element: Any, role: str) -> Any:
    """Put a new element around *element*."""
    around = new_element(pdf, role, element.P, place(element))
    del around.P.K[place(element)]
    set_kids(around, [element])
    return around


def rename(element: Any, role: str) -> None:
    """Call *element* something else."""
    assert str(element.S) != "/" + role
    element.S = pikepdf.Name("/" + role)


def attributes(element: Any) -> Any:
    """Return the attributes of *element*, which has one dictionary of them."""
    (only,) = element.A
    return only


# ---- marked sequences


def page_numbers(pdf: pikepdf.Pdf) -> dict[Any, int]:
    return {page.objgen: number for number, page in enumerate(pdf.pages)}


def sequences(pdf: pikepdf.Pdf, element: Any) -> list[tuple[int, int]]:
    """Return page and number of each sequence in *element*, in reading order."""
    pages = page_numbers(pdf)
    found = []
    for kid in kids(element):
        if isinstance(kid, int):
            found.append((pages[element.Pg.objgen], kid))
        elif "/MCID" in kid:
            found.append((pages[kid.Pg.objgen], int(kid.MCID)))
        elif is_element(kid):
            found += sequences(pdf, kid)
    return found


def texts_of(pdf: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """Return the text of each sequence, by page and number."""
    return {
        (number, int(mcid)): b"".join(_plain(shown) for shown in SHOWN.findall(inside)).decode(
            "latin-1"
        )
        for number, page in enumerate(pdf.pages)
        for mcid, inside in SEQUENCE.findall(page.Contents.read_bytes())
    }


def _plain(shown: bytes) -> bytes:
    return re.sub(
        rb"\\(\d{3}|.)",
        lambda hit: bytes([int(hit[1], 8)]) if len(hit[1]) > 1 else hit[1],
        shown,
    )


def words_in(pdf: pikepdf.Pdf, element: Any, texts: dict[tuple[int, int], str]) -> str:
    return "".join(texts.get(spot, "") for spot in sequences(pdf, element))


def row(pdf: pikepdf.Pdf, key: int) -> Any:
    """Return what the parent tree has under *key*."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return numbers[row_place(pdf, key)]


def row_place(pdf: pikepdf.Pdf, key: int) -> int:
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    return next(i + 1 for i in range(0, len(numbers), 2) if int(numbers[i]) == key)


def unclaim(pdf: pikepdf.Pdf, page: int, mcid: int) -> None:
    """Take a sequence out of the tree and the parent tree, with what is empty without it."""
    parents = row(pdf, int(pdf.pages[page].StructParents))
    owner = parents[mcid]
    at = next(
        i
        for i, kid in enumerate(owner.K)
        if kid == mcid or (isinstance(kid, pikepdf.Dictionary) and kid.get("/MCID") == mcid)
    )
    del owner.K[at]
    parents[mcid] = None
    if not len(owner.K) and str(owner.S) not in CELLS:
        remove(owner)


def mark_differently(pdf: pikepdf.Pdf, element: Any, how: bytes) -> None:
    """Begin the sequences in *element* with *how*, such as artifacts, and forget them."""
    spots = sequences(pdf, element)
    assert spots
    for page, mcid in spots:
        recode(pdf, page, rb"/\w+ <</MCID %d>> BDC" % mcid, how)
        unclaim(pdf, page, mcid)


# ---- the code of pages


def recode(pdf: pikepdf.Pdf, page: int, pattern: bytes, replacement: bytes) -> None:
    """Change the first place in the code of a page that looks like *pattern*."""
    contents = pdf.pages[page].Contents
    old = contents.read_bytes()
    new, count = re.subn(pattern, replacement, old, count=1)
    assert count == 1, pattern
    assert new != old
    contents.write(new)


def draw(pdf: pikepdf.Pdf, page: int, code: bytes) -> None:
    """Draw something more at the end of a page."""
    contents = pdf.pages[page].Contents
    contents.write(contents.read_bytes() + b"\n" + code + b"\n")
