"""PostgreSQL says itself when there is a signal, so nobody has to go and look."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.db import Error, connection, connections

from knoop.live.models import CHANNEL

if TYPE_CHECKING:
    from knoop.live.hub import Hub

WAITS = 1.0  # seconds until it looks whether it should stop
COMES_BACK_AFTER = 3.0

log = logging.getLogger(__name__)


def begin(hub: Hub) -> Callable[[], None]:
    """Wakes `hub` from a thread of its own. Returns how to stop that; does nothing on SQLite."""
    stop = threading.Event()
    if connection.vendor == "postgresql":
        loop = asyncio.get_running_loop()
        threading.Thread(target=_listen, args=[hub, loop, stop], daemon=True, name="waking").start()
    return stop.set


def _listen(hub: Hub, loop: asyncio.AbstractEventLoop, stop: threading.Event) -> None:
    import psycopg

    while not stop.is_set():
        try:
            _hear(hub, loop, stop)
        except (Error, psycopg.Error) as fault:
            log.warning("PostgreSQL doesn't wake the streams for a while: %s", fault)
        hub.is_woken_by_database = False
        connections.close_all()
        stop.wait(COMES_BACK_AFTER)


def _hear(hub: Hub, loop: asyncio.AbstractEventLoop, stop: threading.Event) -> None:
    connection.ensure_connection()
    line = connection.connection
    line.autocommit = True
    line.execute(f"LISTEN {CHANNEL}")
    hub.is_woken_by_database = True
    loop.call_soon_threadsafe(hub.woken.set)  # for what was said until now
    while not stop.is_set():
        for _notice in line.notifies(timeout=WAITS, stop_after=1):
            loop.call_soon_threadsafe(hub.woken.set)
