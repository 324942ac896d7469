"""Reading the lab: a catalogue without one is whole, and nothing in it is believed before it is looked at."""

from pathlib import Path
from shutil import rmtree

import pytest

from backend_atlas.load import load
from backend_atlas.model import Catalogue
from backend_atlas.problems import DataError
from project import TODAY


def problems(folder: Path) -> list[str]:
    with pytest.raises(DataError) as error:
        load(folder, TODAY, "data")
    return [str(problem) for problem in error.value.problems]


def without_demonstrations(folder: Path) -> None:
    for file in (folder / "technologies").iterdir():
        lines = file.read_text().splitlines(keepends=True)
        file.write_text("".join(line for line in lines if "demonstrated_by" not in line))


def test_samples_stand_in_the_order_of_their_names(sample: Catalogue) -> None:
    assert sample.lab
    assert [found.manifest.name for found in sample.lab.samples.values()] == ["Alder", "Cedar.js", "Elm web"]
    assert [task.id for task in sample.lab.tasks] == ["routing", "pages", "data", "echo"]


def test_only_files_that_snippets_name_are_read(sample: Catalogue) -> None:
    assert sample.lab
    assert set(sample.lab.samples["alder"].files) == {"site/models.py", "site/urls.py"}


def test_a_sample_without_a_record_is_not_tested(sample: Catalogue) -> None:
    assert sample.lab
    elm = sample.lab.samples["elm"]
    assert (elm.record, elm.outcomes("routing"), elm.shows("routing")) == (None, (), False)


def test_data_without_samples_are_whole(broken: Path) -> None:
    rmtree(broken.parent / "samples")
    rmtree(broken / "evidence")
    without_demonstrations(broken)
    assert load(broken, TODAY).lab is None


def test_a_contract_without_samples_is_no_lab(broken: Path) -> None:
    for name in ("alder", "cedar", "elm"):
        rmtree(broken.parent / "samples" / name)
    rmtree(broken / "evidence")
    without_demonstrations(broken)
    assert load(broken, TODAY).lab is None


def test_a_record_without_its_sample_is_named(broken: Path) -> None:
    rmtree(broken.parent / "samples/cedar")
    found = problems(broken)
    assert "data/evidence/contract/cedar.json:1:1: belongs to no sample (remove it, or add samples/cedar)" in found
    assert "data/evidence/defaults/cedar.json:1:1: belongs to no sample (remove it, or add samples/cedar)" in found


def test_missing_tasks_are_named(broken: Path) -> None:
    (broken.parent / "samples/contract/tasks.yml").unlink()
    assert problems(broken) == [
        "samples/contract/tasks.yml:1:1: is missing (it says what every sample has to do)",
    ]


def test_a_sample_without_a_manifest_is_named(broken: Path) -> None:
    (broken.parent / "samples/elm/sample.yml").unlink()
    assert problems(broken) == [
        "samples/elm/sample.yml:1:1: is missing (it says how the sample is installed, started and tested)",
    ]


def test_what_tools_leave_behind_is_no_sample(broken: Path) -> None:
    left = broken.parent / "samples/gone/node_modules/x"
    left.mkdir(parents=True)
    (left / "index.js").write_text("x")
    (broken.parent / "samples/alder/node_modules").mkdir()
    (broken.parent / "samples/alder/node_modules/bin").symlink_to(left)
    load(broken, TODAY)


def test_symbolic_links_are_refused_in_samples(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.py").write_text("password = 'x'\n")
    (broken.parent / "samples/elm/secret.py").symlink_to(tmp_path / "secret.py")
    (broken.parent / "samples/oak").symlink_to(tmp_path)
    (broken.parent / "samples/contract/more").symlink_to(tmp_path)
    assert problems(broken) == [
        f"{path}:1:1: is a symbolic link (put the file itself here)"
        for path in ("samples/contract/more", "samples/elm/secret.py", "samples/oak")
    ]


def test_a_linked_record_is_refused(broken: Path, tmp_path: Path) -> None:
    record = broken / "evidence/contract/alder.json"
    record.rename(tmp_path / "alder.json")
    record.symlink_to(tmp_path / "alder.json")
    assert "data/evidence/contract/alder.json:1:1: is a symbolic link (put the file itself here)" in problems(broken)


def test_files_beside_the_evidence_are_named(broken: Path) -> None:
    (broken / "evidence/contract/notes.txt").write_text("x")
    assert problems(broken) == [
        "data/evidence/contract/notes.txt:1:1: is not read (see data/README.md for what belongs where)"
    ]


def test_code_that_is_not_text_is_named(broken: Path) -> None:
    (broken.parent / "samples/elm/app.py").write_bytes(b"\xff\xfe")
    assert "samples/elm/app.py:1:1: is not UTF-8 (save the file with the encoding UTF-8)" in problems(broken)


def test_a_record_that_is_nested_too_deep_is_refused(broken: Path) -> None:
    (broken / "evidence/contract/alder.json").write_text("[" * 100_000)
    assert any("alder.json:1:1: cannot be read as JSON" in problem for problem in problems(broken))
