"""The lab: its index, the observed defaults, and the page of each task."""

from collections.abc import Iterator

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.model import Catalogue
from backend_atlas.model.lab import Lab, Task
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.defaults import DefaultsView, defaults_view
from backend_atlas.views.samples import SamplesView
from backend_atlas.views.search import DEFAULTS_NAMES, SAMPLES_NAMES, named, task_entries
from backend_atlas.views.task import task_view


def sample_pages(templates: Environment, catalogue: Catalogue) -> Iterator[Page]:
    """What the quick starts do by default, then the tasks in reading order. Nothing where there is no lab."""
    if catalogue.lab:
        if view := defaults_view(catalogue, catalogue.lab):
            yield defaults(templates, view)
        for task in catalogue.lab.tasks:
            yield task_page(templates, catalogue, task)


def samples(templates: Environment, view: SamplesView, lab: Lab) -> Page:
    """What the lab is, and every task in every sample."""
    render = Rendering(links.SAMPLES, templates)
    description = (
        f"{len(lab.tasks)} tasks, each written in {len(lab.samples)} backend technologies, "
        "run and checked from outside."
    )
    sections = (
        Section("tasks", "Every task, by sample", render("samples/tasks.html.jinja", view=view)),
        Section("tested", "What was tested", render("samples/tested.html.jinja", view=view)),
        Section("run", "Run it yourself", render("samples/run.html.jinja")),
    )
    return Page(
        links.SAMPLES,
        "Samples",
        description,
        render("samples/lead.html.jinja", view=view),
        sections,
        frozenset(render.targets),
        source=links.TASKS_FILE,
        heading="Claims that run",
        hide=("toc",),
        search=(named("Samples", description, names=SAMPLES_NAMES),),
    )


def defaults(templates: Environment, view: DefaultsView) -> Page:
    """What the official quick starts do by default."""
    render = Rendering(links.DEFAULTS, templates)
    description = "What a new project does before anybody changes a setting, observed on the official quick starts."
    sections = (
        Section("observed", "What was observed", render("samples/defaults-probes.html.jinja", view=view)),
        Section("started", "What was started", render("samples/defaults-starts.html.jinja", view=view)),
    )
    return Page(
        links.DEFAULTS,
        "Defaults",
        description,
        render("samples/defaults-lead.html.jinja", view=view),
        sections,
        frozenset(render.targets),
        rows=frozenset(probe.id for probe in view.probes),
        hide=("navigation", "toc"),
        layout="wide",
        search=(named("Defaults", description, *(probe.title for probe in view.probes), names=DEFAULTS_NAMES),),
    )


def task_page(templates: Environment, catalogue: Catalogue, task: Task) -> Page:
    """One task: the contract in words, and the code of every sample."""
    address = links.task(task.id)
    render = Rendering(address, templates)
    view = task_view(catalogue, task)
    return Page(
        address,
        task.title,
        task.summary,
        render("samples/task-lead.html.jinja", view=view),
        (Section("code", "How each does it", render("samples/task-code.html.jinja", view=view)),),
        frozenset(render.targets),
        rows=frozenset(anchor for item in view.solutions for anchor in (item.id, f"{item.id}-name")),
        source=links.TASKS_FILE,
        hide=("navigation", "toc"),
        layout="wide",
        search=task_entries(task),
    )
