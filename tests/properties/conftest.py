"""How many examples are tried. `PROPERTIES=deep` tries many more, other ones each time."""

import os

from hypothesis import HealthCheck, configuration, settings

from project import ROOT

configuration.set_hypothesis_home_dir(ROOT / ".cache/hypothesis")
COMMON = settings(deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("quick", COMMON, max_examples=50, derandomize=True)
settings.register_profile("deep", COMMON, max_examples=500)
settings.load_profile(os.environ.get("PROPERTIES", "quick"))
