"""The day is that of SOURCE_DATE_EPOCH when it is set."""

from datetime import UTC, datetime

from backend_atlas.clock import today


def test_the_epoch_decides() -> None:
    assert today({"SOURCE_DATE_EPOCH": "1795305600"}).isoformat() == "2026-11-22"


def test_without_it_the_clock_decides() -> None:
    assert today({}) == datetime.now(UTC).date()
