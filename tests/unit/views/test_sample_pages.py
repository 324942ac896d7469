"""The lab on pages: outcomes over all ways to deploy, what is shown and what is not, and where links lead."""

from dataclasses import replace

import pytest

from backend_atlas.model import Catalogue
from backend_atlas.model.lab import Lab, Outcome, Sample, Task
from backend_atlas.views.defaults import defaults_view
from backend_atlas.views.demonstrations import demonstration, feature_tasks
from backend_atlas.views.outcomes import Result, result
from backend_atlas.views.samples import samples_view, technology_sample
from backend_atlas.views.solution import Solution, solutions
from backend_atlas.views.task import pair_tasks, task_view


@pytest.fixture
def lab(sample: Catalogue) -> Lab:
    assert sample.lab
    return sample.lab


def solved(catalogue: Catalogue, task: str) -> dict[str, Solution]:
    assert catalogue.lab
    found = catalogue.lab.task(task)
    assert found
    return {item.id: item for item in solutions(catalogue, found)}


def with_outcome(sample: Sample, task: str, outcome: Outcome) -> Sample:
    assert sample.record
    first, *others = sample.record.variants
    changed = first.model_copy(
        update={"tasks": first.tasks | {task: first.tasks[task].model_copy(update={"outcome": outcome})}}
    )
    return replace(sample, record=sample.record.model_copy(update={"variants": (changed, *others)}))


@pytest.mark.parametrize(
    ("id", "task", "expected"),
    [
        ("alder", "routing", Result.PASSED),
        ("alder", "echo", Result.PARTLY),
        ("cedar", "pages", Result.NOT_PROVIDED),
        ("elm", "routing", Result.NOT_TESTED),
    ],
)
def test_the_outcome_is_that_of_all_ways_to_deploy(id: str, task: str, expected: Result, lab: Lab) -> None:
    assert result(lab.samples[id], task) is expected


def test_one_failure_is_a_failure(lab: Lab) -> None:
    assert result(with_outcome(lab.samples["alder"], "routing", Outcome.FAILED), "routing") is Result.FAILED


def test_a_way_that_cannot_do_it_says_why(sample: Catalogue) -> None:
    threads, loop = solved(sample, "echo")["alder"].deployed
    assert (threads.outcome, loop.outcome) == (Result.NOT_PROVIDED, Result.PASSED)
    assert threads.why.startswith("A thread answers requests")
    assert [check.observed for check in loop.checks if check.observed] == ["a page of another site was accepted"]
    assert loop.checks[0].words == "Echo answers"


def test_code_is_shown_as_it_was_tested_or_not_at_all(sample: Catalogue) -> None:
    found = solved(sample, "routing")
    (code,) = found["cedar"].code
    assert (code.file, code.first, code.last, code.whole) == ("app/server.mjs", 3, 5, False)
    assert code.code.startswith("export const app")
    assert code.code.endswith("});\n")
    assert (found["elm"].code, found["elm"].release, found["elm"].date) == ((), "", None)


def test_a_sample_without_a_data_file_has_no_link(sample: Catalogue) -> None:
    found = solved(sample, "routing")
    assert found["alder"].technology == "technologies/alder/"
    assert found["elm"].technology == ""


def test_features_that_are_not_shown_say_why(sample: Catalogue) -> None:
    shown = {item.name: item for item in solved(sample, "data")["alder"].features}
    assert shown["SQL mapper"].why_not == ""
    assert shown["SQL mapper"].address == "technologies/alder/#orm"
    assert shown["Schema migrations"].why_not.startswith("The official package is left out")


def test_a_cell_leads_to_the_code_of_its_technology(sample: Catalogue) -> None:
    found = demonstration(sample, sample.technologies["cedar"], "orm")
    assert found
    assert (found.task, found.address, found.release) == ("Keep data", "samples/data/#cedar", "Cedar.js 1.2.3")
    assert demonstration(sample, sample.technologies["birch"], "orm") is None
    assert demonstration(replace(sample, lab=None), sample.technologies["cedar"], "orm") is None


def test_a_feature_names_its_tasks(sample: Catalogue) -> None:
    found = {feature.id: feature_tasks(sample, feature) for feature in sample.features}
    assert [task.address for task in found["migrations"]] == ["samples/data/"]
    assert found["db-tests"] == ()


def test_at_first_technologies_of_the_atlas_stand_side_by_side(sample: Catalogue, lab: Lab) -> None:
    task: Task = lab.tasks[0]
    assert task_view(sample, task).chosen == {"alder", "cedar"}
    alone = replace(sample, technologies={"alder": sample.technologies["alder"]})
    assert task_view(alone, task).chosen == {"alder", "cedar", "elm"}


def test_a_pair_has_tasks_where_both_were_tested(sample: Catalogue) -> None:
    alder, birch, cedar = sample.technologies.values()
    assert [item.task.id for item in pair_tasks(sample, alder, cedar)] == ["routing", "pages", "data", "echo"]
    assert [side.id for side in pair_tasks(sample, cedar, alder)[0].sides] == ["cedar", "alder"]
    assert pair_tasks(sample, alder, birch) == ()
    assert pair_tasks(replace(sample, lab=None), alder, cedar) == ()


def test_a_pair_waits_for_the_test_of_both(sample: Catalogue, lab: Lab) -> None:
    untested = replace(lab, samples={**lab.samples, "cedar": replace(lab.samples["cedar"], record=None)})
    alder, _, cedar = sample.technologies.values()
    assert pair_tasks(replace(sample, lab=untested), alder, cedar) == ()


def test_the_index_counts_cells_that_are_shown(sample: Catalogue, lab: Lab) -> None:
    view = samples_view(sample, lab)
    cells = [cell for item in sample.technologies.values() for cell in item.features.values()]
    assert view.cells == sum(cell.demonstrated_by is not None for cell in cells) == 6
    assert view.names == ("Alder 1.2.3", "Cedar.js 1.2.3")
    assert view.defaults


def test_a_technology_counts_what_its_tasks_took(sample: Catalogue) -> None:
    found = technology_sample(sample, "cedar")
    assert found
    assert [(by.value, count) for by, count in found.counts] == [("core", 1), ("addon", 2), ("none", 1)]
    assert technology_sample(sample, "birch") is None
    assert technology_sample(replace(sample, lab=None), "cedar") is None


def test_defaults_are_asked_in_the_same_order_of_each(sample: Catalogue, lab: Lab) -> None:
    view = defaults_view(sample, lab)
    assert view
    assert [probe.id for probe in view.probes] == ["headers", "missing", "cookies", "slow"]
    assert [[len(item.modes) for item in probe.observed] for probe in view.probes] == [[2, 1], [2, 1], [1, 1], [1, 0]]
    headers = view.probes[0].observed
    assert [item.mode for item in headers[0].modes] == ["As its quick start says", "As its page on deployment says"]
    assert headers[1].modes[0].mode == "", "one way to start it needs no name"


def test_without_observations_there_is_no_page_of_defaults(sample: Catalogue, lab: Lab) -> None:
    bare = replace(lab, samples={name: replace(item, defaults=None) for name, item in lab.samples.items()})
    assert defaults_view(sample, bare) is None
