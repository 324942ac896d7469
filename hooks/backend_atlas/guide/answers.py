"""Answers as text, in links and on the command line: `kind=crud&lang=go~prefer,python~must`.

Whatever cannot be read is left out and named, so that a link that somebody mangled still opens.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from backend_atlas.guide.basis import Basis, Question

MOST = 40
"""Answers to one question. Keeps links short enough for mail and chat."""

LONGEST = 4000
"""Characters that are read at all."""

WEIGHT = "weight"
"""The key under which the reader's own weights of questions stand."""

META = ("v", "d", "r")
"""Version, release of the data, and the result that the link recorded."""

RECORDED = re.compile(r"[a-z]+(-[a-z]+)?(~[a-z0-9-]+(,[a-z0-9-]+)*)?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
ESCAPES = {"%2c": ",", "%7e": "~", "%3d": "=", "%26": "&"}


@dataclass(frozen=True, order=True)
class Pick:
    """One chosen answer, with its strength where the question asks for one."""

    choice: str
    strength: str = ""

    @property
    def text(self) -> str:
        """As it stands in a link."""
        return f"{self.choice}~{self.strength}" if self.strength else self.choice


@dataclass(frozen=True)
class Answers:
    """What was answered. Questions that are not here are "not sure"."""

    picks: Mapping[str, tuple[Pick, ...]] = field(default_factory=dict)
    """Question to its answers, each sorted."""
    weights: Mapping[str, str] = field(default_factory=dict)
    """Question to a swing, where the reader changed its weight."""

    def but(self, question: str, picks: tuple[Pick, ...]) -> "Answers":
        """The same with another answer to one question; no picks is "not sure"."""
        others = {name: given for name, given in self.picks.items() if name != question}
        return Answers(others | ({question: tuple(sorted(picks))} if picks else {}), self.weights)

    @property
    def text(self) -> str:
        """In canonical order, without version and date."""
        parts = {name: ",".join(pick.text for pick in picks) for name, picks in self.picks.items()}
        if self.weights:
            parts[WEIGHT] = ",".join(f"{name}~{swing}" for name, swing in sorted(self.weights.items()))
        return "&".join(f"{name}={parts[name]}" for name in sorted(parts))


@dataclass(frozen=True)
class Reading:
    """What was read from a text."""

    answers: Answers
    ignored: tuple[str, ...] = ()
    """The parts that were left out, shortened."""
    recorded: str = ""
    """The result that the link recorded, as `Result.recorded` writes it."""
    released: str = ""
    """The release of the data for which it did."""


def read(text: str, basis: Basis) -> Reading:
    """Reads answers. Never fails: what is unknown, garbled or too much is left out."""
    if len(text) > LONGEST:
        return Reading(Answers(), (_short(text),))
    decoded = re.sub("%(2[cC]|7[eE]|3[dD]|26)", lambda found: ESCAPES[found[0].lower()], text.removeprefix("#"))
    parts = [part for part in decoded.split("&") if part]
    if any(part.startswith("v=") and part != f"v={basis.version}" for part in parts):
        return Reading(Answers(), tuple(_short(part) for part in parts))
    reading = _Reading(basis)
    for part in parts:
        reading.part(part)
    return Reading(
        Answers(dict(sorted(reading.picks.items())), dict(sorted(reading.weights.items()))),
        tuple(reading.ignored),
        reading.meta.get("r", ""),
        reading.meta.get("d", ""),
    )


class _Reading:
    def __init__(self, basis: Basis) -> None:
        self.basis = basis
        self.picks: dict[str, tuple[Pick, ...]] = {}
        self.weights: dict[str, str] = {}
        self.meta: dict[str, str] = {}
        self.ignored: list[str] = []

    def part(self, part: str) -> None:
        key, _, value = part.partition("=")
        if key in META:
            self.read_meta(key, value, part)
        elif key in self.picks or (key == WEIGHT and self.weights):
            self.ignore(part)
        elif key == WEIGHT:
            self.weights = dict(self.read_weights(value))
        elif key in self.basis.question:
            picks = self.read_picks(self.basis.question[key], value)
            if picks:
                self.picks[key] = tuple(sorted(picks.values()))
        else:
            self.ignore(part)

    def read_meta(self, key: str, value: str, part: str) -> None:
        valid = {
            "v": value == self.basis.version,
            "d": bool(DATE.fullmatch(value)),
            "r": bool(RECORDED.fullmatch(value)),
        }
        if key in self.meta or not valid[key]:
            self.ignore(part)
        else:
            self.meta[key] = value

    def read_picks(self, question: Question, value: str) -> dict[str, Pick]:
        found: dict[str, Pick] = {}
        for item in value.split(","):
            choice, _, strength = item.partition("~")
            graded = bool(question.strengths)
            known = choice in question.by_id and (strength in question.strengths if graded else strength == "")
            full = len(found) >= (MOST if graded else 1)
            if not known or full or choice in found or item.endswith("~"):
                self.ignore(f"{question.id}={item}")
            else:
                found[choice] = Pick(choice, strength)
        return found

    def read_weights(self, value: str) -> Iterator[tuple[str, str]]:
        seen = set()
        for item in value.split(","):
            name, _, swing = item.partition("~")
            question = self.basis.question.get(name)
            if question is None or question.edits or name in seen or swing not in self.basis.rules.swings:
                self.ignore(f"{WEIGHT}={item}")
            else:
                seen.add(name)
                yield name, swing

    def ignore(self, part: str) -> None:
        self.ignored.append(_short(part))


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
