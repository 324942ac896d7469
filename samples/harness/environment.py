"""What is tested and on what: the machine, the runtime, and the release of the technology, for records."""

import os
import platform
import subprocess
from pathlib import Path

import psutil

from backend_atlas.clock import today
from backend_atlas.digest import digest
from backend_atlas.model.lab import Machine
from backend_atlas.model.lab.evidence import Environment, Installed
from harness.faults import NotInstalled
from harness.installing import Installation

NAMES = {"python": "Python", "node": "Node.js"}
MIB = 1024 * 1024


def environment(installation: Installation) -> Environment:
    """Everything that a record says of the conditions. Raises NotInstalled where a version cannot be told."""
    return Environment(
        date=today(),
        sample=digest(installation.sample.folder),
        runtime=runtime(installation),
        packages=installation.packages(),
        machine=machine(),
    )


def machine() -> Machine:
    """The machine that it runs on."""
    return Machine(
        system=f"{platform.system()} {platform.release()} {platform.machine()}",
        processor=processor(),
        cores=os.cpu_count() or 1,
        memory=psutil.virtual_memory().total // MIB,
    )


def processor() -> str:
    """The model of the processor, as the system names it."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(models, platform.processor() or platform.machine())


def runtime(installation: Installation) -> Installed:
    """The runtime with its exact version, as it says it. Raises NotInstalled where it does not run."""
    try:
        done = subprocess.run([str(installation.runtime), "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise NotInstalled(f"{installation.runtime} does not run: {error}") from None
    version = done.stdout.strip().removeprefix("Python ").removeprefix("v")
    return Installed(name=NAMES[installation.sample.manifest.runtime.name], version=version)


def release(installation: Installation) -> str:
    """The release of the technology: of its package, or of the runtime. Raises NotInstalled where it is not there."""
    package = installation.sample.manifest.release_of
    if not package:
        return runtime(installation).version
    found = {installed.name.lower(): installed.version for installed in installation.packages()}
    if package.name.lower() not in found:
        raise NotInstalled(f"{installation.sample.id}: the lock does not bring {package.name}, whose release counts")
    return found[package.name.lower()]
