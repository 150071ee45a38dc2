"""What the tests of the handout's own modules share: chapters and clinics that tests write."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils.parsers.rst import directives, roles
from sphinx.application import Sphinx
from sphinx.testing.restructuredtext import parse
from sphinx.util.docutils import docutils_namespace, patch_docutils

from handout.checks.blocks import Chapter, chapter_of
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# A name that no chapter has.
NAME = "written-by-a-test"


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Chapter]:
    """What reads a chapter's text as Sphinx reads ``source/written-by-a-test.rst``."""
    folder = tmp_path_factory.mktemp("read")
    with patch_docutils(str(ROOT)), docutils_namespace():
        app = Sphinx(ROOT / "source", ROOT, folder, folder, "dummy", status=None, warning=None)
        # Builds between two readings would find them there, and refuse.
        known = dict(directives._directives), dict(roles._roles)

    def read_text(text: str) -> Chapter:
        with patch_docutils(str(ROOT)), docutils_namespace():
            directives._directives.update(known[0])
            roles._roles.update(known[1])
            return chapter_of(NAME, parse(app, text, NAME))

    return read_text


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """A clinic's file that is still to be written."""
    (tmp_path / "clinics").mkdir()
    return tmp_path / "clinics" / "test.toml"
