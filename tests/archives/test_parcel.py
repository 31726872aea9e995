"""What a stranger hands in may be anything, and does no harm."""

import os
import struct
import zipfile
from pathlib import Path

import pytest

from knoop.archives import Unreadable, parcel, read, read_interactions
from tests.archives.slack_exports import present_export, unpacked, zipped


def refusal(path: Path) -> str:
    with pytest.raises(Unreadable) as raised:
        read(path)
    assert str(path) in str(raised.value)
    return str(raised.value)


def zip_of(path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries:
            file.writestr(name, content)
    return path


def claiming(path: Path, declared: int) -> Path:
    """A zip of which the last file says, in both its headers, that it unpacks to so many bytes."""
    content = bytearray(path.read_bytes())
    central, local = content.rindex(b"PK\1\2"), content.rindex(b"PK\3\4")
    content[central + 24 : central + 28] = content[local + 22 : local + 26] = struct.pack("<I", declared)
    path.write_bytes(content)
    return path


def test_what_is_not_there_is_said_so(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "export.zip")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "export.zip").touch()
    assert "the file is empty" in refusal(tmp_path / "export.zip")


def test_a_zip_without_slacks_files_says_what_was_expected_and_found(tmp_path: Path) -> None:
    message = refusal(zip_of(tmp_path / "export.zip", ("holiday/beach.jpg", b"x")))
    assert "Expected for Slack: users.json beside channels.json" in message
    assert "Found holiday/beach.jpg" in message


def test_a_table_is_referred_to_analyse(tmp_path: Path) -> None:
    (tmp_path / "interactions.csv").write_text("time,source,target\n1,a,b\n")
    assert "use analyse" in refusal(tmp_path / "interactions.csv")
    assert len(read_interactions(tmp_path / "interactions.csv").interactions) == 1


def test_a_zip_in_a_zip_is_to_be_unpacked_first(tmp_path: Path) -> None:
    inner = zipped(present_export(), tmp_path / "inner.zip").read_bytes()
    assert "inner.zip, a zip inside it" in refusal(zip_of(tmp_path / "outer.zip", ("inner.zip", inner)))


def test_a_spreadsheet_is_to_be_saved_as_csv(tmp_path: Path) -> None:
    assert "save its table as CSV" in refusal(zip_of(tmp_path / "a.xlsx", ("[Content_Types].xml", b"<x/>")))


def test_two_exports_in_one_zip_are_refused(tmp_path: Path) -> None:
    files = {f"{folder}/{name}": b"[]" for folder in "ab" for name in ("users.json", "channels.json")}
    assert "holds 2 exports (a/, b/)" in refusal(zip_of(tmp_path / "export.zip", *files.items()))


def test_a_cut_off_zip_is_to_be_downloaded_again(tmp_path: Path) -> None:
    whole = zipped(present_export(), tmp_path / "whole.zip").read_bytes()
    (tmp_path / "cut.zip").write_bytes(whole[: len(whole) // 2])
    assert "the end is missing" in refusal(tmp_path / "cut.zip")


def test_a_damaged_file_in_a_zip_is_named(tmp_path: Path) -> None:
    path = zipped(present_export(), tmp_path / "export.zip")
    content = bytearray(path.read_bytes())
    at = content.index(b"users.json") + len("users.json") + 20
    content[at : at + 20] = bytes(20)
    path.write_bytes(content)
    assert "users.json is damaged" in refusal(path)


def test_two_gigabytes_of_zeros_are_refused_by_their_ratio_unread(tmp_path: Path) -> None:
    files = [("users.json", b"[]"), ("channels.json", b"[]"), ("a/2024-01-01.json", bytes(2**20 * 8))]
    path = claiming(zip_of(tmp_path / "bomb.zip", *files), 2**31 - 1)
    assert path.stat().st_size < 2**20
    assert "a/2024-01-01.json' would unpack to 2,147,483,647 bytes" in refusal(path)


def test_a_file_that_is_too_large_without_being_a_trick_is_refused_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "LARGEST_FILE", 1000)
    noise = b'["' + os.urandom(1000).hex().encode() + b'"]'
    path = zip_of(tmp_path / "large.zip", ("users.json", noise), ("channels.json", b"[]"))
    assert "users.json would unpack to 2,004 bytes; at most 1,000 are read" in refusal(path)
    folder = unpacked({"users.json": noise, "channels.json": []}, tmp_path / "large")
    assert "users.json is larger than" in refusal(folder)


def test_all_files_together_may_not_be_too_large_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parcel, "LARGEST_WHOLE", 1000)
    assert "more than 0 GB" in refusal(zipped(present_export(), tmp_path / "export.zip"))
    assert "more than 0 GB" in refusal(unpacked(present_export(), tmp_path / "export"))


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_said(tmp_path: Path) -> None:
    files = [("channels.json", b"[]"), ("users.json", b"[" + b" " * 2**22)]
    assert "users.json is damaged or not what the zip says" in refusal(
        claiming(zip_of(tmp_path / "liar.zip", *files), 100)
    )


@pytest.mark.parametrize(
    "name", ["../users.json", "/etc/passwd", "a/../../b.json", "C:/x.json", "..\\x.json"]
)
def test_names_that_lead_outside_are_refused(tmp_path: Path, name: str) -> None:
    assert "leads outside the export" in refusal(
        zip_of(tmp_path / "x.zip", (name, b"[]"), ("users.json", b"[]"))
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "x.zip", ("users.json", b"[]"), ("channels.json", b"[]"), ("users.json", b"[1]"))
    assert "'users.json' is in the zip twice" in refusal(path)


def test_an_encrypted_zip_is_to_be_unpacked_first(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "x.zip", ("users.json", b"[]"))
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\1\2") + 8] |= 1
    path.write_bytes(content)
    assert "encrypted: unpack it with the password" in refusal(path)


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("users.json")
    link.external_attr = 0o120777 << 16
    assert "is a link or device" in refusal(zip_of(tmp_path / "x.zip", (link, b"/etc/passwd")))


def test_a_link_in_a_folder_is_refused(tmp_path: Path) -> None:
    folder = unpacked(present_export(), tmp_path / "export")
    (folder / "algemeen" / "2024-01-01.json").symlink_to("/etc/passwd")
    assert "algemeen/2024-01-01.json is a link or device" in refusal(folder)


def test_a_pipe_in_a_folder_is_refused_rather_than_waited_for(tmp_path: Path) -> None:
    folder = unpacked(present_export(), tmp_path / "export")
    os.mkfifo(folder / "algemeen" / "2024-01-01.json")
    assert "2024-01-01.json is a link or device" in refusal(folder)


def test_what_computers_leave_behind_is_passed_over(tmp_path: Path) -> None:
    clutter = {"__MACOSX/._users.json": b"\0\0", "algemeen/._2023-11-15.json": b"\0", ".DS_Store": b"\0"}
    clean = read(zipped(present_export(), tmp_path / "export.zip"))
    assert read(zipped(present_export() | clutter, tmp_path / "cluttered.zip")) == clean


def test_an_unknown_platform_is_refused_with_those_known(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"'teems' is no platform that can be read\. Known: slack"):
        read(tmp_path, kind="teems")


def test_nothing_is_written_beside_the_export(tmp_path: Path) -> None:
    read(zipped(present_export(), tmp_path / "export.zip"))
    assert [path.name for path in tmp_path.iterdir()] == ["export.zip"]
