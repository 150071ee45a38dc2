"""The repairs touch the libraries' insides: other versions need another look at them."""

from __future__ import annotations

from importlib.metadata import version

import pytest

WRITTEN_FOR = {
    "sphinx": "9.0",
    "docutils": "0.22",
    "rst2pdf": "0.105",
    "reportlab": "4.5",
    "svglib": "2.3",
}


@pytest.mark.parametrize("library", WRITTEN_FOR)
def test_library_has_the_version_that_the_repairs_were_written_for(library):
    installed = ".".join(version(library).split(".")[:2])

    assert installed == WRITTEN_FOR[library], (
        f"{library} {version(library)} is installed: read patches.py again, let these tests "
        "pass, then change the version here and in pyproject.toml"
    )
