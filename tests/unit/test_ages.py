"""How old a fact may become, and how old it is."""

from datetime import date

import pytest

from backend_atlas.clock import later, months_between
from backend_atlas.model import Catalogue
from backend_atlas.model.ages import Budget, cell_read, dated
from backend_atlas.model.cells import MachineReading
from backend_atlas.model.facts import Facts
from project import ROOT

READ = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 8, 31), -6, date(2027, 2, 28)),
        (date(2028, 8, 31), -6, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
    ],
)
def test_a_day_some_months_later(day: date, months: int, expected: date) -> None:
    assert later(day, months) == expected


@pytest.mark.parametrize(
    ("last", "months"),
    [(date(2026, 11, 2), 0), (date(2026, 12, 1), 0), (date(2026, 12, 2), 1), (date(2027, 11, 1), 11)],
)
def test_only_whole_months_count(last: date, months: int) -> None:
    assert months_between(READ, last) == months


@pytest.mark.parametrize("budget", Budget)
def test_a_fact_is_due_the_day_after_its_budget_ends(budget: Budget) -> None:
    end = later(READ, budget.months)
    assert not budget.is_over(READ, end)
    assert budget.is_over(READ, date.fromordinal(end.toordinal() + 1))


def test_the_budgets_are_those_that_were_promised() -> None:
    assert (Budget.RELEASES.months, Budget.CELLS.months) == (6, 12)


def test_every_known_fact_has_an_age_and_a_budget(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    found = {item.location: item for item in dated(alder)}
    known = {("facts", name) for name in Facts.model_fields if not getattr(alder.facts, name).unknown}
    assert known <= set(found)
    assert {("features", name) for name in alder.features} <= set(found)
    assert found[("facts", "support")].budget is Budget.RELEASES
    assert found[("features", "migrations", "package")].budget is Budget.PACKAGES
    assert found[("features", "orm")].due == date(2027, 11, 2)


def test_a_cell_is_as_old_as_the_source_that_was_read_last(sample: Catalogue) -> None:
    cell = sample.technologies["alder"].features["orm"]
    newer = cell.sources[0].model_copy(update={"checked": date(2026, 11, 9)})
    assert cell_read(cell.model_copy(update={"sources": (*cell.sources, newer)})) == date(2026, 11, 9)


def test_hosting_is_as_old_as_its_oldest_place(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    (item,) = alder.facts.hosting.items
    newer = item.model_copy(update={"sources": (item.sources[0].model_copy(update={"checked": date(2026, 11, 9)}),)})
    facts = alder.facts.model_copy(update={"hosting": alder.facts.hosting.model_copy(update={"items": (item, newer)})})
    (found,) = (it for it in dated(alder.model_copy(update={"facts": facts})) if it.location == ("facts", "hosting"))
    assert found.read == READ


@pytest.mark.parametrize(("release", "read"), [("1.2", date(2027, 3, 1)), ("1.3", date(2026, 11, 2))])
def test_a_program_renews_the_release_that_it_found_again(release: str, read: date, sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    cell = alder.features["migrations"]
    assert cell.package
    assert cell.package.release == "1.2"
    machine = MachineReading(release=release, read=date(2027, 3, 1))
    package = cell.package.model_copy(update={"machine": machine})
    changed = {**alder.features, "migrations": cell.model_copy(update={"package": package})}
    (found,) = (
        item for item in dated(alder.model_copy(update={"features": changed})) if item.budget is Budget.PACKAGES
    )
    assert found.read == read


def test_the_description_of_the_data_names_every_budget() -> None:
    text = (ROOT / "data/README.md").read_text()
    for budget in Budget:
        assert f"| {budget.label} | {budget.months} months |" in text
    assert text.count(" months | ") == len(Budget)
