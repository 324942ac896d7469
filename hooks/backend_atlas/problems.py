"""What is wrong with the data, as values: collected, printed together, failed on once."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend in one place. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    field: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.path}:{self.line}:{self.column}:{field} {self.message}{hint}"


class DataError(Exception):
    """The data cannot be used. Holds every problem that was found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        lines = [str(problem) for problem in self.problems]
        return "\n".join([*lines, f"{count} problem{'' if count == 1 else 's'} in the data"])


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint that names the nearest of the `known` words, or an empty string."""
    near = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""
