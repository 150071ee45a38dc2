"""Builds some of the handout's PDFs in one process, from one reading of the chapters.

    python -m tools.editions OUT NAME ... [--untagged]

The names are those in ``pdf_documents`` of conf.py.
"""

from __future__ import annotations

import argparse
import io
import runpy
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from handout.sphinx_runs import rare_collections
from tools.costs import ROOT

if TYPE_CHECKING:
    from typing import Any


def documents() -> dict[str, Any]:
    """Return the entries of ``pdf_documents`` by the names of their PDFs, in order."""
    return {entry[1]: entry for entry in runpy.run_path(str(ROOT / "conf.py"))["pdf_documents"]}


@rare_collections()
def build(folder: Path, settings: dict[str, Any]) -> None:
    """Build the printed handout in *folder*, with some *settings* in place of conf.py's.

    :raises SystemExit: something went wrong; with what Sphinx said.
    """
    report = io.StringIO()
    with patch_docutils(str(ROOT)), docutils_namespace():
        app = Sphinx(
            ROOT / "source", ROOT, folder, folder / ".doctrees", "pdf",
            settings, status=None, warning=report, freshenv=True,
        )  # fmt: skip
        app.build(force_all=True)
    if app.statuscode:
        sys.exit(report.getvalue())


def main() -> None:
    """Build what the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tools.editions", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="+", choices=documents(), metavar="NAME")
    parser.add_argument("--untagged", action="store_true")
    options = parser.parse_args()
    known = documents()
    chosen = [known[name] for name in options.names]
    build(options.folder, {"pdf_documents": chosen, "pdf_tagged": not options.untagged})


if __name__ == "__main__":
    main()
