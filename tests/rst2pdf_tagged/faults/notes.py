"""Faults of notes: their names, their labels and the way to them."""

from __future__ import annotations

from typing import Any

import pikepdf

from tests.rst2pdf_tagged.faults.catalogue import fault
from tests.rst2pdf_tagged.faults.edits import find, mark_differently, rename
from tests.rst2pdf_tagged.faults.link_edits import annotation


def _source(pdf: pikepdf.Pdf) -> Any:
    return find(pdf, "Note", "Li2010")


def _names(pdf: pikepdf.Pdf) -> Any:
    """Return the names in the tree of IDs, each followed by its element."""
    names = pdf.Root.StructTreeRoot.IDTree.Kids[0].Names
    assert [str(name) for name in list(names)[::2]] == ["note-1", "note-2"]
    return names


@fault("notes")
def note_without_a_name(pdf: pikepdf.Pdf) -> None:
    """A note has no ID, and the tree of IDs still has it."""
    del _source(pdf).ID


@fault("notes")
def note_without_any_name(pdf: pikepdf.Pdf) -> None:
    """A note has no ID at all."""
    del _source(pdf).ID
    del _names(pdf)[3]
    del _names_left(pdf)[2]


def _names_left(pdf: pikepdf.Pdf) -> Any:
    leaf = pdf.Root.StructTreeRoot.IDTree.Kids[0]
    leaf.Limits = pikepdf.Array([pikepdf.String("note-1"), pikepdf.String("note-1")])
    return leaf.Names


@fault("notes")
def notes_with_one_name(pdf: pikepdf.Pdf) -> None:
    """Two notes have the same ID."""
    _source(pdf).ID = find(pdf, "Note", "1The words").ID


@fault("notes")
def name_is_not_in_the_tree(pdf: pikepdf.Pdf) -> None:
    """The ID of a note is not in the tree of IDs."""
    del _names(pdf)[3]
    del _names_left(pdf)[2]


@fault("notes")
def names_lead_to_each_other(pdf: pikepdf.Pdf) -> None:
    """The tree of IDs has each of two notes under the other's ID."""
    names = _names(pdf)
    names[1], names[3] = names[3], names[1]


@fault("notes")
def name_leads_elsewhere(pdf: pikepdf.Pdf) -> None:
    """The tree of IDs has a paragraph under the ID of a note."""
    _names(pdf)[3] = find(pdf, "P", "Un p")


@fault("notes")
def tree_of_names_missing(pdf: pikepdf.Pdf) -> None:
    """There is no tree of IDs, though notes have IDs."""
    del pdf.Root.StructTreeRoot.IDTree


@fault("notes")
def note_without_a_label(pdf: pikepdf.Pdf) -> None:
    """A note's label is a paragraph."""
    rename(find(pdf, "Lbl", "Li2010"), "P")


@fault("notes")
def note_with_a_silent_label(pdf: pikepdf.Pdf) -> None:
    """A note's label is an artifact: nobody hears which note it is."""
    mark_differently(pdf, find(pdf, "Lbl", "Li2010"), b"/Artifact BMC")


@fault("notes")
def no_way_to_a_note(pdf: pikepdf.Pdf) -> None:
    """No link leads to a note: the one that did leads to another section."""
    annotation(pdf, "[Li2010]").Dest = annotation(pdf, "Second").Dest


@fault("notes")
def way_to_the_wrong_note(pdf: pikepdf.Pdf) -> None:
    """The link to a note leads to the note below it."""
    annotation(pdf, "1").Dest = annotation(pdf, "[Li2010]").Dest
