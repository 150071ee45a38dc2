"""The benchmark says which bar is missed, and ends with 1 if any is."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from docutils import nodes

from handout import nodes as ours
from tests.conftest import ROOT
from tools import bench, clinic, clinics, growth, lighthouse, live, slack, stock
from tools.costs import Cost, Ratio, cost, least

if TYPE_CHECKING:
    from collections.abc import Iterator

WITHIN, OVER, TOLD = Ratio("within", 0.9, 1.0), Ratio("over", 1.1, 1.0), Ratio("told", 9.0)


@pytest.mark.parametrize(
    ("found", "status"), [([WITHIN, TOLD], 0), ([WITHIN, OVER], 1), ([OVER], 1), ([], 0)]
)
def test_a_missed_bar_is_marked_and_gives_status_1(
    found: list[Ratio],
    status: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(clinic, "report", lambda: iter(found))
    monkeypatch.setattr(live, "report", lambda: iter([]))
    monkeypatch.setattr(growth, "report", lambda: iter([]))
    monkeypatch.setattr(clinics, "report", lambda: iter([]))
    monkeypatch.setattr(slack, "report", lambda *ignored: None)
    monkeypatch.setattr(lighthouse, "report", lambda say: 0)

    assert bench.main() == status

    lines = capsys.readouterr().out.splitlines()[1:]
    assert [line.split()[0] for line in lines if "MISSED" in line] == [
        ratio.what for ratio in found if ratio is OVER
    ]


def test_a_command_that_fails_ends_the_benchmark_with_its_words() -> None:
    with pytest.raises(SystemExit, match="no such luck"):
        cost([sys.executable, "-c", "import sys; sys.exit('no such luck')"])


def test_memory_and_seconds_of_a_command_are_its_own() -> None:
    # A new process counts what the one that started it has held: this one may hold much.
    code = """
import sys
from tools.costs import cost
small = cost([sys.executable, "-c", "pass"])
large = cost([sys.executable, "-c", "list(range(10**7)); print('x' * 10**6)"])
assert large.memory > small.memory + 100
assert large.seconds > small.seconds > 0
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT)

    assert done.returncode == 0


def test_commands_run_in_turn_and_the_least_of_each_counts() -> None:
    order: list[str] = []

    def run(name: str, found: Iterator[float]) -> Cost:
        order.append(name)
        return Cost(next(found), 1)

    one, two = iter([3.0, 1.0]), iter([2.0, 5.0])
    found = least({"one": lambda: run("one", one), "two": lambda: run("two", two)}, rounds=2)

    assert order == ["one", "two", "one", "two"]
    assert [found[name].seconds for name in ("one", "two")] == [1.0, 2.0]


def test_stock_rst2pdf_gets_the_words_of_boxes_in_nodes_that_it_knows() -> None:
    title = ours.CalloutTitle("", "", nodes.Text("Call now"))
    log = ours.Log(columns=["Day", "Mood"], rows=3)
    box = ours.Callout("", title, nodes.paragraph("", "Words"), log, kind="call-now")
    tree = nodes.container("", box, ours.WriteLines(count=2))

    for node in list(tree.findall(nodes.Element)):
        if type(node).__module__ == ours.__name__:
            node.replace_self(stock.plain(node))

    assert tree.astext().split() == ["Call", "now", "Words", "Day", "Mood"]
    assert {type(node).__module__ for node in tree.findall()} == {nodes.__name__}
