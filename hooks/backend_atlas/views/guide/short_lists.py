"""Short lists that need no script."""

from dataclasses import dataclass

from backend_atlas.guide.deciding import Result
from backend_atlas.guide.words import Words
from backend_atlas.views.guide.deciding import Deciding


@dataclass(frozen=True)
class ShortTable:
    """The short lists of one language: a line a kind, a column a structure."""

    language: str
    structures: tuple[str, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def same(self) -> str:
        """The result, where it is the same for every project."""
        results = {cell for _, cells in self.lines for cell in cells}
        return results.pop() if len(results) == 1 else ""


def short_tables(found: Deciding) -> tuple[ShortTable, ...]:
    """Short lists that need no script."""
    question = found.basis.question
    tables: dict[str, dict[str, list[str]]] = {}
    for short in found.survey.lists:
        cells = tables.setdefault(short.language, {}).setdefault(short.kind, [])
        cells.append(_short(found.words, short.result))
    structures = tuple(choice.label for choice in question["structure"].choices) if tables else ()
    return tuple(
        ShortTable(
            question["lang"].by_id[language].label if language else "Any language",
            structures,
            tuple((question["kind"].by_id[kind].label, tuple(cells)) for kind, cells in lines.items()),
        )
        for language, lines in tables.items()
    )


def _short(words: Words, result: Result) -> str:
    if result.sole:
        return f"{words.names(result.leaders)} (the only one)"
    label = {"clear": "clear", "ahead": "ahead", "close": "close", "tie": "tie"}.get(result.verdict)
    return f"{words.names(result.leaders)} ({label})" if label else "None"
