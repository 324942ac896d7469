"""Problems as values."""

from backend_atlas.problems import DataError, Problem, did_you_mean


def test_a_problem_is_one_line_with_place_field_message_and_hint() -> None:
    problem = Problem("data/x.yml", 3, 5, "name", "is empty", "give it a value")
    assert str(problem) == "data/x.yml:3:5: name: is empty (give it a value)"
    assert str(Problem("data/x.yml", 1, 1, "", "is empty")) == "data/x.yml:1:1: is empty"


def test_all_problems_are_listed_once_sorted_by_place() -> None:
    later, earlier = Problem("b.yml", 2, 1, "", "x"), Problem("a.yml", 9, 1, "", "x")
    assert str(DataError([later, earlier, later])).splitlines() == [
        "a.yml:9:1: x",
        "b.yml:2:1: x",
        "2 problems in the data",
    ]


def test_a_near_word_is_offered_and_a_far_one_is_not() -> None:
    assert did_you_mean("Biult-in", ["built-in", "official"]) == 'did you mean "built-in"?'
    assert did_you_mean("zebra", ["built-in", "official"]) == ""
