"""Whatever is handed in wrongly ends with 2 and one clear sentence; nothing is written."""

import re
import socket
import zipfile
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.archives.slack_exports import present_export, zipped
from tests.cli.commands import knoop

GOOD = "time,source,target,kind\n2024-01-01T09:00:00Z,a,b,reply\n"


def _wrong_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as parcel:
        parcel.writestr("holiday.txt", "sun")


def _broken_json(path: Path) -> None:
    zipped(present_export(), path)
    with zipfile.ZipFile(path, "a") as parcel:
        parcel.writestr("algemeen/2023-11-20.json", '[\n{"type": "message", "ts": }]')


def _no_time(path: Path) -> None:
    said = {"type": "message", "user": "U1", "text": "x", "ts": "yesterday"}
    zipped(present_export() | {"algemeen/2023-11-20.json": [said]}, path)


def _bomb(path: Path) -> None:
    zipped(present_export(), path)
    parcel = zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED)
    with parcel, parcel.open("algemeen/2023-12-01.json", "w", force_zip64=True) as day:
        for _megabyte in range(2048):
            day.write(bytes(1024**2))


EXPORTS = {
    "an empty file": (lambda path: path.write_bytes(b""), "empty"),
    "a letter": (lambda path: path.write_text("Dear all"), "zip"),
    "a zip of something else": (_wrong_zip, "users.json"),
    "a broken line of JSON": (_broken_json, r"algemeen/2023-11-20\.json.*line 2"),
    "a time that is no time": (_no_time, r"algemeen/2023-11-20\.json.*yesterday"),
    "a bomb of 2 GB": (_bomb, r"2023-12-01\.json"),
}
TABLES = {
    "an empty file": ("", "empty"),
    "a broken line": (GOOD + "2024-01-02T09:00:00Z,a\n", r"(row|line) 3"),
    "an unknown column": ("time,source,target,mood\n1,a,b,x\n", "mood"),
    "a time that is no time": (GOOD + "soon,a,b,reply\n", r"(row|line) 3.*soon"),
    "an unknown kind": (GOOD + "2024-01-02,a,b,wink\n", r"(row|line) 3.*wink"),
}


def require_refusal(done: CompletedProcess[str], says: str) -> None:
    assert done.returncode == 2
    assert re.search(says, done.stderr), done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("case", EXPORTS)
def test_import_refuses_and_writes_nothing(case, tmp_path):
    make, says = EXPORTS[case]
    make(tmp_path / "export.zip")
    require_refusal(knoop(tmp_path / "data", "import", tmp_path / "export.zip"), says)
    assert {path.name for path in tmp_path.iterdir()} == {"export.zip"}


@pytest.mark.parametrize("case", EXPORTS)
def test_analyse_refuses_the_same_exports_and_writes_nothing(case, tmp_path):
    make, says = EXPORTS[case]
    make(tmp_path / "export.zip")
    require_refusal(analyse(tmp_path, "export.zip"), says)
    assert {path.name for path in tmp_path.iterdir()} == {"export.zip"}


@pytest.mark.parametrize("case", TABLES)
def test_analyse_refuses_tables_and_writes_nothing(case, tmp_path):
    contents, says = TABLES[case]
    (tmp_path / "acts.csv").write_text(contents)
    require_refusal(analyse(tmp_path, "acts.csv"), says)
    assert {path.name for path in tmp_path.iterdir()} == {"acts.csv"}


def analyse(folder: Path, name: str) -> CompletedProcess[str]:
    outputs = ["--json", folder / "out.json", "--report", folder / "out.html"]
    return knoop(folder / "data", "analyse", folder / name, *outputs)


def test_analyse_takes_what_is_right(tmp_path):
    (tmp_path / "acts.csv").write_text(GOOD)
    done = analyse(tmp_path, "acts.csv")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"acts.csv", "out.json", "out.html"}


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["dance"], "dance"),
        ([], "usage"),
        (["import"], "path"),
        (["import", "nowhere.zip"], "nowhere.zip"),
        (["import", "x.zip", "--from", "myspace"], "myspace"),
        (["invite", "nobody.here"], "--name"),
        (["invite", "No Spaces", "--name", "No Spaces"], "handle"),
        (["serve", "--port", "many"], "many"),
    ],
)
def test_wrong_use_is_explained(words, says, tmp_path):
    done = knoop(tmp_path, *words)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("setting", "value", "says"),
    [
        ("KNOOP_LANGUAGE", "klingon", "it can be nl, en"),
        ("KNOOP_TIME_ZONE", "Mars/Olympus", "no time zone"),
        ("KNOOP_ADDRESS", "intranet", "https://"),
        ("KNOOP_WORKERS", "-1", "whole number"),
        ("KNOOP_DEBUG", "maybe", "yes or no"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_its_name(setting, value, says, tmp_path):
    done = knoop(tmp_path, "doctor", extra={setting: value})
    assert done.returncode == 2
    assert setting in done.stderr
    assert says in done.stderr


def test_a_port_that_is_taken_is_named_with_the_remedy(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = knoop(tmp_path, "serve", "--port", taken.getsockname()[1])
    assert done.returncode == 1
    assert "--port" in done.stderr
