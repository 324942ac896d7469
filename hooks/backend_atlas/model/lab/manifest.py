"""The file `sample.yml` of a sample: how to install, start and test it, and what each task took."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from backend_atlas.model.base import Label, Line, Prose, Record, Slug, Url, Version
from backend_atlas.model.vocabulary import Registry, Support, Term

Argument = Annotated[str, Field(min_length=1, max_length=300)]
"""One argument of a command. `{port}` and `{data}` stand for the port and the data folder of a run."""

Command = Annotated[tuple[Argument, ...], Field(min_length=1)]
"""A program and its arguments. No shell is involved. The program is looked up in the sample's own environment."""

RelativePath = Annotated[str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_./-]*$", max_length=120)]
"""A path inside the sample's folder."""


class By(Term):
    """What a task took."""

    CORE = ("core", Support.BUILT_IN.label, "Only what the technology itself brings.")
    OFFICIAL = ("official", Support.OFFICIAL.label, "A package of the technology's own organisation.")
    ADDON = ("addon", Support.COMMUNITY.label, "A named package from somebody else.")
    HANDMADE = ("handmade", Support.DO_IT_YOURSELF.label, "Application code on public interfaces.")
    NONE = ("none", "Not provided", "The sample does not do it. A check makes sure that it really does not.")

    @property
    def support(self) -> Support | None:
        """The level of a cell that says the same. None for what is not provided."""
        return LEVELS.get(self)


LEVELS = {
    By.CORE: Support.BUILT_IN,
    By.OFFICIAL: Support.OFFICIAL,
    By.ADDON: Support.COMMUNITY,
    By.HANDMADE: Support.DO_IT_YOURSELF,
}


class Installer(StrEnum):
    """How the locked dependencies are installed."""

    PIP = "pip"
    NPM = "npm"


class Runtime(Record):
    """What executes the sample."""

    name: Literal["python", "node"]
    """The runtime."""
    version: Version
    """Python: the minor version, as in 3.13. Node.js: the exact release."""


class Variant(Record):
    """One way to deploy the sample."""

    id: Slug
    """Stands in records."""
    name: Label
    """The server, its processes and threads, as a reader would say it."""
    serve: Command
    """Starts the server in the foreground on 127.0.0.1:{port}."""
    worker: Command | None = None
    """Starts the process that works on background jobs, if there is one of its own."""
    processes: Annotated[int, Field(ge=1)]
    """Server processes that answer requests."""
    threads: Annotated[int, Field(ge=1)]
    """Threads that answer requests, in each process."""
    cannot: dict[Slug, Prose] = Field(default_factory=dict)
    """Tasks that this way to deploy cannot do, and why. A check makes sure that it really cannot."""


class Snippet(Record):
    """A part of a file that the page of a task shows: whole, or from one line through another."""

    file: RelativePath
    """The file."""
    start: Line | None = Field(default=None, alias="from")
    """The first line, without its indentation. It stands in the file once."""
    end: Line | None = Field(default=None, alias="through")
    """The last line, without its indentation: the first such line after the start
    that has the indentation of the start; where there is none, the first such line."""


class SamplePackage(Record):
    """A package, by its registry and exact name."""

    registry: Annotated[Registry, Field(strict=False)]
    """The registry it is published in."""
    name: Line
    """Its exact name there. It stands in the lock."""


class SampleTask(Record):
    """What a task took in this sample."""

    by: Annotated[By, Field(strict=False)]
    """What provides it."""
    packages: tuple[SamplePackage, ...] = Field(default=(), max_length=4)
    """The packages that provide it, for official and addon; the one that does most first."""
    note: Prose | None = None
    """What a reader has to know. Needed for handmade and none."""
    snippets: tuple[Snippet, ...] = Field(default=(), max_length=4)
    """The code that does it, cut from the files that are tested."""
    not_shown: dict[Slug, Prose] = Field(default_factory=dict)
    """Features of the task whose cell this sample does not demonstrate, and why."""


class Migration(Record):
    """How a filled database is brought to the newest schema."""

    first: Command
    """Makes the schema of the first version in an empty data folder."""
    latest: Command
    """Brings it to the newest version."""
    database: RelativePath
    """The SQLite file, inside the data folder."""
    table: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
    """The table of notes, with the columns id, title and body in the first version."""


ServedPath = Annotated[str, Field(pattern=r"^/[^\s]*$", max_length=120)]
"""A path on the server."""


class BarePaths(Record):
    """Where the quick start has what a probe of defaults needs. Left out where it has none."""

    home: ServedPath = "/"
    """A page that every visitor gets."""
    error: ServedPath | None = None
    """A handler that fails."""
    template: ServedPath | None = None
    """A page that shows what the address says. `{text}` stands for that text, percent-encoded."""
    form: ServedPath | None = None
    """A page with a form that is posted."""
    session: ServedPath | None = None
    """A page that sets a session cookie."""
    static: ServedPath | None = None
    """A static file."""
    json_route: ServedPath | None = Field(default=None, alias="json")
    """A route that takes posted JSON."""
    json_body: dict[str, JsonValue] = Field(default_factory=dict)
    """A good body for it. `{filler}` stands for a text of the size that a probe wants."""


class Bare(Record):
    """The official quick start, as it is written there, for what a new project does by default."""

    folder: RelativePath = "bare"
    """Its folder."""
    source: Url
    """Address of the page it follows."""
    prepare: tuple[Command, ...] = ()
    """What the quick start runs before the server."""
    serve: Command
    """Starts it as the quick start does."""
    production: Command | None = None
    """Starts it as the page on deployment does, where that differs."""
    paths: BarePaths = BarePaths()
    """What it has for probes."""


class Manifest(Record):
    """The file `sample.yml`."""

    id: Slug
    """The technology, and the name of the folder."""
    name: Label
    """As the project writes it."""
    runtime: Runtime
    """What executes it."""
    installer: Annotated[Installer, Field(strict=False)]
    """How the dependencies are installed."""
    lock: RelativePath
    """The file that pins every dependency with its hash. pip: what the application needs to run."""
    development: RelativePath | None = None
    """pip: the file that pins what its tests and its linter need besides. npm keeps both in one lock."""
    release_of: SamplePackage | None = None
    """The package whose version is the release of the technology. Left out where the runtime is the technology."""
    prepare: tuple[Command, ...] = ()
    """Run once in a new data folder: make the schema, create the user `ada`."""
    variants: tuple[Variant, ...] = Field(min_length=1)
    """Ways to deploy it; the first is the one that its documentation recommends for this kind of application."""
    tests: Command
    """Its own tests. Exit status 0 when all pass."""
    lint: Command
    """The linter of its community, with the sample's own settings."""
    migration: Migration
    """For the task `migration`."""
    bare: Bare
    """The official quick start."""
    tasks: dict[Slug, SampleTask]
    """Every task of `tasks.yml`."""
