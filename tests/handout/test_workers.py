"""The processes behind a run over all clinics: used again, outlived, and ended."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time

import pytest

from handout.workers import Died, Workers, cores


def its_process(item: int) -> int:
    return os.getpid()


def doubled_or_killed(item: int) -> int:
    if item < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * item


def doubled_or_left(item: int) -> int:
    if item < 0:
        raise SystemExit(7)
    return 2 * item


def asleep(item: int) -> None:
    time.sleep(600)


def hears_interrupts(item: int) -> bool:
    return signal.getsignal(signal.SIGINT) != signal.SIG_IGN


def test_a_process_is_used_again_and_there_are_never_more_than_asked_for() -> None:
    with Workers(its_process, 2) as workers:
        done = dict(workers.run(range(9)))

    assert sorted(done) == list(range(9))
    assert 1 <= len(set(done.values())) <= 2
    assert os.getpid() not in done.values()


@pytest.mark.parametrize(
    ("task", "status"), [(doubled_or_killed, -signal.SIGKILL), (doubled_or_left, 7)]
)
@pytest.mark.parametrize("count", [1, 2])
def test_one_that_dies_costs_its_own_thing_only(task: object, status: int, count: int) -> None:
    with Workers(task, count) as workers:
        done = dict(workers.run([1, -1, 2, -2, 3]))

    assert done == {1: 2, -1: Died(status), 2: 4, -2: Died(status), 3: 6}


def test_nothing_to_do_starts_no_process() -> None:
    with Workers(its_process, 2) as workers:
        assert list(workers.run([])) == []
        assert multiprocessing.active_children() == []


def interrupt_once_working(count: int) -> None:
    """Send Ctrl-C when *count* processes are at work; while one starts, nobody would hear it."""
    while len(multiprocessing.active_children()) < count:
        time.sleep(0.1)
    time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGINT)


def test_leaving_the_block_ends_all_in_the_middle_of_their_work() -> None:
    # A run in the background hears no Ctrl-C.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=interrupt_once_working, args=[2]).start()

    with pytest.raises(KeyboardInterrupt), Workers(asleep, 2) as workers:
        list(workers.run([1, 2, 3]))

    signal.signal(signal.SIGINT, before)
    assert multiprocessing.active_children() == []


def test_processes_do_not_hear_what_a_terminal_sends_to_all() -> None:
    before = signal.getsignal(signal.SIGINT)

    with Workers(hears_interrupts, 1) as workers:
        assert list(workers.run([1])) == [(1, False)]

    assert signal.getsignal(signal.SIGINT) == before


def test_only_cores_that_this_process_may_use_count() -> None:
    allowed = os.sched_getaffinity(0)
    try:
        os.sched_setaffinity(0, {min(allowed)})
        assert cores() == 1
    finally:
        os.sched_setaffinity(0, allowed)
    assert cores() == len(allowed)
