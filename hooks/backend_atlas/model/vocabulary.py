"""The closed lists of the data: each word with its label on the site and what it means."""

from enum import Enum
from typing import Self


class Term(str, Enum):  # noqa: UP042 - StrEnum takes no label
    """A word of the data. `label` is shown to readers, `meaning` says when the word is right."""

    label: str
    meaning: str

    def __new__(cls, value: str, label: str, meaning: str = "") -> Self:
        term = str.__new__(cls, value)
        term._value_ = value
        term.label = label
        term.meaning = meaning
        return term


class Support(Term):
    """How a technology provides a feature. Unless it is not applicable, the first that fits, from the top."""

    BUILT_IN = (
        "built-in",
        "Built in",
        "All of the definition is met after the documented default install, or in what the official project "
        "generator writes with default choices. What is installed with it counts. The standard library of the "
        "language counts only where the technology's own documentation presents it as the way.",
    )
    OFFICIAL = (
        "official",
        "Official package",
        "A separate package owned by the technology's own organisation, documented, for a supported release.",
    )
    COMMUNITY = (
        "community",
        "Community package",
        "A named package from somebody else, together with what is built in or official; for a runtime, also a "
        "framework that runs on it. By its own word, or in a run that the note reports, it works with a release line "
        "that is itself supported. Its first release is at least a year old. It had one in the last 24 months, or says "
        "in the last 12 that it is stable and maintained. It is not archived, and has an open source licence and at "
        "least two releases. A vendor's package is marked as such.",
    )
    DO_IT_YOURSELF = (
        "do-it-yourself",
        "Write it yourself",
        "Possible with public interfaces, but application code is needed, or no package meets the conditions above.",
    )
    NOT_APPLICABLE = (
        "not-applicable",
        "Not applicable",
        "The feature has a rule for when the question does not apply, and it is met.",
    )
    UNKNOWN = ("unknown", "Not known yet", "It could not be established. The note says what was tried.")


class Registry(Term):
    """Where a package is published."""

    GO = ("go", "Go modules")
    MAVEN = ("maven", "Maven Central")
    NPM = ("npm", "npm")
    NUGET = ("nuget", "NuGet")
    PACKAGIST = ("packagist", "Packagist")
    PYPI = ("pypi", "PyPI")
    RUBYGEMS = ("rubygems", "RubyGems")


class Kind(Term):
    """What sort of thing a technology is."""

    RUNTIME = ("runtime", "Runtime", "Executes the language.")
    MICRO = ("micro-framework", "Micro-framework", "No data layer of its own and no required layout.")
    API = ("api-framework", "API framework", "Micro or modular, and the main path of its documentation is JSON APIs.")
    FULL_STACK = (
        "full-stack-framework",
        "Full-stack framework",
        "Has a project generator, a data layer, and templates or accounts.",
    )


class Platform(Term):
    """What a technology runs on."""

    DOTNET = ("dotnet", ".NET")
    GO = ("go", "Go")
    JVM = ("jvm", "JVM")
    NODEJS = ("nodejs", "Node.js")
    PHP = ("php", "PHP")
    PYTHON = ("python", "Python")
    RUBY = ("ruby", "Ruby")


class Language(Term):
    """A programming language."""

    CSHARP = ("csharp", "C#")
    GO = ("go", "Go")
    JAVA = ("java", "Java")
    JAVASCRIPT = ("javascript", "JavaScript")
    KOTLIN = ("kotlin", "Kotlin")
    PHP = ("php", "PHP")
    PYTHON = ("python", "Python")
    RUBY = ("ruby", "Ruby")
    TYPESCRIPT = ("typescript", "TypeScript")


class Structure(Term):
    """How much a technology decides for the application. Derived from other facts, never written by hand."""

    MINIMAL = (
        "minimal",
        "Minimal",
        "No required layout, no data layer built in, and no frame of generator and dependency injection or migrations.",
    )
    MODULAR = (
        "modular",
        "Modular",
        "Not full, but a frame: a required layout, a data layer built in, project generator and dependency injection "
        "both built in, or generator, SQL mapper and migrations built in or official.",
    )
    FULL = (
        "full",
        "Full",
        "Project generator, SQL mapper and migrations built in or official, and templates or accounts built in.",
    )


class Execution(Term):
    """How the code runs in the default distribution of the platform."""

    INTERPRETED = ("interpreted", "Interpreted bytecode")
    JIT = ("jit", "Just-in-time compiled")
    AOT = ("aot", "Compiled ahead of time")


