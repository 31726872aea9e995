"""The small ASGI application beside the pages: one address, on which the server says that something changed.

What is sent are kinds and ids. The page asks for the words through its ordinary door, which asks who may.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.db import DatabaseError
from django.http.request import validate_host

from knoop.live import reading, waking
from knoop.live.address import PATH
from knoop.live.audience import Watch
from knoop.live.hub import Hub, Stream

HEARTBEAT = 25.0  # seconds; what stands between gives up on a line that is silent for longer
RETRY = b"retry: 3000\n\n"
MOST_WATCHES = 30
WATCH = re.compile(r"(post|space|notices)(?:-([\w.-]{1,120}))?")

type Scope = dict[str, Any]
type Receive = Callable[[], Awaitable[dict[str, Any]]]
type Send = Callable[[dict[str, Any]], Awaitable[None]]

log = logging.getLogger(__name__)


class Application:
    def __init__(self) -> None:
        self.hub: Hub | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self.hub = hub = Hub()
        running = asyncio.create_task(hub.run())
        stop_waking = waking.begin(hub)
        await send({"type": "lifespan.startup.complete"})
        await receive()
        running.cancel()
        stop_waking()
        hub.end()
        await send({"type": "lifespan.shutdown.complete"})

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        if scope["path"] == "/healthz":
            await _say(send, 200, "ok")
        elif scope["path"] != PATH:
            await _say(send, 404, "There is nothing here; the streams are at " + PATH)
        elif scope["method"] != "GET":
            await _say(send, 405, "A stream is only read.")
        elif not is_ours(headers):
            await _say(send, 403, "Only Knoop's own pages listen here.")
        else:
            await self._stream(scope, headers, receive, send)

    async def _stream(self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send) -> None:
        assert self.hub
        asked = {name: values[-1] for name, values in parse_qs(scope["query_string"].decode()).items()}
        try:
            listener = await self.hub.ask(reading.who, headers.get("cookie", ""))
        except DatabaseError:
            log.exception("Who listens can't be asked.")
            return await _say(send, 503, "The database doesn't answer.")
        if listener is None:
            # Nothing for them, rather than a fault: browsers write those where people look for real ones.
            return await _say(send, 204, "", headers)
        stream = Stream(listener, _watches(asked.get("see", "")))
        after = _number(headers.get("last-event-id") or asked.get("after"))
        await send({"type": "http.response.start", "status": 200, "headers": _headers(headers)})
        await send({"type": "http.response.body", "body": RETRY, "more_body": True})
        pouring = asyncio.create_task(_pour(stream, send))
        try:
            await self.hub.join(stream, after, _number(asked.get("since")))
            await _first(pouring, asyncio.create_task(_gone(receive)))
        except DatabaseError:
            log.exception("What somebody missed can't be asked.")  # they come back for it
        finally:
            pouring.cancel()
            self.hub.leave(stream)


async def _pour(stream: Stream, send: Send) -> None:
    """Sends what is said, and a sign of life where nothing is, until the stream ends."""
    while True:
        try:
            frame = await asyncio.wait_for(stream.frames.get(), HEARTBEAT)
        except TimeoutError:
            frame = b":\n\n"
        if frame is None:
            await send({"type": "http.response.body", "body": b"", "more_body": False})
            return
        await send({"type": "http.response.body", "body": frame, "more_body": True})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _first(*tasks: asyncio.Task[None]) -> None:
    """Until one of them is done; the others are given up."""
    _done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def is_ours(headers: dict[str, str]) -> bool:
    """Whether it is asked of a host that is ours, and not by another site's page."""
    host = urlsplit("//" + headers.get("host", "")).hostname or ""
    if not validate_host(f"[{host}]" if ":" in host else host, settings.ALLOWED_HOSTS):
        return False
    asked = headers["host"]
    ours = {settings.ADDRESS, f"http://{asked}", f"https://{asked}", _direct(asked)}
    return headers.get("origin", settings.ADDRESS) in ours


def _direct(asked: str) -> str:
    """Where pages are when a browser asks Knoop itself: on this host at the port that serves them."""
    host = asked.rpartition(":")[0] if re.search(r":\d+$", asked) else asked
    return f"http://{host}" if settings.PORT == 80 else f"http://{host}:{settings.PORT}"


def _headers(asked: dict[str, str]) -> list[tuple[bytes, bytes]]:
    """Not kept, not buffered, and readable by the page, which is on another port of this host."""
    given = {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        "x-content-type-options": "nosniff",
    }
    return [(name.encode(), value.encode()) for name, value in (given | _for_origin(asked)).items()]


def _for_origin(asked: dict[str, str]) -> dict[str, str]:
    if "origin" not in asked:
        return {}
    return {
        "access-control-allow-origin": asked["origin"],
        "access-control-allow-credentials": "true",
        "vary": "Origin",
    }


async def _say(send: Send, status: int, words: str, asked: dict[str, str] | None = None) -> None:
    given = {"content-type": "text/plain; charset=utf-8"} | _for_origin(asked or {})
    headers = [(name.encode(), value.encode()) for name, value in given.items()]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": words.encode()})


def _watches(asked: str) -> frozenset[Watch]:
    found = [WATCH.fullmatch(one) for one in asked.split(",")[:MOST_WATCHES]]
    return frozenset((one[1], one[2] or "") for one in found if one)


def _number(said: str | None) -> int | None:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 19 else None


application = Application()
