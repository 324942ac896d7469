"""Which of several versions is the newest, by the rules of each registry."""

from collections.abc import Iterable

from univers.versions import (
    ComposerVersion,
    GolangVersion,
    InvalidVersion,
    MavenVersion,
    NugetVersion,
    RubygemsVersion,
    Version,
)

from backend_atlas.model.vocabulary import Registry

SCHEMES: dict[Registry, type[Version]] = {
    Registry.GO: GolangVersion,
    Registry.MAVEN: MavenVersion,
    Registry.NUGET: NugetVersion,
    Registry.PACKAGIST: ComposerVersion,
    Registry.RUBYGEMS: RubygemsVersion,
}


def newest(registry: Registry, versions: Iterable[str]) -> str | None:
    """The newest. What is no version by the rules of the registry is left out."""
    ordered = [(parsed, text) for text in versions if (parsed := parse(registry, text)) is not None]
    return max(ordered, key=lambda item: item[0])[1] if ordered else None


def parse(registry: Registry, text: str) -> Version | None:
    """A version that can be compared with others of its registry, or None."""
    try:
        return SCHEMES[registry](text)
    except (InvalidVersion, ValueError):
        return None
