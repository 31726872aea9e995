"""All streams of this process, and the one loop that reads for them."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import DatabaseError, close_old_connections, connections

from knoop.live import reading
from knoop.live.audience import Listening, Said, Watch, said_to
from knoop.live.models import Signal
from knoop.live.reading import Listener, Tail

LOOKS = 0.4  # seconds between two looks where the database can't wake us
LOOKS_AT_SESSIONS = 5.0  # and at all where it can, in case it failed to
WAITS_FOR_DATABASE = 3.0
# Who is told asks for the words; very many do so over some seconds, so that pages stay quick for others.
ASKING_A_SECOND, LONGEST_SPREAD = 50, 60
MOST_WAITING = 100  # frames for a listener who doesn't read them
MOST_OF_A_PERSON = 20  # streams; the oldest makes way

log = logging.getLogger(__name__)


class Stream:
    """One open connection."""

    def __init__(self, listener: Listener, watches: frozenset[Watch]) -> None:
        self.listener, self.watches = listener, watches
        self.frames: asyncio.Queue[bytes | None] = asyncio.Queue(MOST_WAITING)

    def say(self, frame: bytes) -> None:
        try:
            self.frames.put_nowait(frame)
        except asyncio.QueueFull:
            self.end()  # they come back and ask for what they missed

    def end(self, frame: bytes | None = None) -> None:
        """The last that is sent is `frame`."""
        while not self.frames.empty():
            self.frames.get_nowait()
        if frame:
            self.frames.put_nowait(frame)
        self.frames.put_nowait(None)


def frame_of(number: int, said: Iterable[Said]) -> bytes:
    """As it goes over the line. Each thing once, however often it changed."""
    return f"id: {number}\ndata: {json.dumps(list(dict.fromkeys(said)), separators=(',', ':'))}\n\n".encode()


AGAIN = "event: again\ndata: \nid: {}\n\n"  # more was missed than can be told: ask for all that you show
BYE = b"event: bye\ndata: \n\n"  # you're logged out: don't come back


class Hub:
    def __init__(self) -> None:
        self.streams: dict[int, list[Stream]] = defaultdict(list)
        self.tail = Tail()
        self.untold: list[Signal] = []  # read, and not told yet because the database went away
        self.woken = asyncio.Event()
        self.is_woken_by_database = False
        # One thread, so one connection: streams cost the database nothing but this.
        self.thread = ThreadPoolExecutor(1, "live")
        self.looked_at_sessions = time.monotonic()

    async def ask(self, question: Callable[..., Any], *about: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.thread, _asked, question, *about)

    def all(self) -> Iterable[Stream]:
        return [stream for streams in self.streams.values() for stream in streams]

    async def join(self, stream: Stream, after: int | None, since: int | None) -> None:
        """Has `stream` told of what comes, and first of what it missed."""
        mine = self.streams[stream.listener.person]
        mine.append(stream)
        for old in mine[:-MOST_OF_A_PERSON]:
            old.end()
        await self.ask(self.tail.begin)
        if after is None and since is None:
            return
        alone = _listening({stream.listener.person: [stream]})
        newest, said = await self.ask(reading.missed, alone, after, since)
        if said is None:
            stream.say(AGAIN.format(newest).encode())
        elif said:
            stream.say(frame_of(newest, said))

    def leave(self, stream: Stream) -> None:
        mine = self.streams[stream.listener.person]
        if stream in mine:
            mine.remove(stream)
        if not mine:
            del self.streams[stream.listener.person]

    async def run(self) -> None:
        """Until it's cancelled. Asks nothing while nobody listens."""
        while True:
            try:
                await self._look()
                await self._wait()
            except Exception as fault:
                # Whatever it is, those who listen should hear what comes after it.
                log.exception("The streams can't be told for a while.")
                if isinstance(fault, DatabaseError):
                    await self.ask(connections.close_all)
                else:
                    self.untold = []  # it would go wrong again
                await asyncio.sleep(WAITS_FOR_DATABASE)

    async def _wait(self) -> None:
        patience = LOOKS_AT_SESSIONS if self.is_woken_by_database else LOOKS
        try:
            await asyncio.wait_for(self.woken.wait(), patience)
        except TimeoutError:
            return
        self.woken.clear()

    async def _look(self) -> None:
        if not self.streams:
            self.tail.position = None
            return
        self.untold += await self.ask(self.tail.look)
        if self.untold:
            await self._tell(self.untold)
            self.untold = []
        if time.monotonic() - self.looked_at_sessions >= LOOKS_AT_SESSIONS:
            self.looked_at_sessions = time.monotonic()
            await self._end_the_logged_out()

    async def _tell(self, signals: list[Signal]) -> None:
        told = await self.ask(said_to, signals, _listening(self.streams))
        spread = min(LONGEST_SPREAD, len(told) // ASKING_A_SECOND)
        for person, said in told.items():
            frame = frame_of(self.tail.position or 0, [("wait", spread, None), *said] if spread else said)
            for stream in self.streams.get(person, ()):
                stream.say(frame)

    async def _end_the_logged_out(self) -> None:
        sessions = {stream.listener.session: stream.listener.person for stream in self.all()}
        over = await self.ask(reading.ended, sessions)
        for stream in self.all() if over else ():
            if stream.listener.session in over:
                stream.end(BYE)

    def end(self) -> None:
        for stream in self.all():
            stream.end()


def _listening(streams: dict[int, list[Stream]]) -> Listening:
    watchers: dict[Watch, set[int]] = defaultdict(set)
    for person, theirs in streams.items():
        for stream in theirs:
            for watch in stream.watches:
                watchers[watch].add(person)
    return Listening(set(streams), watchers)


def _asked(question: Callable[..., Any], *about: Any) -> Any:
    close_old_connections()
    return question(*about)
