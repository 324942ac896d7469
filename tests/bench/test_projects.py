"""Projects for measuring: the rules accept them, and they build strictly."""

import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from after.project import read_settings
from backend_atlas.load import load
from bench.changing import CELLS, FILE, NOTE
from bench.projects import Pairs, atlas, limited, write_project
from bench.wording import Wording
from project import DATA_DAY, EPOCH, ROOT, build

COUNT = 14


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "project"
    write_project(folder, COUNT, pairs=Pairs.NONE)
    return folder


def test_the_rules_accept_it(made: Path, tmp_path: Path) -> None:
    command = atlas("check")
    settings = {"SOURCE_DATE_EPOCH": EPOCH, "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(command, cwd=made, env=settings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{COUNT} technologies, 70 features, {COUNT * 70} cells")


def test_a_seed_gives_the_same_files_again(made: Path, tmp_path: Path) -> None:
    write_project(tmp_path / "again", COUNT, pairs=Pairs.NONE)
    for path in (made / "data").rglob("*.yml"):
        assert path.read_bytes() == (tmp_path / "again/data" / path.relative_to(made / "data")).read_bytes()


def test_generated_technologies_are_as_long_as_real_ones(made: Path) -> None:
    real = load(ROOT / "data", DATA_DAY).technologies
    sizes = {path.stem: path.stat().st_size for path in (made / "data/technologies").glob("*.yml")}
    known, more = [sizes[id] for id in real], [size for id, size in sizes.items() if id not in real]
    assert len(more) == COUNT - len(real)
    assert min(known) * 0.8 < min(more)
    assert max(more) < max(known) * 1.2


def test_it_builds_strictly_and_without_pairs_none_has_a_page(made: Path, tmp_path: Path) -> None:
    done = build(made, tmp_path)
    assert done.returncode == 0, done.stderr
    pages = {path.parent.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("index.html")}
    assert len({page for page in pages if page.startswith("technologies/")}) == COUNT
    assert {page for page in pages if page.startswith("compare/")} == set()
    assert "compare" in pages


def test_every_pair_has_a_page_where_the_setting_is_no_number(tmp_path: Path) -> None:
    write_project(tmp_path / "project", 12, pairs=Pairs.EVERY)
    assert "pair_pages" in (settings := read_settings(tmp_path / "project"))["extra"]
    assert settings["extra"]["pair_pages"] is None
    assert (limited(45), limited(46)) == (False, True)


def test_there_cannot_be_fewer_technologies_than_real_ones(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="more than 3"):
        write_project(tmp_path / "project", 3)


def test_there_is_a_note_to_change(made: Path) -> None:
    assert NOTE.search((made / FILE).read_text().partition(CELLS)[2])


def test_words_become_others_and_code_and_links_stay() -> None:
    text = "Runs `app.run` below a server, see [the docs](https://example.org/page) and others."
    found = Wording(["some other words that are known here, twelve letters longer"], Random(1)).text(text)
    assert found != text
    assert len(found) == len(text)
    assert "`app.run`" in found
    assert "[the docs](https://example.org/page)" in found


def test_the_command_of_a_project_is_its_own(made: Path) -> None:
    program = atlas()[2].replace("sys.exit(main())", "import backend_atlas; print(backend_atlas.__file__)")
    done = subprocess.run([sys.executable, "-c", program], cwd=made, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).resolve().is_relative_to(made.resolve())
