"""Faults to put into a good tagged file, by which the checker is judged.

They are written for the file that ``tests/roots/test-structure`` makes, and independently of
the checker: from the standards, and from what a listener needs.  A module holds the faults of
one concept; ``harmless`` holds unusual files that are not wrong, ``broken_files`` files that
are no longer PDF.
"""

from tests.rst2pdf_tagged.faults import (  # noqa: F401  (they fill the lists)
    artifacts,
    content,
    empty,
    flattened,
    headings,
    kinds,
    order,
    tree,
)
from tests.rst2pdf_tagged.faults.catalogue import FAULTS, HARMLESS, Fault

__all__ = ["FAULTS", "HARMLESS", "Fault"]
