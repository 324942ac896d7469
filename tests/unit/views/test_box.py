"""What comes in the box, by group."""

from backend_atlas.model import Catalogue, Support
from backend_atlas.views.box import box
from backend_atlas.views.matrix import matrices


def counts(sample: Catalogue, *names: str) -> dict[str, list[list[tuple[str, int]]]]:
    view = box(matrices(sample, tuple(sample.technologies[name] for name in names)))
    return {
        row.group.id: [[(item.support.value, item.count) for item in strip] for strip in row.strips]
        for row in view.rows
    }


def test_each_group_is_a_row_and_each_technology_a_column(sample: Catalogue) -> None:
    assert counts(sample, "alder", "cedar") == {
        "http": [[("built-in", 2)], [("community", 2)]],
        "data": [[("built-in", 2), ("official", 1)], [("community", 2), ("not-applicable", 1)]],
    }


def test_levels_stand_in_their_order_and_every_feature_is_counted_once(sample: Catalogue) -> None:
    order = [level.value for level in Support]
    sizes = {group.id: len(group.features) for group in sample.groups}
    for name in sample.technologies:
        for group, (strip,) in counts(sample, name).items():
            assert [level for level, _ in strip] == sorted((level for level, _ in strip), key=order.index)
            assert sum(count for _, count in strip) == sizes[group]
