"""Where the small pictures of the call-outs lie."""

from __future__ import annotations

from pathlib import Path

ICONS = Path(__file__).parent.parent / "images" / "icons"
# Kinds of call-out whose icon has another name than the kind.
OTHER_NAMES = {"main-message": "message", "wallet-card": "scissors"}


def icon_file(kind: str) -> Path:
    """Return the SVG file that belongs to a *kind* of call-out."""
    return ICONS / f"{OTHER_NAMES.get(kind, kind)}.svg"
