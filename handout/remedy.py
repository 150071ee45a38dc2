"""One fault that Sphinx or docutils tells of, and how we say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable


class Remedy(NamedTuple):
    """One fault.

    :ivar pattern: what to look for.
    :ivar what: what is wrong, and :ivar todo: what to do; {0} is the first part in brackets.
    :ivar names: what may have been meant; told instead of *todo* if it is spelt alike.
    :ivar form: how such a name is written; :ivar wrong: the part, from 1, with the wrong name.
    :ivar pulls: whether the lines around it may be misread for the same slip.
    :ivar pulled: whether it may be told for a slip in the lines around it.
    :ivar follows: a file in which any slip may bring this about.
    """

    pattern: str
    what: str
    todo: str
    names: Callable[[re.Match[str]], Iterable[str]] | None = None
    form: str = "'{}'"
    wrong: int = 1
    pulls: bool = False
    pulled: bool = False
    follows: str | None = None
