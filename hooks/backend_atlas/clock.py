"""What day it is. The only place that reads the clock; everything else is given the day."""

import os
import time
from collections.abc import Mapping
from datetime import UTC, date, datetime


def today(environment: Mapping[str, str] = os.environ) -> date:
    """The day in UTC, or that of SOURCE_DATE_EPOCH, so that a build can be repeated."""
    return datetime.fromtimestamp(float(environment.get("SOURCE_DATE_EPOCH", time.time())), UTC).date()
