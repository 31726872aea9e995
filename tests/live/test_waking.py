"""PostgreSQL wakes the streams itself."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections

from knoop.live import waking
from knoop.live.hub import Hub
from knoop.live.models import Signal

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite can't"),
]


def give() -> None:
    Signal.objects.give("post", 1)
    connections.close_all()


async def _hears_of_a_signal() -> bool:
    hub = Hub()
    stop = waking.begin(hub)
    await asyncio.wait_for(hub.woken.wait(), 10)  # it listens
    assert hub.is_woken_by_database
    hub.woken.clear()
    with ThreadPoolExecutor(1) as elsewhere:
        await asyncio.get_running_loop().run_in_executor(elsewhere, give)
    await asyncio.wait_for(hub.woken.wait(), 0.9)  # sooner than it looks whether it should stop
    stop()
    await asyncio.sleep(1.2)
    return True


def test_a_signal_wakes_the_streams():
    assert asyncio.run(_hears_of_a_signal())
