"""How much of the guide rests on a feature or a fact."""

from backend_atlas.guide.basis import basis
from backend_atlas.guide.use import Use, uses
from backend_atlas.model import Catalogue
from project import TODAY


def test_questions_and_examples_that_read_something_are_counted(sample: Catalogue) -> None:
    assert sample.guide
    found = uses(sample.guide, basis(sample, sample.guide, TODAY))
    examples = len(sample.guide.scenarios.scenarios) + sum(bool(item.answers) for item in sample.guide.witnesses)
    assert found["maintainers"] == Use(0, examples), "every result may warn"
    assert found["orm"].questions > 0
    assert "licence" not in found, "no question asks for it"


def test_a_structure_rests_on_what_it_is_derived_from(sample: Catalogue) -> None:
    assert sample.guide
    found = uses(sample.guide, basis(sample, sample.guide, TODAY))
    assert found["layout_required"].questions == 1
    assert "structure" not in found
