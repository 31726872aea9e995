"""`knoop serve` and the port of its streams."""

import os
import socket

import pytest

from knoop.cli.errors import Failed
from knoop.cli.listening import free_port, is_free
from knoop.cli.live import choose_ports
from tests.cli.commands import knoop


@pytest.fixture(autouse=True)
def _as_before(monkeypatch) -> None:
    for name in ("KNOOP_PORT", "KNOOP_LIVE_PORT"):
        monkeypatch.setenv(name, "")


def taken(port: int = 0) -> socket.socket:
    line = socket.socket()
    line.bind(("127.0.0.1", port))
    line.listen()
    return line


def beside() -> int:
    """A port whose next one is free as well."""
    return next(port for port in iter(free_port, 0) if is_free("127.0.0.1", port + 1))


def test_streams_are_on_the_next_port():
    port = beside()
    choose_ports("127.0.0.1", port)
    assert os.environ["KNOOP_PORT"] == str(port)
    assert os.environ["KNOOP_LIVE_PORT"] == str(port + 1)


def test_where_the_next_port_is_taken_they_are_on_another():
    port = beside()
    with taken(port + 1):
        choose_ports("127.0.0.1", port)
        assert os.environ["KNOOP_LIVE_PORT"] not in (str(port), str(port + 1))


def test_a_port_that_was_asked_for_is_not_exchanged_for_another():
    with taken() as line, pytest.raises(Failed, match="choose another"):
        choose_ports("127.0.0.1", beside(), line.getsockname()[1])


def test_the_command_says_which_port_is_taken(tmp_path):
    with taken() as line:
        port = line.getsockname()[1]
        refused = knoop(tmp_path, "live", "--port", port)
    assert refused.returncode == 1
    assert f"Can't listen on 127.0.0.1:{port}" in refused.stderr


def test_a_setting_that_cannot_be_is_refused_by_its_name(tmp_path):
    refused = knoop(tmp_path, "doctor", extra={"KNOOP_LIVE": "there"})
    assert refused.returncode == 2
    assert "KNOOP_LIVE is 'there'; it can be here, elsewhere, no." in refused.stderr
