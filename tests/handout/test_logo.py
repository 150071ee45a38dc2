"""A clinic's logo: which pictures are taken, and why the others are not."""

from __future__ import annotations

import io
import os
import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from handout.errors import HandoutError
from handout.logo import read_logo
from handout.profile import load_profile
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
SQUARE = '<rect width="8" height="8"/>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of the clinics, with a picture beside it that is none of theirs."""
    (tmp_path / "outside.png").write_bytes(photo("PNG"))
    path = tmp_path / "clinics"
    path.mkdir()
    return path


def svg(inner: str = SQUARE, size: str = 'width="40" height="20"', head: str = "") -> bytes:
    return f"{head}<svg {NS} {size}>{inner}</svg>".encode()


def photo(form: str, mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size).save(file, form)
    return file.getvalue()


def told(folder: Path, logo: str) -> str:
    """Return the one sentence that a clinic is told about its *logo*."""
    text = f'name = "A"\n[brand]\nlogo_alt = "A"\nlogo = "{logo}"\n'
    (folder / "test.toml").write_text(text, encoding="utf-8")
    with pytest.raises(HandoutError) as caught:
        load_profile("test", folder.parent)
    (sentence,) = str(caught.value).splitlines()
    assert sentence.startswith("clinics/test.toml:4: 'logo' ")
    return sentence.removeprefix("clinics/test.toml:4: 'logo' ")


# -- Taken ---------------------------------------------------------------------------------------

INKSCAPE = (
    'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" '
    'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
)


@pytest.mark.parametrize(
    ("data", "kind", "size"),
    [
        pytest.param(photo("PNG"), "png", (30, 15), id="png"),
        pytest.param(photo("PNG", "RGBA"), "png", (30, 15), id="clear-png"),
        pytest.param(photo("PNG", "P"), "png", (30, 15), id="png-with-few-colors"),
        pytest.param(photo("JPEG"), "jpg", (30, 15), id="jpeg"),
        pytest.param(svg(), "svg", (30, 15), id="svg"),
        pytest.param(svg(size='viewBox="0 0 40 20"'), "svg", (30, 15), id="svg-with-a-view-only"),
        pytest.param(svg(size='width="40pt" height="20pt"'), "svg", (40, 20), id="svg-in-points"),
        pytest.param(svg(head='<?xml version="1.0"?><!-- drawn -->\n'), "svg", (30, 15), id="svg-of-xml"),
        pytest.param(svg(f'<metadata><rdf:RDF><rdf:li rdf:resource="http://a.example"/></rdf:RDF></metadata>{SQUARE}', f'{INKSCAPE} inkscape:version="1.2" inkscape:export-filename="C:\\logo.png" width="40" height="20"'), "svg", (30, 15), id="svg-from-inkscape"),
        pytest.param(svg('<defs><linearGradient id="a"><stop stop-color="red"/></linearGradient></defs><rect width="8" height="8" fill="url(#a)"/><use xlink:href="#a"/>'), "svg", (30, 15), id="svg-that-points-into-itself"),
    ],
)  # fmt: skip
def test_a_picture_is_known_by_what_is_in_it_whatever_its_name(
    folder: Path, data: bytes, kind: str, size: tuple[float, float]
) -> None:
    (folder / "logo.txt").write_bytes(data)

    logo = read_logo("logo.txt", folder)

    assert (logo.kind, (logo.width, logo.height)) == (kind, size)
    assert logo.copied_to(folder).path.name == f"logo.{kind}"


@pytest.mark.parametrize(("width", "height"), [(200, 44), (10, 44), (200, 5), (30, 15), (29, 15)])
def test_a_logo_is_made_smaller_but_never_larger(folder: Path, width: int, height: int) -> None:
    (folder / "logo.png").write_bytes(photo("PNG"))

    drawn = read_logo("logo.png", folder).fitted(width, height)

    assert drawn[0] == pytest.approx(2 * drawn[1])
    assert drawn[0] <= min(width, 30)
    assert drawn[1] <= min(height, 15)
    assert drawn == (30, 15) or drawn[0] == width or drawn[1] == height


