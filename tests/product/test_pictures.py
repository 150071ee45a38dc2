"""The drawings: safe to print, true to their numbers, and as large on paper as was asked for."""

from __future__ import annotations

import itertools
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pikepdf
import pytest
from svglib.svglib import svg2rlg

from handout.checks.pages import chapter_names
from tests.conftest import ROOT
from tools.art.palette import CLAY, COLOURS, DEEP, GREY, INK, MINIMUM_TEXT, WHITE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IMAGES, SOURCE, ART = ROOT / "images", ROOT / "source", ROOT / "tools" / "art"
SVG = "{http://www.w3.org/2000/svg}"
PICTURES = sorted(IMAGES.rglob("*.svg"))


def name_of(path: Path) -> str:
    return path.relative_to(IMAGES).with_suffix("").as_posix()


# -- What may stand in a file ------------------------------------------------------------

# Drawn alike by browsers and svglib.  Whatever is not named here is refused: opacity, masks,
# filters, markers, styles, links and transforms are lost or misplaced on paper.
LINE = {"stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"}
PAINT = {"fill", "fill-rule", *LINE}
SHAPES = {
    "rect": {"x", "y", "width", "height", "rx", "ry"},
    "circle": {"cx", "cy", "r"},
    "ellipse": {"cx", "cy", "rx", "ry"},
    "path": {"d"},
    "line": {"x1", "y1", "x2", "y2"},
    "polyline": {"points"},
    "polygon": {"points"},
}
FRAMES: dict[str, set[str]] = {
    "svg": {"width", "height", "viewBox", "role"},
    "title": set(),
    "g": set(),
}
# figures.py itself cannot be imported: it needs numpy, which only drawing needs.
TONES = re.findall(
    r'^(?:SKIN|HAIR)_\w+: Final = "(#\w{6})"$',
    (ART / "figures.py").read_text(encoding="utf-8"),
    re.MULTILINE,
)
PALETTE = COLOURS | set(TONES) | {"none"}
MOST_BYTES = 200_000
# Coordinates are rounded to a tenth of a unit.
SLACK = 0.15


def faults_of(path: Path) -> list[str]:
    """Return what would make the drawing at *path* come out wrong somewhere."""
    heavy = ["heavy"] if path.stat().st_size >= MOST_BYTES else []
    try:
        root = ElementTree.parse(path).getroot()
    except ElementTree.ParseError:
        return ["no XML"]
    found = [*heavy, *strangers(root), *frame_faults(root), *off_palette(root)]
    # svglib stumbles over what it does not know, so it measures only what is safe.
    return found or [*over_the_edge(path, root)]


def strangers(root: ElementTree.Element) -> Iterator[str]:
    """Yield elements and attributes outside the safe vocabulary."""
    known = FRAMES | {name: PAINT | own for name, own in SHAPES.items()}
    for element in root.iter():
        tag = element.tag.removeprefix(SVG)
        if tag not in known:
            yield f"<{tag}>"
        else:
            yield from (f"{name} on <{tag}>" for name in set(element.attrib) - known[tag])


def frame_faults(root: ElementTree.Element) -> Iterator[str]:
    """Yield what is wrong with title, viewBox and the sheet, by which svglib measures."""
    title = root.find(f"{SVG}title")
    if title is None or not (title.text or "").strip():
        yield "no title"
    width, height = (re.sub("pt$", "", root.get(name, "")) for name in ("width", "height"))
    if root.get("viewBox") != f"0 0 {width} {height}":
        yield "viewBox"
    sheet = {"x": "0", "y": "0", "width": width, "height": height, "fill": "none"}
    first = next((child for child in root if child is not title), None)
    if first is None or first.tag != f"{SVG}rect" or first.attrib != sheet:
        yield "no sheet"


def off_palette(root: ElementTree.Element) -> Iterator[str]:
    """Yield colours outside the palette; a shape without a fill would be black."""
    for shape in root.iter():
        if shape.tag.removeprefix(SVG) in SHAPES:
            for colour in (shape.get("fill", "black"), shape.get("stroke", "none")):
                if colour not in PALETTE:
                    yield colour


def over_the_edge(path: Path, root: ElementTree.Element) -> Iterator[str]:
    """Yield where paint, strokes counted, leaves the canvas."""
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    drawing = svg2rlg(str(path))
    left, low, right, high = drawing.getBounds()
    if min(left, low) < -SLACK or right > drawing.width + SLACK or high > drawing.height + SLACK:
        yield "over the edge"
    for left, low, right, high in stroked(drawing):
        if min(left, low) < -SLACK or right > width + SLACK or high > height + SLACK:
            yield f"over the edge: {left:.1f} {low:.1f} {right:.1f} {high:.1f}"


