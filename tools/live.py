"""How soon a saved chapter is on the page of ``make live``, as a browser that has it open hears it.

Seconds on the clock: both cores work at once, and the wait is the point.  So nothing else should
run on the machine meanwhile.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tools.clinic import CHAPTER, PROJECT, copy_project
from tools.costs import Ratio, module

# What an editor may have to wait, in seconds, and how often it is tried.
PATIENCE, ROUNDS = 2.0, 3
# After so many seconds without a word, something is wrong.
LONGEST = 120.0
SLIP = "\nThis **slip is not closed.\n"

News = dict[str, Any]


class Live:
    """A run of ``make live``, and what it tells.

    :ivar news: what it has told last.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self.process = process
        self.address = process.stdout.readline().split()[-1]
        self._events: HTTPResponse = self.open("events")
        self.news: News = {}

    def open(self, path: str) -> HTTPResponse:
        """Ask for what lies at *path*."""
        answer: HTTPResponse = urlopen(self.address + path, timeout=LONGEST)
        return answer

    def text(self, path: str) -> str:
        """Return the text that lies at *path*."""
        with self.open(path) as answer:
            return answer.read().decode()

    def until(self, is_there: Callable[[News], bool]) -> News:
        """Return the first news of which *is_there* holds."""
        while not (self.news and is_there(self.news)):
            line = self._events.readline()
            if not line:
                sys.exit("make live has ended by itself")
            if line.startswith(b"data: "):
                self.news = json.loads(line[6:])
        return self.news

    def settled(self) -> News:
        """Return what is told once a save has been heard of, and all is made that comes of it."""
        self.until(is_working)
        return self.until(lambda news: not is_working(news))


def is_working(news: News) -> bool:
    """Return whether something is still to come."""
    return bool(news["site"]["working"] or news["print"]["working"])


@contextmanager
def live(folder: Path, clinic: str, browser: str = "true") -> Iterator[Live]:
    """Run ``make live`` in a project *folder* for the time of the block.

    :param browser: the program that is to open the page; usually one that does nothing.
    """
    environment = {**os.environ, "BROWSER": browser, "PYTHONPATH": str(folder)}
    with subprocess.Popen(
        module("handout", "live", "--clinic", clinic),
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield Live(process)
        finally:
            process.terminate()


def report() -> Iterator[Ratio]:
    """Yield what was measured: the longest wait of several."""
    copy_project()
    with live(PROJECT, "example") as page:
        page.until(lambda news: not is_working(news))
        text = CHAPTER.read_text(encoding="utf-8")
        waits: dict[str, list[float]] = {"saved": [], "slip": [], "mended": []}
        for number in range(ROUNDS):
            word = f"Word-{number}"
            text += f"\nOne more sentence, {word}.\n"
            waits["saved"].append(_shown(page, text, word))
            waits["slip"].append(_told(page, text + SLIP))
            text += f"\nIt is mended, {word}-mended.\n"
            waits["mended"].append(_shown(page, text, f"{word}-mended"))
    yield _ratio("a saved chapter on the page, of 2 seconds", waits["saved"])
    yield _ratio("a slip told on the page, of 2 seconds", waits["slip"])
    yield _ratio("a mended chapter on the page, of 2 seconds", waits["mended"])


def _shown(page: Live, text: str, word: str) -> float:
    """Save *text*; return the seconds until the site has the *word*, and its page is drawn."""
    start = time.perf_counter()
    CHAPTER.write_text(text, encoding="utf-8")
    news = page.settled()
    site, printed = page.text(f"site/{CHAPTER.stem}.html"), news["print"]
    with page.open(f"pages/{printed['version']}/{printed['spot']['page']}.jpg") as picture:
        picture.read()
    seconds = time.perf_counter() - start
    if word not in site or news["faults"]:
        sys.exit(f"make live does not show what was saved: {news['faults']}")
    return seconds


def _told(page: Live, text: str) -> float:
    """Save *text* with a slip; return the seconds until it is told."""
    start = time.perf_counter()
    CHAPTER.write_text(text, encoding="utf-8")
    news = page.settled()
    seconds = time.perf_counter() - start
    if not news["faults"]:
        sys.exit("make live does not tell of a slip")
    return seconds


def _ratio(what: str, seconds: list[float]) -> Ratio:
    details = "at most {:.2f} s of {}".format(
        max(seconds), ", ".join(f"{one:.2f}" for one in seconds)
    )
    return Ratio(what, max(seconds) / PATIENCE, 1.0, details)


if __name__ == "__main__":
    for line in report():
        sys.stdout.write(f"{line}\n")
