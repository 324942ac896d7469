"""What needs a reviewer's eye. This is the one place that says so: the exit status, the report and the help take it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the help takes the words of this module, and has to come fast
    from backend_atlas.difference.answers import Said
    from backend_atlas.difference.comparing import Difference
    from backend_atlas.difference.decisions import OutcomeChange

STATUS = 3
"""The exit status of `atlas diff` where something does."""

KINDS = {
    "not compared": "the base could not be read, or not all of it",
    "level": "a level, or its mark as partial or experimental, is another, new or gone",
    "source": "an address of a source is gone (the same page at another release is not gone)",
    "decision": "a worked example, a witness, a short list, or the first of generated answers comes out otherwise",
    "expectation": "the answers of a worked example or a witness, or what is expected of it, are others",
    "definition": "a feature asks or counts something else",
    "catalogue": "a technology or a feature is added or removed",
    "page": "a page is gone",
}
"""Each kind of reason, with what it means."""

DEFINITION = ("question", "counts", "not_applicable", "runtime")
"""The fields of a feature by which its cells are coded."""
EXPECTATION = ("answers", "accept", "reject", "includes", "classes", "alone", "relaxes", "covered")


@dataclass(frozen=True)
class Reason:
    """One thing to look at."""

    kind: str
    """One of `KINDS`."""
    text: str


def reasons(found: "Difference") -> tuple[Reason, ...]:
    """Everything in a difference that a reviewer has to look at, in the order of `KINDS`."""
    order = list(KINDS)
    every = (*_of_the_catalogue(found), *_of_what_is_said(found), *_of_decisions(found), *_of_pages(found))
    return tuple(sorted(every, key=lambda reason: order.index(reason.kind)))


def explained() -> str:
    """The kinds as text, for the help."""
    return "; ".join(KINDS.values())


def _of_the_catalogue(found: "Difference") -> Iterator[Reason]:
    if found.unread:
        yield Reason("not compared", found.unread)
    named = {
        "Technology added": found.technologies_added,
        "Technology removed": found.technologies_removed,
        "Feature added": found.features_added,
        "Feature removed": found.features_removed,
    }
    for what, items in named.items():
        for _, name in items:
            yield Reason("catalogue", f"{what}: {name}")


def _of_what_is_said(found: "Difference") -> Iterator[Reason]:
    for cell in found.single_cells:
        if cell.level and cell.before:  # what is new is a reason as a whole
            yield Reason("level", f"{cell.owner}, {cell.name}: {cell.before} → {cell.after or 'no cell'}")
    for said in (*found.single_cells, *found.facts, *found.texts):
        if said.lost:
            yield Reason("source", f"{said.owner}, {said.name}: {', '.join(said.lost)}")
    for said in found.vocabulary:
        if said.changes[0].field.startswith(DEFINITION):
            yield Reason("definition", f"{said.owner}: {said.name}")
    for said in found.guide:
        if _expects(said):
            yield Reason("expectation", f"{said.owner}: {said.name}")


def _expects(said: "Said") -> bool:
    """Whether a change of the guide is one of a single expectation. What is new or gone shows among the results."""
    field = said.changes[0].field.partition("].")[2]
    return said.owner in ("Scenarios", "Witnesses") and field.startswith(EXPECTATION)


def _of_decisions(found: "Difference") -> Iterator[Reason]:
    if not (decided := found.decisions):
        return
    for what, items in (("Worked example", decided.scenarios), ("Witness", decided.witnesses)):
        for item in items:
            yield Reason("decision", f"{what} {item.title}: {outcome(item)}")
    if decided.short_lists_differ:
        text = f"{decided.short_lists_differ} of {decided.short_lists} short lists have another result"
        yield Reason("decision", text)
    if decided.moved and decided.moved.differ:
        share = f"{decided.moved.differ} of {decided.moved.sets} generated answers"
        text = f"Other technologies come first, or join a tie, in {share}"
        yield Reason("decision", text)


def outcome(item: "OutcomeChange") -> str:
    """Before and after in words, with what is not as it has to be."""
    before = item.before.words if item.before else "not there"
    after = item.after.words if item.after else "not there"
    same = before == after
    broken = f"; not as it has to be: {'; '.join(item.failures)}" if item.failures else ""
    return f"{after if same else f'{before} → {after}'}{broken}"


def _of_pages(found: "Difference") -> Iterator[Reason]:
    for page in found.pages or ():
        if page.fate == "removed":
            yield Reason("page", f"Page removed: {page.address}")
