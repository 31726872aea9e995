"""Real exports of Slack, which may not be copied into the project."""

from collections import Counter
from pathlib import Path

import pytest

from knoop.archives import Archive, read

SHARED = Path(__file__).parents[3] / "shared" / "data"
WORKSPACE = SHARED / "slack-export" / "slack-export-pseudonymised.zip"
FIXTURE = SHARED / "plat_slack_fixture_zulip" / "test_slack_importer.zip"


def shared(path: Path) -> Archive:
    if not path.exists():
        pytest.skip(f"the shared data set {path.name} is not here")
    return read(path)


@pytest.fixture(scope="module")
def workspace() -> Archive:
    return shared(WORKSPACE)


def test_every_entry_of_a_real_workspace_is_kept_or_skipped_for_a_reason(workspace: Archive) -> None:
    reasons = {line.reason: line.count for line in workspace.skipped if line.what == "message"}
    assert reasons == {
        "joined the channel: kept as membership": 320,
        "set the channel's purpose": 13,
        "archived the channel": 9,
        "left the channel": 3,
        "renamed the channel": 2,
        "set the channel's topic": 2,
        "added a bot or app": 1,
        "pinned something": 1,
    }
    assert len(workspace.messages) == 1031
    assert len(workspace.messages) + sum(reasons.values()) == 1382


def test_a_real_workspace_has_its_people_and_channels(workspace: Archive) -> None:
    assert (len(workspace.people), len(workspace.spaces)) == (71, 16)
    assert len({person.handle for person in workspace.people}) == 71
    assert sum(person.has_left for person in workspace.people) == 1


def test_comments_on_files_answer_the_message_that_shared_the_file(workspace: Archive) -> None:
    comments = [message for message in workspace if message.replies_to]
    messages = {message.key: message for message in workspace}
    assert len(comments) == 6
    assert all("https://" in messages[str(comment.replies_to)].text for comment in comments)


def test_no_trace_of_slacks_own_markup_is_left(workspace: Archive) -> None:
    text = "\n".join(message.text for message in workspace)
    assert not [
        mark
        for mark in ("<@", "<#", "<!", "&amp;", "uploaded a file", ":+1:", "|http", "t=REDACTED")
        if mark in text
    ]


def test_every_key_leads_somewhere(workspace: Archive) -> None:
    people = {person.key for person in workspace.people}
    spaces = {space.key for space in workspace.spaces}
    keys = Counter(message.key for message in workspace)
    assert set(keys.values()) == {1}
    assert {message.author for message in workspace} <= people
    assert {message.space for message in workspace} <= spaces
    assert {member.person for space in workspace.spaces for member in space.members} <= people
    assert {key for message in workspace for key in message.mentions} <= people


def test_a_second_reading_is_the_same(workspace: Archive) -> None:
    assert read(WORKSPACE) == workspace


def test_members_know_since_when_they_are(workspace: Archive) -> None:
    members = [member for space in workspace.spaces for member in space.members]
    assert sum(member.since is not None for member in members) > len(members) / 2


def test_the_fixture_of_another_platforms_importer_is_read_whole() -> None:
    archive = shared(FIXTURE)
    left_out = sum(line.count for line in archive.skipped if line.what == "message")
    assert (len(archive.people), len(archive.spaces)) == (4, 2)
    assert len(archive.messages) + left_out == 91
    assert [message.text for message in archive if message.replies_to] == [
        "thread 1?",
        "msg sent to general as well",
    ]
