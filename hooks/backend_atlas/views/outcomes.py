"""How a task ended in a sample, over all ways to deploy it."""

from backend_atlas.model.lab import Outcome, Sample
from backend_atlas.model.vocabulary import Term


class Result(Term):
    """What a reader is told of a task in a sample."""

    PASSED = ("passed", "Passed", "Every check passed, in every way to deploy the sample.")
    PARTLY = (
        "partly",
        "Passed in part",
        "Every check passed in some ways to deploy the sample; the others cannot do it.",
    )
    NOT_PROVIDED = ("not-provided", "Not provided", "The sample does not do it, and a check made sure of that.")
    FAILED = ("failed", "Failed", "A check failed.")
    NOT_TESTED = ("not-tested", "Not tested yet", "The sample is written, and was not run.")


RESULT = {
    Outcome.PASSED: Result.PASSED,
    Outcome.FAILED: Result.FAILED,
    Outcome.NOT_PROVIDED: Result.NOT_PROVIDED,
}
"""What the outcome of one check, or of a task in one way to deploy, is called."""


def result(sample: Sample, task: str) -> Result:
    """The outcome of a task over all variants of a sample."""
    found = set(sample.outcomes(task))
    if not found:
        return Result.NOT_TESTED
    if Outcome.FAILED in found:
        return Result.FAILED
    if Outcome.PASSED not in found:
        return Result.NOT_PROVIDED
    return Result.PASSED if len(found) == 1 else Result.PARTLY
