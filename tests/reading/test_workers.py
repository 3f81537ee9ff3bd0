"""Several processes at one list of tasks: the order, errors, workers that die, callers that stop.

The task is Python's own `eval`, so that a name says what its worker does.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fulian.reading._workers import WorkerDiedError, work_through

PROCESS = "__import__('os').getpid()"
DIE = "__import__('os')._exit(3)"
SLEEP = "__import__('time').sleep(60)"


def is_running(process: int) -> bool:
    """Whether a process still runs; looked at for a while, since ending takes a moment."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


@settings(max_examples=5)
@given(st.lists(st.integers(), max_size=60), st.integers(1, 4))
def test_results_come_in_the_order_of_the_names(numbers: list[int], processes: int) -> None:
    """However many work, each name has its result in its place."""
    assert list(work_through(eval, [str(number) for number in numbers], processes)) == numbers


def test_what_a_task_prints_is_no_answer() -> None:
    """Standard output of a worker is its way to answer, and a task that prints doesn't disturb it."""
    assert list(work_through(eval, ["print('x' * 100)", "2"], 1)) == [None, 2]


def test_an_error_is_raised_where_its_result_is_asked_for() -> None:
    """What a task raises is raised for the caller after the results before it, also what cannot be packed."""
    results = work_through(eval, ["1", "2", "3 / 0", "4"], 2)
    assert [next(results), next(results)] == [1, 2]
    with pytest.raises(ZeroDivisionError):
        next(results)
    local = "(_ for _ in ()).throw(type('Odd', (Exception,), {})('words'))"
    with pytest.raises(RuntimeError, match="Odd: words"):
        list(work_through(eval, [local], 1))


def test_a_worker_that_dies_takes_only_its_own_name() -> None:
    """The name that ends its process has no result; the others have theirs, from another worker."""
    results = list(work_through(eval, ["1", DIE, "3", DIE, "5"], 2))
    assert [isinstance(one, WorkerDiedError) for one in results] == [False, True, False, True, False]
    assert [one for one in results if not isinstance(one, WorkerDiedError)] == [1, 3, 5]


def test_workers_end_when_the_caller_stops_asking() -> None:
    """A caller that has seen enough leaves no process behind, though one is in the midst of a task."""
    asked = work_through(eval, [PROCESS, *[SLEEP] * 8], 2)
    worker = next(asked)
    assert isinstance(worker, int)
    asked.close()  # type: ignore[attr-defined]  # an iterator that is a generator
    assert not is_running(worker)


@pytest.mark.skipif(os.name == "nt", reason="sends a signal as the keyboard does")
def test_an_interrupt_ends_everything() -> None:
    """Ctrl-C reaches the caller at once, and the workers are gone."""
    script = (
        "from fulian.reading._workers import work_through\n"
        f"for one in work_through(eval, [{PROCESS!r}, *[{SLEEP!r}] * 8], 2): print(one, flush=True)"
    )
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        worker = int(running.stdout.readline())
        os.killpg(running.pid, signal.SIGINT)  # the whole group, as a terminal does
        assert running.wait(30) != 0
        assert b"KeyboardInterrupt" in running.stderr.read()
    assert not is_running(worker)
