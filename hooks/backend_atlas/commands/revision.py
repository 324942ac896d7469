"""The data folder as a revision of git holds it. Nothing is checked out."""

import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from backend_atlas.rules.finding import SAMPLES


class NoRevisionError(Exception):
    """The revision cannot be read. The text says why, in one line."""


def resolved(data: Path, revision: str, *, merge_base: bool = False) -> str:
    """The full id of a revision, or of where the branch left it. Raises `NoRevisionError`."""
    folder = _folder(data)
    if _git(folder, "rev-parse", "--is-inside-work-tree").returncode:
        raise NoRevisionError(f"{data} lies in no git repository that can be read; name a folder: --against DIR")
    found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise NoRevisionError(f'"{revision}" is not a revision here (a shallow clone lacks it: git fetch origin BASE)')
    if not merge_base:
        return found.stdout.decode().strip()
    left = _git(folder, "merge-base", found.stdout.decode().strip(), "HEAD")
    if left.returncode:
        raise NoRevisionError(f'"{revision}" and HEAD have no commit in common here (a shallow clone lacks it)')
    return left.stdout.decode().strip()


@contextmanager
def data_of(data: Path, commit: str) -> Iterator[Path]:
    """The data folder of a commit, with the samples beside it, in a folder that is removed afterwards."""
    folder = _folder(data)
    root = Path(_text(folder, "rev-parse", "--show-toplevel"))
    inside = folder.resolve().relative_to(root.resolve())
    listed = _text(root, "ls-tree", "-d", "--name-only", commit, "--", *map(Path.as_posix, _parts(inside)))
    if inside.as_posix() not in listed.splitlines():
        raise NoRevisionError(f"{commit[:10]} has no folder {inside.as_posix()}")
    archive = _git(root, "archive", "--format=zip", "-0", commit, "--", *listed.splitlines())
    if archive.returncode:
        raise NoRevisionError(_first_line(archive.stderr))
    with TemporaryDirectory(prefix="atlas-") as temporary:
        ZipFile(io.BytesIO(archive.stdout)).extractall(temporary)
        yield Path(temporary) / inside


def _parts(inside: Path) -> tuple[Path, Path]:
    return inside, inside.parent / SAMPLES


def _folder(data: Path) -> Path:
    if not data.is_dir():
        raise NoRevisionError(f"{data} is not a folder")
    return data


def _text(folder: Path, *arguments: str) -> str:
    done = _git(folder, *arguments)
    if done.returncode:
        raise NoRevisionError(_first_line(done.stderr))
    return done.stdout.decode().strip()


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - the revision stands after --end-of-options


def _first_line(output: bytes) -> str:
    return next(iter(output.decode(errors="replace").splitlines()), "git failed")
