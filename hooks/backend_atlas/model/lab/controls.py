"""The file `samples/contract/controls.yml`: small breakages, and the check that has to catch each."""

from pydantic import ConfigDict, Field

from backend_atlas.model.base import Prose, Record, Slug
from backend_atlas.model.lab.manifest import RelativePath


class Control(Record):
    """One breakage: a text in one file of a sample, and what stands there instead."""

    model_config = ConfigDict(populate_by_name=True)

    id: Slug
    """The sample and what is broken, as in `django-escaping-off`."""
    sample: Slug
    """The sample."""
    breaks: Prose
    """What is broken, in one sentence."""
    file: RelativePath
    """The file, inside the sample's folder."""
    replace: str = Field(min_length=1)
    """The text to replace. It stands in the file exactly once."""
    replacement: str = Field(alias="with")
    """What stands there instead."""
    task: Slug
    """The task."""
    check: Slug
    """The check that has to fail: the name of the test function without `test_`, with hyphens."""
    variant: Slug | None = None
    """The variant that shows it. Left out where the first does."""


class Controls(Record):
    """The file `controls.yml`."""

    controls: tuple[Control, ...] = Field(min_length=1)
    """The breakages, by sample."""
