"""The words: nothing stands twice, nothing is praised without proof."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from backend_atlas.model.walk import Leaf
from backend_atlas.rules.finding import Finding, in_technology
from backend_atlas.source import Location, dotted

SHINGLE = 5
ALIKE = 4, 5
"""Two texts are near-duplicates when they share 80 % of their runs of five words (Jaccard index of word shingles)."""

SHORTEST = 60
PROSE = frozenset({"text", "note", "claim", "precise", "unknown", "title", "figure"})
ARGUED = frozenset({"summary", "purpose", "is_not", "needs", "often_said", "strengths", "limits"})
WORD = re.compile(r"\w+")
PRAISE = (
    *("overkill", "enterprise-grade", "blazing", "blazingly", "steep", "modern", "lightweight", "best", "powerful"),
    *("seamless", "seamlessly", "robust", "world-class"),
)
ADJECTIVES = re.compile(rf"\b({'|'.join(PRAISE)})\b", re.IGNORECASE)

Run = tuple[str, ...]
"""Five words in a row. A shorter text is one run."""


@dataclass(frozen=True)
class Text:
    """A text of a technology, where it stands, and what to find those by that are nearly the same."""

    stem: str
    location: Location
    text: str
    few: tuple[int, ...]
    """Hashes of some of its runs. Two texts that are alike have one in common, see `_few`."""

    @cached_property
    def runs(self) -> frozenset[Run]:
        """All runs, made where they are compared."""
        return _runs(self.text)


def no_text_stands_twice(texts: Iterable[Text]) -> Iterator[Finding]:
    """Within a file no two texts say the same. `texts` are those of one technology."""
    for earlier, later in _repeats(texts, across=False):
        yield _repeat(later, earlier, "")


def no_argument_is_carried_over(texts: Iterable[Text]) -> Iterator[Finding]:
    """No argument stands in the files of two technologies. Both are named: either of them may be the copy."""
    for earlier, later in _repeats(texts, across=True):
        yield _repeat(later, earlier, earlier.stem)
        yield _repeat(earlier, later, later.stem)


def no_unproven_adjectives(file: str, values: Iterable[Leaf]) -> Iterator[Finding]:
    """Words that praise or blame without a measure are left to advertisements. Quoted claims are exempt."""
    for location, text in _prose(values):
        if location[-1] != "claim" and (word := _praise(text)):
            hint = "say what is measured or what it does"
            yield Finding(file, location, f'"{word.group()}" is an unproven adjective', hint)


def _praise(text: str) -> re.Match[str] | None:
    """The first such word. Texts without one are told by looking for the words as they are: that is quicker."""
    small = text.lower()
    return ADJECTIVES.search(text) if not text.isascii() or any(word in small for word in PRAISE) else None


def texts(stem: str, values: Iterable[Leaf]) -> tuple[Text, ...]:
    """Every text of a technology that is long enough to be compared with others."""
    return tuple(_text(stem, *item) for item in _prose(values) if len(item[1]) >= SHORTEST)


def is_argument(text: Text) -> bool:
    """Whether a text argues for or against its technology. Quoted claims do not: they are said of several."""
    return text.location[0] in ARGUED and text.location[-1] != "claim"


def _prose(values: Iterable[Leaf]) -> Iterator[tuple[Location, str]]:
    for location, value in values:
        if location[-1] in PROSE and isinstance(value, str):
            yield location, value


def _text(stem: str, location: Location, text: str) -> Text:
    return Text(stem, location, text, _few(_runs(text)))


def _repeats(texts: Iterable[Text], *, across: bool) -> Iterator[tuple[Text, Text]]:
    """Each text that is nearly the same as one before it, after the first such one. `across`: of another technology."""
    seen: list[Text] = []
    having: defaultdict[int, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        candidates = sorted({other for run in text.few for other in having.get(run, ())})
        found = (seen[other] for other in candidates if not across or seen[other].stem != text.stem)
        if earlier := next((other for other in found if _alike(other.runs, text.runs)), None):
            yield earlier, text
        seen.append(text)
        for run in text.few:
            having[run].append(index)


def _repeat(text: Text, other: Text, of: str) -> Finding:
    message = f"says nearly the same as {dotted(other.location)}" + (f" of {of}" if of else "")
    return Finding(in_technology(text.stem), text.location, message, "say it once, or say what differs")


def _runs(text: str) -> frozenset[Run]:
    words = WORD.findall(text.casefold())
    shifted = (words[start:] for start in range(SHINGLE))
    return frozenset(zip(*shifted, strict=False)) or frozenset({tuple(words)})


def _few(runs: frozenset[Run]) -> tuple[int, ...]:
    """The lowest hashes, one more than may differ in a text that is alike: the lowest of those that both have is there.

    The prefix filter of Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins in data cleaning, 2006.
    """
    part, whole = ALIKE
    needed = -(-len(runs) * part // whole)
    return tuple(sorted(map(hash, runs))[: len(runs) - needed + 1])


def _alike(one: frozenset[Run], other: frozenset[Run]) -> bool:
    part, whole = ALIKE
    return len(one & other) * whole >= len(one | other) * part
