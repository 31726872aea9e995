"""A Slack export as it is made today."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knoop.archives import KINDS, Archive, ArchivedMessage, Skipped, Unreadable, read
from tests.archives.slack_exports import STAMP, Files, present_export, said, unpacked, zipped


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return read(zipped(present_export(), tmp_path / "De Brug Slack export Nov 1 2023 - Nov 15 2023.zip"))


@pytest.fixture
def read_with(tmp_path: Path) -> Callable[[Files], Archive]:
    return lambda changed: read(zipped(present_export() | changed, tmp_path / "export.zip"))


def message(archive: Archive, second: int, space: str = "C1") -> ArchivedMessage:
    return next(m for m in archive if m.key == f"{space}:{STAMP.format(second)}")


def skipped(archive: Archive, what: str) -> dict[str, int]:
    return {line.reason: line.count for line in archive.skipped if line.what == what}


def test_people_keep_what_the_export_says_of_them(archive: Archive) -> None:
    anna = archive.people[0]
    assert (anna.key, anna.handle, anna.name, anna.email) == ("U1", "anna", "Anna Öz", "anna@example.org")
    assert (anna.title, anna.timezone, anna.language) == ("Planner", "Europe/Amsterdam", "nl")


def test_guests_app_users_and_people_from_elsewhere_are_people_but_bots_are_not(archive: Archive) -> None:
    assert [person.key for person in archive.people] == ["U1", "U2", "U3", "U4", "UX"]


def test_who_left_is_kept_as_having_left(archive: Archive) -> None:
    assert [person.key for person in archive.people if person.has_left] == ["U4"]


def test_bots_are_left_out_with_a_reason_each(archive: Archive) -> None:
    assert skipped(archive, "person") == {
        "a bot or app, not a person": 1,
        "Slack's own assistant, not a person": 1,
    }


def test_each_message_that_is_left_out_has_its_reason(archive: Archive) -> None:
    assert skipped(archive, "message") == {
        "joined the channel: kept as membership": 1,
        "written by a bot or app": 2,
        "its author is nowhere described in the export": 1,
        "no text: only a preview, or a file that Slack no longer has": 1,
        "hidden in Slack": 1,
        "notice of a call": 1,
        "a notice that Slack calls something_new": 1,
    }


def test_a_reason_says_where_to_look(archive: Archive) -> None:
    line = next(line for line in archive.skipped if line.reason == "notice of a call")
    assert line == Skipped(
        what="message", reason="notice of a call", count=1, examples=("algemeen/2023-11-14.json:14",)
    )


def test_messages_are_in_order_of_time_to_the_microsecond(archive: Archive) -> None:
    assert [m.at for m in archive] == sorted(m.at for m in archive)
    assert message(archive, 1).at == datetime(2023, 11, 14, 22, 13, 21, 100, tzinfo=UTC)


def test_replies_and_broadcasts_answer_the_opening_of_the_thread(archive: Archive) -> None:
    opening = message(archive, 1)
    assert opening.replies_to is None
    assert [message(archive, second).replies_to for second in (2, 3)] == [opening.key, opening.key]


def test_a_reply_to_a_bot_stands_on_its_own_and_is_counted(archive: Archive) -> None:
    assert message(archive, 7).replies_to is None
    assert skipped(archive, "thread") == {"answers a message that is not in the archive: kept on its own": 1}


def test_nothing_answers_what_was_said_later(read_with: Callable[[Files], Archive]) -> None:
    turned = [said(40, "U1", "first", thread_ts=STAMP.format(41)), said(41, "U2", "later")]
    assert message(read_with({"stil/2023-11-16.json": turned}), 40, "C2").replies_to is None


def test_reactions_are_characters_with_their_skin_tone_and_own_pictures_are_names(archive: Archive) -> None:
    given = [(reaction.person, reaction.emoji) for reaction in message(archive, 1).reactions]
    assert given == [("U2", "👍🏼"), ("U3", ":onze-fiets:")]


def test_reactions_of_bots_and_of_people_not_named_are_counted(archive: Archive) -> None:
    assert skipped(archive, "reaction") == {
        "given by a bot, or by someone nowhere described": 1,
        "the export doesn't say who gave it": 2,
    }


def test_mentions_are_handles_in_the_text_and_keys_beside_it(archive: Archive) -> None:
    thanks = message(archive, 16)
    assert thanks.mentions == ("U2", "U4")
    assert thanks.text == "@channel thanks @bram and @dirk, see a private channel"


def test_a_file_is_a_link_without_the_key_to_it(archive: Archive) -> None:
    assert message(archive, 10).text == "[plan.pdf](https://x.slack.com/files/U2/F1/plan.pdf)"
    assert "xoxe" not in str(archive)


def test_an_act_in_the_third_person_stays_in_italics(archive: Archive) -> None:
    assert message(archive, 4).text == "_shrugs_"


def test_channels_are_open_and_groups_are_closed(archive: Archive) -> None:
    assert {space.key: space.is_open for space in archive.spaces if space.key != "oud-kanaal"} == {
        "G1": False, "C1": True, "C2": True,
    }  # fmt: skip


def test_members_are_people_with_when_they_joined_if_the_export_says(archive: Archive) -> None:
    space = next(space for space in archive.spaces if space.key == "C1")
    assert [(member.person, member.since) for member in space.members] == [
        ("U1", None),
        ("U2", datetime(2023, 11, 14, 22, 13, 20, 100, tzinfo=UTC)),
        ("U3", None),
    ]
    assert (space.purpose, space.created) == (
        "For all & everything",
        datetime(2020, 9, 13, 12, 26, 40, tzinfo=UTC),
    )


def test_a_folder_that_no_index_lists_is_closed_to_all_but_its_authors(archive: Archive) -> None:
    space = next(space for space in archive.spaces if space.key == "oud-kanaal")
    assert not space.is_open
    assert [member.person for member in space.members] == ["U2", "U3"]
    assert skipped(archive, "space") == {
        "no index lists this folder: read as a closed space of those who wrote in it": 1
    }


def test_private_conversations_are_counted_and_never_opened(archive: Archive) -> None:
    # D1's file would be unreadable, so opening it would have failed.
    assert skipped(archive, "conversation") == {"private conversation: not imported": 3}
    assert not {space.key for space in archive.spaces} & {"D1", "G9", "D0ABCDEFG12"}
    assert "between us" not in str(archive)
    assert "unlisted but private" not in str(archive)


def test_an_open_conversation_listed_as_private_too_stays_closed(
    read_with: Callable[[Files], Archive],
) -> None:
    twice = read_with({"groups.json": [{"id": "C1", "name": "algemeen", "members": ["U1"]}]})
    assert [space.is_open for space in twice.spaces if space.key == "C1"] == [False]


def test_members_of_an_archived_group_are_who_was_in_it_then(read_with: Callable[[Files], Archive]) -> None:
    notice = said(30, "U1", "archived", subtype="group_archive", members=["U1", "U4"])
    archived = read_with(
        {
            "groups.json": [{"id": "G1", "name": "directie", "is_archived": True, "members": []}],
            "directie/2023-11-15.json": [notice],
        }
    )
    space = next(space for space in archived.spaces if space.key == "G1")
    assert [member.person for member in space.members] == ["U1", "U4"]


def test_who_came_and_went_is_no_member_where_the_index_lists_none(
    read_with: Callable[[Files], Archive],
) -> None:
    moves = [
        said(30, "U1", "", subtype="channel_join"),
        said(31, "U2", "", subtype="channel_join"),
        said(32, "U1", "", subtype="channel_leave"),
    ]
    space = next(s for s in read_with({"stil/2023-11-15.json": moves}).spaces if s.key == "C2")
    assert [member.person for member in space.members] == ["U2"]


def test_a_message_found_twice_is_kept_once(read_with: Callable[[Files], Archive]) -> None:
    again = read_with({"algemeen/2023-11-16.json": [said(16, "U1", "the same second")]})
    assert "the same second" not in str(again.messages)
    assert skipped(again, "message")["the same message twice: the first was kept"] == 1


def test_zip_folder_and_a_folder_around_it_read_the_same(archive: Archive, tmp_path: Path) -> None:
    folder = read(unpacked(present_export(), tmp_path / "De Brug Slack export Nov"))
    around = read(zipped(present_export(), tmp_path / "x.zip", folder="De Brug Slack export Nov/"))
    assert archive == folder == around
    assert (archive.key, archive.title) == ("slack:T1", "De Brug")


def test_the_order_of_files_in_a_zip_changes_nothing(archive: Archive, tmp_path: Path) -> None:
    backwards = dict(reversed(present_export().items()))
    assert read(zipped(backwards, tmp_path / "De Brug Slack export.zip")) == archive


def test_who_turned_to_whom_is_replies_mentions_and_reactions(archive: Archive) -> None:
    rows = archive.interactions()
    acts = [
        (KINDS[kind], rows.people[source], rows.people[target], int(audience))
        for kind, source, target, audience in zip(
            rows.kind, rows.source, rows.target, rows.audience, strict=True
        )
    ]
    assert acts == [
        ("reaction", "U2", "U1", 1),
        ("reaction", "U3", "U1", 1),
        ("reply", "U2", "U1", 1),
        ("mention", "U2", "U3", 1),
        ("reply", "U3", "U1", 1),
        ("mention", "U1", "U2", 2),
        ("mention", "U1", "U4", 2),
    ]
    assert rows.event.tolist() == [0, 1, 2, 3, 4, 5, 5]


def test_who_did_nothing_is_among_the_people_of_the_interactions(archive: Archive) -> None:
    assert archive.interactions().people == tuple(person.key for person in archive.people)


def test_nobody_turns_to_themselves(read_with: Callable[[Files], Archive]) -> None:
    alone = said(
        1,
        "U1",
        "note to <@U1>",
        thread_ts=STAMP.format(1),
        reactions=[{"name": "eyes", "users": ["U1"], "count": 1}],
    )
    lonely = read_with({name: [] for name in present_export() if "/2023" in name and name[0] != "D"})
    assert len(lonely.interactions()) == 0
    own = read_with(
        {"algemeen/2023-11-14.json": [alone, said(2, "U1", "and", thread_ts=STAMP.format(1))],
         "algemeen/2023-11-15.json": []}
    )  # fmt: skip
    assert len(own.interactions()) == 0


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"channels.json": {"a": 1}}, "channels.json should hold a list ([…]) but holds an object"),
        ({"users.json": ["anna"]}, "users.json, entry 1: should be an object ({…}) but is a text"),
        ({"users.json": [{"name": "x"}]}, "users.json, entry 1: has no id"),
        ({"channels.json": [{"name": "x"}]}, "channels.json, entry 1: has no id"),
        (
            {"algemeen/2023-11-15.json": b'[{"ts":\n nope}]'},
            "algemeen/2023-11-15.json, line 2, column 2: broken JSON",
        ),
        ({"algemeen/2023-11-15.json": [{"text": "x"}]}, "2023-11-15.json, entry 1: has no ts"),
        ({"algemeen/2023-11-15.json": [{"ts": "noon"}]}, "entry 1: ts is 'noon', which is no time"),
        ({"algemeen/2023-11-15.json": b"\xff\xfe["}, "algemeen/2023-11-15.json is not UTF-8 (byte 1)"),
        ({"algemeen/2023-11-15.json": b"[" * 200_000}, "algemeen/2023-11-15.json is JSON no platform writes"),
    ],
)
def test_what_is_wrong_is_named_with_its_file_and_entry(
    read_with: Callable[[Files], Archive], changed: Files, complaint: str
) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_with(changed)
    assert complaint in str(refusal.value)


def test_fields_of_a_wrong_type_are_passed_over(read_with: Callable[[Files], Archive]) -> None:
    odd = {
        "type": "message",
        "user": "U1",
        "text": "fine",
        "ts": STAMP.format(40),
        "reactions": "no",
        "files": {"a": 1},
    }
    assert message(read_with({"stil/2023-11-16.json": [odd]}), 40, "C2").text == "fine"


def test_characters_that_no_database_keeps_are_dropped(read_with: Callable[[Files], Archive]) -> None:
    harmful = read_with({"stil/2023-11-16.json": [said(40, "U1", "a\0b\ud800c 👍")]})
    assert message(harmful, 40, "C2").text == "abc 👍"
