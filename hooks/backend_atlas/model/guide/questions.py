"""The questions of the guide, and what each answer asks of a technology."""

from typing import Annotated

from pydantic import Field

from backend_atlas.model.base import Count, Label, Line, Prose, Record, Slug
from backend_atlas.model.fact import Loose
from backend_atlas.model.vocabulary import ChoiceList, Factor, Strength, Swing


class Choice(Record):
    """One answer."""

    id: Slug
    """Stands in links and on the command line. Never changes."""
    label: Line
    """What the reader sees."""
    help: Prose | None = None
    """What exactly is meant, where the label does not say it."""
    criterion: Slug | None = None
    """What is scored, where a question asks how strongly something is wanted. Without it: the choice's own id."""
    loads: dict[Slug, Loose[Swing]] = Field(default={})
    """What the answer makes matter, and how much: criterion to swing."""
    requires: tuple[Slug, ...] = ()
    """What a technology must have: a feature at the level community or better, or a fact."""
    weight: Loose[Swing] | None = None
    """How much the question weighs with this answer, where it differs from the question's own weight."""
    months: Count | None = None
    """For how many months support has to be published, or a warning is shown."""


class Question(Record):
    """One question. "Not sure" is always possible and leaves the question out."""

    id: Slug
    """Stands in links and on the command line. Never changes."""
    factor: Loose[Factor]
    """Which of the factors of the choice it belongs to."""
    title: Label
    """A short name, for tables."""
    question: Line
    """The question as the reader sees it."""
    help: Prose | None = None
    """What to think of when answering."""
    weight: Loose[Swing]
    """How much it weighs against the other questions, unless an answer or the reader says otherwise."""
    why: Prose
    """Why it is asked, and why it weighs what it weighs."""
    choices: tuple[Choice, ...] = ()
    """The answers, in alphabetical order of their labels."""
    choices_from: Loose[ChoiceList] | None = None
    """In place of written choices: one for each of something in the data."""
    unsure: Label = "Not sure"
    """The answer that leaves the question out."""
    strengths: tuple[Loose[Strength], ...] = ()
    """Where several answers can be given: how strongly each can be wanted, the strongest first."""
    any_of: bool = False
    """True where one of the chosen answers is enough."""
    edits: Slug | None = None
    """The question whose list this one changes. Both are scored as one."""


class Questions(Record):
    """The file `guide/questions.yml`."""

    questions: Annotated[tuple[Question, ...], Field(min_length=1, max_length=20)]
    """The questions, in the order of the form."""
