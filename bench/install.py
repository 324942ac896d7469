"""Installs Lighthouse from its lock file. Node.js and npm come with the Python packages of the tests."""

import sys

from bench.lighthouse import HERE, LIGHTHOUSE
from browser.install import modules


def main() -> None:
    """Installs, and says so where that failed."""
    modules(HERE)
    if not LIGHTHOUSE.exists():
        sys.exit("Lighthouse could not be installed from the npm registry")


if __name__ == "__main__":
    main()
