"""The page of a pair, joined from what was rendered once: for all pairs, and for each technology."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment
from markupsafe import Markup, escape

from backend_atlas import links
from backend_atlas.browser import CELLS, script
from backend_atlas.fragments.cells import FROM, Cells
from backend_atlas.model import Catalogue, Group, Technology
from backend_atlas.page import Page, Section
from backend_atlas.render import Frame, Rendering
from backend_atlas.views.box import BoxRow
from backend_atlas.views.comparison import ComparisonView, Side, Table, comparison_view, side
from backend_atlas.views.matrix import Column, Row
from backend_atlas.views.measurements import Measure, catalogue_measures, pair_measures
from backend_atlas.views.task import pair_tasks

Frames = Mapping[bool, Frame]
"""A row around its cells: where the answers are the same, and where they differ."""


NAMES = Markup("\ue010"), Markup("\ue011")
IDS = "\ue012", "\ue013"
"""Stand for those of a pair's technologies in what is rendered for all pairs: characters that no page has."""

COLUMNS = tuple(Column(name, links.technology(id)) for name, id in zip(NAMES, IDS, strict=True))


@dataclass(frozen=True)
class Shared:
    """What is the same on the pages of all pairs, or for one of them nearly nothing to pick."""

    box: Frame
    """The table of the levels, with the rows of the groups left out."""
    groups: Mapping[str, Frame]
    """The row of each group in the box."""
    tables: Mapping[str, Frames]
    """The table of each group: where all of it is the same, and where something differs."""
    features: Mapping[str, Frames]
    names: Mapping[str, Markup]
    """Links to the features on the page."""
    facts: Mapping[str, Frames]
    """By the key of the fact."""
    script: str
    measures: tuple[Measure, ...]
    links: frozenset[str]

    @property
    def parts(self) -> tuple[str, ...]:
        """HTML that pages have as it is."""
        of_rows = (frame for frames in (*self.features.values(), *self.facts.values()) for frame in frames.values())
        return tuple(part for frame in (*self.groups.values(), *of_rows) for part in (frame.before, frame.after))


@dataclass(frozen=True)
class Half:
    """What the pages of all pairs of one technology show of it."""

    side: Side
    summary: Markup
    strengths: str
    limits: str
    strips: Mapping[str, str]
    """Cells of the box, by the id of the group."""
    cells: Cells
    links: frozenset[str]

    @property
    def parts(self) -> tuple[str, ...]:
        """HTML that pages have as it is."""
        cells = (*self.cells.features.values(), *self.cells.facts.values())
        return (self.strengths, self.limits, *self.strips.values(), *cells)


def shared(templates: Environment, catalogue: Catalogue, one: Side) -> Shared:
    """Rendered once for all pairs. The labels of the facts are those of any technology."""
    render = Rendering(FROM, templates)

    def frames(template: str, **context: object) -> Frames:
        return {same: render.frame(template, **context, same=same).line for same in (True, False)}

    def feature(group: Group, id: str) -> str:
        return links.feature(group.id, id)

    def tables(group: Group) -> Frames:
        about = {"columns": COLUMNS, "group": group}
        return {same: render.frame("pair/group.html.jinja", **about, same=same) for same in (True, False)}

    return Shared(
        render.frame("pair/features.html.jinja", columns=COLUMNS, groups=catalogue.groups),
        {group.id: render.frame("pair/group-row.html.jinja", row=BoxRow(group, ())).line for group in catalogue.groups},
        {group.id: tables(group) for group in catalogue.groups},
        {
            item.id: frames("pair/feature.html.jinja", feature=item, address=feature(group, item.id))
            for group in catalogue.groups
            for item in group.features
        },
        {item.id: Markup(render("pair/name.html.jinja", feature=item)) for item in catalogue.features},  # noqa: S704
        {row.key: frames("pair/row.html.jinja", label=row.label) for row in one.facts},
        render("partials/cells.html.jinja", code=script(CELLS)),
        catalogue_measures(catalogue),
        frozenset(render.targets) - {column.address for column in COLUMNS},
    )


