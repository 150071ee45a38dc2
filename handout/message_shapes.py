"""The faults we know in the shape of a chapter: its headings, its bold words, how lines stand."""

from __future__ import annotations

from handout.remedy import Remedy

SHAPES: tuple[Remedy, ...] = (
    # -- Headings
    Remedy(
        r"Title (?:underline|overline) too short",
        "the line under this heading is shorter than the heading",
        "make it as long",
    ),
    Remedy(
        r"Inconsistent title style: skip from level",
        "this heading is two levels below the one above it",
        "put a line of --- under it, or add a heading in between",
    ),
    Remedy(
        r"section title overline|Incomplete section title|Title overline & underline mismatch",
        "this line above a heading has no fellow below it",
        "take it out, and put a line of --- below the heading",
    ),
    Remedy(
        r"Unexpected section title",
        "a heading stands here in a box or list, or does not begin at the left edge",
        "move it to the left edge, or write its words in bold",
    ),
    Remedy(
        r"may not (?:begin|end) with a transition|must separate transitions",
        "this line has no heading right above it",
        "take it out, or put it right below its heading",
    ),
    # -- Words in bold and the like
    Remedy(
        r"Inline (?:strong|emphasis) start-string without end-string",
        "stars open bold words here and never close",
        "put the same stars behind the last word",
        pulls=True,
    ),
    Remedy(
        r"Inline literal start-string without end-string|"
        r"Inline interpreted text or phrase reference start-string without end-string",
        "a back quote opens here and never closes",
        "put one right behind the last word, and a blank or full stop behind it",
        pulls=True,
    ),
    Remedy(
        r"Inline substitution_reference start-string without end-string",
        "a bar opens a clinic's fact here and never closes",
        "write it like |clinic-phone|",
        pulls=True,
    ),
    # -- How lines stand below each other
    Remedy(
        r"Unexpected indentation|Block quote ends without a blank line",
        "this line starts further in or out than the one above",
        "line it up, or put an empty line between",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"(?:Bullet list|Enumerated list) ends without a blank line",
        "this line does not line up with the list above it",
        "line it up, or put an empty line above it if it is no part of the list",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"(?:Definition list|Explicit markup|Field list|Line block|Literal block)"
        r" ends without a blank line",
        "an empty line is missing after the list or box above",
        "add one",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"this line starts further in than",
        "this line starts further in than the one above",
        "line it up with it",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"this line starts further out than",
        "this line starts further out than the one above",
        "line it up with it",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"this line in colons belongs to nothing",
        "this line in colons belongs to nothing",
        "put it right below the line with '::', without an empty line between",
        pulled=True,
    ),
    Remedy(
        r"no list begins here",
        "no list begins here",
        "put an empty line above its first item",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"Literal block expected; none found|this line ends with two colons",
        "this line ends with two colons, which make what is below it show as it is typed",
        "write one colon",
        pulled=True,
    ),
    Remedy(
        r"Malformed table|Error parsing content block for the \"list-table\" directive|"
        r"Blank line required after table",
        "this table is not in order: every row needs the same number of cells",
        "compare the rows",
        pulls=True,
        pulled=True,
    ),
    Remedy(
        r"glossary terms must not be separated by empty lines|"
        r"glossary term must be preceded by empty line|glossary seems to be misformatted",
        "a word and its meaning do not line up here",
        "begin the word as the others begin, and its meaning three blanks further in, "
        "on the line below it",
        pulls=True,
        pulled=True,
    ),
    # -- Pages
    Remedy(
        r"Image \S*?([^/\s]+) is too (tall|wide) for the frame",
        "the picture {0} is too {1} for its place on the page",
        "give it a smaller :width:",
    ),
)
