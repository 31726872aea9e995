from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from knoop.base import clock

if TYPE_CHECKING:
    from knoop.jobs.worker import Worker


@pytest.fixture
def tabled(settings, db) -> None:
    """Jobs are rows, as in the product."""
    from tests.jobs import trial

    settings.TASKS = {"default": settings.TASKS["default"] | {"BACKEND": "knoop.jobs.backends.Table"}}
    trial.told.clear()


@pytest.fixture
def worker(tabled) -> Worker:
    from knoop.jobs.worker import Worker

    return Worker("default")


@pytest.fixture
def pass_time(monkeypatch) -> Callable[[timedelta], None]:
    """Moves the clock on."""
    gone = timedelta()
    real = clock.now

    def later(by: timedelta) -> None:
        nonlocal gone
        gone += by

    def now() -> datetime:
        return real() + gone

    monkeypatch.setattr(clock, "now", now)
    return later
