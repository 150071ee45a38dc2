"""The name that somebody may have meant: the one that is spelt most like it."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def meant(name: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the one of *known* that *name* may be a slip for, capital or small letters alike.

    :param alike: how much alike they must be, from 0 to 1.
    """
    small = {word.lower(): word for word in known}
    found = difflib.get_close_matches(name.lower(), small, n=1, cutoff=alike)
    return small[found[0]] if found else None


def did_you_mean(name: str, known: Iterable[str], otherwise: str, form: str = "{}") -> str:
    """Return the second half of a sentence that begins "there is no *name*".

    :param otherwise: what to say if nothing is spelt like it; :param form: of the name shown.
    """
    near = meant(name, known)
    return f"did you mean {form.format(near)}?" if near else otherwise
