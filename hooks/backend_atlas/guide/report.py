"""A result as plain data: for `atlas decide --json`, and for the download from the page."""

from typing import Any

from backend_atlas.guide.deciding import Result, fragment
from backend_atlas.guide.scoring import tenths
from backend_atlas.guide.words import Words


def report(words: Words, result: Result) -> dict[str, Any]:
    """Scores and points out of 100 with one decimal, parts of the trials from 0 to 1."""
    return {
        "class": result.verdict,
        "headline": words.headline(result),
        "holding": words.holding(result),
        "leaders": [
            {"id": item.id, "score": _of_100(item.score)} for item in result.ranking if item.id in result.leaders
        ],
        "ranking": [
            {
                "id": item.id,
                "score": _of_100(item.score),
                "low": _of_100(item.low),
                "high": _of_100(item.high),
                "share": item.share,
            }
            for item in result.ranking
        ],
        "excluded": [
            {"id": item.id, "reasons": [words.condition(condition) for condition in item.conditions]}
            for item in result.excluded
        ],
        "contributions": {
            name: [
                {
                    "question": part.row.question,
                    "criteria": list(part.row.criteria),
                    "value": part.value,
                    "points": part.shown / 10,
                }
                for part in parts
            ]
            for name, parts in result.contributions.items()
        },
        "flips": [
            {
                "question": flip.question,
                "choice": flip.choice,
                "strength": flip.strength,
                "leaders": list(flip.leaders),
                "class": flip.verdict,
            }
            for flip in result.flips
        ],
        "rests": [{"id": rest.id, "criterion": rest.criterion, "reason": rest.reason} for rest in result.rests],
        "risks": [
            {"id": risk.id, "reason": risk.reason, "criterion": risk.criterion, "text": words.risk(risk)}
            for risk in result.risks
        ],
        "ways_out": words.ways_out(result) if result.verdict == "none fits" else [],
        "answers": result.answers.text,
        "data": words.basis.released,
        "fragment": fragment(words.basis, result),
    }


def _of_100(score: float) -> float:
    return tenths(score) / 10
