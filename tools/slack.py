"""Where a build of the handout spends time and space that it need not.

Part of ``make bench``.  The counts come from one watched build in this process, the times of
whole commands from processes of their own.
"""

from __future__ import annotations

import io
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.pdfbase.ttfonts import TTFontFile
from rst2pdf import createpdf
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from rst2pdf_tagged import document, running

ROOT = Path(__file__).resolve().parent.parent


@dataclass
class Tally:
    """How often something was called, and the seconds that it took in all."""

    calls: int = 0
    seconds: float = 0


@contextmanager
def watched(owner: Any, name: str) -> Iterator[Tally]:
    """Count the calls of ``owner.name`` for the time of the block."""
    tally, original = Tally(), getattr(owner, name)

    def call(*args: Any, **kwargs: Any) -> Any:
        start = time.perf_counter()
        result = original(*args, **kwargs)
        tally.calls += 1
        tally.seconds += time.perf_counter() - start
        return result

    setattr(owner, name, call)
    yield tally
    setattr(owner, name, original)


def build(folder: Path, documents: list[Any] | None = None) -> float:
    """Build the printed handout in this process; return the seconds that it took."""
    settings = {"pdf_documents": documents} if documents else {}
    start = time.perf_counter()
    with patch_docutils(str(ROOT)), docutils_namespace():
        app = Sphinx(
            ROOT / "source", ROOT, folder, folder / ".doctrees", "pdf",
            confoverrides=settings, status=None, warning=io.StringIO(),
        )  # fmt: skip
        app.build(force_all=True)
    return time.perf_counter() - start


def seconds_of(command: list[str]) -> float:
    """Return the wall seconds of the fastest of three runs of *command*."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return min(times)


def report(work: Path, say: Callable[[str], None]) -> None:
    """Say what is left of the slack of a build.

    :param work: a folder to build in.
    """
    with ExitStack() as stack:
        watch = {
            name: stack.enter_context(watched(owner, method))
            for name, owner, method in (
                ("passes", document.HonestDocTemplate, "handle_documentBegin"),
                ("layout", document.HonestDocTemplate, "multiBuild"),
                ("typefaces", TTFontFile, "__init__"),
                ("lines", createpdf.HeaderOrFooter, "prepare"),
                ("texts", running, "_publish"),
            )
        }
        whole = build(work / "watched")
    say(f"layout passes: {watch['passes'].calls / watch['layout'].calls:.0f} a PDF "
        f"(two are the least with page numbers in it), "
        f"{watch['layout'].seconds / whole:.0%} of the build")  # fmt: skip
    say(f"typefaces: {watch['typefaces'].calls} files read, by file, "
        f"{watch['typefaces'].seconds / whole:.0%} of the build")  # fmt: skip
    say(f"heads and feet: {watch['lines'].calls} set, {watch['texts'].calls} read from text")
    say_sizes(work, say)
    say_editions(work, say)
    say_unchanged(say)


def say_sizes(work: Path, say: Callable[[str], None]) -> None:
    """Say what object streams save."""
    path = max((work / "watched").glob("*.pdf"))
    plain = io.BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    before, after = len(plain.getvalue()), path.stat().st_size
    say(f"object streams: {after / before:.2f} of the size without ({after / 1000:.0f} kB)")


def say_editions(work: Path, say: Callable[[str], None]) -> None:
    """Say what one more PDF from the same reading costs, in parts of the first."""
    entry = ("index", "one", "", "", {})
    one = build(work / "one", [entry])
    two = build(work / "two", [entry, ("index", "other", "", "", {})])
    say(f"one more edition: {(two - one) / one:.2f} of the first")


def say_unchanged(say: Callable[[str], None]) -> None:
    """Say what a build costs when nothing has changed, beside Sphinx's own reading of that."""
    make = [sys.executable, "-m", "handout", "build", "--clinic", "clear", "--language", "en"]
    subprocess.run([*make, "pdf"], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    ours = seconds_of([*make, "pdf"])
    out = ROOT / "build" / "bench" / "dummy"
    sphinx = [sys.executable, "-m", "sphinx", "-q", "-b", "dummy", "-c", ".", "source", str(out)]
    subprocess.run(sphinx, check=True, cwd=ROOT)
    say(f"nothing changed: {ours / seconds_of(sphinx):.2f} of Sphinx's own reading ({ours:.2f} s)")
