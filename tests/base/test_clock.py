from datetime import UTC, datetime, timedelta

from knoop.base import clock


def test_now_is_now_and_says_in_which_zone() -> None:
    assert clock.now().tzinfo is UTC
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)
