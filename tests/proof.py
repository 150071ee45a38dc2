"""Fails a run of all tests when one that proves something did not pass.

``source/score.toml`` names tests as proof.  A test that fails is seen anyway; one that is
skipped, expected to fail, or not there at all would be no proof, and nobody would see it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handout.score import SCORE, load_score

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handout.score import Item

# Options that leave tests out.
CHOOSING = ("keyword", "markexpr", "deselect", "ignore", "ignore_glob", "lf", "stepwise")


class Proof:
    """Notes how each test ends, and compares with what is named as proof."""

    def __init__(self) -> None:
        self._ended: dict[str, set[str]] = {}
        self._told: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how a part of a test ended; with several processes, this one hears of all."""
        if report.when == "call" or not report.passed:
            test = report.nodeid.partition("[")[0]
            outcome = "was expected to fail" if hasattr(report, "wasxfail") else report.outcome
            self._ended.setdefault(test, set()).add(outcome)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Make the run fail if something is not proven."""
        done = exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED)
        if done and is_whole(session.config) and not stopped(session):
            self._told = list(self.unproven(load_score(session.config.rootpath)))
        if self._told:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def unproven(self, items: list[Item]) -> Iterator[str]:
        """Yield a sentence for each test of *items* that is to prove one and did not pass.

        All cases of a test must pass.  A test that only helps a person to judge proves nothing.
        """
        for item in items:
            for test in item.tests if item.judged == "test" else ():
                how = self._ended.get(test, {"did not run"}) - {"passed"}
                for outcome in sorted(how):
                    word = "was skipped" if outcome == "skipped" else outcome
                    yield f'{SCORE}:{item.line}: {item.name} is not proven: "{test}" {word}'

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Tell what is not proven."""
        if self._told:
            terminalreporter.section("the handout's own score")
            for line in self._told:
                terminalreporter.line(line)


def is_whole(config: pytest.Config) -> bool:
    """Return whether all tests are run, and not only some that were asked for."""
    wanted = {(config.invocation_params.dir / place).resolve() for place in config.args}
    everything = {(config.rootpath / place).resolve() for place in config.getini("testpaths")}
    chosen = any(config.getoption(name, None) for name in (*CHOOSING, "collectonly"))
    return everything <= wanted and not chosen


def stopped(session: pytest.Session) -> bool:
    """Return whether the run ended before all tests had their turn, as with ``-x``."""
    return bool(session.shouldfail or session.shouldstop)


def pytest_configure(config: pytest.Config) -> None:
    """Watch the run, in the process that hears of all tests."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Proof())
