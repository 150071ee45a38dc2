"""Faults to put into a good tagged file, by which the checker is judged.

They are written for the file that ``tests/roots/test-structure`` makes, and independently of
the checker: from the standards, and from what a listener needs.  A module holds the faults of
one concept; ``harmless`` and ``harmless_pages`` hold unusual files that are not wrong,
``broken_*`` files that are damaged.
"""

from tests.rst2pdf_tagged.faults import (  # noqa: F401  (they fill the lists)
    artifacts,
    broken_pages,
    broken_trees,
    columns,
    content,
    document,
    empty,
    flattened,
    harmless,
    harmless_pages,
    headings,
    kinds,
    link_places,
    links,
    lists_and_tables,
    notes,
    order,
    outline,
    pictures,
    tree,
    words,
)
from tests.rst2pdf_tagged.faults.broken_files import BROKEN, Broken
from tests.rst2pdf_tagged.faults.catalogue import FAULTS, HARMLESS, Fault

__all__ = ["BROKEN", "FAULTS", "HARMLESS", "Broken", "Fault"]
