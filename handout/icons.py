"""Where the small pictures of call-outs, headings and lists lie."""

from __future__ import annotations

from pathlib import Path

ICONS = Path(__file__).parent.parent / "images" / "icons"
# Kinds of call-out whose icon has another name than the kind.
OTHER_NAMES = {"main-message": "message", "wallet-card": "scissors"}


def icon_file(kind: str) -> Path:
    """Return the SVG file of a *kind* of call-out, or of the icon with this name."""
    return ICONS / f"{OTHER_NAMES.get(kind, kind)}.svg"
