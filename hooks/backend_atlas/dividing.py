"""Work that two processes divide. Python uses one core at a time, and nearly every machine has more."""

import gc
import os
import pickle
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from io import BytesIO
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")

FIRST, LAST = 0, 1
"""The ends of a row of calls. The copy begins with the first, the process itself with the last."""


def possible() -> bool:
    """Whether this process can be copied: on Linux, with a core for the copy, without threads, and no copy itself."""
    alone = threading.active_count() == 1 and parent_process() is None
    return sys.platform == "linux" and alone and len(os.sched_getaffinity(0)) > 1


class Divided(Generic[T]):
    """Calls that this process and a copy of it divide: each takes the next one when it is free, from its own end.

    So calls that stand together, and may need the same, are mostly made by one process. The copy begins at once, with
    everything as it is then, and ends with this process at the latest. What it makes comes back by `pickle`. Where
    there can be no copy, or none is wanted, this process makes all. `known` is what both have and results hold: it
    comes back as the very same objects.
    """

    def __init__(self, calls: Sequence[Callable[[], T]], *, alone: bool = False, known: Sequence[object] = ()) -> None:
        self.calls = calls
        self.known = known
        self.copied = False
        if len(calls) > 1 and not alone and possible():
            with suppress(OSError):  # there is no room for a copy
                self._begin()
                self.copied = True

    def _begin(self) -> None:
        context = get_context("fork")
        self.taken = context.Array("L", 2)
        self.answers, answer = context.Pipe(duplex=False)
        self.copy = context.Process(target=self._copy, args=(answer,), daemon=True)
        self.copy.start()
        answer.close()

    def results(self) -> tuple[T, ...]:
        """What the calls gave, in their order. Helps until all are made. Raises what one of them raised."""
        if not self.copied:
            return tuple(call() for call in self.calls)
        made = {number: self.calls[number]() for number in self._next(LAST)}
        try:
            theirs, error = _Loads(BytesIO(self.answers.recv_bytes()), self.known).load()
        except EOFError:
            self.copy.join()
            raise ChildProcessError(f"a copy of this process ended with {self.copy.exitcode}") from None
        self.copy.join()
        if error:
            raise error
        made.update(theirs)
        return tuple(made[number] for number in range(len(self.calls)))

    def _next(self, end: int) -> Iterator[int]:
        """The numbers of the calls that nobody took yet, from that end."""
        while True:
            with self.taken:
                if self.taken[FIRST] + self.taken[LAST] == len(self.calls):
                    return
                self.taken[end] += 1
                taken = self.taken[end]
            yield taken - 1 if end == FIRST else len(self.calls) - taken

    def _copy(self, answer: Connection) -> None:
        gc.freeze()  # to look through what this process shares with the other would copy it
        made, problem = {}, None
        try:
            made = {number: self.calls[number]() for number in self._next(FIRST)}
        except Exception as error:  # noqa: BLE001 - the other process raises it
            error.add_note(traceback.format_exc())
            problem = error
        told = BytesIO()
        _Dumps(told, self.known).dump((made, problem))
        answer.send_bytes(told.getbuffer())


class _Dumps(pickle.Pickler):
    """Tells known objects by their number."""

    def __init__(self, file: BytesIO, known: Sequence[object]) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self.numbers = {id(item): number for number, item in enumerate(known)}

    def persistent_id(self, item: object) -> int | None:
        return self.numbers.get(id(item))


class _Loads(pickle.Unpickler):
    """Takes them by their number."""

    def __init__(self, file: BytesIO, known: Sequence[object]) -> None:
        super().__init__(file)
        self.known = known

    def persistent_load(self, number: int) -> object:
        return self.known[number]
