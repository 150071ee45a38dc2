"""Which structure element each kind of node becomes (ISO 32000-1, 14.8.4).

A node of another kind may say for itself: its ``pdf_role`` is the element's name, or
``TRANSPARENT``, and is looked for on the node and then on its class.
"""

from __future__ import annotations

from docutils import nodes
from sphinx import addnodes

# What is in the node takes its place.
TRANSPARENT = ""
# Nobody hears the node or what is in it.
SILENT = "Artifact"

# Elements that hold other blocks; text of their own becomes a paragraph in them.
GROUPS = {"Document", "Part", "Sect", "Div", "Aside", "BlockQuote", "Index", TRANSPARENT}

ROLES: dict[type, str] = {
    nodes.document: TRANSPARENT,
    nodes.section: "Sect",
    nodes.block_quote: "BlockQuote",
    nodes.Admonition: "Aside",
    nodes.sidebar: "Aside",
    nodes.topic: "Aside",
    nodes.figure: "Div",
    nodes.legend: "Div",
    nodes.container: "Div",
    nodes.caption: "Caption",
    nodes.math_block: "Formula",
    nodes.TextElement: "P",
    nodes.raw: "P",
    nodes.header: SILENT,
    nodes.footer: SILENT,
    nodes.comment: SILENT,
    nodes.substitution_definition: SILENT,
    nodes.system_message: SILENT,
    addnodes.desc: "Div",
    addnodes.desc_content: "Div",
    addnodes.versionmodified: "Aside",
    nodes.Inline: TRANSPARENT,
    nodes.Element: TRANSPARENT,
}

# How docutils names the numbers of a list, and how PDF does (ISO 32000-1, table 347).
NUMBERING = {
    "arabic": "Decimal",
    "loweralpha": "LowerAlpha",
    "upperalpha": "UpperAlpha",
    "lowerroman": "LowerRoman",
    "upperroman": "UpperRoman",
}


def role_of(node: nodes.Node) -> str:
    """Return the name of the structure element that *node* becomes."""
    assert isinstance(node, nodes.Element)
    own: str | None = node.get("pdf_role", getattr(node, "pdf_role", None))
    if own is not None:
        return own
    return next(ROLES[base] for base in type(node).__mro__ if base in ROLES)
