"""A Slack export as it was made in 2015: no threads, and files wrapped in sentences."""

from pathlib import Path

import pytest

from knoop.archives import KINDS, Archive, read
from tests.archives.slack_exports import STAMP, member, said, zipped

FILE = {"id": "F1", "title": "Map", "user": "U1", "permalink": "https://x.slack.com/files/anna/F1/map.png"}
LINK = "<https://x.slack.com/files/anna/F1/map.png|Map>"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    def comment(second: int, words: str) -> dict[str, object]:
        text = f"<@U2|bram> commented on U1's file {LINK}: {words}"
        return {"type": "message", "subtype": "file_comment", "text": text, "file": FILE,
                "comment": {"user": "U2", "comment": words}, "ts": STAMP.format(second)}  # fmt: skip

    share = {"subtype": "file_share", "file": FILE, "upload": True}
    return read(
        zipped(
            {
                "users.json": [member("U1", "anna", "Anna"), member("U2", "bram", "Bram")],
                "channels.json": [{"id": "C1", "name": "maps", "members": ["U1", "U2"]}],
                "maps/2023-11-14.json": [
                    comment(1, "too early"),
                    said(2, "U1", f"<@U1|anna> uploaded a file: {LINK} and commented: New!\n*Look*", **share),
                    comment(3, "nice"),
                    said(4, "U2", f"<@U2|bram> shared a file: {LINK}", **share),
                    comment(5, "again"),
                ],
            },
            tmp_path / "export.zip",
        )
    )


def test_a_shared_file_is_what_the_person_wrote_and_a_link(archive: Archive) -> None:
    texts = {message.key[-9:-7]: message.text for message in archive}
    link = "[Map](https://x.slack.com/files/anna/F1/map.png)"
    assert (texts["02"], texts["04"]) == (f"New!\n**Look**\n\n{link}", link)


def test_sharing_a_file_mentions_nobody(archive: Archive) -> None:
    assert not any(message.mentions for message in archive)


def test_a_comment_on_a_file_answers_the_last_message_that_shared_it(archive: Archive) -> None:
    answers = {message.key[-9:-7]: message.replies_to for message in archive}
    assert answers["03"] == f"C1:{STAMP.format(2)}"
    assert answers["05"] == f"C1:{STAMP.format(4)}"


def test_a_comment_before_the_file_was_shared_stands_on_its_own(archive: Archive) -> None:
    assert archive.messages[0].text == "too early"
    assert archive.messages[0].replies_to is None


def test_a_comment_on_somebodys_file_is_a_reply_to_them(archive: Archive) -> None:
    rows = archive.interactions()
    assert [(KINDS[kind], rows.people[to]) for kind, to in zip(rows.kind, rows.target, strict=True)] == [
        ("reply", "U1")
    ]
