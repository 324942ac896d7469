"""Reads YAML 1.2, as editors do: a date is text, `yes` is text, `010` is ten. Knows nothing of `backend_atlas`."""

import re
from typing import Any

import yaml


class _Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The core schema of YAML 1.2 in place of the words of 1.1."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 - so has PyYAML


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"null|Null|NULL|~|", "nN~\0"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    resolver = re.compile(f"(?:{pattern})$")
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", resolver, [*first.replace("\0", ""), ""])
_Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
_Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    names = [key.value for key, _ in node.value]
    if len(names) > len(set(names)):
        raise yaml.constructor.ConstructorError(None, None, "a name stands twice", node.start_mark)
    return dict(loader.construct_pairs(node, deep=True))


_Core.add_constructor("tag:yaml.org,2002:map", _mapping)


def plain(text: str) -> Any:
    """The values of one document."""
    return yaml.load(text, Loader=_Core)
