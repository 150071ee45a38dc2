"""What is to be filled in on a page: names that last, boxes to tick, where the note stands."""

from __future__ import annotations

from docutils import nodes as docutils_nodes

from handout.fields import add_note, add_tick_boxes, fields_of, name_fields
from handout.nodes import FillIn, FillInNote, Log, TickBox, WriteLines


def section(title: str, *parts: docutils_nodes.Node) -> docutils_nodes.section:
    return docutils_nodes.section("", docutils_nodes.title("", title), *parts)


def checklist(*items: docutils_nodes.Node | str) -> docutils_nodes.bullet_list:
    paragraphs = [
        docutils_nodes.paragraph("", *([item] if isinstance(item, str) else ["", item]))
        for item in items
    ]
    entries = [docutils_nodes.list_item("", paragraph) for paragraph in paragraphs]
    return docutils_nodes.bullet_list("", *entries, classes=["checklist"])


def named(*parts: docutils_nodes.Node) -> list[str]:
    page = section("Page", *parts)
    name_fields(page, "tools")
    return [field["field"] for field in fields_of(page)]


def test_each_item_of_a_checklist_gets_a_box_and_no_other_list_does() -> None:
    plain = checklist("one", "two")
    plain["classes"] = []
    page = section("Page", checklist("three", "four"), plain)

    add_tick_boxes(page)

    assert [box.astext() for box in page.findall(TickBox)] == ["three", "four"]


def test_an_item_without_words_is_left_as_it_is() -> None:
    item = docutils_nodes.list_item("", docutils_nodes.image(uri="pen.svg"))
    items = docutils_nodes.bullet_list("", item, classes=["checklist"])

    add_tick_boxes(items)

    assert list(items.findall(TickBox)) == []


def test_a_field_is_named_by_its_page_and_its_words() -> None:
    names = named(
        FillIn("", "My ride\u2019s name"),
        WriteLines(count=3, label="My own questions"),
        Log(title="My mood log", columns=["Date"], rows=1),
    )

    assert names == ["tools: My ride\u2019s name", "tools: My own questions", "tools: My mood log"]


def test_lines_without_a_label_are_named_by_the_heading_over_them() -> None:
    assert named(section("Write your notes", WriteLines(count=3, label=""))) == [
        "tools: Write your notes"
    ]


def test_the_same_words_twice_are_told_apart() -> None:
    assert named(FillIn("", "Phone"), FillIn("", "Name"), FillIn("", "Phone")) == [
        "tools: Phone",
        "tools: Name",
        "tools: Phone 2",
    ]


def test_the_number_of_a_source_is_no_part_of_a_name() -> None:
    mark = docutils_nodes.inline("", "[7]", classes=["bibtex-citation"])
    link = docutils_nodes.reference("", "Psychosis", refuri="#psychosis")

    assert named(TickBox("", "", link, docutils_nodes.Text(", now "), mark)) == [
        "tools: Psychosis, now"
    ]


def notes_in(page: docutils_nodes.Element) -> list[FillInNote]:
    add_note(page)
    return list(page.findall(FillInNote))


def test_the_note_stands_before_the_section_that_a_page_to_fill_in_begins_with() -> None:
    first = section("Visit", section("Before", FillIn("", "Phone")))
    page = section("Page", docutils_nodes.paragraph("", "Fill in."), first, FillIn("", "Name"))

    (note,) = notes_in(page)

    assert page.index(note) + 1 == page.index(first)
    assert note["unfolded"]


def test_the_note_stands_folded_before_a_list_further_down() -> None:
    line = FillIn("", "Phone")
    later = section("Visit", docutils_nodes.paragraph("", "Bring this."), line)

    (note,) = notes_in(section("Page", section("What it is"), later))

    assert later.index(note) + 1 == later.index(line)
    assert not note["unfolded"]


def test_a_field_in_a_box_has_the_note_before_the_box() -> None:
    box = docutils_nodes.container("", FillIn("", "Phone"))
    later = section("Card", box)

    (note,) = notes_in(section("Page", section("What it is"), later))

    assert later.index(note) + 1 == later.index(box)


def test_a_page_with_nothing_to_fill_in_has_no_note() -> None:
    assert notes_in(section("Page", docutils_nodes.paragraph("", "Read."))) == []
