"""Files read by several processes at once, their results in the order of the files.

A worker is a Python of its own that is told names over a pipe and answers in bytes. So nothing of the caller's program
is run twice, whatever starts it, and a worker that dies takes no file with it but its own.
"""

from __future__ import annotations

import contextlib
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from fulian.errors import ReadError

__all__ = ["WorkerDiedError", "died", "serve", "work_through"]

_Result = TypeVar("_Result")

_START = "import sys; sys.path[:] = {path!r}; from fulian.reading._workers import serve; serve()"
_LENGTH = struct.Struct(">Q")
_AHEAD = 8  # results that wait to be asked for, for each worker


class WorkerDiedError(Exception):
    """A worker ended in the midst of a task (进程中断)."""


def died(name: str) -> ReadError:
    """Say of a file that the process which read it ended."""
    return ReadError(file=Path(name).name, found="one that ended the process which read it", expected="a document")


def work_through(
    task: Callable[[str], _Result], names: Sequence[str], processes: int
) -> Iterator[_Result | WorkerDiedError]:
    """Do a task for each name in several processes, the results in the order of the names.

    The task is a module's function, or a partial one of it. What it raises is raised here; where the process that does
    it dies, the result is a WorkerDiedError. When the caller stops asking, the workers are ended.
    """
    crew: _Crew[_Result] = _Crew(pickle.dumps(task), names, max(1, min(processes, len(names))))
    try:
        for number in range(len(names)):
            yield crew.result(number)
    finally:
        crew.end()


class _Crew(Generic[_Result]):
    """Workers, each with a thread that hands it names and keeps what it answers."""

    def __init__(self, task: bytes, names: Sequence[str], processes: int) -> None:
        self.task, self.names = task, names
        self.next = self.asked = 0
        self.ahead = _AHEAD * processes
        self.ended = False
        self.answers: dict[int, bytes | WorkerDiedError] = {}
        self.changed = threading.Condition()
        self.workers: list[subprocess.Popen[bytes]] = []
        self.threads = [threading.Thread(target=self._feed, daemon=True) for _ in range(processes)]
        for thread in self.threads:
            thread.start()

    def result(self, number: int) -> _Result | WorkerDiedError:
        """Wait for the result of a name."""
        with self.changed:
            self.asked = number
            self.changed.notify_all()
            while number not in self.answers:
                self.changed.wait(1)  # so that an interrupt from the keyboard is heard
            answer = self.answers.pop(number)
        if isinstance(answer, WorkerDiedError):
            return answer
        raised, value = pickle.loads(answer)  # noqa: S301 - bytes of a process of our own
        if raised:
            raise value
        result: _Result = value
        return result

    def end(self) -> None:
        """End the workers, whatever they are at."""
        with self.changed:
            self.ended = True
            self.changed.notify_all()
            workers = list(self.workers)
        for worker in workers:
            worker.kill()
        for thread in self.threads:
            thread.join()

    def _feed(self) -> None:
        """Hand names to a worker until none is left; a worker that dies is followed by another."""
        worker = None
        while (number := self._take()) is not None:
            worker = worker or self._start()
            answer = _ask(worker, self.names[number].encode("utf-8", "surrogateescape")) if worker else None
            if answer is None:
                _close(worker)
                worker = None
            with self.changed:
                self.answers[number] = answer if answer is not None else WorkerDiedError()
                self.changed.notify_all()
        _close(worker)

    def _take(self) -> int | None:
        with self.changed:
            while not self.ended and self.asked + self.ahead <= self.next < len(self.names):
                self.changed.wait()
            if self.ended or self.next >= len(self.names):
                return None
            self.next += 1
            return self.next - 1

    def _start(self) -> subprocess.Popen[bytes] | None:
        with self.changed:
            if self.ended:
                return None
            command = [sys.executable, "-c", _START.format(path=sys.path)]
            try:
                worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - itself
            except OSError:
                return None
            self.workers.append(worker)
        _send(worker.stdin, self.task)
        return worker


def _ask(worker: subprocess.Popen[bytes], name: bytes) -> bytes | None:
    """Have a worker do its task for a name; None where it died."""
    return _receive(worker.stdout) if _send(worker.stdin, name) else None


def _close(worker: subprocess.Popen[bytes] | None) -> None:
    if worker is not None:
        for pipe in (worker.stdin, worker.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both were asked for
        worker.wait()


def _send(pipe: Any, data: bytes) -> bool:
    try:
        pipe.write(_LENGTH.pack(len(data)) + data)
        pipe.flush()
    except (OSError, ValueError):
        return False
    return True


def _receive(pipe: Any) -> bytes | None:
    try:
        head = pipe.read(_LENGTH.size)
        if len(head) < _LENGTH.size:
            return None
        (length,) = _LENGTH.unpack(head)
        data: bytes = pipe.read(length)
    except (OSError, ValueError):
        return None
    return data if len(data) == length else None


def serve() -> None:
    """Do what a worker does, from standard input to standard output, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the caller's, who then ends the workers
    given, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what a task prints is no answer
    data = _receive(given)
    if data is None:
        return
    task = pickle.loads(data)  # noqa: S301 - bytes of the process that started this one
    while (name := _receive(given)) is not None:
        if not _send(answers, _answer(task, name.decode("utf-8", "surrogateescape"))):
            return


def _answer(task: Callable[[str], Any], name: str) -> bytes:
    try:
        return pickle.dumps((False, task(name)), protocol=pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
        try:
            return pickle.dumps((True, error))
        except Exception:  # noqa: BLE001 - an error that cannot be packed is told by its words
            return pickle.dumps((True, RuntimeError(f"{type(error).__name__}: {error}")))
