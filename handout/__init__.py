"""The handout's own Python: a Sphinx extension, the clinics' files, checks, commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register everything chapters use."""
    # Here, so that a command that finds nothing to build need not load Sphinx.
    from handout.extension import setup as register

    return register(app)
