"""Programs that are not Python packages. Each that is missing is told in one line, before anything is written."""

import shutil
import sys


def tool(name: str, package: str) -> str:
    """Where it is. Ends the program with the name of Debian's package where it is not."""
    found = shutil.which(name)
    if not found:
        sys.exit(f"{name} is not installed. On Debian and Ubuntu: apt install {package}")
    return found
