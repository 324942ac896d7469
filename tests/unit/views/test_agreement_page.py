"""Agreement in words, and what the guide takes from it."""

from dataclasses import replace
from datetime import date

import pytest

from backend_atlas.guide.basis import basis
from backend_atlas.model import Catalogue
from backend_atlas.model.agreement import Audit, CellCodedTwice, CodingAgreement
from backend_atlas.views.agreement import AgreementView, agreeing, agreement_view
from project import TODAY


@pytest.fixture(scope="module")
def view(sample: Catalogue) -> AgreementView:
    found = agreement_view(sample)
    assert found
    return found


def test_agreement_is_counted_over_all_cells(view: AgreementView) -> None:
    overall = view.overall
    assert overall
    assert (overall.cells, overall.levels, overall.whole, overall.percent) == (12, 11, 10, 92)
    assert overall.known
    assert overall.kappa == "0.87 (0.64 to 1.00)"
    assert view.share_of_cells == 80


def test_where_there_is_no_kappa_the_reason_stands(view: AgreementView) -> None:
    assert [(group.cells, group.levels, group.kappa) for group in view.groups] == [
        (6, 5, "none: fewer than 10 cells"),
        (6, 6, "none: fewer than 10 cells"),
    ]
    same = {"support": "built-in"}
    cell = CellCodedTwice.model_validate({"feature": "orm", "technology": "alder", "first": same, "second": same})
    assert agreeing("All", "", [cell] * 12).kappa == "none: only one level occurs"


def test_differences_say_what_decided(view: AgreementView) -> None:
    assert [(item.first, item.second, item.mended) for item in view.differences] == [
        ("Official package", "Community package", "second coding"),
        ("Community package", "Community package, partial", "definition, second coding"),
    ]


def test_audits_have_rates_with_their_intervals(view: AgreementView) -> None:
    newest, older = view.audits
    assert newest.wrong_levels.percent == "12 %"
    assert newest.wrong_levels.interval == "6 % to 22 %"
    assert (older.audit.read, older.audit.errors, older.audit.wrong_levels) == (3, 2, 1)
    assert older.errors.percent == "67 %"
    assert [place.technology.name for place, _ in older.wrong] == ["Birch", "Birch", "Cedar.js"]


@pytest.mark.parametrize(("wrong", "draws"), [(7, 42), (0, 9), (60, 291), (1, 14)])
def test_the_guide_varies_cells_at_the_rate_of_the_newest_audit(wrong: int, draws: int, sample: Catalogue) -> None:
    assert sample.agreement
    assert sample.guide
    audit = Audit.model_validate(
        {
            "date": date(2026, 11, 25),
            "auditors": 1,
            "how": "Sixty cells drawn by lot.",
            "counts": {"confirmed": 60 - wrong, "wrong-level": wrong, "not-read": 9},
        }
    )
    changed = replace(sample, agreement=CodingAgreement(audits=(audit, *sample.agreement.audits)))
    assert basis(changed, sample.guide, TODAY).rules.draws == draws