def stroked(group: Any) -> Iterator[tuple[float, float, float, float]]:
    """Yield the box of every line with its width, which getBounds() leaves out.

    Without transforms in the file, boxes inside the outermost group are in its own units.
    """
    for part in group.contents:
        if hasattr(part, "contents"):
            yield from stroked(part)
        elif part.strokeColor is not None:
            left, low, right, high = part.getBounds()
            edge = part.strokeWidth / 2
            yield left - edge, low - edge, right + edge, high + edge


def test_there_are_pictures_and_three_tones_of_skin_and_hair() -> None:
    assert len(PICTURES) >= 50
    assert len(TONES) == 3


@pytest.mark.parametrize("path", PICTURES, ids=name_of)
def test_a_drawing_is_safe_for_screen_and_paper(path: Path) -> None:
    assert faults_of(path) == []


SHEET = '<rect x="0" y="0" width="40" height="20" fill="none"/>'
DOT = f'<circle cx="20" cy="10" r="5" fill="{DEEP}"/>'


def drawn(
    body: str = DOT,
    title: str = "<title>A dot</title>",
    sheet: str = SHEET,
    box: str = "0 0 40 20",
) -> str:
    """Return a small SVG file, faultless unless a part is replaced."""
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="{box}">'
    return head + title + sheet + body + "</svg>"


def spoilt(attribute: str) -> str:
    """Return a file whose dot has one more attribute."""
    return drawn(DOT.replace("/>", f" {attribute}/>"))


BAD = {
    "not XML": (drawn() + "<", "no XML"),
    "text": (drawn('<text x="5" y="9">a</text>'), "<text>"),
    "pattern": (drawn('<pattern id="p"/>'), "<pattern>"),
    "symbol": (drawn('<symbol id="s"/>'), "<symbol>"),
    "picture from outside": (drawn('<image href="https://example.org/a.png"/>'), "<image>"),
    "style sheet": (drawn("<style>circle { opacity: 0 }</style>"), "<style>"),
    "foreign element": (drawn('<path xmlns="urn:x" d="M0 0"/>'), "<{urn:x}path>"),
    "group opacity": (drawn(f'<g opacity=".5">{DOT}</g>'), "opacity on <g>"),
    "group transform": (drawn(f'<g transform="scale(2)">{DOT}</g>'), "transform on <g>"),
    "mask": (spoilt('mask="url(#m)"'), "mask on <circle>"),
    "filter": (spoilt('filter="url(#f)"'), "filter on <circle>"),
    "marker": (spoilt('marker-end="url(#a)"'), "marker-end on <circle>"),
    "style with var()": (spoilt('style="fill: var(--ink)"'), "style on <circle>"),
    "link": (spoilt('href="https://example.org/"'), "href on <circle>"),
    "no title": (drawn(title=""), "no title"),
    "empty title": (drawn(title="<title> </title>"), "no title"),
    "shifted canvas": (drawn(box="5 0 40 20"), "viewBox"),
    "no sheet": (drawn(sheet=""), "no sheet"),
    "smaller sheet": (drawn(sheet=SHEET.replace("40", "39")), "no sheet"),
    "later sheet": (drawn(sheet="", body=DOT + SHEET), "no sheet"),
    "colour of its own": (drawn(DOT.replace(DEEP, "#FF0000")), "#FF0000"),
    "line of its own colour": (spoilt('stroke="#123456"'), "#123456"),
    "no fill": (drawn('<circle cx="20" cy="10" r="5"/>'), "black"),
    "gradient": (drawn(DOT.replace(DEEP, "url(#g)")), "url(#g)"),
    "fill over the edge": (drawn(DOT.replace('"20"', '"36"')), "over the edge"),
    "line over the edge": (
        drawn(f'<path d="M5 1h20" fill="none" stroke="{INK}" stroke-width="4"/>'),
        "over the edge: 3.0 -1.0 27.0 3.0",
    ),
    "too heavy": (drawn(f"<!--{'x' * MOST_BYTES}-->"), "heavy"),
}


@pytest.mark.parametrize(("text", "fault"), BAD.values(), ids=BAD)
def test_a_bad_drawing_is_found_out(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "bad.svg").write_text(text, encoding="utf-8")

    assert faults_of(tmp_path / "bad.svg") == [fault]


