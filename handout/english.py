"""What there is to translate: all that readers see or hear, as it stands in the English files."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.nodes import extract_messages, get_node_line

from handout.appendices import is_appendix
from handout.catalogs import LABELS
from handout.errors import HandoutError
from handout.faithful import has_words
from handout.labels import LABELS as LABELS_FILE
from handout.labels import load_labels
from handout.locales import ENGLISH, SETTINGS
from handout.messages import plain_messages
from handout.sphinx_runs import application, patched
from handout.toml_lines import places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sphinx.application import Sphinx

    from handout.build import Target

# Tables of labels for pages that are English in every translation: see handout/appendices.py.
ENGLISH_TABLES = {"claims", "score"}
# What no translation says: a reading grade is measured in English.
ENGLISH_ENTRIES = {"review.grade"}


@dataclass(frozen=True)
class English:
    """One sentence, heading or label to translate.

    :ivar context: table and entry of a label, else empty.
    :ivar file: seen from the project's top folder; :ivar line: of it.
    """

    context: str
    text: str
    file: str
    line: int


class CollectMessages(SphinxTransform):
    """Notes what there is to translate in a chapter, before anything of it is changed."""

    # Behind the one that prepares (10) and before the one that translates (20).
    default_priority = 15

    def apply(self, **kwargs: Any) -> None:
        """Note it with the environment."""
        name = self.env.current_document.docname
        self.env.handout_english[name] = [  # type: ignore[attr-defined]
            English("", text, f"source/{name}.rst", get_node_line(node))
            for node, text in extract_messages(self.document)
            if not isinstance(node, nodes.field_name) and has_words(text)
        ]


@dataclass(frozen=True)
class _Question:
    """The *target* of which there is asked; the answer depends on its files only."""

    states: tuple[tuple[str, int], ...]
    target: Target = field(compare=False)


def english_messages(target: Target) -> dict[str, list[English]]:
    """Return what there is to translate: name of the catalog -> its messages, in their order.

    :raises HandoutError: the chapters cannot be read.
    """
    root = target.root
    files = [root / "conf.py", *sorted((root / "source").iterdir())]
    states = tuple((str(path), path.stat().st_mtime_ns) for path in files)
    return _answered(_Question(states, target))


# All clinics have the same words.
@lru_cache(maxsize=2)
def _answered(question: _Question) -> dict[str, list[English]]:
    target, report = question.target, io.StringIO()
    folder = target.folder / ".english"
    found: dict[str, list[English]] = {}
    with patched(target.root):
        app = application(
            replace(target, language=ENGLISH), "dummy", folder, folder, report, fresh=True
        )
        app.env.handout_english = found  # type: ignore[attr-defined]
        app.add_transform(CollectMessages)
        app.builder.read()
    if faults := plain_messages(report.getvalue(), target.root):
        raise HandoutError("\n".join(faults))
    chapters = {name: found[name] for name in sorted(found) if not is_appendix(app.env, name)}
    chapters[app.config.root_doc] += _settings(app)
    return {**chapters, LABELS: list(_labels(target))}


def _settings(app: Sphinx) -> Iterator[English]:
    texts = [app.config[name] for name in SETTINGS] + list(app.config.numfig_format.values())
    lines = (app.confdir / "conf.py").read_text(encoding="utf-8").splitlines()
    for text in texts:
        line = next((n for n, line in enumerate(lines, start=1) if f'"{text}"' in line), 1)
        yield English("", text, "conf.py", line)


def _labels(target: Target) -> Iterator[English]:
    file = LABELS_FILE.as_posix()
    found = places((target.root / LABELS_FILE).read_text(encoding="utf-8-sig"))
    for table, entries in load_labels(target.root).items():
        for key, text in entries.items():
            context = f"{table}.{key}"
            if table not in ENGLISH_TABLES and context not in ENGLISH_ENTRIES:
                yield English(context, text, file, found[table, key].line)
