"""What Lighthouse says of the finished site, on the slow phone that it simulates.

Part of ``make bench``; the only part that fetches something, once: Lighthouse, from npm.  The
phone is Lighthouse's own: answers after 150 ms, 1.6 megabits a second, a processor of a
quarter of this one's speed.  Of several visits the best counts, as for all costs.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tools.costs import ROOT, cost, module
from tools.serving import hosted

VERSION = "13.5.0"
FOLDER = ROOT / "build" / ".lighthouse"
PROGRAM = FOLDER / "node_modules" / "lighthouse"
NEEDED = (("node",), ("npm",), ("chromium", "chromium-browser", "google-chrome"))
SITE = ROOT / "build" / "clear" / "en" / "html"
# The front page, a long chapter, and one to fill in.
PAGES = ("index", "risks", "tools")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
VISITS = 3
# robots.txt is the host's; and the pages' own policy lets no script fetch it, Lighthouse's neither.
UNMEASURED = ("--skip-audits=robots-txt",)
LEAST_MARK = 95
# Seconds until the largest text or picture of the front page stands there.
FRONT, LONGEST_WAIT = "index", 1.0


@dataclass(frozen=True)
class Visit:
    """What Lighthouse found on one page.

    :ivar marks: of 100, by category.
    :ivar paint: seconds until the largest text or picture of the first screen stands there.
    """

    page: str
    marks: Mapping[str, int]
    paint: float

    def faults(self) -> Iterator[str]:
        """Yield the bars that are missed."""
        for category, mark in self.marks.items():
            if mark < LEAST_MARK:
                yield f"{self.page}: {category} {mark}, the bar is {LEAST_MARK}"
        if self.page == FRONT and self.paint >= LONGEST_WAIT:
            yield f"{self.page}: largest paint {self.paint:.2f} s, the bar is {LONGEST_WAIT} s"

    def __str__(self) -> str:
        """Return the line of the table."""
        marks = "".join(f"{self.marks[name]:>16}" for name in CATEGORIES)
        return f"{self.page:<10}{marks}{self.paint:>14.2f} s"


def report(say: Callable[[str], None]) -> int:
    """Say what Lighthouse finds, page by page.

    :returns: how many bars are missed; what cannot be measured counts as one.
    """
    tools = [next(filter(None, map(shutil.which, names)), None) for names in NEEDED]
    if None in tools:
        names = " or ".join(NEEDED[tools.index(None)])
        say(f"Lighthouse: not measured, as {names} is not installed.")
        return 1
    install()
    cost(module("handout", "build", "--clinic", "clear", "html"))
    say(f"{'Lighthouse':<10}{''.join(f'{name:>16}' for name in CATEGORIES)}{'largest paint':>16}")
    faults = []
    for page in PAGES:
        found = best([visit(page, str(tools[-1])) for _ in range(VISITS)])
        say(str(found))
        faults += found.faults()
    for fault in faults:
        say(f"MISSED  {fault}")
    return len(faults)


def install() -> None:
    """Fetch Lighthouse into the build folder, unless it is there.

    :raises SystemExit: npm cannot; with what it said.
    """
    about = PROGRAM / "package.json"
    if about.is_file() and json.loads(about.read_text(encoding="utf-8"))["version"] == VERSION:
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    options = ("--no-audit", "--no-fund", "--ignore-scripts", "--prefix", str(FOLDER))
    cost(["npm", "install", *options, f"lighthouse@{VERSION}"])


def visit(page: str, chromium: str) -> Visit:
    """Visit a page of the site as the simulated phone does.

    :raises SystemExit: Lighthouse has failed; with what it said.
    """
    with hosted(SITE) as host:
        command = [
            "node", str(PROGRAM / "cli" / "index.js"), f"{host.address}/{page}.html",
            "--quiet", "--output=json", "--no-enable-error-reporting",
            f"--only-categories={','.join(CATEGORIES)}",
            *UNMEASURED,
            "--chrome-flags=--headless --no-sandbox --disable-gpu",
        ]  # fmt: skip
        surroundings = {**os.environ, "CHROME_PATH": chromium}
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"Lighthouse has failed on {page}.html:\n{done.stderr}")
    return read(page, json.loads(done.stdout))


def read(page: str, told: Mapping[str, Any]) -> Visit:
    """Return what Lighthouse's own report of a *page* says.

    :raises SystemExit: it could not measure something.
    """
    marks = {name: told["categories"][name]["score"] for name in CATEGORIES}
    paint = told["audits"]["largest-contentful-paint"].get("numericValue")
    if paint is None or None in marks.values():
        sys.exit(f"Lighthouse could not measure {page}.html.")
    return Visit(page, {name: round(100 * mark) for name, mark in marks.items()}, paint / 1000)


def best(visits: list[Visit]) -> Visit:
    """Return the best of each number: what else the machine does only ever makes it worse."""
    marks = {name: max(one.marks[name] for one in visits) for name in CATEGORIES}
    return Visit(visits[0].page, marks, min(one.paint for one in visits))


if __name__ == "__main__":
    sys.exit(1 if report(lambda line: print(line, flush=True)) else 0)
