"""The schema and `atlas check` refuse the same files. An independent validator reads both the files and the schema."""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import compress, product
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema_rs import Draft202012Validator
from pydantic import ValidationError

from backend_atlas import source
from backend_atlas.exports.schema import FILES
from backend_atlas.load.reading import Reading
from backend_atlas.model import Catalogue, Cell, Support
from backend_atlas.model.agreement import AuditOutcome, CodingAgreement
from backend_atlas.model.guide import Witness
from backend_atlas.rules.agreement import audits_are_whole
from backend_atlas.rules.cells import levels_carry_what_they_need
from backend_atlas.rules.guide import scenarios_and_witnesses_name_technologies
from mutations import fields, mutations, thinned
from plain_yaml import plain
from project import LAB, ROOT, SAMPLE

DATA = ROOT / "data"
WRITTEN = (*DATA.rglob("*.yml"), *ROOT.glob("samples/*/*.yml"))
RECORDED = tuple(DATA.glob("evidence/**/*.json"))
RULED = ("Cell", "Witness", "Audit", "AuditedCell", "Question", "SampleTask")
"""Records of which rules ask more than their models."""


def kind(path: Path) -> str:
    """The name of the schema of a file, by its place."""
    folder = path.parent.name
    if path.suffix == ".json":
        return f"evidence-{path.stem if folder in ('measurements', 'evidence') else folder}.json"
    several = {"technologies": "technology.json", "changes": "changes.json"}
    return several.get(folder) or f"{path.stem.replace('sample', 'manifest')}.json"


@cache
def validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((DATA / "schema" / schema).read_text()), validate_formats=True)


def values(path: Path) -> Any:
    return json.loads(path.read_text()) if path.suffix == ".json" else plain(path.read_text())


OURS = sorted((path, kind(path)) for path in (*WRITTEN, *RECORDED))


@pytest.mark.parametrize("path", WRITTEN, ids=[str(path.relative_to(ROOT)) for path in WRITTEN])
def test_a_file_names_its_schema_for_editors(path: Path) -> None:
    schema = os.path.relpath(DATA / "schema" / kind(path), path.parent)
    assert path.read_text().startswith(f"# yaml-language-server: $schema={schema}\n")


@pytest.mark.parametrize(("path", "schema"), OURS, ids=[str(path.relative_to(ROOT)) for path, _ in OURS])
def test_a_data_file_is_valid_for_a_stranger(path: Path, schema: str) -> None:
    assert [f"{error.instance_path}: {error.message}" for error in validator(schema).iter_errors(values(path))] == []


def test_every_kind_of_file_has_a_schema_and_every_schema_a_file() -> None:
    assert {schema for _, schema in OURS} == set(FILES)


def read(value: Any) -> Any:
    """Values as a model gets them."""
    if isinstance(value, list):
        return tuple(read(item) for item in value)
    return {key: read(item) for key, item in value.items()} if isinstance(value, dict) else value


def model_accepts(schema: str, value: Any) -> bool:
    try:
        FILES[schema].model_validate(read(value))
    except ValidationError:
        return False
    return True


@cache
def without_rules(schema: str) -> Draft202012Validator:
    """What the models alone ask."""
    found = json.loads((DATA / "schema" / schema).read_text())
    for name in RULED:
        found.get("$defs", {}).get(name, {}).pop("allOf", None)
    return Draft202012Validator(found, validate_formats=True)


def examples(schema: str) -> list[Any]:
    """Small files of one kind, the one to break first."""
    if schema == "technology.json":
        return [plain((SAMPLE / f"technologies/{name}.yml").read_text()) for name in ("birch", "alder", "cedar")]
    return [thinned(values(path)) for path, name in OURS if name == schema]


@pytest.mark.parametrize("schema", FILES)
def test_what_the_models_refuse_the_schema_refuses_and_nothing_else(schema: str) -> None:
    found = examples(schema)
    tried = dict(mutations(found[0], fields(*found)))
    assert len(tried) > 100
    assert [
        done for done, value in tried.items() if without_rules(schema).is_valid(value) != model_accepts(schema, value)
    ] == []


def part(schema: str, name: str) -> Draft202012Validator:
    """What the schema says of one record."""
    found = json.loads((DATA / "schema" / schema).read_text())
    return Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": found["$defs"]}, validate_formats=True)


