"""A whole project of any size, to be checked, built and served: the real one, and technologies made from it and a seed.

The real technologies stay, with their texts, samples and records of the lab. Each further one has a file of its own,
which holds what `bench.catalogues` makes, in other words, and which the rules accept. Of the guide, questions and
values are the real ones. Scenarios keep their answers, and any result is right; witnesses say that nobody looked for
one. Changes are left out: they tell of cells, and nobody changed these.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from enum import Enum
from pathlib import Path
from random import Random
from shutil import copytree, ignore_patterns, rmtree
from typing import Any

import yaml

from backend_atlas.clock import today
from backend_atlas.load import load
from backend_atlas.model import Catalogue, Technology
from backend_atlas.model.vocabulary import Kind, Verdict
from backend_atlas.rules.finding import CHANGES, in_guide, in_technology
from bench import ROOT
from bench.catalogues import SEED, generated
from bench.wording import Wording, sentences

LEFT_OUT = ignore_patterns("__pycache__", "*.egg-info", "node_modules")
LIMIT = re.compile(r"^  pair_pages: (\d+)", re.MULTILINE)
"""The setting of the most pages of pairs."""


class Pairs(Enum):
    """Which pairs have a page: what stands in `mkdocs.yml` for the limit there."""

    LIMITED = r"\g<0>"
    """As many as the limit lets."""
    NONE = "  pair_pages: 0"
    EVERY = "  pair_pages:"


COVERED = "Generated to measure with: nobody looked for answers of which it is the only result."
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
WIDTH = 120


def write_project(folder: Path, count: int, *, pairs: Pairs = Pairs.LIMITED, seed: int = SEED) -> None:
    """Writes a project with `count` technologies into `folder`, which is new.

    The real ones are among them, so that there cannot be fewer.
    """
    real = load(ROOT / "data", today(), registries=False)
    more = count - len(real.technologies)
    if more < 0:
        raise ValueError(f"the atlas has {len(real.technologies)} technologies, which is more than {count}")
    for name in ("hooks", "docs", "data", "samples"):
        copytree(ROOT / name, folder / name, ignore=LEFT_OUT)
    rmtree(folder / "data" / CHANGES)
    made = tuple(generated(real, more, seed).technologies.values())
    for technology, record in zip(made, _records(real, made, seed), strict=True):
        _write(folder / "data" / in_technology(technology.id), record)
    _write_guide(folder / "data", real, made)
    (folder / "mkdocs.yml").write_text(LIMIT.sub(pairs.value, _settings()), encoding="utf-8")


def limited(count: int) -> bool:
    """Whether so many technologies have more pairs than the limit lets have a page."""
    limit = LIMIT.search(_settings())
    assert limit  # noqa: S101 - a test holds that the settings have one
    return count * (count - 1) // 2 > int(limit[1])


def atlas(*arguments: str) -> tuple[str, ...]:
    """The command `atlas` of a project, with its own hooks, to be run in its folder."""
    program = "import sys; sys.path.insert(0, 'hooks'); from backend_atlas.cli import main; sys.exit(main())"
    return (sys.executable, "-c", program, *arguments)


def _settings() -> str:
    return (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def _records(real: Catalogue, made: Iterable[Technology], seed: int) -> Iterator[dict[str, Any]]:
    """What the file of each technology says."""
    wording = Wording(sentences([_plain(item) for item in real.technologies.values()]), Random(seed))
    for technology in made:
        yield wording.reworded(_plain(technology))


def _plain(technology: Technology) -> dict[str, Any]:
    """As a file holds it: what is not said is not there."""
    return technology.model_dump(mode="json", exclude_unset=True, exclude_none=True)


def _write_guide(data: Path, real: Catalogue, made: tuple[Technology, ...]) -> None:
    """Scenarios and witnesses that hold whatever the technologies are."""
    guide = real.guide
    assert guide  # noqa: S101 - the real data have one
    ids = (*real.technologies, *(technology.id for technology in made))
    _write(data / in_guide("witnesses"), {"witnesses": [{"id": id, "covered": COVERED} for id in ids]})
    anything = {"accept": {"kinds": [kind.value for kind in Kind]}, "classes": [verdict.value for verdict in Verdict]}
    kept = [scenario.model_dump(mode="json", exclude_unset=True) for scenario in guide.scenarios.scenarios]
    fields = ("id", "title", "story", "answers", "why")
    scenarios = [{name: item[name] for name in fields} | anything for item in kept]
    _write(data / in_guide("scenarios"), {"scenarios": scenarios})


def _write(path: Path, value: dict[str, Any]) -> None:
    # JSON in between: YAML would mark with an anchor what stands twice, and the rules of the data know none
    plain = json.loads(json.dumps(value))
    text = yaml.dump(plain, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=WIDTH)
    path.write_text(text, encoding="utf-8")
