"""The directives that mark a heading or a list: with an icon, or for the front sheet.

An icon is for the eye only: the words beside it say the same, so it has no alt text.
"""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from handout.icons import ICONS, icon_file


class HeadingIcon(SphinxDirective):
    """``.. icon:: pen``, right below a heading, puts the icon in front of it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Note the icon at the section; nothing stands here."""
        section_begun(self)["icon"] = known(self, self.arguments[0])
        return []


class OnFrontSheet(SphinxDirective):
    """``.. on-front-sheet::``, right below a heading: its section stands there too."""

    def run(self) -> list[nodes.Node]:
        """Note it at the section; nothing stands here."""
        section_begun(self)["on_front_sheet"] = True
        return []


def section_begun(directive: SphinxDirective) -> nodes.section:
    """Return the section of which the heading stands right above *directive*.

    :raises DirectiveError: there is none.
    """
    section: nodes.Node = directive.state.parent
    if not isinstance(section, nodes.section) or len(section) != 1:
        raise directive.error(f"'{directive.name}' needs to stand right below a heading")
    return section


class ListIcons(SphinxDirective):
    """``.. icons:: phone clock``: a list with one icon for each item instead of its bullet."""

    has_content = True
    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return the list."""
        names = self.arguments[0].split()
        content = self.parse_content_to_nodes()
        items = content[0] if len(content) == 1 else None
        if not isinstance(items, nodes.bullet_list) or len(items) != len(names):
            raise self.error(f"'icons' needs one list of {len(names)}, a star in front of each")
        items["classes"].append("icons")
        for item, name in zip(items.findall(nodes.list_item), names, strict=True):
            item["icon"] = known(self, name)
        return [items]


def known(directive: SphinxDirective, name: str) -> str:
    """Return *name* if there is such an icon.

    :raises DirectiveError: there is none.
    """
    if not icon_file(name).is_file():
        there = ", ".join(sorted(path.stem for path in ICONS.glob("*.svg")))
        raise directive.error(f"there is no icon '{name}'; there is {there}")
    return name
