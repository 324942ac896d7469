"""The file `samples/contract/tasks.yml`: what every sample has to do, as a stranger sees it over HTTP."""

from pydantic import Field

from backend_atlas.model.base import Label, Prose, Record, Slug


class Task(Record):
    """One task. Its checks stand in `samples/contract/test_<id>.py`, with hyphens as underscores."""

    id: Slug
    """Stands in the address of its page and in every manifest. Never changes."""
    title: Label
    """The task in a few words."""
    summary: Prose
    """What it shows, for a reader who has to choose."""
    contract: tuple[Prose, ...] = Field(min_length=1)
    """What has to be true, one sentence a check or a group of checks."""
    features: tuple[Slug, ...] = ()
    """The features of the vocabulary whose cells it demonstrates."""


class Tasks(Record):
    """The file `tasks.yml`."""

    tasks: tuple[Task, ...] = Field(min_length=1)
    """The tasks, in reading order."""
