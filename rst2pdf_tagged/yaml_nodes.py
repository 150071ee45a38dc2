"""Reads YAML as nodes, which know their lines; plain data does not."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

# A mapping's keys with their line numbers and values.
Entries = dict[str, tuple[int, yaml.Node]]


def entries_of(node: yaml.Node | None) -> Entries:
    """Return the keys of a mapping *node* with lines and values; nothing of another node."""
    if not isinstance(node, yaml.MappingNode):
        return {}
    return {str(key.value): (key.start_mark.line + 1, value) for key, value in node.value}


def body_of(entries: Entries, key: str) -> yaml.Node | None:
    """Return the value of *key*, or ``None``."""
    return entries[key][1] if key in entries else None


def style_bodies(styles: yaml.Node | None) -> Iterator[tuple[str, yaml.Node]]:
    """Yield names and bodies of styles, which may be a mapping or a list of pairs."""
    if isinstance(styles, yaml.SequenceNode):
        for pair in styles.value:
            yield str(pair.value[0].value), pair.value[1]
    for name, (_, body) in entries_of(styles).items():
        yield name, body


def parts_of(value: yaml.Node | None) -> list[yaml.Node]:
    """Return the members of a list, or the one *value* that is no list."""
    if value is None:
        return []
    return list(value.value) if isinstance(value, yaml.SequenceNode) else [value]


def tag_of(value: yaml.Node) -> str:
    """Return YAML's name for the type: ``str``, ``int``, ``null`` and so on."""
    return str(value.tag).rpartition(":")[2]


def is_null(value: yaml.Node) -> bool:
    """Return whether *value* is empty or ``null``."""
    return tag_of(value) == "null"
