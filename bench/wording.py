"""Words for generated technologies: texts as long as real ones, of real words, of which no two say the same."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from random import Random
from typing import Any

from backend_atlas.rules.texts import ADJECTIVES

FIELDS = frozenset({"text", "note", "claim", "precise", "unknown", "cadence", "figure", "title"})
"""The fields of a technology that hold sentences."""

SHOWN = re.compile(r"(`[^`]*`|!?\[[^\]]*\]\([^)]*\)|https?://\S+)")
"""Code and links, which stay as they are."""

WORD = re.compile(r"\b[A-Za-z][a-z]{2,}\b")

REPLACED = 0.6
"""How likely a word becomes another one. The more do, the less two copies of one text are alike."""

LEAST = 0.4
"""The part of the words that has to differ: of a short text so many might stay that the rules call it a copy."""

TRIES = 50


def sentences(value: object) -> Iterable[str]:
    """Every text in a record, as `model_dump` gives it."""
    if isinstance(value, Mapping):
        for name, part in value.items():
            yield from [part] if name in FIELDS and isinstance(part, str) else sentences(part)
    elif isinstance(value, list):
        for part in value:
            yield from sentences(part)


class Wording:
    """Replaces words by others of the same length, each as often as it stands in the texts."""

    def __init__(self, texts: Iterable[str], random: Random) -> None:
        self.random = random
        self.words: dict[int, list[str]] = defaultdict(list)
        for text in texts:
            for word in (word for part in SHOWN.split(text)[::2] for word in WORD.findall(part)):
                if not ADJECTIVES.search(word):
                    self.words[len(word)].append(word.lower())

    def reworded(self, value: Any) -> Any:
        """The same record with other sentences."""
        if isinstance(value, Mapping):
            return {
                name: self.text(part) if name in FIELDS and isinstance(part, str) else self.reworded(part)
                for name, part in value.items()
            }
        return [self.reworded(part) for part in value] if isinstance(value, list) else value

    def text(self, text: str) -> str:
        """The same text with other words: as long, with the same code and links."""
        parts = SHOWN.split(text)
        for _ in range(TRIES):
            plain = [WORD.sub(self.word, part) for part in parts[::2]]
            words = list(zip(_words(parts[::2]), _words(plain), strict=True))
            if sum(old != new for old, new in words) >= LEAST * len(words):
                break
        return "".join(plain[place // 2] if place % 2 == 0 else part for place, part in enumerate(parts))

    def word(self, found: re.Match[str]) -> str:
        old, known = found[0], self.words.get(len(found[0]))
        if known is None or self.random.random() > REPLACED:
            return old
        new = self.random.choice(known)
        return new.capitalize() if old[0].isupper() else new


def _words(parts: Iterable[str]) -> list[str]:
    return [word for part in parts for word in WORD.findall(part)]
