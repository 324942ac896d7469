"""Measures everything.

python -m bench [--json FILE] [--seed NUMBER] [--runs NUMBER]
"""

import argparse
import json
from pathlib import Path

from bench import guide, matrix, reading
from bench.catalogues import SEED


def main() -> None:
    """Measures one after the other, and writes JSON where it is wanted."""
    parser = argparse.ArgumentParser(description="Measures the site in Chromium.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON, too")
    parser.add_argument("--seed", type=int, default=SEED, help="for the generated technologies")
    parser.add_argument("--runs", type=int, default=reading.RUNS, help="runs of Lighthouse a page")
    options = parser.parse_args()
    found = {"reading": reading.measured(options.runs)}
    print()
    found["guide"] = guide.measured(options.seed)
    print()
    found["matrix"] = matrix.measured(options.seed)
    if options.json:
        options.json.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


main()
