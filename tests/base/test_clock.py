from datetime import UTC, datetime, timedelta

import pytest

from knoop.base import clock


def test_now_is_now_and_says_in_which_zone() -> None:
    assert clock.now().tzinfo is UTC
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_what_is_kept_for_later_may_not_ask_for_the_time() -> None:
    with clock.stopped(), pytest.raises(RuntimeError, match="must be given the moment"):
        clock.now()
    assert clock.now()
