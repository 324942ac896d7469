"""What `atlas new` has to know: each question, which answers it takes, and what is wrong with others."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from backend_atlas.draft import Beginning
from backend_atlas.load.surroundings import Surroundings
from backend_atlas.model.base import SLUG
from backend_atlas.model.vocabulary import Kind, Platform, Registry, Term
from backend_atlas.problems import did_you_mean

NO_PACKAGE = "none"
"""The answer to the question for the registry where there is no package."""

USUAL = {
    Platform.DOTNET: Registry.NUGET,
    Platform.GO: Registry.GO,
    Platform.JVM: Registry.MAVEN,
    Platform.NODEJS: Registry.NPM,
    Platform.PHP: Registry.PACKAGIST,
    Platform.PYTHON: Registry.PYPI,
    Platform.RUBY: Registry.RUBYGEMS,
}
T = TypeVar("T", bound=Term)
LONGEST_NAME, LONGEST_PACKAGE = 60, 200


class NoAnswer(ValueError):  # noqa: N818 - the name is the sentence
    """The answer cannot be taken. The text says why, and what could be meant."""


@dataclass(frozen=True)
class Question:
    """One question, for a terminal and for an option of the same name."""

    name: str
    text: str
    check: Callable[[str], str]
    """Gives the answer as it is kept, or raises NoAnswer."""
    words: Mapping[str, str] = field(default_factory=dict)
    """The answers to choose from, with what each means."""
    usual: str = ""
    """What an empty line means."""


def questions(id: str, around: Surroundings, given: Mapping[str, str]) -> tuple[Question, ...]:
    """What is asked of a new technology. `given` are the answers so far: some propose the next one."""
    platform = given.get("runtime", "")
    registry = USUAL[_term(Platform, platform)].value if platform else ""
    registries = {item.value: item.label for item in Registry} | {NO_PACKAGE: "It is not published as a package."}
    asked = [
        Question("name", "Its name, as the project writes it", lambda text: name_of(text, around)),
        Question("kind", "What sort of thing it is", _word(Kind), {item.value: item.meaning for item in Kind}),
        Question("runtime", "What it runs on", _word(Platform), _platforms(around)),
        Question("registry", "Where it is published", _word(Registry, NO_PACKAGE), registries, registry),
        Question("package", "The exact name of its package there", _package, usual=id),
    ]
    return tuple(asked[:-1] if given.get("registry") == NO_PACKAGE else asked)


def new_id(text: str, around: Surroundings) -> str:
    """The id of a new technology. Raises NoAnswer."""
    if not re.fullmatch(SLUG, text):
        near = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")
        hint = f'did you mean "{near}"?' if near else "use lower-case letters, digits and single hyphens"
        raise NoAnswer(f'"{text}" is not an id ({hint})')
    if text in around.ids:
        raise NoAnswer(f"{text} is in the atlas already (nothing was written; see it with: atlas show {text})")
    if owner := around.names.get(text):
        raise NoAnswer(f'"{text}" is already a name of {owner} (see it with: atlas show {owner})')
    return text


def name_of(text: str, around: Surroundings) -> str:
    """The name of a new technology. Raises NoAnswer."""
    if owner := around.names.get(text.casefold()):
        raise NoAnswer(f'"{text}" is already a name of {owner}')
    return _line(text, "a name", LONGEST_NAME)


def beginning(id: str, given: Mapping[str, str], around: Surroundings) -> Beginning:
    """What the answers say together. All of them have been checked."""
    kind, platform = _term(Kind, given["kind"]), _term(Platform, given["runtime"])
    published = given["registry"] != NO_PACKAGE
    return Beginning(
        id,
        given["name"],
        kind,
        platform,
        _term(Registry, given["registry"]) if published else None,
        given["package"] if published else "",
        "" if kind is Kind.RUNTIME else around.runtimes.get(platform.value, ""),
    )


def _term(terms: type[T], word: str) -> T:
    return next(item for item in terms if item.value == word)


def _word(terms: type[Term], *others: str) -> Callable[[str], str]:
    known = [*(item.value for item in terms), *others]

    def check(text: str) -> str:
        if text not in known:
            hint = did_you_mean(text, known) or _by_label(text, terms)
            raise NoAnswer(f'"{text}" is not one of {", ".join(known)}' + (f" ({hint})" if hint else ""))
        return text

    return check


def _by_label(text: str, terms: Iterable[Term]) -> str:
    near = [item.value for item in terms if text and text.casefold() in item.label.casefold()]
    return f'did you mean "{near[0]}"?' if near else ""


def _platforms(around: Surroundings) -> dict[str, str]:
    left = {item: around.runtimes.get(item.value) for item in Platform}
    return {
        item.value: item.label + (f": what it decides is left to {owner} of the atlas" if owner else "")
        for item, owner in left.items()
    }


def _package(text: str) -> str:
    return _line(text, "the name of a package", LONGEST_PACKAGE)


def _line(text: str, what: str, longest: int) -> str:
    if not text or not text.isprintable():
        raise NoAnswer(f'"{text}" is not {what} (write it in one line)')
    if len(text) > longest:
        raise NoAnswer(f'"{text[:20]}..." has {len(text)} characters (at most {longest} are allowed)')
    return text
