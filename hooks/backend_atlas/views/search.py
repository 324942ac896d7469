"""What the search of the site knows of each page: which words lead to which anchor."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from backend_atlas.model import Catalogue, Cell, Feature, Group, Technology
from backend_atlas.model.lab import Task
from backend_atlas.model.vocabulary import Support
from backend_atlas.views.facts import FactRow, fact_rows, kind_label

COMPARE_NAMES = ("compare", "comparison", "versus", "vs", "difference", "alternatives", "side by side")
FEATURES_NAMES = ("matrix", "matrices", "feature list")
TECHNOLOGIES_NAMES = ("frameworks", "runtimes", "languages", "list of technologies")
GUIDE_NAMES = ("guide", "choose", "decide", "recommendation", "recommend", "questionnaire", "wizard", "which framework")
SCENARIOS_NAMES = ("examples", "scenarios")
METHOD_NAMES = ("method", "scoring", "weights", "algorithm")
SAMPLES_NAMES = ("samples", "lab", "sample code", "code examples", "demonstrations", "tested code")
DEFAULTS_NAMES = ("defaults", "default headers", "security headers", "quick start", "out of the box")
LEVELS_NAMES = ("levels", "legend")
SUPPORT_NAMES = ("lts", "eol", "end of life", "long-term support", "release lines", "security fixes")
MEASUREMENTS_NAMES = ("benchmarks", "performance", "speed", "memory", "latency", "cold start")
COVERAGE_NAMES = ("coverage", "gaps", "completeness", "unknown cells", "help wanted", "freshness")
AGREEMENT_NAMES = ("agreement", "kappa", "reliability", "audit", "error rate", "second coding")
CHANGES_NAMES = ("changes", "changelog", "news", "feed", "atom", "rss", "corrections")
FACTS_NAMES = ("licence", "license", "hosting", "governance", "maintainers")

ONE = "{technology}"
"""Stands for the name of a technology, in what all of them have."""

ALL = "{technologies}"
"""Stands for the names of all technologies."""

OFFICIAL_MARK = "!"
"""Stands before packages that are official, as `browser/search/` reads them. The others are of the community."""

PARTICLES = {"in", "out", "up"}
"""Words that belong to the one before them: "log in" is one word for readers."""


@dataclass(frozen=True)
class Entry:
    """One place that the search can lead to."""

    title: str
    """What the result is called."""
    anchor: str = ""
    """The place on the page. Empty for the page itself."""
    text: tuple[str, ...] = ()
    """Paragraphs, with inline Markdown. The result shows those with the words that were typed."""
    names: tuple[str, ...] = ()
    """Names of one word. A reader who types one means this place."""
    words: tuple[str, ...] = ()
    """Longer names. One word of such a name may mean another place."""
    boost: float = 1
    """What a match counts, compared with other entries. Less for what holds many things, or is an example."""
    facts: str = ""
    """Of the page of a technology: what its section of facts says."""
    packages: tuple[str, ...] = ()
    """Of the page of a technology, for each feature in its order: the packages, in the form that the index has."""


SECTIONS = (
    Entry(f"Strengths and limits of {ONE}", "strengths-and-limits"),
    Entry(f"What {ONE} is not", "what-it-is-not"),
    Entry(f"Releases and support of {ONE}", "support", words=SUPPORT_NAMES),
    Entry(f"Facts about {ONE}", "facts", words=FACTS_NAMES),
)
"""The sections of each technology. The text of the last one is its facts."""


def named(title: str, *text: str, names: Iterable[str], anchor: str = "") -> Entry:
    """An entry with other names, those of one word apart from the longer ones."""
    found = tuple({name.casefold(): name for name in names}.values())
    one = tuple(name for name in found if len(set(name.replace("-", " ").casefold().split()) - PARTICLES) == 1)
    return Entry(title, anchor, text, one, tuple(name for name in found if name not in one))


def technology_entries(catalogue: Catalogue, technology: Technology) -> tuple[Entry, ...]:
    """The page of a technology: its names, its facts, and the packages in its table. `SECTIONS` belong to each."""
    name = technology.name
    rows = {row.key: row for row in fact_rows(technology)}
    languages = rows["languages"].values
    return (
        replace(
            named(name, technology.summary.text, names=(name, *technology.aliases, *languages, kind_label(technology))),
            boost=0.85,
            facts=_facts(rows),
            packages=tuple(_packages(technology.features[feature.id]) for feature in catalogue.features),
        ),
    )


def group_entries(group: Group, packages: frozenset[str]) -> tuple[Entry, ...]:
    """The page of a group, and where each of its features is defined. `packages` are those that any cell names."""
    return Entry(group.name, text=(group.summary,), boost=0.5), *(
        _feature(feature, packages) for feature in group.features
    )


def technologies_entry() -> Entry:
    """The list of all technologies."""
    return named("Technologies", f"The technologies in the atlas: {ALL}.", names=TECHNOLOGIES_NAMES)


def compare_entries() -> tuple[Entry, ...]:
    """One entry for all pairs. It knows the names of the technologies; an entry a pair would grow with their square."""
    found = named("Compare", "Two to five technologies side by side, every fact and feature.", names=COMPARE_NAMES)
    return (replace(found, words=(*found.words, ALL)),)


def task_entries(task: Task) -> tuple[Entry, ...]:
    """The page of a task. It counts less than the definition of a feature by the same words."""
    return (Entry(task.title, text=(task.summary,), words=(task.title, "sample code"), boost=0.5),)


def package_names(catalogue: Catalogue) -> frozenset[str]:
    """Every package in a cell, in lower case."""
    cells = (cell for technology in catalogue.technologies.values() for cell in technology.features.values())
    return frozenset(package.name.casefold() for cell in cells for package in cell.packages)


def _feature(feature: Feature, packages: frozenset[str]) -> Entry:
    """Everyday words that are packages count less: the rows that name the package come first.

    The id counts where it is a word of the name: the one that matters most in it.
    """
    others = tuple(word for word in feature.also if word.casefold() in packages)
    own = (feature.id,) if feature.id in feature.name.casefold().split() else ()
    names = [feature.name, *own, *(word for word in feature.also if word not in others)]
    found = named(feature.name, feature.question, names=names, anchor=feature.id)
    return replace(found, words=(*found.words, *others))


def _packages(cell: Cell) -> str:
    """As short as can be, since there are so many."""
    names = ",".join(package.name for package in cell.packages)
    return f"{OFFICIAL_MARK}{names}" if names and cell.support is Support.OFFICIAL else names


def _facts(rows: dict[str, FactRow]) -> str:
    shown = ("licence", "platform", "languages", "concurrency", "hosting", "governance")
    return _sentence(*(value for key in shown for value in rows[key].values))


def _sentence(*parts: str) -> str:
    return f"{', '.join(parts)}."
