"""`python -m harness.measure`: measures every sample, and writes the records into `data/evidence/measurements/`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from backend_atlas.clock import today
from backend_atlas.problems import DataError
from harness import samples
from harness.environment import machine
from harness.faults import Fault
from harness.installing import install
from harness.measure.conditions import NotQuiet, conditions, settle
from harness.measure.plan import Plan
from harness.measure.running import MEASURES, run

OUT = samples.SAMPLES.parent / "data/evidence/measurements"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the measures that were named, or all. Returns 1 where one could not be taken; a wrong call exits with 2."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if unknown := [name for name in options.measures if name not in MEASURES]:
        parser.error(f"{', '.join(unknown)} is no measure (known: {', '.join(MEASURES)})")
    try:
        installations = [install(samples.sample(name)) for name in samples.ids()]
        for measure in options.measures or MEASURES:
            settle()
            found = conditions(machine(), today(), f"make measure MEASURES={measure}", anyway=options.busy)
            run(measure, installations, Plan(), found, options.out)
    except (NotQuiet, Fault, DataError) as error:
        print(f"measure: {error}", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("measure", description=__doc__)
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"{', '.join(MEASURES)} (default: all)")
    parser.add_argument("--busy", action="store_true", help="measure on a busy machine, and mark the figures")
    parser.add_argument("--out", type=Path, default=OUT, metavar="DIR", help="where to")
    return parser


if __name__ == "__main__":
    sys.exit(main())
