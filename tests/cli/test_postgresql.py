"""Commands on a PostgreSQL server: one that is new, one that is gone, and one that can't be."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from knoop.cli.postgresql import postgresql
from tests.cli.commands import knoop


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with postgresql() as address:
        yield address


@pytest.fixture(scope="module")
def data(server, tmp_path_factory) -> Path:
    """The data folder of a Knoop whose rows are on the server."""
    folder = tmp_path_factory.mktemp("postgresql") / "data"
    done = knoop(folder, "invite", "ann", "--name", "Ann Vos", extra={"KNOOP_DATABASE": server})
    assert done.returncode == 0, done.stderr
    return folder


def test_a_new_database_is_made_ready_and_the_doctor_content(server, data):
    done = knoop(data, "doctor", extra={"KNOOP_DATABASE": server})
    assert done.returncode == 0, done.stdout
    assert "ok    database answers and is whole" in done.stdout
    assert not (data / "knoop.sqlite3").exists()


def test_two_data_folders_share_the_people_of_one_database(server, data, tmp_path):
    done = knoop(tmp_path, "invite", "ann", extra={"KNOOP_DATABASE": server})
    assert done.returncode == 0, done.stderr


def test_a_server_that_is_gone_is_named_by_the_doctor(tmp_path):
    gone = "postgresql://knoop:hush@127.0.0.1:9/knoop"
    done = knoop(tmp_path, "doctor", extra={"KNOOP_DATABASE": gone})
    assert done.returncode == 1
    assert "MEND  database answers and is whole" in done.stdout
    assert "mend KNOOP_DATABASE" in done.stdout
    assert "hush" not in done.stdout + done.stderr


def test_a_server_that_is_gone_stops_a_command_in_words(tmp_path):
    gone = "postgresql://knoop@127.0.0.1:9/knoop"
    done = knoop(tmp_path, "insights", extra={"KNOOP_DATABASE": gone})
    assert done.returncode == 1
    assert "knoop on 127.0.0.1" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_that_cant_be_stops_a_command_with_its_name(tmp_path):
    done = knoop(tmp_path, "doctor", extra={"KNOOP_DATABASE": "mysql://h/x"})
    assert done.returncode == 2
    assert "KNOOP_DATABASE" in done.stderr
