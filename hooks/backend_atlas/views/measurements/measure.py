"""One measure as a section of the page: what was asked, chart, table, and how subjects and figures are called."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from statistics import median

from backend_atlas.model.lab.measurements import Conditions, Subject
from backend_atlas.views.chart import Chart, Figure, Row

MIB = 1024
"""KiB."""

Address = Callable[[str], str]
"""The page of a technology, empty where it has none."""


@dataclass(frozen=True)
class Measure:
    """One measure: what was asked, the answer as chart and table, and what it does not tell."""

    id: str
    title: str
    conditions: Conditions
    chart: Chart
    heads: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    """Rows of texts: the first is what was measured."""
    technologies: tuple[str, ...]
    """The technology of each row of the table."""
    facts: dict[str, str] = field(default_factory=dict)
    """Figures of the protocol, for the text."""

    @property
    def kind(self) -> str:
        """The name of its texts: routes of one measure share them."""
        return self.id.partition("-")[0]


def of(measure: Measure, ids: Iterable[str]) -> Measure | None:
    """The rows of some technologies only, on the same axis, without second copies. None where one was not measured."""
    wanted, bars = set(ids), measure.chart.bars
    kept = [i for i, id in enumerate(measure.technologies) if id in wanted and not bars[i].twin]
    if {measure.technologies[i] for i in kept} != wanted:
        return None
    return replace(
        measure,
        chart=replace(measure.chart, bars=tuple(bars[i] for i in kept)),
        table=tuple(measure.table[i] for i in kept),
        technologies=tuple(measure.technologies[i] for i in kept),
    )


def name(subject: Subject) -> str:
    """The technology and its release."""
    return f"{subject.name} {subject.release}"


def label(subject: Subject) -> str:
    """The same, and how it was deployed."""
    return f"{name(subject)}, {subject.deployed}"


def figure(values: Sequence[float]) -> Figure:
    """The median with the range."""
    return Figure(median(values), min(values), max(values))


def row(subject: Subject, address: Address, figure: Figure, words: str, limit: float | None = None) -> Row:
    """A row of a chart about one subject."""
    return Row(name(subject), subject.deployed, address(subject.technology), figure, words, limit)


def spread(values: Iterable[float], digits: int = 0) -> str:
    """The least and the greatest."""
    low, high = min(found := tuple(values)), max(found)
    return f"{low:,.{digits}f} to {high:,.{digits}f}"
