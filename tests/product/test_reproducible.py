"""The same words give the same files anywhere, whichever clinic was built before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handout.build import PRINT, SITE
from tests.conftest import NEEDED, ROOT
from tests.copies import differing, fingerprints
from tests.product.elsewhere import ADDED

if TYPE_CHECKING:
    from pathlib import Path

    from handout.build import Target
    from tests.product.elsewhere import Elsewhere


def test_the_site_is_the_same_anywhere_and_after_any_clinic_to_the_last_byte(
    elsewhere: Elsewhere, example: Target
) -> None:
    here, there = (target.folder / SITE for target in (example, elsewhere.example))

    assert len(fingerprints(here)) > 50
    assert differing(here, there) == []


def test_the_pdfs_are_the_same_anywhere_and_after_any_clinic_to_the_last_byte(
    elsewhere: Elsewhere, example: Target
) -> None:
    here, there = (target.folder / PRINT for target in (example, elsewhere.example))

    assert len(fingerprints(here)) == len(example.printables()) > 1
    assert differing(here, there) == []


def test_a_changed_or_missing_file_is_found(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, words in ((one, "a"), (other, "b")):
        folder.mkdir()
        (folder / "x").write_text(words, encoding="utf-8")
    (one / "y").touch()

    assert differing(one, other) == ["x", "y"]


def test_a_build_writes_into_its_own_folder_only(elsewhere: Elsewhere) -> None:
    root = elsewhere.root
    names = {path.name for path in root.iterdir()}

    assert names == {*NEEDED, "build"}
    assert {path.name for path in (root / "build").iterdir()} == {"hostile", "example"}
    for name in NEEDED:
        if (ROOT / name).is_dir():
            added = ADDED if name == "clinics" else []
            assert differing(ROOT / name, root / name) == added
        else:
            assert (root / name).read_bytes() == (ROOT / name).read_bytes()
