"""The pages about the data: home, technologies, features, the lab, and every pair."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from jinja2 import Environment

from backend_atlas.dividing import Divided
from backend_atlas.fragments.cells import Cells, cells
from backend_atlas.memory import Memory
from backend_atlas.model import Catalogue
from backend_atlas.model.excerpt import Excerpts, parts
from backend_atlas.page import Page
from backend_atlas.pages.agreement import agreement_pages
from backend_atlas.pages.changes import changes
from backend_atlas.pages.comparisons import compare
from backend_atlas.pages.coverage import coverage
from backend_atlas.pages.features import Answers, features, group_page
from backend_atlas.pages.home import home
from backend_atlas.pages.measurements import measurement_pages
from backend_atlas.pages.pairs import Half, Shared, half, pair, shared
from backend_atlas.pages.samples import sample_pages, samples
from backend_atlas.pages.technologies import technologies, technology_page
from backend_atlas.views.coverage import Edit
from backend_atlas.views.guide import Deciding
from backend_atlas.views.overview import overview_view
from backend_atlas.views.pairs import pairs
from backend_atlas.views.samples import samples_view
from backend_atlas.views.search import package_names

EXAMPLE = ("nodejs", "websocket")


def reference_pages(
    templates: Environment,
    catalogue: Catalogue,
    deciding: Deciding | None,
    today: date,
    edit: Edit,
    *,
    memory: Memory,
) -> Callable[[], tuple[Page, ...]]:
    """Begins with what is looked up, as of `today`, where another process can; what it gives waits for the pages.

    Technology pages say for which answers of the guide they come first. `edit` gives the address at which a file can
    be edited. `memory` spares making pages of which no part changed.
    """
    ids = tuple(technology.id for technology in catalogue.technologies.values())
    lab = catalogue.lab
    found = _Excerpted(templates, catalogue, today, memory)
    own = found.technologies(ids, deciding)
    overview = overview_view(catalogue, EXAMPLE, memory)
    before = (
        home(templates, overview),
        technologies(templates, catalogue, overview, today),
        compare(templates, catalogue, overview),
        features(templates, catalogue),
    )
    behind = (
        *([samples(templates, samples_view(catalogue, lab), lab)] if lab else []),
        *found.lab(),
        coverage(templates, catalogue, deciding, today, edit, memory=memory),
        *found.agreement(),
        found.changes(),
    )
    pages = (*before, *own(), *found.groups(), *behind)
    paired = found.pairs()
    return lambda: (*pages, *paired())


class _Excerpted:
    """Pages that are made from an excerpt of the catalogue."""

    def __init__(self, templates: Environment, catalogue: Catalogue, today: date, memory: Memory) -> None:
        self.templates = templates
        self.catalogue = catalogue
        self.today = today
        self.memory = memory
        self.excerpts = Excerpts(catalogue, memory)

    def technologies(self, ids: Sequence[str], deciding: Deciding | None) -> Callable[[], Iterator[Page]]:
        """Begins with them, where another process can; what it gives waits for them. Their answers are known then."""
        if deciding:
            deciding.prepare()
        divided = Divided([partial(self.technology, id, deciding) for id in ids], alone=self.memory.lasting)

        def waited() -> Iterator[Page]:
            for id, (its, page) in zip(ids, divided.results(), strict=True):
                self.cells(id, its)
                yield page

        return waited

    def technology(self, id: str, deciding: Deciding | None) -> tuple[Cells, Page]:
        found, its = self.excerpts.about(id), self.cells(id)
        technology = found.technologies[id]
        make = partial(technology_page, self.templates, found, technology, deciding, self.today, its=its)
        inputs = (self.templates, *parts(found), its, deciding, self.today)
        return its, self.memory(("technology page", id), inputs, make)

    def groups(self) -> Iterator[Page]:
        known = {id: self.cells(id) for id in self.catalogue.technologies}
        linked = self.memory.kept("links in cells", frozenset(link for its in known.values() for link in its.links))
        names = package_names(self.catalogue)
        packages = self.memory("package names", tuple(sorted(names)), lambda: names)
        for group in self.catalogue.groups:
            found = self.excerpts.within(group)
            its = {id: [known[id].features[item.id] for item in group.features] for id in found.technologies}
            make = partial(group_page, self.templates, found, group, Answers(its, linked), packages)
            inputs = (*parts(found), *(cell for column in its.values() for cell in column), linked, packages)
            yield self.memory(("group page", group.id), (self.templates, *inputs), make)

    def lab(self) -> tuple[Page, ...]:
        found = self.excerpts.about()

        def make() -> tuple[Page, ...]:
            return *sample_pages(self.templates, found), *measurement_pages(self.templates, found)

        return self.memory("lab pages", (self.templates, *parts(found)), make)

    def agreement(self) -> tuple[Page, ...]:
        found = self.excerpts.deciding()
        inputs = (self.templates, *parts(found))
        return self.memory("agreement page", inputs, lambda: tuple(agreement_pages(self.templates, found)))

    def changes(self) -> Page:
        found = self.excerpts.about()
        return self.memory("changes page", (self.templates, *parts(found)), lambda: changes(self.templates, found))

    def pairs(self) -> Callable[[], tuple[Page, ...]]:
        """Begins with them, where another process can; what it gives waits for them."""
        wanted = pairs(self.catalogue)
        halves = {id: self.half(id) for id in sorted({id for pair in wanted for id in pair})}
        if not halves:
            return tuple
        common = self.shared(next(iter(halves.values())))
        glimpses = self.memory("glimpses of all", parts(self.excerpts.about()), object)
        calls = [partial(self.pair, common, glimpses, halves[one], halves[other]) for one, other in wanted]
        known = [common.script, *common.parts, *(part for half in halves.values() for part in half.parts)]
        return Divided(calls, alone=self.memory.lasting, known=known).results

    def pair(self, common: Shared, glimpses: object, one: Half, other: Half) -> Page:
        ids = one.side.technology.id, other.side.technology.id

        def make() -> Page:
            return pair(self.templates, self.excerpts.about(*ids), common, one, other)

        return self.memory(("pair page", *ids), (self.templates, glimpses, common, one, other), make)

    def shared(self, one: Half) -> Shared:
        found = self.excerpts.about()
        labels = (row.label for row in one.side.facts)
        make = partial(shared, self.templates, found, one.side)
        return self.memory("shared by pairs", (self.templates, *parts(found), *labels), make)

    def half(self, id: str) -> Half:
        found, its = self.excerpts.about(id), self.cells(id)
        make = partial(half, self.templates, found, found.technologies[id], its)
        return self.memory(("half of pairs", id), (self.templates, *parts(found), its), make)

    def cells(self, id: str, made: Cells | None = None) -> Cells:
        return cells(self.excerpts, id, self.today, self.memory, made)
