"""`knoop import` from outside: real exports, killed half-way, and what can't be read."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.archives.slack_exports import member, zipped
from tests.cli.commands import SLACK, environment, knoop

MANY = 2500
needs_slack = pytest.mark.skipif(not SLACK.exists(), reason="needs ../shared/data/slack-export")


AUTHOR = "JOIN people_person a ON a.id = x.author_id"
PERSON = "JOIN people_person a ON a.id = x.person_id"
POST = "JOIN posts_post p ON p.id = "
CONTENTS = {
    "people": "SELECT handle, name, email, joined_at FROM people_person",
    "posts": f"SELECT x.text, x.published_at, a.handle FROM posts_post x {AUTHOR}",
    "comments": f"SELECT x.text, x.published_at, p.text FROM posts_comment x {POST} x.post_id",
    "reactions": f"SELECT x.emoji, a.handle, p.text FROM posts_postreaction x {PERSON} {POST} x.thing_id",
    "memberships": f"SELECT x.since, a.handle FROM spaces_membership x {PERSON}",
    "events": "SELECT x.at, x.verb, a.handle FROM events_event x JOIN people_person a ON a.id = x.actor_id",
}


def contents(data: Path) -> dict[str, list[tuple]]:
    """All that an import writes, without the numbers that rows happen to have."""
    with sqlite3.connect(f"file:{data / 'knoop.sqlite3'}?mode=ro", uri=True) as database:
        return {name: sorted(database.execute(sql).fetchall()) for name, sql in CONTENTS.items()}


@pytest.fixture
def long_export(tmp_path) -> Path:
    """A channel in which people talk for a while, in threads."""
    people = [member(f"U{n}", f"person{n}", f"Person {n}") for n in range(9)]
    messages = [
        {
            "type": "message",
            "user": f"U{n % 9}",
            "text": f"Message {n}",
            "ts": f"{1700000000 + n}.000100",
            **({"thread_ts": f"{1700000000 + n - n % 5}.000100"} if n % 5 else {}),
            "reactions": [{"name": "+1", "users": [f"U{(n + 1) % 9}"], "count": 1}],
        }
        for n in range(MANY)
    ]
    files = {
        "users.json": people,
        "channels.json": [{"id": "C1", "name": "all", "created": 1600000000, "members": ["U1", "U2"]}],
        "all/2023-11-14.json": messages,
    }
    return zipped(files, tmp_path / "long.zip")


@needs_slack
def test_a_real_workspace_comes_whole_less_what_the_report_names(tmp_path):
    done = knoop(tmp_path, "import", SLACK)
    assert done.returncode == 0, done.stderr
    assert "1,382 messages read: 1,031 added, 0 here already, 351 left out." in done.stdout
    assert re.search(r"people +71 +0", done.stdout)
    left_out = [int(n) for n in re.findall(r"^ +message +(\d+) ", done.stdout, re.MULTILINE)]
    assert sum(left_out) == 351
    here = contents(tmp_path)
    assert len(here["people"]) == 71
    assert len(here["posts"]) + len(here["comments"]) == 1031


@needs_slack
def test_a_real_workspace_read_twice_is_there_once(tmp_path):
    knoop(tmp_path, "import", SLACK)
    before = contents(tmp_path)
    again = knoop(tmp_path, "import", SLACK)
    assert "0 added, 1,031 here already" in again.stdout
    assert contents(tmp_path) == before


def test_killed_half_way_and_run_again_gives_what_one_run_gives(tmp_path, long_export):
    (tmp_path / "whole").mkdir()
    (tmp_path / "killed").mkdir()
    assert knoop(tmp_path / "whole", "import", long_export).returncode == 0
    command = [sys.executable, "-m", "knoop.cli", "import", str(long_export)]
    process = subprocess.Popen(command, env=environment(tmp_path / "killed"), stdout=-3, stderr=-3)
    half = _kill_once_begun(process, tmp_path / "killed")
    assert 0 < half < MANY
    resumed = knoop(tmp_path / "killed", "import", long_export)
    assert f"{MANY - half:,} added, {half:,} here already" in resumed.stdout
    assert contents(tmp_path / "killed") == contents(tmp_path / "whole")


def _kill_once_begun(process: subprocess.Popen, data: Path) -> int:
    """Kills the import as soon as some messages are there; returns how many."""
    database = f"file:{data / 'knoop.sqlite3'}?mode=ro"
    sql = "SELECT count(*) FROM importers_origin WHERE kind IN ('post', 'comment')"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with sqlite3.connect(database, uri=True) as reader:
                if reader.execute(sql).fetchone()[0]:
                    break
        except sqlite3.OperationalError:  # not made yet
            pass
        time.sleep(0.005)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with sqlite3.connect(database, uri=True) as reader:
        return int(reader.execute(sql).fetchone()[0])


def test_an_import_ends_with_whom_to_invite_first(tmp_path):
    done = knoop(tmp_path / "data", "import", zipped(busy_export(), tmp_path / "export.zip"))
    assert done.returncode == 0, done.stderr
    assert "./knoop invite HANDLE" in done.stdout
    assert "such as dee or ann or cas, who wrote most." in done.stdout


def busy_export() -> dict[str, object]:
    """Bob wrote most and has left; Dee, Ann and Cas follow, and then Eva."""
    wrote = {"U1": 3, "U2": 9, "U3": 2, "U4": 4, "U5": 1}
    people = [
        member(f"U{n}", name, name.title()) for n, name in enumerate(["ann", "bob", "cas", "dee", "eva"], 1)
    ]
    people[1]["deleted"] = True
    turns = [who for who, count in wrote.items() for _turn in range(count)]
    said = [
        {"type": "message", "user": who, "text": "Hi", "ts": f"{1700000000 + n}.000100"}
        for n, who in enumerate(turns)
    ]
    channel = {"id": "C1", "name": "all", "created": 1600000000, "members": list(wrote)}
    return {"users.json": people, "channels.json": [channel], "all/2023-11-14.json": said}


def test_a_table_of_interactions_is_sent_to_analyse(tmp_path):
    (tmp_path / "acts.csv").write_text("time,source,target\n2024-01-01,a,b\n")
    done = knoop(tmp_path / "data", "import", tmp_path / "acts.csv")
    assert done.returncode == 2
    assert "analyse" in done.stderr
