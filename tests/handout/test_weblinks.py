"""Links whose words do not tell where they lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import html

from handout.build import SITE, Target
from handout.sphinx_runs import run_sphinx
from tests.copies import small_handout

if TYPE_CHECKING:
    from pathlib import Path


def test_only_links_that_hide_their_address_are_marked(tmp_path: Path) -> None:
    words = (
        "`the clinic <https://clinic.example/a>`_, https://clinic.example/b, "
        "`clinic.example <https://clinic.example>`_, `clinic.example/é <https://clinic.example/%C3%A9>`_, :ref:`search`, call 988, 988lifeline.org"
    )
    root = small_handout(tmp_path / "copy", words, 'name = "A"\n')
    target = Target(root, "one", "en")

    run_sphinx(target, "html", target.folder / SITE, fresh=True)

    page = html.parse(str(target.folder / SITE / "one.html"))
    sheet = (target.folder / SITE / "_static" / "site.css").read_text(encoding="utf-8")
    assert 'a.spelled-out::after{content:" (" attr(href) ")"' in sheet
    assert page.xpath("//a[contains(@class, 'spelled-out')]/@href") == ["https://clinic.example/a"]
