"""Prints the real handout with other settings than those of conf.py."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from tests.conftest import ROOT


def print_handout(
    folder: Path,
    settings: dict[str, Any],
    root: Path = ROOT,
    prepare: Callable[[Sphinx], object] = lambda app: None,
) -> list[Path]:
    """Build the PDFs of the project in *root* and return them.

    :param settings: what differs from its conf.py.
    :param prepare: called with the Sphinx application before anything is read.
    """
    said = io.StringIO()
    with patch_docutils(str(root)), docutils_namespace():
        app = Sphinx(
            root / "source", root, folder, folder / ".doctrees", "pdf",
            confoverrides=settings, status=None, warning=said,
        )  # fmt: skip
        prepare(app)
        app.build()
    assert not app.statuscode, said.getvalue()
    return sorted(folder.glob("*.pdf"))
