"""The pages of the decision guide."""

from jinja2 import Environment

from backend_atlas import links
from backend_atlas.browser import GUIDE, script
from backend_atlas.page import Page, Section
from backend_atlas.render import Rendering
from backend_atlas.views.guide import Deciding, ScenarioView, form_view, method_view, short_tables
from backend_atlas.views.search import GUIDE_NAMES, METHOD_NAMES, SCENARIOS_NAMES, Entry, named


def guide_pages(templates: Environment, deciding: Deciding) -> tuple[Page, ...]:
    """The guide, its examples and its method."""
    return (
        _guide(templates, deciding),
        _scenarios(templates, deciding),
        _method(templates, deciding),
        *(_scenario(templates, view) for view in deciding.scenarios),
    )


def _guide(templates: Environment, deciding: Deciding) -> Page:
    render = Rendering(links.GUIDE, templates)
    lead = render("guide/lead.html.jinja", questions=form_view(deciding))
    tables = short_tables(deciding)
    sections = (
        Section("short-lists", "Short lists", render("guide/short-lists.html.jinja", tables=tables)),
        Section("limits", "What it leaves out", render("guide/limits.html.jinja")),
    )
    code = render("partials/script.html.jinja", name="guide", data=deciding.basis.json, code=script(GUIDE))
    description = "Which backend technology should this project start on? Answers in, a short list out, with reasons."
    return Page(
        links.GUIDE,
        "Decision guide",
        description,
        lead,
        sections,
        frozenset(render.targets),
        script=code,
        source=links.QUESTIONS_FILE,
        heading="Which backend technology should this project start on?",
        hide=("navigation", "toc"),
        search=(named("Decision guide", description, names=GUIDE_NAMES), *_headings(sections)),
    )


def _scenarios(templates: Environment, deciding: Deciding) -> Page:
    render = Rendering(links.SCENARIOS, templates)
    views = deciding.scenarios
    description = f"{len(views)} projects with their answers and the result of the decision guide, each a test."
    return Page(
        links.SCENARIOS,
        "Worked examples",
        description,
        render("guide/scenarios.html.jinja", views=views),
        (),
        frozenset(render.targets),
        source=links.SCENARIOS_FILE,
        search=(named("Worked examples", description, names=SCENARIOS_NAMES),),
    )


def _scenario(templates: Environment, view: ScenarioView) -> Page:
    address = links.scenario(view.scenario.id)
    render = Rendering(address, templates)
    result = view.result

    def section(id: str, title: str, template: str, **context: object) -> Section:
        return Section(id, title, render(f"guide/{template}.html.jinja", **context))

    lead = render("guide/scenario-lead.html.jinja", view=view)
    sections = [section("result", "Result", "result", view=result)]
    if result.rows and result.columns:
        sections.append(section("why", "Why", "why", view=result))
    if result.excluded:
        sections.append(section("excluded", "Excluded", "excluded", view=result))
    if result.changes:
        sections.append(section("changes", "What would change this", "changes", view=result))
    if result.rests:
        sections.append(section("rests", "What this rests on", "list", items=result.rests))
    if result.risks:
        sections.append(section("risks", "Risks", "list", items=result.risks))
    sections.append(section("expected", "What has to come out", "expected", view=view))
    if result.link:
        sections.append(section("record", "Decision record", "record", view=view))
    return Page(
        address,
        view.scenario.title,
        view.scenario.story,
        lead,
        tuple(sections),
        frozenset(render.targets),
        source=links.SCENARIOS_FILE,
        hide=("navigation",),
        in_navigation=False,
        search=(Entry(view.scenario.title, text=(view.scenario.story,), boost=0.2),),
    )


def _method(templates: Environment, deciding: Deciding) -> Page:
    render = Rendering(links.METHOD, templates)
    view = method_view(deciding)

    def section(id: str, title: str, children: tuple[Section, ...] = ()) -> Section:
        return Section(id, title, render(f"guide/method/{id}.html.jinja", view=view), children)

    questions = tuple(
        Section(
            f"question-{item.question.id}",
            item.question.title,
            render("guide/method/question.html.jinja", item=item),
        )
        for item in view.questions
    )

    sections = (
        section("score", "How a score is made"),
        section("by-hand", "One score, by hand"),
        section("values", "What an answer in the data is worth"),
        section("questions", "What each answer asks for", questions),
        section("conditions", "What excludes"),
        section("variation", "How a result is tested"),
        section("verdicts", "What a result is called"),
        section("reading", "How to read the rest"),
        section("ideas", "Where the ideas come from"),
    )
    description = "Every number of the decision guide: values, weights, conditions, and when a result is called clear."
    return Page(
        links.METHOD,
        "How the guide decides",
        description,
        render("guide/method/lead.html.jinja", view=view),
        sections,
        frozenset(render.targets),
        source=links.VALUES_FILE,
        search=(named("How the guide decides", description, names=METHOD_NAMES), *_headings(sections)),
    )


def _headings(sections: tuple[Section, ...]) -> tuple[Entry, ...]:
    return tuple(Entry(section.title, section.id) for section in sections)
