"""Addresses that lead nowhere, tried on a server of our own: no test needs the network."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

from handout.__main__ import main
from handout.linkcheck import placed, source_places
from handout.messages import plain
from tests.copies import small_handout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WELL, WRONG, GONE = 0, 1, 404
LAST_WORDS = "Nothing was changed by this run."


class Server(BaseHTTPRequestHandler):
    """Answers well, but for addresses with ``gone`` in them."""

    def do_GET(self) -> None:
        self.send_response(GONE if "gone" in self.path else 200)
        self.end_headers()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a web server on this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


@pytest.fixture
def root(tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small handout of which all addresses are on our server."""
    words = f"`Here <{server}/here>`__. Call or text 988.\n\nAnd `there <{server}/there>`__."
    root = small_handout(tmp_path / "copy", words, 'name = "One Example"\n')
    (root / "source" / "references.bib").write_text(
        f"% Sources\n\n@misc{{Li2010,\n  title = {{A made-up page}},\n  url = {{{server}/source}},\n}}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr("handout.__main__.ROOT", root)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    return root


def change(path: Path, old: str, new: str) -> int:
    """Replace *old*; return the line, from 1, on which it stood."""
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text.count("\n", 0, text.index(old)) + 1


def test_when_every_address_answers_the_command_says_so(
    root: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["linkcheck", "--clinic", "one"]) == WELL

    assert capsys.readouterr().out == "Every web address answers.\n"
    report = (root / "build/one/en/linkcheck/output.json").read_text(encoding="utf-8")
    tried = {entry["uri"] for entry in map(json.loads, report.splitlines())}
    assert tried >= {f"{server}/here", f"{server}/there", f"{server}/source"}


def test_a_dead_address_is_told_with_its_line_in_plain_words(
    root: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    line = change(root / "source" / "one.rst", "/there", "/gone")
    change(root / "source" / "references.bib", "/source", "/gone-too")

    assert main(["linkcheck", "--clinic", "one"]) == WRONG

    told = capsys.readouterr()
    *dead, last = [line for line in told.err.splitlines() if line]
    words = "does not answer; correct it, or try again later"
    assert told.out == ""
    assert sorted(dead) == [
        f"source/one.rst:{line}: the web address {server}/gone {words}",
        f"source/references.bib:3: the web address {server}/gone-too {words}",
    ]
    assert last == LAST_WORDS


def test_a_slip_in_a_chapter_is_told_before_any_address_is_tried(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = change(root / "source" / "one.rst", "And `there", ":nope:`x` and `there")

    assert main(["linkcheck", "--clinic", "one"]) == WRONG

    assert f"source/one.rst:{line}: there is nothing called ':nope:'" in capsys.readouterr().err
    assert not (root / "build/one/en/linkcheck/output.json").exists()


def test_the_place_of_a_source_is_its_own_line_not_that_of_the_printed_list() -> None:
    places = source_places(
        "@misc{A,\n  doi = {10.1000/(1)2},\n}\n@misc{B, url = {https://b.example/}}\n"
    )
    words = "the web address https://doi.org/10.1000/(1)2 does not answer"

    assert places == {
        "https://doi.org/10.1000/(1)2": "source/references.bib:1",
        "https://b.example/": "source/references.bib:4",
    }
    assert placed(f"source/about.rst:61: {words}", places) == f"source/references.bib:1: {words}"
    for other in ("source/about.rst:61: something else", words.replace("(1)", "(2)"), ""):
        assert placed(other, places) == other


@pytest.mark.parametrize(
    "said",
    [
        "timeout   https://a.example/bHTTPSConnectionPool(host='a.example', port=443): Read timed out.",
        "timeout   https://a.example/bHTTPConnectionPool(host='a.example', port=80): Read timed out.",
        "timeout   https://a.example/b",
    ],
)  # fmt: skip
def test_a_server_that_takes_too_long_is_told_in_plain_words(said: str) -> None:
    assert plain(said) == (
        "the web address https://a.example/b does not answer in time; try again later, or correct it"
    )
