"""What can be wrong with a drawing."""

from __future__ import annotations


class DrawingError(Exception):
    """Report a drawing that breaks the style guide, with what to change."""
