"""What structure elements there are, and which may stand in which (ISO 32000-1, 14.8.4).

Written from the standard, not from what writes our files.
"""

from __future__ import annotations

NAMESPACES = {
    1: "http://iso.org/pdf/ssn",
    2: "http://iso.org/pdf2/ssn",
}

HEADINGS = frozenset({"H", "H1", "H2", "H3", "H4", "H5", "H6"})
GROUPS = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "NonStruct", "Private", "Index"}
    | {"Aside", "DocumentFragment"}
)
# Parts of a line of text.
IN_LINE = frozenset(
    {"Span", "Quote", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu"}
    | {"RB", "RT", "RP", "WT", "WP", "Em", "Strong", "Sub"}
)
# What may stand in a line as well as by itself.
PICTURES = frozenset({"Figure", "Formula", "Form"})
NOTES = frozenset({"Note", "FENote"})

STANDARD = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"}
    | {"NonStruct", "Private", "P", "L", "LI", "Lbl", "LBody", "Note"}
    | {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
    | HEADINGS
    | PICTURES
    | (IN_LINE - {"Em", "Strong", "Sub"})
)
# Those of PDF 2.0 (ISO 32000-2, 14.8.4).
STANDARD_2 = frozenset(
    {"Document", "DocumentFragment", "Part", "Sect", "Div", "Aside", "NonStruct", "Caption"}
    | {"P", "Title", "FENote", "L", "LI", "Lbl", "LBody", "Artifact"}
    | {"Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"}
    | {"Span", "Em", "Strong", "Sub", "Link", "Annot", "Ruby", "Warichu", "RB", "RT", "RP"}
    | {"WT", "WP"}
    | HEADINGS
    | PICTURES
)

# Elements that hold nothing but parts of a line.
LEAVES = HEADINGS | IN_LINE | {"P", "Lbl", "Title"}
MAY_STAND_IN_LINE = IN_LINE | PICTURES | NOTES | {"Lbl", "Artifact"}

ROWS = {"TR", "THead", "TBody", "TFoot"}
# Elements that hold certain others and nothing else ...
KIDS = {
    "L": {"LI", "L", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", *ROWS},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI", "TOC", "Caption"},
    "TOCI": {"Reference", "Lbl", "P", "TOC", "Link"},
}
# ... and those that stand in certain others only.
HOLDERS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "Lbl": {"LI", "TOCI", "BibEntry", "Form", "Formula", *NOTES},
    "TR": {"Table", *ROWS},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TOCI": {"TOC"},
    "Caption": {"L", "Table", "TOC", *PICTURES, "Div", "Aside"},
    "Document": set(),
}
