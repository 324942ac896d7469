"""Texts that are nearly the same are found without comparing each with each."""

from itertools import combinations
from random import Random

from backend_atlas.rules.texts import no_text_stands_twice, texts

WORDS = ["river", "stone", "cloud", "meadow", "harbour", "lantern", "copper", "willow", "thunder", "velvet"]


def similar(one: str, other: str) -> bool:
    """What a reader of the rule would compute."""
    runs = [{tuple(words[i : i + 5]) for i in range(max(1, len(words) - 4))} for words in (one.split(), other.split())]
    return len(runs[0] & runs[1]) >= 0.8 * len(runs[0] | runs[1])


def test_every_text_that_is_like_an_earlier_one_is_found() -> None:
    random, found = Random(1), 0
    for _ in range(300):
        first = [random.choice(WORDS) for _ in range(random.randint(10, 40))]
        mixed = [list(first) for _ in range(6)]
        for words in mixed:
            for _ in range(random.randint(0, 3)):
                words[random.randrange(len(words))] = random.choice(WORDS)
        values = [(("notes", n, "text"), " ".join(words)) for n, words in enumerate(mixed)]
        alike = {b[0] for a, b in combinations(values, 2) if min(len(a[1]), len(b[1])) >= 60 and similar(a[1], b[1])}
        assert {item.location for item in no_text_stands_twice(texts("x", values))} == alike
        found += len(alike)
    assert found > 100
