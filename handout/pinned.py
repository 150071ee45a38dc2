"""Whether the installed packages are those that ``constraints.txt`` names."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CONSTRAINTS = "constraints.txt"
PINNED = re.compile(r"^([\w.-]+)==([^\s#;]+)", re.MULTILINE)


def other_versions(text: str) -> Iterator[str]:
    """Yield a sentence for each package that is installed in another version than named.

    Packages that are not installed are none of the tools that were asked for.

    :param text: of ``constraints.txt``.
    """
    for name, pinned in PINNED.findall(text):
        try:
            installed = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
        if installed != pinned:
            yield (
                f"{CONSTRAINTS}: {name} {pinned} is named here, and {installed} is installed; "
                "type 'make distclean', then 'make'"
            )
