"""What one process keeps of all who listen."""

import asyncio
import json

from knoop.live import hub
from knoop.live.audience import Listening
from knoop.live.hub import BYE, Hub, Stream, frame_of
from knoop.live.reading import Listener


def stream(person: int = 1, *watches: tuple[str, str]) -> Stream:
    return Stream(Listener(person, f"session-{person}"), frozenset(watches))


def waiting_in(one: Stream) -> list[bytes | None]:
    return [one.frames.get_nowait() for _frame in range(one.frames.qsize())]


def test_a_thing_that_changed_twice_is_said_once():
    frame = frame_of(7, [("comment", 1, 2), ("needs", 5, None), ("comment", 1, 2)])
    first, second = frame.decode().strip().split("\n")
    assert first == "id: 7"
    assert json.loads(second.removeprefix("data: ")) == [["comment", 1, 2], ["needs", 5, None]]


def test_who_does_not_read_is_let_go():
    slow = stream()
    for _frame in range(hub.MOST_WAITING + 1):
        slow.say(b"x")
    assert waiting_in(slow) == [None]


def test_the_last_that_is_said_is_goodbye():
    one = stream()
    one.say(b"x")
    one.end(BYE)
    assert waiting_in(one) == [BYE, None]


def test_who_opens_very_many_streams_loses_the_oldest(monkeypatch):
    async def join() -> list[Stream]:
        here = Hub()

        async def answer(*_question: object) -> None:
            return None

        monkeypatch.setattr(here, "ask", answer)
        opened = [stream() for _one in range(hub.MOST_OF_A_PERSON + 1)]
        for one in opened:
            await here.join(one, None, None)
        return opened

    first, second, *_others = asyncio.run(join())
    assert waiting_in(first) == [None]
    assert waiting_in(second) == []


def test_what_somebody_looks_at_in_all_their_tabs_counts():
    tabs = {1: [stream(1, ("post", "5")), stream(1, ("space", "7"))], 2: [stream(2, ("post", "5"))]}
    assert hub._listening(tabs) == Listening({1, 2}, {("post", "5"): {1, 2}, ("space", "7"): {1}})


def test_of_very_many_who_are_told_each_is_asked_to_wait_a_while(monkeypatch):
    async def tell(count: int) -> list[str]:
        here = Hub()

        async def told(*_question: object) -> dict[int, list[tuple[str, int, int]]]:
            return {person: [("comment", 1, 2)] for person in range(count)}

        monkeypatch.setattr(here, "ask", told)
        one = stream(0)
        here.streams[0].append(one)
        await here._tell([])
        return [frame.decode() for frame in waiting_in(one) if frame]

    [few], [many] = asyncio.run(tell(10)), asyncio.run(tell(500))
    assert "wait" not in few
    assert '[["wait",10,null],["comment",1,2]]' in many


def test_who_leaves_is_forgotten():
    here, one = Hub(), stream()
    here.streams[1].append(one)
    here.leave(one)
    assert dict(here.streams) == {}
