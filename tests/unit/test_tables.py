"""The matrix as CSV: opened by Python, whole, and harmless in a spreadsheet."""

import csv
import io

import pytest

from backend_atlas import links
from backend_atlas.exports.tables import field, tables
from backend_atlas.model import Catalogue


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_cell_stands_in_both_tables(sample: Catalogue) -> None:
    found = tables(sample)
    cells = {(row["technology_id"], row["feature_id"]): row for row in read(found[links.CELLS_CSV])}
    matrix = {row["feature"]: row for row in read(found[links.MATRIX_CSV])}
    count = 0
    for technology in sample.technologies.values():
        for name, cell in technology.features.items():
            count += 1
            assert cells[technology.id, name]["level"] == cell.support.value
            assert matrix[name][technology.id].partition(" ")[0] == cell.support.value
            assert (cells[technology.id, name]["partial"] == "yes") == ("partial" in matrix[name][technology.id])
    assert len(cells) == count


def test_lines_end_and_texts_stand_in_quotes_as_the_standard_says(sample: Catalogue) -> None:
    for text in tables(sample).values():
        assert text.endswith('"\r\n')
        assert all(line.startswith('"') for line in text.removesuffix("\r\n").split("\r\n"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_spreadsheet_runs_nothing(start: str, sample: Catalogue) -> None:
    assert field(f"{start}SUM(A1)") == f"'{start}SUM(A1)"
    alder = sample.technologies["alder"]
    cell = alder.features["routing"].model_copy(update={"since": f'{start}cmd|"/c calc"!A0'})
    changed = alder.model_copy(update={"features": alder.features | {"routing": cell}})
    rows = read(tables(Catalogue(sample.groups, {"alder": changed}))[links.CELLS_CSV])
    assert [row["since"] for row in rows if row["feature_id"] == "routing"] == [f'\'{start}cmd|"/c calc"!A0']
    assert not [text for row in rows for text in row.values() if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
