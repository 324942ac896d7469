"""The lab: tasks, samples that solve them, and the records of what was observed.

`tasks` is the file that says what every sample has to do, `manifest` the file `sample.yml` of one sample, `evidence`
what the harness writes, `samples` everything together, and `cutting` how code is shown. The harness and the site read
and write the same models.
"""

from backend_atlas.model.lab.controls import Control, Controls
from backend_atlas.model.lab.cutting import CannotCut, Cut, cut
from backend_atlas.model.lab.defaults import DefaultsRecord
from backend_atlas.model.lab.evidence import CheckRecord, ContractRecord, Environment, Machine, Outcome, TaskRecord
from backend_atlas.model.lab.manifest import By, Manifest, SamplePackage, SampleTask, Snippet, Variant
from backend_atlas.model.lab.samples import Lab, Sample
from backend_atlas.model.lab.tasks import Task, Tasks

__all__ = [
    "By",
    "CannotCut",
    "CheckRecord",
    "ContractRecord",
    "Control",
    "Controls",
    "Cut",
    "DefaultsRecord",
    "Environment",
    "Lab",
    "Machine",
    "Manifest",
    "Outcome",
    "Sample",
    "SamplePackage",
    "SampleTask",
    "Snippet",
    "Task",
    "TaskRecord",
    "Tasks",
    "Variant",
    "cut",
]
