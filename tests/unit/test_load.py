"""Reading a data folder: everything that is wrong with it is known at the end."""

from datetime import date
from pathlib import Path

import pytest

from backend_atlas.load import load
from backend_atlas.model import Catalogue
from backend_atlas.problems import DataError
from project import TODAY


def problems(folder: Path) -> list[str]:
    with pytest.raises(DataError) as error:
        load(folder, TODAY, "data")
    return [str(problem) for problem in error.value.problems]


def test_technologies_stand_in_the_order_of_their_names(sample: Catalogue) -> None:
    assert list(sample.technologies) == ["alder", "birch", "cedar"]
    assert [feature.id for feature in sample.features] == ["routing", "templates", "orm", "migrations", "db-tests"]


def test_problems_of_all_files_are_listed_at_once(broken: Path) -> None:
    (broken / "technologies/alder.yml").write_text("id: [\n")
    birch = broken / "technologies/birch.yml"
    birch.write_text(birch.read_text().replace("licence: MIT", "licence: M I T!"))
    cedar = broken / "technologies/cedar.yml"
    cedar.write_text(cedar.read_text().replace("id: cedar", "id: seder"))
    assert [problem.split(":")[0] for problem in problems(broken)] == [
        "data/technologies/alder.yml",
        "data/technologies/birch.yml",
        "data/technologies/cedar.yml",
    ]


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    assert problems(tmp_path / "nowhere") == ["data:1:1: is not a folder (name the folder that holds features.yml)"]


def test_a_missing_vocabulary_is_named(broken: Path) -> None:
    (broken / "features.yml").unlink()
    assert "data/features.yml:1:1: is missing (the features are defined there)" in problems(broken)


def test_a_broken_vocabulary_does_not_hide_broken_technologies(broken: Path) -> None:
    (broken / "features.yml").write_text("groups: []\n")
    birch = broken / "technologies/birch.yml"
    birch.write_text(birch.read_text().replace("id: birch", "id: beech"))
    found = problems(broken)
    assert found[0] == "data/features.yml:1:1: groups: has 0 entries, at least 1 are needed"
    assert "differs from the file name" in found[1]


def test_a_folder_without_technologies_is_refused(broken: Path) -> None:
    for file in (broken / "technologies").iterdir():
        file.unlink()
    assert problems(broken) == ["data/technologies:1:1: holds no technology (add one: data/README.md says how)"]


def test_a_file_of_changes_is_named_after_its_month(broken: Path) -> None:
    (broken / "changes/2026-10.yml").rename(broken / "changes/october.yml")
    assert problems(broken) == ["data/changes/october.yml:1:1: is not named after a month (as in 2026-11.yml)"]


def test_files_that_would_not_be_read_are_named(broken: Path) -> None:
    (broken / "technologies/elm.yaml").write_text("id: elm\n")
    (broken / "technologies/notes.txt").write_text("x")
    (broken / "stray.yml").write_text("x: 1\n")
    (broken / "README.md").write_text("allowed")
    assert problems(broken) == [
        "data/stray.yml:1:1: is not read (see data/README.md for what belongs where)",
        "data/technologies/elm.yaml:1:1: is not read (rename it to elm.yml)",
        "data/technologies/notes.txt:1:1: is not read (see data/README.md for what belongs where)",
    ]


def test_symbolic_links_are_refused_wherever_they_are(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "outside.yml").write_text("id: x\n")
    (broken / "technologies/elm.yml").symlink_to(tmp_path / "outside.yml")
    (broken / "more").symlink_to(tmp_path)
    assert {problem.split(": ", 1)[1] for problem in problems(broken)} == {
        "is a symbolic link (put the file itself here)"
    }


def test_ids_of_features_and_groups_are_used_once(broken: Path) -> None:
    file = broken / "features.yml"
    file.write_text(file.read_text().replace("- id: templates", "- id: routing").replace("- id: data", "- id: http"))
    found = [problem for problem in problems(broken) if "features.yml:" in problem]
    assert 'data/features.yml:14:13: groups[0].features[1].id: the feature "routing" stands twice' in found[0]
    assert 'data/features.yml:20:9: groups[1].id: the group "http" stands twice' in found[1]


def test_the_day_is_an_argument(broken: Path) -> None:
    with pytest.raises(DataError, match="lies after today, 2026-01-01"):
        load(broken, date(2026, 1, 1))


def test_equal_room_is_checked_between_technologies(broken: Path) -> None:
    file = broken / "technologies/cedar.yml"
    text = file.read_text()
    for side in ("strengths", "limits"):
        more = "".join(
            f"  - title: Number {n} of {side}\n    text: {filler}\n    sources:\n      - url: https://docs.example.org/{n}/\n"
            f'        where: Here\n        release: "1.0"\n        checked: "2026-11-02"\n'
            for n, filler in enumerate(FILLERS[side])
        )
        text = text.replace(f"\n{side}:\n", f"\n{side}:\n{more}")
    file.write_text(text)
    found = problems(broken)
    assert any("those of cedar" in problem and "characters" in problem for problem in found)
    assert all(": limits:" in problem or ": strengths:" in problem for problem in found)


WORDS = ["river", "stone", "cloud", "meadow", "harbour", "lantern", "copper", "willow", "thunder", "velvet"]
FILLERS = {
    side: [" ".join(f"{word}{side[0]}{n}" for word in (WORDS * 4))[:255] for n in range(3)]
    for side in ("strengths", "limits")
}


def test_limits_that_are_much_shorter_than_strengths_are_refused(broken: Path) -> None:
    file = broken / "technologies/birch.yml"
    text = file.read_text()
    begin = text.index("\nstrengths:")
    end = text.index("\nlimits:")
    longer = [
        line if not line.startswith("    text: ") else f"    text: {FILLERS['strengths'][n % 3]}"
        for n, line in enumerate(text[begin:end].splitlines())
    ]
    file.write_text(text[:begin] + "\n".join(longer) + text[end:])
    assert any("are less than half as long as the strengths" in problem for problem in problems(broken))


def test_a_copied_file_is_told_in_both_files(broken: Path) -> None:
    text = (broken / "technologies/birch.yml").read_text()
    copy = text.replace("id: birch", "id: aspen").replace("name: Birch\n", "name: Aspen\n")
    (broken / "technologies/aspen.yml").write_text(copy.replace("[Birch framework]", "[Aspen framework]"))
    found = problems(broken)
    for stem, twin in (("aspen", "birch"), ("birch", "aspen")):
        expected = f"repeat 4 cells of {twin}, sources included"
        assert any(problem.startswith(f"data/technologies/{stem}.yml") and expected in problem for problem in found)


def test_a_guide_that_lacks_a_file_is_refused(broken: Path) -> None:
    (broken / "guide/values.yml").unlink()
    assert problems(broken) == [
        "data/guide/values.yml:1:1: is missing (the guide needs it: data/README.md says what it holds)"
    ]


def test_a_stray_file_in_the_guide_is_named(broken: Path) -> None:
    (broken / "guide/answers.yml").write_text("a: b\n")
    assert problems(broken) == ["data/guide/answers.yml:1:1: is not read (see data/README.md for what belongs where)"]


def test_data_without_a_guide_are_whole(broken: Path) -> None:
    for file in (broken / "guide").iterdir():
        file.unlink()
    (broken / "guide").rmdir()
    assert load(broken, TODAY).guide is None
