"""Words that rows and technologies are found by when a reader types."""

import re

WORD = re.compile(r"[^\W_]+")


def searchable(*texts: str) -> str:
    """The words of `texts`, each once, in small letters and without the plural's s; the script does the same."""
    words = [singular(word) for text in texts for word in WORD.findall(text.lower())]
    return " ".join(dict.fromkeys(words))


def singular(word: str) -> str:
    """`jobs` as `job`; `css` and `os` stay."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
