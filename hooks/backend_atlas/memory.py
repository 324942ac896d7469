"""What was made before, with all that it was made from.

`make serve` and `atlas check --watch` keep one memory as long as they run. `atlas check` keeps some of it in a file
for the next run, see `store`. Every build begins with an empty one, and makes everything.
"""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from backend_atlas.dividing import Divided

T = TypeVar("T")

PLAIN = (str, bytes, int, float, date, Enum, type(None))
"""Values that are the same when they are equal. Everything else is the same only when it is the very same object."""


@dataclass(frozen=True)
class Wanted(Generic[T]):
    """Something that is made of its inputs, and has its place in a memory."""

    place: Hashable
    inputs: tuple[object, ...]
    make: Callable[[], T]


class Store:
    """What memories keep from one run to the next: nothing. `FileStore` keeps it in a file."""

    def origin(self, place: Hashable, inputs: tuple[object, ...]) -> bytes | None:  # noqa: ARG002
        """A digest of all that something is made from. None where that cannot be told."""
        return None

    def mark(self, made: object, origin: bytes) -> None:
        """From now on this object is told by its origin, where something is made from it."""

    def find(self, place: Hashable, origin: bytes) -> object | None:  # noqa: ARG002
        """What was made there in an earlier run, from the same. It is told by its content."""
        return None

    def put(self, place: Hashable, origin: bytes, made: object) -> None:
        """Keeps it for later runs. It is told by its content."""


class Memory:
    """Keeps what was made last at each place. What it is given has to be unchangeable.

    `store` keeps what `several` makes from one run to the next. It is for a memory that does not last: it lets go of
    nothing.
    """

    def __init__(self, *, lasting: bool = False, store: Store | None = None) -> None:
        self.lasting = lasting
        """Whether what it holds is asked for again after a change."""
        self.store = store or Store()
        self._made: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def __call__(self, place: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives. It is not asked again while `inputs`, which have to be all that it reads, are the same."""
        if not self._knows(place, inputs):
            made = make()
            self._made[place] = inputs, made
            if origin := self.store.origin(place, inputs):
                self.store.mark(made, origin)
        found: T = self._made[place][1]
        return found

    def several(self, wanted: Sequence[Wanted[T]]) -> tuple[T, ...]:
        """The same of several, in their order. Two processes divide what has to be made.

        So it has to be able to come from one to the other, and what a `make` keeps in this memory may be lost.
        """
        new = [item for item in wanted if not self._knows(item.place, item.inputs)]
        origins = {item.place: self.store.origin(item.place, item.inputs) for item in new}
        missing = [item for item in new if not self._finds(item, origins[item.place])]
        made = Divided([item.make for item in missing]).results()
        for item, found in zip(missing, made, strict=True):
            self._made[item.place] = item.inputs, found
            if (origin := origins[item.place]) and not isinstance(found, Exception):
                self.store.put(item.place, origin, found)
        return tuple(self._made[item.place][1] for item in wanted)

    def _finds(self, item: Wanted[T], origin: bytes | None) -> bool:
        """Whether it was made in an earlier run. Then it is kept here."""
        found = self.store.find(item.place, origin) if origin else None
        if found is not None:
            self._made[item.place] = item.inputs, found
        return found is not None

    def _knows(self, place: Hashable, inputs: tuple[object, ...]) -> bool:
        known = self._made.get(place)
        return known is not None and same(known[0], inputs)

    def kept_if_lasting(self, place: Hashable, inputs: tuple[object, ...], make: Callable[[], T]) -> T:
        """The same of what is asked for once in a build, and large."""
        return self(place, inputs, make) if self.lasting else make()

    def kept(self, place: Hashable, value: T, told: Callable[[T], object] = lambda value: value) -> T:
        """What stood at this place before, where it is equal. `told` is what has to be, and is equal only if all is."""
        known = self._made.get(place)
        kept: T = known[1] if known and told(known[1]) == told(value) else value
        self._made[place] = (), kept
        return kept


def same(before: tuple[object, ...], now: tuple[object, ...]) -> bool:
    """Whether two rows of inputs are the same, one by one."""
    return len(before) == len(now) and all(map(_same, before, now))


def _same(one: object, other: object) -> bool:
    return one is other or (type(one) is type(other) and isinstance(one, PLAIN) and one == other)
