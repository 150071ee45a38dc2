"""Runs rst2pdf without Sphinx, as its own command does, with the extension."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT
from tests.rst2pdf_tagged.conftest import ROOTS, SANS

PLAIN = """
=======
A title
=======

.. contents::

Head
====

Words with a `link <https://example.org>`_.

.. image:: dot.png
{alt}
"""


def rst2pdf_alone(
    folder: Path, alt: str = "", text: str = PLAIN
) -> subprocess.CompletedProcess[str]:
    """Make ``plain.pdf`` in *folder*.

    :param alt: the line of options of the picture in it.
    :param text: what the source says.
    """
    shutil.copy(ROOTS / "test-structure" / "dot.png", folder)
    (folder / "plain.rst").write_text(text.format(alt=alt), encoding="utf-8")
    options = ["-e", "rst2pdf_tagged", "-s", SANS]
    command = "import sys; from rst2pdf.createpdf import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", command, *options, "plain.rst", "-o", "plain.pdf"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
