"""What is true of the file as a whole: its description, its paths, its bytes."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/Title", "Title"),
        ("/Author", "Author"),
        ("/Subject", "A subject"),
        ("/Keywords", "one, two"),
    ],
)
def test_file_is_described(build, key, value):
    assert str(build("book", strict=True).printed().file.docinfo[key]) == value


def test_language_and_title_are_for_the_reader(build):
    root = build("book", strict=True).printed().file.Root

    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle) is True


def test_words_of_rst2pdf_follow_the_language_of_the_project(build):
    printed = build("spanish", strict=True).printed()

    assert "Nota" in printed.texts[0]
    assert str(printed.file.Root.Lang) == "es"


@pytest.mark.parametrize("topic", ["background", "relative-fonts"])
def test_project_may_be_built_from_any_folder(build, topic, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert build(topic, strict=True).status == 0


def test_page_background_is_painted_from_any_folder(build, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert build("background", strict=True).printed().image().getpixel((300, 500)) == (0, 255, 0)


def test_fonts_from_a_relative_folder_are_embedded(build, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    page = build("relative-fonts", strict=True).printed().file.pages[0]

    names = [str(font.get("/BaseFont")) for font in page.Resources.Font.values()]
    assert any("SourceSansPro" in name for name in names)


def test_links_to_labels_give_no_warning_about_styles(build):
    assert "std" not in build("targets", strict=True).messages


def test_two_builds_are_equal_byte_for_byte(build, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    # The earlier file only makes the two calls differ.
    one, two = (build("book", good=good).printed() for good in (b"one", b"two"))
    assert one.path.read_bytes() == two.path.read_bytes()
    assert str(one.file.docinfo.CreationDate).startswith("D:20231114")
