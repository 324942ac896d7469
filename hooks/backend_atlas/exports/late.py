"""Contents that are made late: when somebody asks for them. All of them together are large, or take long."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import TypeVar

T = TypeVar("T", bound=str | bytes)


class Each(Mapping[str, T]):
    """Address to content. Each is made when it is asked for, and not kept."""

    def __init__(self, makers: Mapping[str, Callable[[], T]]) -> None:
        self.makers = makers

    def __getitem__(self, address: str) -> T:
        """The content at an address."""
        return self.makers[address]()

    def __iter__(self) -> Iterator[str]:
        """The addresses. Nothing is made for them."""
        return iter(self.makers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.makers)


def together(addresses: Iterable[str], make: Callable[[], Mapping[str, str]]) -> Each[str]:
    """What `make` gives at these addresses. It is asked once: when one of them is, by the process that asks."""
    made = cache(make)
    return Each({address: partial(_at, made, address) for address in addresses})


def joined(*several: Mapping[str, str]) -> Each[str]:
    """All of them, in their order. No address stands in two."""
    return Each({address: partial(texts.__getitem__, address) for texts in several for address in texts})


def _at(made: Callable[[], Mapping[str, str]], address: str) -> str:
    return made()[address]
