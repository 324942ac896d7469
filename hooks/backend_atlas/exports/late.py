"""Texts that are made late: when somebody asks for them. All of them together are large, or take long."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial


class Each(Mapping[str, str]):
    """Address to text. Each is made when it is asked for, and not kept."""

    def __init__(self, makers: Mapping[str, Callable[[], str]]) -> None:
        self.makers = makers

    def __getitem__(self, address: str) -> str:
        """The text at an address."""
        return self.makers[address]()

    def __iter__(self) -> Iterator[str]:
        """The addresses. Nothing is made for them."""
        return iter(self.makers)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.makers)


def joined(*several: Mapping[str, str]) -> Each:
    """All of them, in their order. No address stands in two."""
    return Each({address: partial(texts.__getitem__, address) for texts in several for address in texts})


class Together(Mapping[str, str]):
    """Address to text. What all are made of is made when one is asked for first, by the process that asks."""

    def __init__(self, addresses: Iterable[str], make: Callable[[], Mapping[str, str]]) -> None:
        self.addresses = dict.fromkeys(addresses)
        self.make = make

    @cached_property
    def made(self) -> Mapping[str, str]:
        """All of them."""
        return self.make()

    def __getitem__(self, address: str) -> str:
        """The text at an address."""
        if address not in self.addresses:
            raise KeyError(address)
        return self.made[address]

    def __iter__(self) -> Iterator[str]:
        """The addresses. Nothing is made for them."""
        return iter(self.addresses)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.addresses)
