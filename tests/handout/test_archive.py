"""The web site in one file."""

from __future__ import annotations

import datetime
import zipfile
from typing import TYPE_CHECKING

import pytest

from handout.archive import pack

if TYPE_CHECKING:
    from pathlib import Path

DAY = datetime.date(2026, 1, 31)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    site = tmp_path / "html"
    (site / "print").mkdir(parents=True)
    (site / "index.html").write_text("<p>" * 1000, encoding="utf-8")
    (site / "print" / "a.pdf").write_bytes(bytes(1000))
    return site


def test_all_files_are_in_it_from_the_top(folder: Path, tmp_path: Path) -> None:
    pack(folder, tmp_path / "site.zip", DAY)

    with zipfile.ZipFile(tmp_path / "site.zip") as file:
        assert file.testzip() is None
        assert file.namelist() == ["index.html", "print/a.pdf"]
        page, pdf = file.infolist()
    assert page.date_time == (2026, 1, 31, 0, 0, 0)
    assert page.compress_size < page.file_size
    assert pdf.compress_size == pdf.file_size
    assert page.external_attr >> 16 == 0o644


def test_the_same_files_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    pack(folder, tmp_path / "a.zip", DAY)
    (folder / "index.html").touch()
    pack(folder, tmp_path / "b.zip", DAY)

    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_a_link_that_leads_nowhere_is_left_out(folder: Path, tmp_path: Path) -> None:
    (folder / "loop").symlink_to("loop")
    (folder / "gone.html").symlink_to(tmp_path / "gone")

    pack(folder, tmp_path / "site.zip", DAY)

    with zipfile.ZipFile(tmp_path / "site.zip") as file:
        assert file.namelist() == ["index.html", "print/a.pdf"]


def test_a_good_one_stays_if_the_new_one_cannot_be_finished(folder: Path, tmp_path: Path) -> None:
    archive = tmp_path / "site.zip"
    pack(folder, archive, DAY)
    before = archive.read_bytes()

    # ZIP knows no days before 1980.
    with pytest.raises(ValueError, match="1980"):
        pack(folder, archive, datetime.date(1979, 1, 1))

    assert archive.read_bytes() == before
