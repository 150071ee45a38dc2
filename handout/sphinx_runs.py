"""Runs Sphinx strictly, and tells what it finds in plain words."""

from __future__ import annotations

import gc
import io
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from handout.edition import edition_of
from handout.errors import HandoutError
from handout.messages import plain_messages
from handout.sphinx_words import translated
from handout.today import environment_kept
from handout.translation import load_translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from handout.build import Target
    from handout.edition import Edition

# When Python looks for garbage (see gc.set_threshold): a build keeps nearly all that it makes,
# so that every search is in vain, until the next build begins.
RARELY = (10_000, 10, 5)
SETTINGS = "conf.py"
DOCTREES, READ = ".doctrees", ".read"


@contextmanager
def rare_collections() -> Iterator[None]:
    """Let Python look for garbage less often: a tenth of the time of a build."""
    before = gc.get_threshold()
    gc.set_threshold(*RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


@rare_collections()
def run_sphinx(
    target: Target,
    builder: str,
    outdir: Path,
    fresh: bool,
    prepare: Callable[[Sphinx], None] = lambda app: None,
) -> Edition:
    """Run one Sphinx *builder* strictly.

    :param fresh: read all sources anew instead of taking over what another builder read.
    :param prepare: called before anything is read.
    :returns: what was built.
    :raises HandoutError: with every warning and error in plain words, one a line.
    """
    from sphinx.errors import SphinxError

    # Here, as it runs Sphinx to find out.
    from handout.unfinished import is_unfinished

    report = io.StringIO()
    unfinished = is_unfinished(target)
    translation = load_translation(target.root, target.language)

    def stop_at_slips(app: Sphinx, env: BuildEnvironment) -> None:
        """Tell slips in the chapters once all are read; no page is worth setting before."""
        if found := _told(report, target):
            raise SphinxError("\n".join(found))

    with patched(target.root), translated(target.root, translation):
        app = application(
            target, builder, outdir, target.folder / DOCTREES, report, fresh, unfinished
        )
        app.connect("env-check-consistency", stop_at_slips)
        prepare(app)
        _build(app)
    if app.statuscode:
        raise HandoutError("\n".join(_told(report, target, echoes=builder == "linkcheck")))
    return edition_of(app.env)


def _told(report: io.StringIO, target: Target, *, echoes: bool = False) -> list[str]:
    """Return what Sphinx has reported in plain words, of a translation with its own lines."""
    # Here, as it runs Sphinx too.
    from handout.catalog_places import in_catalog

    faults = plain_messages(report.getvalue(), target.root, echoes=echoes)
    return [in_catalog(fault, target) for fault in faults]


@rare_collections()
def read_chapters(target: Target) -> tuple[Path, list[str]]:
    """Read all chapters and follow their links, but build nothing.

    :returns: the folder with what was read, and every warning and error in plain words.
    :raises HandoutError: nothing could be read.
    """
    report = io.StringIO()
    folder = target.folder / READ
    with patched(target.root):
        app = application(target, "dummy", folder, folder, report, fresh=True)
        _build(app)
    return folder, plain_messages(report.getvalue(), target.root)


@contextmanager
def patched(root: Path) -> Iterator[None]:
    """Prepare docutils for Sphinx, plain output, and the environment for the block."""
    from sphinx.util.console import nocolor
    from sphinx.util.docutils import docutils_namespace, patch_docutils

    nocolor()
    with patch_docutils(str(root)), docutils_namespace(), environment_kept():
        yield


def application(
    target: Target,
    builder: str,
    outdir: Path,
    doctrees: Path,
    report: io.StringIO,
    fresh: bool,
    unfinished: bool = False,
) -> Sphinx:
    """Return Sphinx, ready to run one *builder* inside :func:`patched`.

    :param report: where warnings and errors go; :param unfinished: whether the language's
        translation is.
    :raises HandoutError: a setting or the clinic's file is wrong.
    """
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError

    overrides = {
        "handout_clinic": target.clinic,
        "handout_today": target.day.isoformat(),
        "handout_unfinished": unfinished,
        "language": target.language,
    }
    try:
        return Sphinx(
            target.root / "source", target.root, outdir, doctrees, builder,
            overrides, status=None, warning=report, freshenv=fresh, warningiserror=True,
        )  # fmt: skip
    except SphinxError as error:
        raise _settings_fault(error) from error


def _settings_fault(error: Exception) -> HandoutError:
    """Return what keeps Sphinx from starting, with its line if conf.py cannot be read."""
    cause = error.__cause__ or error.__context__
    if isinstance(cause, SyntaxError) and Path(cause.filename or "").name == SETTINGS:
        sentence = f"this line cannot be read ({cause.msg}); compare with the lines around it"
        return HandoutError(sentence, f"{SETTINGS}:{cause.lineno}")
    return HandoutError(str(error))


def _build(app: Sphinx) -> None:
    from sphinx.errors import SphinxError

    try:
        app.build(force_all=True)
    except SphinxError as error:
        raise HandoutError(str(error)) from error
