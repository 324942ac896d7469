"""Ages in words, and the order in which facts should be read again."""

from datetime import date

import pytest

from backend_atlas.guide.use import Use
from backend_atlas.model import Catalogue
from backend_atlas.views.facts import fact_rows
from backend_atlas.views.freshness import age, dues, overdue, span
from project import TODAY

READ = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 11, 3), "1 day"),
        (date(2026, 12, 31), "59 days"),
        (date(2027, 1, 2), "2 months"),
        (date(2028, 11, 1), "23 months"),
        (date(2028, 11, 2), "2 years"),
    ],
)
def test_an_age_is_told_in_days_months_or_years(today: date, words: str) -> None:
    assert span(READ, today) == words
    assert age(READ, today) == f"{words} before this page was built"


def test_an_age_needs_the_day_of_the_page() -> None:
    assert age(READ, READ) == "the day this page was built"
    assert age(READ, None) == ""


def test_a_cell_and_a_fact_over_their_budget_say_so(sample: Catalogue) -> None:
    alder = sample.technologies["alder"]
    support = next(row for row in fact_rows(alder) if row.key == "support")
    cell, day = alder.features["orm"], date(2027, 6, 2)
    assert overdue(cell, day) == overdue(support, TODAY) == overdue(support, None) == ""
    assert overdue(support, day) == (
        "Due to be read again: last read on 2 November 2026, 7 months before this page was built."
    )


def test_what_was_never_known_is_not_due(sample: Catalogue) -> None:
    row = next(row for row in fact_rows(sample.technologies["alder"]) if not row.known)
    assert overdue(row, date(2040, 1, 1)) == ""


def test_the_longest_over_the_budget_comes_first_then_what_is_used_most(sample: Catalogue) -> None:
    used = {"orm": Use(1, 5), "routing": Use(0, 1)}
    found = dues(sample.technologies["alder"], sample, date(2027, 12, 3), used)
    assert found[0].fact.budget.months == 6
    cells = [item.name for item in found if item.fact.budget.value == "cells"]
    assert cells[:2] == ["SQL mapper", "Routing"]
    over = [item.fact.due for item in found]
    assert over == sorted(over)


def test_each_due_fact_leads_to_where_the_site_shows_it(sample: Catalogue) -> None:
    found = {item.name: item.address for item in dues(sample.technologies["alder"], sample, date(2030, 1, 1), {})}
    assert found["Summary"] == "technologies/alder/"
    assert found["Newest release"] == "technologies/alder/#fact-latest"
    assert found["Strengths, 2"] == "technologies/alder/#strengths-and-limits"
