"""The differences between two technologies, in words made from the data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from backend_atlas.model import Cell, Support, Technology
from backend_atlas.model.structure import structure
from backend_atlas.model.vocabulary import Concurrency, Kind, Structure
from backend_atlas.views.facts import release_line, support_end

PACKAGE = (Support.OFFICIAL, Support.COMMUNITY)
WRITTEN = (Support.DO_IT_YOURSELF,)

DECIDES = {
    Structure.MINIMAL: "leaves the layout and the data layer to you",
    Structure.MODULAR: "gives a frame that you fill",
    Structure.FULL: "decides most of the structure for you",
}

WAYS = {
    Concurrency.PER_REQUEST: "a process or thread per request",
    Concurrency.EVENT_LOOP: "an event loop",
    Concurrency.GREEN_THREADS: "green threads or processes of the runtime",
    Concurrency.ASYNC_POOL: "async and await on a thread pool",
}

Case = Callable[[Cell, Cell], bool]
"""Whether the cells of one technology and of another differ in a certain way."""


class Row(Protocol):
    """One feature of two technologies."""

    @property
    def cells(self) -> tuple[Cell, Cell]:
        """Their answers."""

    @property
    def same(self) -> bool:
        """Whether these are alike."""


R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Difference(Generic[R]):
    """A sentence, and the rows it is about."""

    text: str
    rows: tuple[R, ...]


def fact_differences(one: Technology, other: Technology) -> tuple[str, ...]:
    """Sentences on what differs in kind, structure, concurrency, size, licence and support."""
    a, b, first, second = one.name, other.name, one.facts, other.facts
    found: list[str] = []
    if first.kind.value and second.kind.value and first.kind.value is not second.kind.value:
        found.append(f"{a} is {with_article(first.kind.value.label)}, {b} {with_article(second.kind.value.label)}.")
    if (one_decides := structure(one)) is not (other_decides := structure(other)):
        found.append(f"{a} {DECIDES[one_decides]}; {b} {DECIDES[other_decides]}.")
    if first.platform.value and second.platform.value and first.platform.value is not second.platform.value:
        found.append(f"{_platform(one)}; {_platform(other)}.")
    if first.concurrency.value and second.concurrency.value and first.concurrency.value is not second.concurrency.value:
        one_way, other_way = WAYS[first.concurrency.value], WAYS[second.concurrency.value]
        found.append(f"In its documented default deployment {a} serves requests with {one_way}, {b} with {other_way}.")
    counts = [fact.default_packages.value for fact in (first, second)]
    if counts[0] != counts[1] and None not in counts and Kind.RUNTIME not in (first.kind.value, second.kind.value):
        unit = "package" if counts[0] == 1 else "packages"
        found.append(f"A fresh install brings {counts[0]} {unit} for {a}, {counts[1]} for {b}.")
    if first.licence.value and second.licence.value and first.licence.value != second.licence.value:
        found.append(f"The licence of {a} is {first.licence.value}, that of {b} {second.licence.value}.")
    if support_end(one) != support_end(other):
        found.append(f"Support of {_line(one)}: {support_end(one)}; of {_line(other)}: {support_end(other)}.")
    return tuple(found)


def with_article(label: str) -> str:
    """`Runtime` as "a runtime", `API framework` as "an API framework"."""
    word = label if label[:2].isupper() else label[0].lower() + label[1:]
    return f"{'an' if word[0].lower() in 'aeiou' else 'a'} {word}"


def _line(technology: Technology) -> str:
    line = release_line(technology)
    return f"{technology.name} {line.name if line else technology.release}"


def _platform(technology: Technology) -> str:
    platform = technology.facts.platform.value
    if platform is None or platform.value == technology.id:
        return f"{technology.name} is a platform of its own"
    return f"{technology.name} runs on {platform.label}"


def feature_differences(one: Technology, other: Technology, rows: Iterable[R]) -> tuple[Difference[R], ...]:
    """Sentences on the levels, each with the features it is about. Both directions of a case follow each other.

    A row is told of by the first case that it is of.
    """
    rest = [row for row in rows if not row.same]
    found: list[Difference[R]] = []
    for case, text in CASES:
        for here, there, names in ((0, 1, (one.name, other.name)), (1, 0, (other.name, one.name))):
            about: list[R] = []
            others: list[R] = []
            for row in rest:
                (about if case(row.cells[here], row.cells[there]) else others).append(row)
            rest = others
            if about:
                found.append(Difference(text.format(*names), tuple(about)))
    return tuple(found)


def _levels(left: tuple[Support, ...], right: tuple[Support, ...]) -> Case:
    return lambda cell, other: cell.support in left and other.support in right


def _flag(name: str) -> Case:
    return lambda cell, other: bool(getattr(other, name)) and not getattr(cell, name)


CASES: tuple[tuple[Case, str], ...] = (
    (_levels((Support.BUILT_IN,), PACKAGE), "{0} has built in what takes a package with {1}"),
    (_levels((Support.BUILT_IN,), WRITTEN), "{0} has built in what you write yourself with {1}"),
    (_levels(PACKAGE, WRITTEN), "{0} has a package for what you write yourself with {1}"),
    (
        _levels((Support.OFFICIAL,), (Support.COMMUNITY,)),
        "For {0} the package comes from the project itself, for {1} from somebody else",
    ),
    (_levels(tuple(Support), (Support.UNKNOWN,)), "Not known yet for {1}"),
    (_levels(tuple(Support), (Support.NOT_APPLICABLE,)), "The question does not apply to {1}"),
    (_flag("partial"), "{0} meets the whole definition, {1} a part of it, at the same level"),
    (_flag("experimental"), "Experimental in {1}, not in {0}, at the same level"),
)
