"""Measures everything, or the parts that are named.

python -m bench [reading] [guide] [matrix] [builds] [--json FILE] [--seed NUMBER] [--runs NUMBER]
    [--sizes N ...] [--every N ...]
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from bench import builds, guide, kept, matrix, reading
from bench.building_others import Rounds
from bench.catalogues import SEED


def main() -> None:
    """Measures one part after the other, and writes JSON where it is wanted."""
    options = arguments()
    found = {}
    for part in options.parts or PARTS:
        found[part] = PARTS[part](options)
        print()
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser("python -m bench", description="Measures pages in Chromium, and whole builds.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all of them where none is named")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--seed", type=int, default=SEED, help="for the generated technologies")
    parser.add_argument("--runs", type=int, default=reading.RUNS, help="runs of Lighthouse a page")
    parser.add_argument("--sizes", type=int, nargs="*", help="technologies of the whole builds")
    parser.add_argument(
        "--every", type=int, nargs="*", help="of builds in which every pair has a page; none where only sizes are named"
    )
    parser.add_argument("--rounds", type=int, default=builds.ROUNDS, help="builds by each builder that is compared")
    parser.add_argument(
        "--slow",
        type=int,
        default=builds.ROUNDS,
        help="of these, by one that takes more than ten times as long as ours",
    )
    parser.add_argument(
        "--compared", type=int, default=builds.COMPARED, help="technologies of these builds; 0 compares with nobody"
    )
    parser.add_argument("--keep", action="store_true", help=f"write the figures of builds into {kept.PAGE.name}")
    options = parser.parse_args()
    if unknown := [part for part in options.parts if part not in PARTS]:
        parser.error(f"there is no part {', '.join(unknown)}; the parts are {', '.join(PARTS)}")
    return options


def measured_builds(options: argparse.Namespace) -> object:
    """Whole builds, kept on their page where that is wanted."""
    rounds = Rounds(options.rounds, min(options.rounds, options.slow))
    sizes, every = options.sizes, options.every
    if every is None:
        every = builds.EVERY if sizes is None else ()
    if sizes is None:
        sizes = builds.SIZES
    found = builds.measured(options.seed, sizes, every, rounds, options.compared).plain()
    if options.keep:
        kept.keep(found)
    return found


PARTS: dict[str, Callable[[argparse.Namespace], object]] = {
    "reading": lambda options: reading.measured(options.runs),
    "guide": lambda options: guide.measured(options.seed),
    "matrix": lambda options: matrix.measured(options.seed),
    "builds": measured_builds,
}

main()
