"""What became of a run on GitHub, in plain words: what an editor reads below it.

``python -m tools.run_summary FOLDER`` prints it in Markdown.  *FOLDER* holds what ``make`` and
``make check`` said, as ``build.log`` and ``check.log``; the rest stands in the environment, where
``.github/workflows/build.yml`` puts it.  Needs Python alone: it runs even when nothing could be
installed.
"""

from __future__ import annotations

import html
import json
import re
import string
import sys
from dataclasses import dataclass
from os import environ
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
MATCHERS = ROOT / ".github" / "problem-matcher.json"
FAULT, ADVICE = "handout-fault", "handout-advice"
# How much of what was said is shown when it names no file, in lines.
TAIL = 30


@dataclass(frozen=True)
class Told:
    """One thing that was said of a place in a file.

    :ivar line: from 1, as it was written; empty if it concerns the file as a whole.
    """

    file: str
    line: str
    message: str


def told(log: str, owner: str) -> list[Told]:
    """Return what GitHub, too, finds in *log* with the problem matcher called *owner*."""
    matchers = json.loads(MATCHERS.read_text(encoding="utf-8"))["problemMatcher"]
    (pattern,) = (matcher["pattern"][0] for matcher in matchers if matcher["owner"] == owner)
    found = (re.match(pattern["regexp"], line) for line in log.splitlines())
    parts = [
        [match[pattern[key]] for key in ("file", "line", "message")] for match in found if match
    ]
    return [Told(file, line or "", message) for file, line, message in parts]


def summary(build: str, check: str, given: Mapping[str, str]) -> str:
    """Return what became of a run.

    :param build: what ``make`` said; :param check: what ``make check`` said.
    :param given: BUILD and CHECK: how each ended, as GitHub calls it; PDFS and SITE: where to
        download; GITHUB_SERVER_URL, REPOSITORY and BRANCH: where the chapters lie.
    """
    return "\n".join(_lines(build, check, given)) + "\n"


def _lines(build: str, check: str, given: Mapping[str, str]) -> Iterator[str]:
    if given["BUILD"] == "failure":
        yield "## Something has to be put right\n"
        yield "Nothing was built. Open the file, mend the line, and commit the change.\n"
        yield from _faults(build, given)
    elif given["CHECK"] == "failure":
        yield "## The handout is built, but something has to be put right\n"
        yield from _faults(check, given)
        yield "\n## To look at it meanwhile\n"
        yield from _downloads(given)
    elif given["CHECK"] == "success":
        yield "## The handout is ready\n"
        yield from _downloads(given)
    else:
        yield "## This went wrong, and not because of your words\n"
        yield "Click *Re-run jobs* at the top right of this page."
        yield "If that does not help, ask someone who programs to read what the job says."
    if advice := told(check, ADVICE):
        yield "\n## Advice, which you may leave as it is\n"
        yield from (_item(each, given) for each in advice)


def _downloads(given: Mapping[str, str]) -> Iterator[str]:
    yield f"- [The pages to print]({given['PDFS']}) (handout-pdfs.zip)"
    yield f"- [The web site]({given['SITE']}) (site.zip): unpack it and open index.html"


def _faults(log: str, given: Mapping[str, str]) -> Iterator[str]:
    """Yield each fault with a link to its line or, if none names a file, the end of *log*."""
    if faults := told(log, FAULT):
        yield from (_item(fault, given) for fault in faults)
    else:
        yield f"<pre>{html.escape(chr(10).join(log.strip().splitlines()[-TAIL:]))}</pre>"


def _item(thing: Told, given: Mapping[str, str]) -> str:
    """Return a thing as an item of a list, with a link that opens its file for editing."""
    place = f"{thing.file}, line {thing.line}" if thing.line else thing.file
    path = quote("/".join((given["REPOSITORY"], "edit", given["BRANCH"], thing.file)))
    anchor = f"#L{thing.line}" if thing.line else ""
    address = f"{given['GITHUB_SERVER_URL']}/{path}{anchor}"
    return f"- [{as_it_is(place)}]({address}): {as_it_is(thing.message)}"


def as_it_is(text: str) -> str:
    """Return *text* such that Markdown shows it letter by letter."""
    return re.sub(f"([{re.escape(string.punctuation)}])", r"\\\1", text)


if __name__ == "__main__":
    said = [
        path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
        for path in (Path(sys.argv[1], name) for name in ("build.log", "check.log"))
    ]
    sys.stdout.write(summary(*said, environ))
