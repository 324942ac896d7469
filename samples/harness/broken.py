"""Breakages: a text in one file of a sample's copy is replaced, and the check that has to catch it must fail."""

from collections.abc import Iterator
from pathlib import Path

from backend_atlas.model.lab import Control, Controls
from backend_atlas.problems import DataError, Problem
from backend_atlas.source import Document
from harness.faults import Fault
from harness.samples import SAMPLES, read

CONTROLS = "contract/controls.yml"


def controls(samples: Path = SAMPLES) -> tuple[Control, ...]:
    """Every breakage. Raises DataError."""
    return _file(samples)[0].controls


def misplaced(samples: Path = SAMPLES) -> Iterator[Problem]:
    """The breakages whose text does not stand in its file exactly once. Raises DataError."""
    found, document = _file(samples)
    for place, control in enumerate(found.controls):
        path = samples / control.sample / control.file
        times = path.read_text(encoding="utf-8").count(control.replace) if path.is_file() else 0
        if times != 1:
            message = f"stands {times} times in samples/{control.sample}/{control.file}"
            yield document.problem(("controls", place, "replace"), message, "it has to stand there once")


def _file(samples: Path) -> tuple[Controls, Document]:
    return read(samples / CONTROLS, f"samples/{CONTROLS}", Controls)


def control(id: str, samples: Path = SAMPLES) -> Control:
    """One breakage. Raises DataError where there is none of this name."""
    found = next((control for control in controls(samples) if control.id == id), None)
    if found is None:
        raise DataError([Problem(f"samples/{CONTROLS}", 1, 1, "", f"holds no breakage {id}")])
    return found


def apply(control: Control, copy: Path) -> None:
    """Breaks a copy of the sample. Raises Fault where the text does not stand in the file exactly once."""
    path = copy / control.file
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    if text.count(control.replace) != 1:
        raise Fault(f"{control.id}: the text to replace stands {text.count(control.replace)} times in {control.file}")
    path.write_text(text.replace(control.replace, control.replacement), encoding="utf-8")