class Concurrency(Term):
    """How the documented default deployment serves several requests at a time."""

    PER_REQUEST = ("process-or-thread-per-request", "A process or thread per request")
    EVENT_LOOP = ("event-loop", "Event loop")
    GREEN_THREADS = ("green-threads", "Green threads or processes of the runtime")
    ASYNC_POOL = ("async-pool", "Async and await on a thread pool")


class Hosting(Term):
    """A sort of place where an application can run."""

    CONTAINER = ("container", "Containers")
    VM = ("vm", "Virtual or own machines")
    FUNCTIONS = ("functions", "Functions platforms")
    EDGE = ("edge", "Edge platforms")
    WINDOWS = ("windows", "Windows or IIS")
    PHP_SHARED = ("php-shared", "PHP shared hosting")
    SINGLE_BINARY = ("single-binary", "Single binary")


class Governance(Term):
    """Who decides, by a published document."""

    FOUNDATION = ("foundation", "Foundation")
    COMPANY = ("company", "Company")
    COMMUNITY = ("community", "Community")
    SINGLE_MAINTAINER = ("single-maintainer", "Single maintainer")


class Maintainers(Term):
    """How many people made at least 5 % of the commits of twelve months."""

    ONE = ("1", "One person")
    FEW = ("2-4", "2 to 4 people")
    MANY = ("5+", "5 people or more")


class Ecosystem(Term):
    """Libraries that run in the same process because of the platform."""

    PYTHON_ML = ("python-ml", "Python machine learning")
    JVM = ("jvm", "JVM")
    DOTNET = ("dotnet", ".NET")
    BEAM = ("beam", "BEAM")
    NPM = ("npm", "npm")


class Pool(Term):
    """A rough size, with its source."""

    LARGE = ("large", "Large")
    MEDIUM = ("medium", "Medium")
    SMALL = ("small", "Small")


class Factor(Term):
    """What decides a choice: the four factors, and risk."""

    TEAM = ("team", "Your team", "What the team knows and already runs.")
    COMPLEXITY = ("complexity", "The project", "What it is, what it has to do, and how much should be decided for you.")
    SCALABILITY = ("scalability", "Load and growth", "The shape of the traffic, and where it goes.")
    INTEGRATION = ("integration", "What it must fit", "What it talks to, and where it runs.")
    RISK = ("risk", "Risk", "How long it lives, and who asks questions.")


class Swing(Term):
    """How much a difference would help: from "write it yourself" to "built in", or from no match to a match."""

    NONE = ("none", "Not at all")
    SOME = ("some", "Some")
    MUCH = ("much", "A lot")


class Strength(Term):
    """How strongly something is wanted. The first two exclude what lacks it."""

    FIRST_PARTY = ("first-party", "Must come from the project itself")
    MUST = ("must", "Must")
    MUCH = ("much", "Would help a lot")
    NICE = ("nice", "Would help")
    PREFER = ("prefer", "Prefer")
    NONE = ("none", "Would not help")


class ChoiceList(Term):
    """Something in the data of which each is an answer."""

    LANGUAGES = ("languages", "Languages")
    TECHNOLOGIES = ("technologies", "Technologies")
    FEATURES = ("features", "Features")


class FactName(Term):
    """A fact that the guide can read."""

    LANGUAGES = ("languages", "Languages")
    EXECUTION = ("execution", "Execution")
    CONCURRENCY = ("concurrency", "Concurrency")
    HOSTING = ("hosting", "Documented hosting")
    ECOSYSTEMS = ("ecosystems", "Libraries in the same process")
    SECURITY_PROCESS = ("security-process", "Security process")
    DEFAULT_PACKAGES = ("default-packages", "Default install")
    STRUCTURE = ("structure", "Structure")
    EXISTING = ("existing", "Existing code")


class Verdict(Term):
    """What a result is called."""

    CLEAR = ("clear", "Clear", "One technology leads, by a distance and under nearly every variation.")
    AHEAD = ("ahead", "Ahead", "One technology leads. Other weights, or a mistake in the data, could change that.")
    CLOSE = (
        "close",
        "Too close to call",
        "Several technologies come first under some variation. None has first place.",
    )
    TIE = ("tie", "Tie", "Several technologies have the same score.")
    NONE_FITS = ("none fits", "None fits", "No technology in the atlas meets all that was called a must.")
    NO_ANSWERS = ("no answers", "No answers yet", "Nothing was answered that tells technologies apart. No ranking.")
