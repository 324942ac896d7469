"""The one place that knows page addresses. An address is relative to the site's root and ends in a slash."""

import posixpath
from collections.abc import Callable
from functools import lru_cache
from urllib.parse import quote, urljoin

HOME = ""
TECHNOLOGIES = "technologies/"
COMPARE = "compare/"
FEATURES = "features/"
GUIDE = "guide/"
SCENARIOS = "guide/scenarios/"
METHOD = "guide/method/"
SAMPLES = "samples/"
DEFAULTS = "samples/defaults/"
MEASUREMENTS = "measurements/"
ABOUT = "about/"
BACKEND = "about/backend/"
COVERAGE = "about/coverage/"
AGREEMENT = "about/agreement/"
CHANGES = "about/changes/"
CONTRIBUTE = "contribute/"
OPEN_DATA = "data/"

API_VERSION = "v1"
API = f"api/{API_VERSION}/"
MATRIX_CSV = f"{API}matrix.csv"
CELLS_CSV = f"{API}cells.csv"
LLMS = "llms.txt"

DATA_FILES = "data"
VOCABULARY_FILE = f"{DATA_FILES}/features.yml"
QUESTIONS_FILE = f"{DATA_FILES}/guide/questions.yml"
VALUES_FILE = f"{DATA_FILES}/guide/values.yml"
SCENARIOS_FILE = f"{DATA_FILES}/guide/scenarios.yml"
WITNESSES_FILE = f"{DATA_FILES}/guide/witnesses.yml"
AGREEMENT_FILE = f"{DATA_FILES}/coding-agreement.yml"
TASKS_FILE = "samples/contract/tasks.yml"


def technology(id: str) -> str:
    """The page of one technology."""
    return f"{TECHNOLOGIES}{id}/"


def column(id: str) -> str:
    """The script that holds the cells of one technology, for tables that a reader puts together."""
    return f"{technology(id)}column.js"


def change(id: str) -> str:
    """One change of the data."""
    return f"{CHANGES}#{id}"


def feed(technology_id: str = "") -> str:
    """The feed of what changed in the data: in all of them, or of one technology."""
    return f"{technology(technology_id)}feed.xml" if technology_id else "feed.xml"


def answer(kind: str, id: str | None = None) -> str:
    """The JSON of one kind: of everything, or of the technology or feature that `id` names."""
    folder = {"technology": "technologies/", "feature": "features/"}.get(kind, "")
    return f"{API}{folder}{id or kind}.json"


def picture(name: str) -> str:
    """The picture for previews: of the site, or of the technology of that id."""
    return f"assets/social/{name}.png"


def schema(name: str) -> str:
    """The JSON Schema of one kind of data file, by its name there."""
    return f"schema/{name}"


def answer_schema(kind: str) -> str:
    """The JSON Schema of one kind of answer."""
    return f"schema/{API_VERSION}/{kind}.json"


def pair(one: str, other: str) -> str:
    """The page that compares two technologies, whatever their order."""
    first, second = sorted((one, other))
    return f"{COMPARE}{first}-vs-{second}/"


def selection(*ids: str) -> str:
    """The comparison of these technologies, put together by script."""
    return f"{COMPARE}#ids={','.join(ids)}"


def group(id: str) -> str:
    """The matrix of one group of features."""
    return f"{FEATURES}{id}/"


def feature(group_id: str, id: str) -> str:
    """The definition of one feature, in the page of its group."""
    return f"{group(group_id)}#{id}"


def scenario(id: str) -> str:
    """One worked example of the decision guide."""
    return f"{SCENARIOS}{id}/"


def task(id: str) -> str:
    """One task of the lab, in every sample."""
    return f"{SAMPLES}{id}/"


def solution(task_id: str, sample_id: str) -> str:
    """How one sample does a task."""
    return f"{task(task_id)}#{sample_id}"


def above(address: str) -> str:
    """The page at the next higher address: of a pair, the comparison; of a worked example, their list."""
    return f"{posixpath.dirname(address.rstrip('/'))}/"


def technology_file(id: str) -> str:
    """The data file of a technology, relative to the repository."""
    return f"{DATA_FILES}/technologies/{id}.yml"


def changes_file(month: str) -> str:
    """The data file with the changes of a month, relative to the repository."""
    return f"{DATA_FILES}/changes/{month}.yml"


def editing(repository: str | None, form: str | None) -> Callable[[str], str]:
    """Where a file of the repository can be edited, as MkDocs makes it for the pencil. Empty without a `form`.

    `form` is its setting `edit_uri_template`, which holds `{path}`, or `edit_uri`, after which the path stands.
    """
    whole = form if not form or "{path" in form else f"{form}{{path}}"

    def address(path: str) -> str:
        if not whole:
            return ""
        return urljoin(repository or "", whole.format(path=path, path_noext=path.rpartition(".")[0]))

    return address


def source_file(address: str) -> str:
    """The Markdown file that becomes the page at `address`, or the file itself that stands there, as a feed does."""
    return f"{address}index.md" if not address or address.endswith("/") else address


@lru_cache(maxsize=65_536)
def relative(target: str, base: str) -> str:
    """`target` as seen from the page at `base`."""
    path, hash_mark, anchor = target.partition("#")
    if path == base and anchor:
        return f"#{anchor}"
    way = posixpath.relpath(path or ".", base or ".")
    end = "/" if path.endswith("/") or not path else ""
    return f"{'.' if way == '.' else way}{end}{hash_mark}{anchor}"


def package(registry: str, name: str) -> str:
    """A page about a package: releases, licence, dependencies. deps.dev covers every registry of ours but Packagist."""
    index = "https://libraries.io" if registry == "packagist" else "https://deps.dev"
    return f"{index}/{registry}/{quote(name, safe='')}"
