"""The words: nothing stands twice, nothing is praised without proof."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar
from zlib import crc32

from backend_atlas.model.walk import Leaf
from backend_atlas.rules.finding import Finding, in_technology
from backend_atlas.source import Location, dotted

T = TypeVar("T")

SHINGLE = 5
ALIKE = 4, 5
"""Two texts are near-duplicates when they share 80 % of their runs of five words (Jaccard index of word shingles)."""

SHORTEST = 60
PROSE = frozenset({"text", "note", "claim", "precise", "unknown", "title", "figure"})
ARGUED = frozenset({"summary", "purpose", "is_not", "needs", "often_said", "strengths", "limits"})
WORD = bytes(code if code > 127 or chr(code).isalnum() or chr(code) == "_" else 32 for code in range(256))
"""Bytes of UTF-8, with a blank in the place of each that belongs to no word."""
PRAISE = (
    *("overkill", "enterprise-grade", "blazing", "blazingly", "steep", "modern", "lightweight", "best", "powerful"),
    *("seamless", "seamlessly", "robust", "world-class"),
)
ADJECTIVES = re.compile(rf"\b({'|'.join(PRAISE)})\b", re.IGNORECASE)

Run = tuple[T, ...]
"""Five words in a row. A shorter text is one run."""

Said = tuple[Location, str]
"""A text, and where it stands."""


@dataclass(frozen=True)
class Text:
    """A text of a technology, where it stands, and what to find those by that are nearly the same."""

    stem: str
    location: Location
    text: str
    few: tuple[int, ...]
    """Hashes of some of its runs. Two texts that are alike have one in common, see `_few`."""

    @cached_property
    def runs(self) -> frozenset[Run[bytes]]:
        """All runs, made where they are compared."""
        return frozenset(_runs(_words(self.text)))


def no_text_stands_twice(texts: Iterable[Text]) -> Iterator[Finding]:
    """Within a file no two texts say the same. `texts` are those of one technology."""
    for earlier, later in _repeats(texts, across=False):
        yield _repeat(later, earlier, "")


def no_argument_is_carried_over(texts: Iterable[Text]) -> Iterator[Finding]:
    """No argument stands in the files of two technologies. Both are named: either of them may be the copy."""
    for earlier, later in _repeats(texts, across=True):
        yield _repeat(later, earlier, earlier.stem)
        yield _repeat(earlier, later, later.stem)


def no_unproven_adjectives(file: str, said: Sequence[Said]) -> Iterator[Finding]:
    """Words that praise or blame without a measure are left to advertisements. Quoted claims are exempt."""
    for location, text in said if _may_praise("\n".join(text for _, text in said)) else ():
        if location[-1] != "claim" and _may_praise(text) and (word := ADJECTIVES.search(text)):
            hint = "say what is measured or what it does"
            yield Finding(file, location, f'"{word.group()}" is an unproven adjective', hint)


def _may_praise(text: str) -> bool:
    """Whether such a word can stand there. To look for the words as they are is quicker than the pattern."""
    small = text.lower()
    return not text.isascii() or any(word in small for word in PRAISE)


def prose(values: Iterable[Leaf]) -> tuple[Said, ...]:
    """Every text of a technology, of its values."""
    return tuple((location, value) for location, value in values if location[-1] in PROSE and isinstance(value, str))


def texts(stem: str, said: Iterable[Said]) -> tuple[Text, ...]:
    """Of the texts of a technology those that are long enough to be compared with others."""
    return tuple(Text(stem, *item, _few(item[1])) for item in said if len(item[1]) >= SHORTEST)


def is_argument(text: Text) -> bool:
    """Whether a text argues for or against its technology. Quoted claims do not: they are said of several."""
    return text.location[0] in ARGUED and text.location[-1] != "claim"


def _repeats(texts: Iterable[Text], *, across: bool) -> Iterator[tuple[Text, Text]]:
    """Each text that is nearly the same as one before it, after the first such one. `across`: of another technology."""
    texts = tuple(texts)
    every = [run for text in texts for run in text.few]
    if len(set(every)) == len(every):
        return
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


def _words(text: str) -> list[bytes]:
    return text.casefold().encode().translate(WORD).split()


def _runs(words: list[T]) -> Iterator[Run[T]]:
    shifted = (words[start:] for start in range(SHINGLE))
    return zip(*shifted, strict=False) if len(words) >= SHINGLE else iter([tuple(words)])


def _few(text: str) -> tuple[int, ...]:
    """The lowest hashes, one more than may differ in a text that is alike: the lowest of those that both have is there.

    The prefix filter of Chaudhuri, Ganti and Kaushik, A primitive operator for similarity joins in data cleaning, 2006.
    """
    numbers = list(map(crc32, _words(text)))  # unlike those of words, their hashes are the same in every process
    hashes = sorted(set(map(hash, _runs(numbers))))
    part, whole = ALIKE
    needed = -(-len(hashes) * part // whole)
    return tuple(hashes[: len(hashes) - needed + 1])


def _alike(one: frozenset[Run[bytes]], other: frozenset[Run[bytes]]) -> bool:
    part, whole = ALIKE
    return len(one & other) * whole >= len(one | other) * part
