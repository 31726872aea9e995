"""The demonstration as an archive: whole, the same every time, and told rather than filled."""

import hashlib
import re
from collections import Counter
from datetime import UTC, datetime

import pytest

import seed
from knoop.archives.archive import Archive
from seed.period import in_dutch_time
from seed.script import MENTION


@pytest.fixture(scope="module")
def archive() -> Archive:
    return seed.organisation()


def openings(archive: Archive) -> list[str]:
    return [message.text for message in archive.messages if message.replies_to is None]


def test_two_tellings_are_equal(archive: Archive) -> None:
    assert seed.organisation() == archive


def test_the_telling_does_not_hang_on_the_order_of_hashes(archive: Archive) -> None:
    # Run under another PYTHONHASHSEED this must stay the same; sets may only be asked, never walked.
    import subprocess
    import sys

    words = "import seed, hashlib; print(hashlib.sha256(repr(seed.organisation()).encode()).hexdigest())"
    told = subprocess.run(
        [sys.executable, "-c", words],
        capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "5", "PYTHONPATH": "src:."},
    )  # fmt: skip
    assert told.stdout.strip() == hashlib.sha256(repr(archive).encode()).hexdigest()


def test_there_are_120_people_in_nine_units_of_ten_or_more(archive: Archive) -> None:
    assert len(archive.people) == 120
    sizes = Counter(person.unit for person in archive.people)
    assert len(sizes) == 9
    assert min(sizes.values()) >= 10


def test_at_the_end_ten_people_or_more_write_in_every_unit(archive: Archive) -> None:
    unit = {person.key: person.unit for person in archive.people}
    since = datetime(2026, 7, 3, tzinfo=UTC)
    writers = {(unit[m.author], m.author) for m in archive.messages if m.at >= since}
    assert min(Counter(u for u, _ in writers).values()) >= 10


def test_some_left_and_more_joined(archive: Archive) -> None:
    assert 3 <= sum(person.has_left for person in archive.people) <= 5
    assert sum(p.joined > datetime(2024, 10, 2, tzinfo=UTC) for p in archive.people if p.joined) >= 10


def test_everybody_answers_to_somebody_up_to_one_director(archive: Archive) -> None:
    manager = {person.key: person.manager for person in archive.people}
    assert [key for key, above in manager.items() if above is None] == [seed.LOGINS["director"]]
    for person in archive.people:
        above, steps = person.manager, 0
        while above is not None:
            above, steps = manager[above], steps + 1
        assert steps < 5


def test_nobody_writes_before_joining_or_after_leaving(archive: Archive) -> None:
    from seed.roster import colleagues

    for message in archive.messages:
        person = colleagues()[message.author]
        day = in_dutch_time(message.at).date()
        assert person.joined <= day, message
        assert person.left is None or day <= person.left, message


def test_a_thread_is_told_in_order_within_one_space(archive: Archive) -> None:
    seen = {}
    for message in archive.messages:
        if message.replies_to is not None:
            above = seen[message.replies_to]
            assert above.space == message.space
            assert above.at <= message.at
        seen[message.key] = message


def test_messages_come_by_time_within_the_two_years(archive: Archive) -> None:
    times = [message.at for message in archive.messages]
    assert times == sorted(times)
    assert times[0] >= datetime(2024, 9, 30, 22, tzinfo=UTC)
    assert times[-1] < datetime(2026, 9, 30, 22, tzinfo=UTC)


def test_nobody_reacts_before_the_message_or_to_themselves(archive: Archive) -> None:
    for message in archive.messages:
        for reaction in message.reactions:
            assert reaction.at is not None
            assert reaction.at > message.at
            assert reaction.person != message.author


def test_what_is_written_in_a_closed_space_is_written_by_its_members(archive: Archive) -> None:
    members = {s.key: {m.person for m in s.members} for s in archive.spaces if not s.is_open}
    assert "or" in members
    for message in archive.messages:
        if message.space in members:
            assert message.author in members[message.space]
            assert {r.person for r in message.reactions} <= members[message.space]


def test_nothing_is_written_in_a_space_before_it_was_opened(archive: Archive) -> None:
    opened = {space.key: space.created for space in archive.spaces}
    for message in archive.messages:
        assert message.at >= opened[message.space], message


def test_there_is_enough_to_read_and_most_of_it_is_answers(archive: Archive) -> None:
    answers = sum(message.replies_to is not None for message in archive.messages)
    assert 2400 <= len(archive.messages) <= 3500
    assert 0.55 <= answers / len(archive.messages) <= 0.65
    assert sum(len(message.reactions) for message in archive.messages) >= 5000


def test_openings_are_hardly_ever_the_same(archive: Archive) -> None:
    texts = openings(archive)
    assert len(set(texts)) >= 0.97 * len(texts)


def test_answers_of_more_than_four_words_are_hardly_ever_the_same(archive: Archive) -> None:
    texts = [m.text for m in archive.messages if m.replies_to is not None and len(m.text.split()) > 4]
    assert len(set(texts)) >= 0.90 * len(texts)


def test_no_slot_is_left_open_and_every_mention_is_a_person(archive: Archive) -> None:
    handles = {person.handle for person in archive.people}
    for message in archive.messages:
        assert not re.search(r"[{}\0]", message.text), message.text
        assert set(MENTION.findall(message.text)) == set(message.mentions) <= handles


def test_one_thread_is_famous(archive: Archive) -> None:
    top = {}
    for message in archive.messages:
        top[message.key] = top[message.replies_to] if message.replies_to else message.key
    (_, most), *_ = Counter(top.values()).most_common(1)
    assert 60 <= most <= 201


def test_weekends_and_holidays_are_quiet(archive: Archive) -> None:
    days = Counter(in_dutch_time(m.at).weekday() for m in archive.messages)
    assert days[5] + days[6] < 0.08 * len(archive.messages)


def test_addresses_lead_nowhere(archive: Archive) -> None:
    assert all(person.email.endswith(".example") for person in archive.people)
    assert not any("@" in MENTION.sub("", message.text) for message in archive.messages)


@pytest.mark.parametrize("role", sorted(seed.LOGINS))
def test_who_can_be_logged_in_as_is_there_and_is_heard(archive: Archive, role: str) -> None:
    handle = seed.LOGINS[role]
    assert any(p.handle == handle and not p.has_left for p in archive.people)
    assert sum(message.author == handle for message in archive.messages) >= 10
    assert any(handle in message.mentions for message in archive.messages)


def test_without_everyday_talk_the_stories_remain() -> None:
    assert 500 <= len(seed.organisation(scale=0).messages) <= 1000


def test_a_negative_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="-1"):
        seed.organisation(scale=-1)