def test_a_name_may_go_up_and_come_back_and_a_link_may_stay_inside(folder: Path) -> None:
    (folder / "logo.png").write_bytes(photo("PNG"))
    (folder / "same.png").symlink_to("logo.png")

    assert read_logo("../clinics/logo.png", folder).kind == "png"
    assert read_logo("same.png", folder).kind == "png"


def test_the_example_clinics_own_logo_is_a_safe_drawing() -> None:
    assert read_logo("logos/example.svg", ROOT / "clinics").kind == "svg"


# -- Not there, or not inside --------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["none.png", ".", "a" * 190 + ".png", "é" * 150, "\\u0000", "x\\\\y"]
)
def test_a_file_that_is_not_there_is_named(folder: Path, name: str) -> None:
    assert told(folder, name).startswith("names a file that is not there; put it into clinics/")


@pytest.mark.parametrize("name", ["../outside.png", "a/../../outside.png", "link.png", "up/outside.png", "{}/outside.png", "/etc/passwd", "../none.png"])  # fmt: skip
def test_a_file_outside_of_the_folder_is_refused(folder: Path, name: str) -> None:
    (folder / "link.png").symlink_to("../outside.png")
    (folder / "up").symlink_to("..")

    assert told(folder, name.format(folder.parent)) == (
        "is not inside the folder clinics/; copy the file into it"
    )


def test_a_link_that_leads_to_itself_is_not_there(folder: Path) -> None:
    (folder / "round.png").symlink_to("round.png")

    assert told(folder, "round.png").startswith("names a file that is not there")


def test_a_pipe_is_no_file(folder: Path) -> None:
    os.mkfifo(folder / "pipe.png")

    assert told(folder, "pipe.png").startswith("names a file that is not there")


def test_a_file_over_2_megabytes_is_refused(folder: Path) -> None:
    data = photo("PNG")
    (folder / "logo.png").write_bytes(data + b"\0" * (2_000_001 - len(data)))

    assert told(folder, "logo.png") == "is larger than 2 MB; save it smaller"


@pytest.mark.parametrize("present", [True, False])
def test_a_logo_without_alt_text_is_refused_even_if_it_is_not_there(
    folder: Path, present: bool
) -> None:
    if present:
        (folder / "logo.png").write_bytes(photo("PNG"))
    text = 'name = "A"\n[brand]\nlogo = "logo.png"\n'
    (folder / "test.toml").write_text(text, encoding="utf-8")

    with pytest.raises(HandoutError, match="'logo_alt' is missing; say in a few words") as caught:
        load_profile("test", folder.parent)
    assert len(str(caught.value).splitlines()) == (1 if present else 2)


# -- Not a picture, or more than one -------------------------------------------------------------