@pytest.mark.parametrize("text", [drawn(), drawn(f"<g>{DOT}</g>"), spoilt(f'stroke="{INK}"')])
def test_a_good_drawing_has_no_fault(tmp_path: Path, text: str) -> None:
    (tmp_path / "good.svg").write_text(text, encoding="utf-8")

    assert faults_of(tmp_path / "good.svg") == []


# -- The drawings that chapters show -----------------------------------------------------

# Lettering shrinks with the picture, so what carries words has a layout for small screens.
WITHOUT_WORDS = {"brain", "meditation", "meditation-chair"}
DIRECTIVE = re.compile(
    r"^(?P<indent> *)\.\. drawing:: \.\./images/(?P<name>\S+)\.svg\n"
    r"(?P<body>(?:(?P=indent) +\S.*\n| *\n)*)",
    re.MULTILINE,
)
OPTION = re.compile(r"^ *:(\w+):(.*?)(?=^ *:\w+:|\Z)", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A drawing in a chapter."""

    chapter: str
    name: str
    options: dict[str, str]
    caption: str
    description: str

    @property
    def words(self) -> tuple[str, str, str]:
        return self.options["alt"], self.caption, self.description


def shown_in(chapter: str) -> Iterator[Shown]:
    for found in DIRECTIVE.finditer(text_of(chapter)):
        options, caption, *rest = re.split(r"\n *\n", found["body"].strip("\n"))
        pairs = {name: " ".join(value.split()) for name, value in OPTION.findall(options)}
        yield Shown(chapter, found["name"], pairs, caption, " ".join(rest))


def text_of(chapter: str) -> str:
    return (SOURCE / f"{chapter}.rst").read_text(encoding="utf-8")


SHOWN = [drawing for chapter in chapter_names(SOURCE) for drawing in shown_in(chapter)]
NAMES = [drawing.name for drawing in SHOWN]


def test_every_drawing_of_the_chapters_was_read() -> None:
    sources = [path.read_text(encoding="utf-8") for path in SOURCE.glob("*.rst")]

    assert len(SHOWN) == sum(text.count(".. drawing::") for text in sources) >= 10


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_of_a_chapter_exists(name: str) -> None:
    assert (IMAGES / f"{name}.svg").is_file()


@pytest.mark.parametrize("name", [name for name in NAMES if name not in WITHOUT_WORDS])
def test_a_drawing_with_words_has_a_narrow_layout(name: str) -> None:
    assert (IMAGES / f"{name}-narrow.svg").is_file()


@pytest.mark.parametrize("name", NAMES)
def test_only_those_listed_carry_no_words(name: str) -> None:
    stem = "people" if name.startswith("people-") else name
    words = tomllib.loads((ART / "words" / f"{stem}.toml").read_text(encoding="utf-8"))

    assert (set(words) == {"title"}) == (name in WITHOUT_WORDS)


# -- The honest numbers ------------------------------------------------------------------

FIGURES = {
    figure["id"]: figure
    for figure in tomllib.loads((SOURCE / "numbers.toml").read_text(encoding="utf-8"))["figure"]
}
PEOPLE = [drawing for drawing in SHOWN if drawing.name in FIGURES]
# Fill and outline of a person: counted, worse, and the rest.
KINDS = {(DEEP, INK): "counted", (CLAY, INK): "harm", (WHITE, GREY): "rest"}


def expected(figure: dict[str, Any]) -> Iterator[tuple[str, int]]:
    """Yield kind and number of the people that *figure* must show, in their order."""
    for group in figure["groups"]:
        kind = "harm" if group.get("harm") else "rest" if group.get("rest") else "counted"
        yield kind, group["of_100"]
        if not figure.get("one_grid"):
            yield "rest", 100 - group["of_100"]


def crowds(path: Path) -> Iterator[tuple[str, int]]:
    """Yield kind and number of the people in each crowd of a drawing.

    A crowd is one path: for each person a round head (four curves) and shoulders (two).  Only
    heads that stand apart are counted.  A path with one person is the sample in the key.
    """
    for shape in ElementTree.parse(path).getroot():
        kind = KINDS.get((shape.get("fill", ""), shape.get("stroke", "")))
        if kind and (heads := heads_in(shape.attrib["d"])) > 1:
            yield kind, heads


def heads_in(data: str) -> int:
    """Return how many people the path *data* draws; -1 if it is not made of people."""
    pieces = re.findall(r"M([^M]+)", data)
    starts = [re.match(r"[-\d. ]+", piece) for piece in pieces]
    forms = [re.sub(r"[^a-z]", "", piece) for piece in pieces]
    people = forms[::2].count("ccccz")
    if forms != ["ccccz", "vccvz"] * people:
        return -1
    return len({start[0] for start in starts[::2] if start})


def minus_signs(path: Path) -> int:
    """Return how many minus signs stand on people, the sample in the key included."""
    lines = [
        shape.get("d", "")
        for shape in ElementTree.parse(path).getroot()
        if shape.get("fill") == "none" and shape.get("stroke") == WHITE
    ]
    return sum(len(re.findall(r"M[-\d. ]+h[\d.]+", line)) for line in lines)


@pytest.mark.parametrize("layout", ["", "-narrow"], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", FIGURES)
def test_as_many_people_are_drawn_as_the_numbers_say(name: str, layout: str) -> None:
    path = IMAGES / f"{name}{layout}.svg"
    worse = [count for kind, count in expected(FIGURES[name]) if kind == "harm"]

    assert list(crowds(path)) == list(expected(FIGURES[name]))
    # What is red for the eye has a sign for those who do not see it.
    assert minus_signs(path) == sum(count + 1 for count in worse)


@pytest.mark.parametrize("name", FIGURES)
def test_the_people_of_a_group_are_100(name: str) -> None:
    figure = FIGURES[name]
    counts = [group["of_100"] for group in figure["groups"]]

    assert sum(counts) == 100 if figure.get("one_grid") else max(counts) <= 100


def test_one_person_less_is_noticed(tmp_path: Path) -> None:
    name = PEOPLE[0].name
    text = (IMAGES / f"{name}.svg").read_text(encoding="utf-8")
    crowd = max(re.findall(rf'd="([^"]+)" fill="{DEEP}" stroke', text), key=len)
    fewer = crowd[: crowd.rindex("M", 0, crowd.rindex("M"))]
    doubled = fewer + "".join(re.findall(r"M[^M]+", crowd)[:2])

    assert heads_in(doubled) == heads_in(fewer) == heads_in(crowd) - 1


def test_some_chapter_shows_people() -> None:
    assert len(PEOPLE) >= 2


@pytest.mark.parametrize("drawing", PEOPLE, ids=lambda drawing: drawing.name)
def test_the_words_at_a_picture_give_its_numbers_to_the_right_groups(drawing: Shown) -> None:
    groups = FIGURES[drawing.name]["groups"]
    named = {str(group["of_100"]): group["label"].split(",")[0].lower() for group in groups}
    wanted = {str(group["of_100"]) for group in groups if not group.get("rest")}

    for words in drawing.words:
        said = re.sub(r"\b(of )?100\b", "", words.lower())
        numbers = re.findall(r"\d+", said)
        assert wanted <= set(numbers) <= set(named), words
        for number in numbers:
            label = re.escape(named[number])
            assert re.search(rf"\b{number}\b\D*{label}|{label}\D*\b{number}\b", said), words


@pytest.mark.parametrize("drawing", PEOPLE, ids=lambda drawing: drawing.name)
def test_the_chapter_gives_the_numbers_and_their_source(drawing: Shown) -> None:
    figure = FIGURES[drawing.name]
    counts = [group["of_100"] for group in figure["groups"] if not group.get("rest")]
    counts += [group["also_of_100"] for group in figure["groups"] if "also_of_100" in group]
    needed = {*map(str, counts), *re.findall(r"\d+", figure["who"])}
    cited = [
        paragraph
        for paragraph in text_of(drawing.chapter).split("\n\n")
        if re.search(rf":cite:p:`[^`]*\b{figure['source']}\b", paragraph)
    ]

    assert any(needed <= set(re.findall(r"\b\d+\b", paragraph)) for paragraph in cited)


@pytest.mark.parametrize("name", FIGURES)
def test_the_source_of_the_numbers_is_in_the_list_of_sources(name: str) -> None:
    sources = (SOURCE / "references.bib").read_text(encoding="utf-8")

    assert re.search(rf"^@\w+{{{FIGURES[name]['source']},$", sources, re.MULTILINE)


# -- On paper ----------------------------------------------------------------------------

PAGE = (612, 792)
# The page less its margins (72 and 54 points) and the space between columns (18), halved.
COLUMN = (612 - 72 - 54 - 18) / 2
LEAST_LETTERING = 10
LEAST_ICON = 6 * 72 / 25.4
UNITS = {"cm": 72 / 2.54, "mm": 72 / 25.4, "in": 72, "pt": 1}

Size = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """The sheet of a drawing as painted: its page, its size in units, and on paper in points."""

    page: int
    canvas: Size
    painted: Size
    clip: Size


def sheets(pdf: Path) -> Iterator[Sheet]:
    """Yield the sheets of the drawings in *pdf* in the order in which they are painted."""
    with pikepdf.open(pdf) as file:
        for number, page in enumerate(file.pages, start=1):
            yield from sheets_on(number, page)


def sheets_on(number: int, page: pikepdf.Page) -> Iterator[Sheet]:
    """Follow the transforms of *page* and yield its unpainted rectangles from 0, 0 on.

    Nothing but a sheet is a rectangle that is neither filled nor stroked and stands in a
    system whose y grows downwards, as SVG's does.
    """
    now, clip, kept = pikepdf.Matrix(), (0.0, 0.0), []
    steps = [(str(step.operator), step.operands) for step in pikepdf.parse_content_stream(page)]
    for (name, operands), (following, _) in itertools.pairwise(steps):
        if name == "q":
            kept.append((now, clip))
        elif name == "Q":
            now, clip = kept.pop()
        elif name == "cm":
            now = pikepdf.Matrix(*map(float, operands)) @ now
        elif name == "re":
            x, y, width, height = map(float, operands)
            size = (width * abs(now.a), height * abs(now.d))
            if following in ("W", "W*"):
                clip = size
            elif following == "n" and now.d < 0 and (x, y) == (0, 0):
                yield Sheet(number, (width, height), size, clip)


@pytest.fixture(scope="module")
def painted(pdf: Path) -> list[Sheet]:
    return list(sheets(pdf))


@pytest.fixture(scope="module")
def printed(painted: list[Sheet]) -> list[Sheet]:
    """The sheets without cover and icons: one for each drawing of the chapters."""
    return [sheet for sheet in painted if sheet.page > 1 and sheet.canvas != (48, 48)]


def printed_file(drawing: Shown) -> Path:
    """Return the layout that goes on paper."""
    narrow = IMAGES / f"{drawing.name}-narrow.svg"
    use_narrow = "column" in drawing.options and narrow.is_file()
    return narrow if use_narrow else IMAGES / f"{drawing.name}.svg"


def asked(drawing: Shown) -> float:
    """Return the width in points that the chapter asks for."""
    if "column" in drawing.options:
        return COLUMN
    number, unit = re.fullmatch(r"([\d.]+)(\w+)", drawing.options["width"]).groups()
    return float(number) * UNITS[unit]


def canvas_of(path: Path) -> Size:
    root = ElementTree.parse(path).getroot()
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    return width, height


def test_the_drawings_are_printed_once_each_and_in_order(printed: list[Sheet]) -> None:
    assert [sheet.canvas for sheet in printed] == [canvas_of(printed_file(one)) for one in SHOWN]


@pytest.mark.parametrize("place", range(len(SHOWN)), ids=NAMES)
def test_painted_size_is_the_size_asked_for(printed: list[Sheet], place: int) -> None:
    """rst2pdf can shrink a drawing unasked, by what it paints or for lack of room.

    Method: the first shape of every drawing is an invisible rectangle as large as its canvas,
    which ReportLab writes out ("re n").  Its size under the transforms in force is therefore
    the drawing's true size on paper; the clip path around it must leave all of it to be seen.
    """
    drawing, sheet = SHOWN[place], printed[place]
    width, height = canvas_of(printed_file(drawing))
    size = (asked(drawing), asked(drawing) * height / width)

    assert sheet.painted == pytest.approx(size, abs=0.05)
    assert sheet.clip == pytest.approx(size, abs=0.05)


@pytest.mark.parametrize("place", range(len(SHOWN)), ids=NAMES)
def test_lettering_in_drawings_is_large_enough_to_read(printed: list[Sheet], place: int) -> None:
    sheet = printed[place]
    lettering = MINIMUM_TEXT * sheet.painted[0] / sheet.canvas[0]

    assert lettering >= LEAST_LETTERING or SHOWN[place].name in WITHOUT_WORDS


def test_the_cover_fills_its_page(painted: list[Sheet]) -> None:
    cover = next(sheet for sheet in painted if sheet.page == 1)

    assert cover.painted == pytest.approx(PAGE, abs=0.05)


def test_icons_are_large_enough_to_make_out(painted: list[Sheet]) -> None:
    icons = [sheet.painted for sheet in painted if sheet.canvas == (48, 48)]

    assert len(icons) > 20
    assert min(map(min, icons)) >= LEAST_ICON