def half(templates: Environment, catalogue: Catalogue, technology: Technology, cells: Cells) -> Half:
    """Rendered once for all pairs of a technology."""
    render = Rendering(FROM, templates)
    found = side(catalogue, technology)

    def points(kind: str) -> str:
        title = f"{kind.capitalize()} of {technology.name}"
        return render("pair/points.html.jinja", title=title, items=getattr(technology, kind)) + "\n"

    strips = zip(catalogue.groups, found.strips, strict=True)
    return Half(
        found,
        Markup(render("pair/summary.html.jinja", side=found)),  # noqa: S704 - made by a template that escapes
        points("strengths"),
        points("limits"),
        {group.id: render("pair/strip.html.jinja", levels=levels) for group, levels in strips},
        cells,
        cells.links.union(render.targets),
    )


def pair(templates: Environment, catalogue: Catalogue, common: Shared, one: Half, other: Half) -> Page:
    """Two technologies, with their differences in words."""
    left, right = one.side.technology, other.side.technology
    address = links.pair(left.id, right.id)
    render = Rendering(address, templates)
    view = comparison_view(catalogue, one.side, other.side)
    title = f"{left.name} and {right.name}"
    sections = (
        Section(
            "differences",
            "The differences in words",
            render("pair/differences.html.jinja", view=view, named=partial(_linked, common)),
        ),
        Section(
            "strengths-and-limits",
            "Strengths and limits",
            render.frame("pair/strengths.html.jinja").around(one.strengths, other.strengths, one.limits, other.limits),
        ),
        Section("facts", "Facts", _facts(render, view, common, (one, other))),
        Section(
            "features",
            "Features",
            _box(view, common, (one, other)),
            tuple(
                Section(table.group.id, table.group.name, _group(view, table, common, (one, other)))
                for table in view.groups
            ),
        ),
        *_lab(render, catalogue, common, left, right),
        Section("correct", "Correct a fact", render("pair/correct.html.jinja", view=view)),
    )
    return Page(
        address,
        title,
        f"{title} side by side: {view.different} of {view.total} features differ. Each cell with its source.",
        render("pair/lead.html.jinja", view=view, summaries=(one.summary, other.summary)),
        sections,
        common.links.union(one.links, other.links, render.targets),
        script=common.script,
        rows=frozenset(common.features),
        hide=("navigation",),
        in_navigation=False,
    )


def _linked(common: Shared, rows: Iterable[Row]) -> Markup:
    """Links to the features of these rows. Joined here: a loop in the template took a fifth of the time of a page."""
    return Markup(", ".join(common.names[row.feature.id] for row in rows))  # noqa: S704 - made by a template that escapes


def _facts(render: Rendering, view: ComparisonView, common: Shared, halves: tuple[Half, Half]) -> tuple[str, ...]:
    one, other = (half.cells.facts for half in halves)
    rows = (common.facts[fact.key][fact.same].around(one[fact.key], other[fact.key]) for fact in view.facts)
    return render.frame("pair/facts.html.jinja", view=view).around(*(part for row in rows for part in row))


def _box(view: ComparisonView, common: Shared, halves: tuple[Half, Half]) -> tuple[str, ...]:
    one, other = (half.strips for half in halves)
    rows = (common.groups[table.group.id].around(one[table.group.id], other[table.group.id]) for table in view.groups)
    return _named(common.box, view).around(*(part for row in rows for part in row))


def _group(view: ComparisonView, table: Table, common: Shared, halves: tuple[Half, Half]) -> tuple[str, ...]:
    one, other = (half.cells.features for half in halves)
    names = ((row.feature.id, row.same) for row in table.rows)
    rows = (common.features[name][same].around(one[name], other[name]) for name, same in names)
    frame = common.tables[table.group.id][not table.different]
    return _named(frame, view).around(*(part for row in rows for part in row))


def _lab(
    render: Rendering, catalogue: Catalogue, common: Shared, one: Technology, other: Technology
) -> tuple[Section, ...]:
    """The same tasks, and what was measured, where both have it."""
    found = []
    if tasks := pair_tasks(catalogue, one, other):
        found.append(Section("tasks", "The same tasks in code", render("samples/pair.html.jinja", tasks=tasks)))
    if items := pair_measures(common.measures, one, other):
        found.append(Section("measured", "Measured", render("measurements/pair.html.jinja", items=items)))
    return tuple(found)


def _named(frame: Frame, view: ComparisonView) -> Frame:
    """The same with the names of the pair."""
    before, after = frame.before, frame.after
    for name, id, one in zip(NAMES, IDS, view.sides, strict=True):
        shown = escape(one.technology.name)
        before = before.replace(name, shown).replace(id, one.technology.id)
        after = after.replace(name, shown).replace(id, one.technology.id)
    return Frame(before, after)
