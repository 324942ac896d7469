"""A plugin of pytest: chooses the checks that a manifest calls for, judges them, and keeps how they ended."""

from collections.abc import Generator
from pathlib import Path

import httpx
import pytest
import websockets

from backend_atlas.model.lab import By, CheckRecord, Manifest, Outcome, TaskRecord, Variant
from harness.faults import Fault, NotInstalled
from harness.results import Failure, Results
from harness.samples import Sample
from harness.servers import Running

NOT_THERE = (AssertionError, pytest.fail.Exception, httpx.HTTPError, websockets.WebSocketException, OSError)
"""How a probe fails where a task is not provided. Anything else is a mistake in the check."""

SEVERITY = (Outcome.PASSED, Outcome.NOT_PROVIDED, Outcome.FAILED)
LINES = 8
"""How much of a failure is told."""


def task_of(item: pytest.Item) -> str:
    """The id of the task whose check this is."""
    return item.path.stem.removeprefix("test_").replace("_", "-")


def check_of(item: pytest.Item) -> str:
    """The id of a check: one for all parameters of a test function."""
    return str(getattr(item, "originalname", item.name)).removeprefix("test_").replace("_", "-")


def provides(manifest: Manifest, variant: Variant, task: str) -> bool:
    """True where the sample does this task in this variant, by its manifest."""
    return task not in variant.cannot and (task not in manifest.tasks or manifest.tasks[task].by is not By.NONE)


class Recorder:
    """Judges the checks of one sample in one variant."""

    def __init__(self, sample: Sample, variant: Variant) -> None:
        self.sample, self.variant = sample, variant
        self.outcomes: dict[tuple[str, str], Outcome] = {}
        self.observed: dict[tuple[str, str], list[str]] = {}
        self.failures: list[Failure] = []
        self.fault: Fault | None = None

    def provided(self, item: pytest.Item) -> bool:
        """True where the sample does the task that an item checks."""
        return provides(self.sample.manifest, self.variant, task_of(item))

    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Leaves only the probe of each task that is not provided."""
        kept = [item for item in items if self.provided(item) or item.get_closest_marker("probe")]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Judges one phase of a check. A process that died or will not end ends the run."""
        report = yield
        raised = call.excinfo.value if call.excinfo else None
        fault = raised if isinstance(raised, Fault) else death(item)
        outcome = Outcome.FAILED if fault else self.judged(item, report, raised)
        if outcome is Outcome.NOT_PROVIDED:  # skipped, so that a check whose fixture failed is not called
            report.outcome, report.longrepr = "skipped", (str(item.path), 0, "Skipped: not provided")
        elif outcome is Outcome.FAILED and report.outcome != "failed":
            report.outcome, report.longrepr = "failed", str(fault or self.reason(report))
        self.keep(item, report, outcome)
        if fault:
            self.fault = self.fault or fault
            item.session.shouldstop = fault.message
        elif outcome is Outcome.FAILED:
            self.failures.append(Failure(task=task_of(item), check=check_of(item), message=told(report)))
        return report

    def judged(self, item: pytest.Item, report: pytest.TestReport, raised: BaseException | None) -> Outcome:
        """How a phase of a check ended. A skipped check was not run, so it did not pass."""
        if report.skipped:
            return Outcome.FAILED
        if self.provided(item) or report.when == "teardown" or (report.when == "setup" and not report.failed):
            return Outcome.FAILED if report.failed else Outcome.PASSED
        return Outcome.NOT_PROVIDED if isinstance(raised, NOT_THERE) else Outcome.FAILED

    def reason(self, report: pytest.TestReport) -> str:
        """Why a check failed that pytest did not call failed."""
        if report.skipped:
            return f"was skipped, and what was not run did not pass: {report.longrepr}"
        return f"by the manifest of {self.sample.id} this is not provided ({self.variant.id}), but the probe passed"

    def keep(self, item: pytest.Item, report: pytest.TestReport, outcome: Outcome) -> None:
        """Adds one phase to what is known of a check: its worst outcome, and what was seen."""
        key = (task_of(item), check_of(item))
        self.outcomes[key] = max(self.outcomes.get(key, Outcome.PASSED), outcome, key=SEVERITY.index)
        if report.when == "call":
            seen = [str(value) for name, value in report.user_properties if name == "observed"]
            self.observed.setdefault(key, []).extend(seen)

    def results(self) -> Results:
        """What is known so far."""
        tasks: dict[str, list[CheckRecord]] = {}
        for (task, check), outcome in self.outcomes.items():
            seen = "; ".join(dict.fromkeys(self.observed.get((task, check), ())))
            tasks.setdefault(task, []).append(CheckRecord(id=check, outcome=outcome, observed=seen or None))
        return Results(
            tasks={task: TaskRecord(outcome=worst(checks), checks=tuple(checks)) for task, checks in tasks.items()},
            failures=tuple(self.failures),
            fault=str(self.fault) if self.fault and not isinstance(self.fault, NotInstalled) else None,
            not_run=str(self.fault) if isinstance(self.fault, NotInstalled) else None,
        )

    def write(self, path: Path) -> None:
        """Hands the results to whoever started the run."""
        path.write_text(self.results().model_dump_json(), encoding="utf-8")


def worst(checks: list[CheckRecord]) -> Outcome:
    """The outcome of a task."""
    return max((check.outcome for check in checks), key=SEVERITY.index)


def told(report: pytest.TestReport) -> str:
    """What was expected, and where."""
    crash = getattr(report.longrepr, "reprcrash", None)
    message = f"{Path(crash.path).name}:{crash.lineno}: {crash.message}" if crash else report.longreprtext
    return "\n".join([line for line in message.splitlines() if line.strip()][:LINES])


def death(item: pytest.Item) -> Fault | None:
    """The fault of a server that ended by itself during a check."""
    running = getattr(item, "funcargs", {}).get("running")
    try:
        if isinstance(running, Running):
            running.check_alive()
    except Fault as fault:
        return fault
    return None