PNG = photo("PNG", size=(400, 400))
LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
BOMB = "".join(
    f'<g id="a{n + 1}">{f"<use href={chr(34)}#a{n}{chr(34)}/>" * 10}</g>' for n in range(8)
)
NO_PICTURE = "is not a PNG, JPEG or SVG picture; export the logo as one of these"
DAMAGED = "is a damaged picture; export it again from the program that made it"
SCRIPT, LINK = "holds a script", "holds a link to a script"
OUTSIDE = "points to something outside of itself; export it with all in one file"
DOCTYPE = "has a DOCTYPE, which may bring in other files; export it as plain SVG"
NOT_DRAWN = "cannot be drawn on paper; export it as plain SVG or as PNG"
PHOTO = "holds a picture made of dots; export the logo as PNG instead"
NO_SIZE = "has no size; export it with a width and a height"
NOT_RGB = "is not in RGB or gray of 8 bits; export it again in RGB"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b"", NO_PICTURE, id="empty"),
        pytest.param(b"These are words.", NO_PICTURE, id="text"),
        pytest.param(b"<html><body/></html>", NO_PICTURE, id="web-page"),
        pytest.param(b"<svg><rect/></svg>", NO_PICTURE, id="svg-without-its-namespace"),
        pytest.param(photo("GIF"), NO_PICTURE, id="gif"),
        pytest.param(b"%PDF-1.7\n", NO_PICTURE, id="pdf"),
        pytest.param(svg()[:-8], NO_PICTURE, id="cut-svg"),
        pytest.param(PNG[: len(PNG) // 2], DAMAGED, id="cut-png"),
        pytest.param(PNG[:20], DAMAGED, id="head-of-a-png"),
        pytest.param(photo("JPEG")[:-20], DAMAGED, id="cut-jpeg"),
        pytest.param(PNG[:40] + b"\xff" + PNG[41:], DAMAGED, id="damaged-png"),
        pytest.param(photo("JPEG", "CMYK"), "has colors for a printing press (CMYK); save it again in RGB colors", id="cmyk-jpeg"),
        pytest.param(photo("PNG", "I;16"), NOT_RGB, id="png-of-16-bits"),
        pytest.param(photo("PNG", "1", (10_000, 2_501)), "has over 25,000,000 dots; save it smaller", id="many-dots"),
        pytest.param(photo("PNG", "1", (15_000, 15_000)), "has over 25,000,000 dots; save it smaller", id="bomb-of-dots"),
        pytest.param(svg(f"<script>alert(1)</script>{SQUARE}"), SCRIPT, id="script"),
        pytest.param(svg(f'<a:script xmlns:a="http://www.w3.org/2000/svg"/>{SQUARE}'), SCRIPT, id="script-by-another-prefix"),
        pytest.param(svg(f'<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>{SQUARE}'), SCRIPT, id="script-of-a-web-page"),
        pytest.param(svg(size='width="4" height="2" onload="x()"'), "holds a script (onload)", id="onload"),
        pytest.param(svg('<rect width="8" height="8" onClick="x()"/>'), "holds a script (onClick)", id="onclick"),
        pytest.param(f'<?xml version="1.0" encoding="utf-16"?><svg {NS} onload="x()"/>'.encode("utf-16"), "holds a script (onload)", id="onload-in-utf-16"),
        pytest.param(svg(f'<a xlink:href="javascript:x()">{SQUARE}</a>'), LINK, id="javascript"),
        pytest.param(svg(f'<a href="JavaScript:x()">{SQUARE}</a>'), LINK, id="javascript-in-capitals"),
        pytest.param(svg(f'<a href="java&#10;&#9;script:x()">{SQUARE}</a>'), LINK, id="javascript-on-two-lines"),
        pytest.param(svg(f'<a href="https://clinic.example">{SQUARE}</a>'), OUTSIDE, id="link"),
        pytest.param(svg(f"<foreignObject/>{SQUARE}"), "holds a piece of a web page (foreignObject)", id="foreign-object"),
        pytest.param(svg(f'<b xmlns="http://www.w3.org/1999/xhtml"/>{SQUARE}'), "holds a piece of a web page", id="html"),
        pytest.param(svg('<image href="http://a.example/b.png"/>'), PHOTO, id="photo-on-the-web"),
        pytest.param(svg('<image xlink:href="file:///etc/passwd"/>'), PHOTO, id="photo-in-a-file"),
        pytest.param(svg('<image href="../outside.png"/>'), PHOTO, id="photo-beside-it"),
        pytest.param(svg('<image href="data:image/png;base64,iVBORw0KGgo="/>'), PHOTO, id="photo-inside"),
        pytest.param(svg(f'<feImage xlink:href="http://a.example/b.png"/>{SQUARE}'), OUTSIDE, id="photo-of-an-effect"),
        pytest.param(svg('<use href="other.svg#a"/>'), OUTSIDE, id="part-of-another-drawing"),
        pytest.param(svg(f'<g xml:base="http://a.example">{SQUARE}</g>'), OUTSIDE, id="base"),
        pytest.param(svg('<rect width="8" height="8" fill="url( http://a.example/#b)"/>'), OUTSIDE, id="fill-on-the-web"),
        pytest.param(svg("<rect width='8' height='8' style='fill:url(\"file:///a#b\")'/>"), OUTSIDE, id="style-in-a-file"),
        pytest.param(svg(f'<style>@import "http://a.example/b.css";</style>{SQUARE}'), OUTSIDE, id="import"),
        pytest.param(svg(f"<style>@font-face{{src:url(a.woff)}}</style>{SQUARE}"), OUTSIDE, id="typeface"),
        pytest.param(svg(f"<style>rect{{fill:u\\72l(http://a.example)}}</style>{SQUARE}"), OUTSIDE, id="escaped-url"),
        pytest.param(svg(head='<?xml-stylesheet href="http://a.example/b.css"?>'), "asks for a style sheet outside of itself", id="style-sheet"),
        pytest.param(svg(head='<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'), DOCTYPE, id="doctype"),
        pytest.param(svg(f"<title>&a;</title>{SQUARE}", head='<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), DOCTYPE, id="external-entity"),
        pytest.param(svg(f"<title>&a0;</title>{SQUARE}", head='<!DOCTYPE svg [<!ENTITY a0 "a">]>'), DOCTYPE, id="entity"),
        pytest.param(svg(f"<title>&a9;</title>{SQUARE}", head=f'<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">{LAUGHS}]>'), NO_PICTURE, id="billion-laughs"),
        pytest.param(svg('<text y="9">Words</text>'), "has words in a typeface of its own; turn them into paths", id="words"),
        pytest.param(svg(f'<filter id="a"/>{SQUARE}'), "has an effect that cannot be printed (filter)", id="filter"),
        pytest.param(svg('<rect width="8" height="8" fill="device-cmyk(1,0,0,0)"/>'), "is in colors for a press", id="press-colors"),
        pytest.param(svg(size=""), NO_SIZE, id="no-size"),
        pytest.param(svg(size='width="100%" height="100%"'), NO_SIZE, id="size-of-what-is-around"),
        pytest.param(svg(size='width="nan" height="2"'), NO_SIZE, id="no-number"),
        pytest.param(svg(size='width="0" height="2"'), NOT_DRAWN, id="no-width"),
        pytest.param(svg(size='width="1e400" height="2"'), NOT_DRAWN, id="no-end"),
        pytest.param(svg(""), NOT_DRAWN, id="nothing-drawn"),
        pytest.param(svg('<g transform="rotate(x">' + SQUARE + "</g>"), NOT_DRAWN, id="turned-by-no-number"),
        pytest.param(svg('<rect width="8" height="8" fill="blurple"/>'), NOT_DRAWN, id="unknown-color"),
        pytest.param(svg(f'<g id="a"><use href="#a"/>{SQUARE}</g>'), NOT_DRAWN, id="in-itself"),
        pytest.param(svg(f'<defs><g id="a0">{SQUARE}</g>{BOMB}</defs><use href="#a8"/>'), NOT_DRAWN, id="bomb-of-uses"),
        pytest.param(svg("<g>" * 400 + SQUARE + "</g>" * 400), NO_PICTURE, id="deep"),
    ],
)  # fmt: skip
def test_what_is_no_safe_picture_is_refused_in_one_plain_sentence(
    folder: Path, capfd: pytest.CaptureFixture[str], data: bytes, sentence: str
) -> None:
    (folder / "logo.png").write_bytes(data)

    fault = told(folder, "logo.png")

    assert fault.startswith(sentence)
    assert re.search(r"; \w+ ", fault)
    assert capfd.readouterr() == ("", "")
