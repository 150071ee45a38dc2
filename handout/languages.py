"""Lines in other languages than the handout's, so that screen readers say them rightly."""

from __future__ import annotations

import re

# "[es] Ayuda gratis": the language's code, then what is printed.
MARKED = re.compile(r"\[([^\]]*)\]\s*(.*)", re.DOTALL)
# As language tags are formed (RFC 5646), without their rarer parts.
CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def spoken(line: str) -> tuple[str, str]:
    """Return the language code of *line*, empty for the handout's own, and what is printed of it.

    :raises ValueError: what stands in brackets in front of it is no language code.
    """
    marked = MARKED.fullmatch(line)
    if marked is None:
        return "", line
    code, words = marked.groups()
    if not CODE.fullmatch(code) or not words:
        raise ValueError(
            f"has a line that begins with [{code}]; write there the code of a language "
            "and then the words, like [es] Ayuda gratis"
        )
    return code, words
