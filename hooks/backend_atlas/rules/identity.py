"""Ids and names: one thing, one name."""

from collections.abc import Iterator

from backend_atlas.model import Catalogue
from backend_atlas.rules.finding import Finding, in_technology


def file_name_is_the_id(catalogue: Catalogue) -> Iterator[Finding]:
    """`technologies/django.yml` holds `id: django`."""
    for stem, technology in catalogue.technologies.items():
        if stem != technology.id:
            hint = f"rename the file to {technology.id}.yml or write `id: {stem}`"
            yield Finding(in_technology(stem), ("id",), f'"{technology.id}" differs from the file name "{stem}"', hint)


def names_are_used_once(catalogue: Catalogue) -> Iterator[Finding]:
    """No name or alias means two technologies, whatever its case."""
    seen: dict[str, str] = {}
    for stem, technology in catalogue.technologies.items():
        names = [(("name",), technology.name), *((("aliases", i), alias) for i, alias in enumerate(technology.aliases))]
        for location, name in names:
            if (other := seen.setdefault(name.casefold(), stem)) != stem:
                yield Finding(
                    in_technology(stem), location, f'"{name}" is already a name of {other}', "leave it to one"
                )
            elif location != ("name",) and name == technology.name:
                yield Finding(in_technology(stem), location, f'"{name}" repeats the name', "remove it")
