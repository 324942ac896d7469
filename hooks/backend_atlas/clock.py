"""What day it is, and days some months apart. The only place that reads the clock; everything else is given the day."""

import os
import time
from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime


def today(environment: Mapping[str, str] = os.environ) -> date:
    """The day in UTC, or that of SOURCE_DATE_EPOCH, so that a build can be repeated."""
    return datetime.fromtimestamp(float(environment.get("SOURCE_DATE_EPOCH", time.time())), UTC).date()


def later(day: date, months: int) -> date:
    """The same day some months later, or earlier where `months` is below 0; the last of the month at most."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, monthrange(year, month + 1)[1]))


def months_between(first: date, last: date) -> int:
    """How many whole months lie between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if later(first, months) <= last else months - 1