def choices(base: dict[str, Any], optional: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The record with each choice of the optional fields."""
    for given in product((True, False), repeat=len(optional)):
        yield base | dict(compress(optional.items(), given))


SOURCE = {"url": "https://docs.example.org/", "where": "Here", "release": "1.0", "checked": "2026-11-02"}
PACKAGE = {"registry": "pypi", "name": "x", "release": "1.0", "released": "2026-01-02", "licence": "MIT"}
PACKAGE |= {"checked": "2026-11-02"}


@pytest.mark.parametrize("support", [level.value for level in Support])
def test_the_schema_of_a_cell_asks_what_the_rules_ask(support: str, sample: Catalogue) -> None:
    optional: dict[str, Any] = {
        "package": PACKAGE,
        "alternatives": [PACKAGE],
        "sources": [SOURCE],
        "note": "What is there.",
    }
    optional |= {"vendor": True, "partial": True, "experimental": True}
    cell, birch = part("technology.json", "Cell"), sample.technologies["birch"]
    for value in choices({"support": support}, optional):
        features = {"orm": Cell.model_validate(read(value))}
        technologies = {"birch": birch.model_copy(update={"features": features})}
        broken = list(levels_carry_what_they_need(replace(sample, technologies=technologies)))
        assert cell.is_valid(value) == (not broken), value


@pytest.mark.parametrize("outcome", [outcome.value for outcome in AuditOutcome])
def test_the_schema_of_an_audit_asks_what_the_rules_ask(outcome: str, sample: Catalogue) -> None:
    base = {"feature": "orm", "technology": "birch", "outcome": outcome, "checked": "2026-11-02"}
    audit = {"date": "2026-11-02", "auditors": 1, "how": "Drawn by lot, and read."}
    whole = part("coding-agreement.json", "Audit")
    for cell in choices(base, {"found": "What is so."}):
        confirmed = base | {"outcome": "confirmed"}
        for value in choices(audit, {"cells": [confirmed, cell], "counts": {"confirmed": 1}}):
            agreement = CodingAgreement.model_validate(read({"audits": [value]}))
            broken = list(audits_are_whole(replace(sample, agreement=agreement)))
            assert whole.is_valid(value) == (not broken), value


def test_the_schema_of_a_witness_asks_for_answers_or_for_what_covers_it(sample: Catalogue) -> None:
    assert sample.guide
    for value in choices({"id": "birch"}, {"answers": "kind=site", "covered": "Alder covers it."}):
        witness = Witness.model_validate(value)
        guide = replace(sample.guide, witnesses=(witness,))
        found = scenarios_and_witnesses_name_technologies(replace(sample, guide=guide))
        broken = any(finding.location == ("witnesses", 0) for finding in found)
        assert part("witnesses.json", "Witness").is_valid(value) == (not broken)


def test_what_a_runtime_says_may_be_left_to_it() -> None:
    birch = examples("technology.json")[0]
    birch["facts"].pop("execution")
    assert not validator("technology.json").is_valid(birch)
    assert validator("technology.json").is_valid(birch | {"runs_on": "cedar"})


def seen_by_a_stranger(file: str, text: str) -> bool:
    """Whether reader or schema refuse a file."""
    path = Path(file)
    try:
        return not validator(kind(path)).is_valid(json.loads(text) if path.suffix == ".json" else plain(text))
    except (yaml.YAMLError, ValueError):
        return True


def refused_by_itself(file: str, text: str, folder: Path) -> bool:
    """Whether `atlas check` refuses a file whatever stands in others: its reader or a model does."""
    path = folder / Path(file).name
    path.write_text(text)
    parse = source.json_values if path.suffix == ".json" else source.values
    return Reading("data").record(path, file, FILES[kind(Path(file))], parse) is None


CASES = [
    (case["name"], file.format(case.get("file", "technologies/birch")), case["replace"], case["with"])
    for name, file in (("broken", "data/{}.yml"), ("broken-guide", "data/guide/{}.yml"), ("broken-lab", "{}"))
    for case in yaml.safe_load((ROOT / f"tests/cases/{name}.yml").read_text())
]
"""Each is refused by `atlas check`, as `test_broken_data.py` shows."""

STRICTER_THAN_YAML = {"anchor", "alias", "octal number"}
"""What the reader of the atlas refuses and YAML allows: a schema never sees it."""

RULES_IN_THE_SCHEMA = {
    "a question without choices",
    "a witness with neither answers nor words",
    "alternatives without a package",
    "any_of without strengths",
    "audit with cells and counts",
    "error without what was found",
    "no sources",
    "note and code missing",
    "package missing",
    "package where none belongs",
    "package without need",
    "partial without a note",
    "sources beside unknown",
    "unknown without a note",
    "vendor beside a level other than community",
}
"""What `atlas check` refuses by a rule that the schema knows too."""


def test_what_a_file_says_wrong_by_itself_the_schema_says_too(tmp_path: Path) -> None:
    told, alone = set(), set()
    for name, file, old, new in CASES:
        path = (LAB if file.startswith("samples/") else SAMPLE) / file.partition("/")[2]
        if path.suffix in (".json", ".yml"):
            text = path.read_text().replace(old, new, 1)
            told |= {name} if seen_by_a_stranger(file, text) else set()
            alone |= {name} if refused_by_itself(file, text, tmp_path) else set()
    assert len(told) >= 20
    assert alone - told == STRICTER_THAN_YAML
    assert told - alone == RULES_IN_THE_SCHEMA
