"""Sets a second coding beside the cells, for `coding-agreement.yml`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import yaml
from pydantic import ValidationError

from backend_atlas import source
from backend_atlas.model import Catalogue
from backend_atlas.model.agreement import CellCodedTwice, Coding
from backend_atlas.problems import DataError, Problem

DECIDED = ("decided", "mended")


def compared(catalogue: Catalogue, codings: Path) -> Iterator[CellCodedTwice]:
    """Every cell in the files of `codings`, each `<technology>.yml`, in the order of the vocabulary.

    Raises `DataError` where a file cannot be read, or is about a technology that the atlas does not hold.
    """
    for path in sorted(codings.glob("*.yml")):
        technology = catalogue.technologies.get(path.stem)
        second = source.read(path, path.name).value
        if technology is None or not isinstance(second, dict):
            raise DataError([Problem(path.name, 1, 1, "", "is not about a technology of the atlas", "rename it")])
        for feature in catalogue.features:
            if isinstance(coded := second.get(feature.id), dict):
                cell = technology.features[feature.id]
                first = Coding(support=cell.support, partial=cell.partial)
                other = _coding(coded, path.name, feature.id)
                yield CellCodedTwice(feature=feature.id, technology=path.stem, first=first, second=other)


def _coding(coded: dict[str, source.Value], file: str, feature: str) -> Coding:
    try:
        return Coding.model_validate({name: coded[name] for name in ("support", "partial") if name in coded})
    except ValidationError as error:
        hint = "support is a level; partial is true, or left out"
        raise DataError([Problem(file, 1, 1, feature, error.errors()[0]["msg"], hint)]) from None


def text(cells: Iterable[CellCodedTwice]) -> str:
    """The list as YAML, one cell a line. `atlas check` asks for what a difference lacks."""
    lines = []
    for cell in cells:
        value = cell.model_dump(mode="json", exclude_none=True, exclude=set(DECIDED))
        line = yaml.safe_dump(value, default_flow_style=True, sort_keys=False, width=1000).strip()
        lines.append(f"- {line}\n")
    return "".join(lines)
