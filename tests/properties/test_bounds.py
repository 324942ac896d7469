"""What is told to win no sample without its samples wins none with them."""

import sys
from array import array

import pytest
from hypothesis import assume, given

from backend_atlas.guide.answers import Answers
from backend_atlas.guide.asking import asked
from backend_atlas.guide.basis import Basis
from backend_atlas.guide.bounds import LANE, VALUE, WEIGHT, Hurdle, value, weights
from backend_atlas.guide.scoring import Values
from backend_atlas.guide.variation import Variation
from properties.strategies import cases


@pytest.mark.parametrize(
    ("scores", "taken"), [((0.5, 0.0), True), ((0.0, 2.0), True), ((3.0, 3.0), True), ((0.499, 1.999), False)]
)
def test_a_hurdle_is_taken_by_what_is_as_good_in_one_sample(scores: tuple[float, ...], taken: bool) -> None:
    assert Hurdle([0.5, 2.0]).taken(weights(scores) * value(1.0)) == taken
    assert Hurdle([0.0, 0.0]).taken(weights([0.0, 0.0]))


@given(cases())
def test_a_score_is_never_over_its_bound(case: tuple[Basis, Answers]) -> None:
    basis, found = case
    variation = Variation(Values(basis))
    questions = variation.leading(asked(basis, found))
    for index in range(len(basis.options)):
        bound = variation.bound(index, questions).to_bytes(variation.samples * LANE // 8, sys.byteorder)
        most = [number / (WEIGHT * VALUE) for number in array("Q", bound)]
        assert all(map(float.__ge__, most, variation.scores(index, questions)))


@given(cases(least=2))
def test_every_share_is_the_one_of_all_samples(case: tuple[Basis, Answers]) -> None:
    basis, found = case
    wanted, everything = asked(basis, found), list(range(len(basis.options)))
    assume(wanted.blocks)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend_atlas.guide.variation.FEW", 1)
        shares = Variation(Values(basis)).shares(wanted, everything)
    variation = Variation(Values(basis))
    questions = variation.leading(wanted)
    columns = [tuple(row.values[index] for question in questions for row in question.rows) for index in everything]
    same = [columns.index(column) for column in columns]
    scores = [variation.scores(index, questions) for index in same]
    wins = [0] * len(everything)
    for sample in zip(*scores, strict=True):
        for index in everything:
            wins[index] += sample[index] == max(sample)
    assert shares == {index: won / variation.samples for index, won in enumerate(wins)}
