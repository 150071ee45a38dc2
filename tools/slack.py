"""Where a build of the handout spends time and space that it need not.

Part of ``make bench``.  The counts come from one watched build of all PDFs in this process.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pikepdf
from reportlab.pdfbase.ttfonts import TTFontFile
from rst2pdf import createpdf, pdfbuilder

from rst2pdf_tagged import document, running
from tools import editions


@dataclass
class Tally:
    """The seconds of processor time that each call of something took."""

    times: list[float] = field(default_factory=list)

    @property
    def calls(self) -> int:
        """Return how often it was called."""
        return len(self.times)

    @property
    def seconds(self) -> float:
        """Return what it took in all."""
        return sum(self.times)


@contextmanager
def watched(owner: Any, name: str) -> Iterator[Tally]:
    """Count the calls of ``owner.name`` for the time of the block."""
    tally, original = Tally(), getattr(owner, name)

    def call(*args: Any, **kwargs: Any) -> Any:
        start = time.process_time()
        result = original(*args, **kwargs)
        tally.times.append(time.process_time() - start)
        return result

    setattr(owner, name, call)
    yield tally
    setattr(owner, name, original)


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
                ("files", pdfbuilder.PDFWriter, "write"),
            )
        }
        start = time.process_time()
        editions.build(work / "watched", {})
        whole = time.process_time() - start
    first, *further = watch["files"].times
    mean = sum(further) / len(further) / first
    say(f"a further PDF: {mean:.2f} of the first, on average, without reading the chapters")
    say(f"layout passes: {watch['passes'].calls / watch['layout'].calls:.0f} a PDF "
        f"(two are the least with page numbers in it), "
        f"{watch['layout'].seconds / whole:.0%} of the build")  # fmt: skip
    say(f"typefaces: {watch['typefaces'].calls} files read, by file, "
        f"{watch['typefaces'].seconds / whole:.0%} of the build")  # fmt: skip
    say(f"heads and feet: {watch['lines'].calls} set, {watch['texts'].calls} read from text")
    say_sizes(work, say)


def say_sizes(work: Path, say: Callable[[str], None]) -> None:
    """Say what object streams save."""
    path = max((work / "watched").glob("*.pdf"))
    plain = io.BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.save(plain, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    before, after = len(plain.getvalue()), path.stat().st_size
    say(f"object streams: {after / before:.2f} of the size without ({after / 1000:.0f} kB)")
