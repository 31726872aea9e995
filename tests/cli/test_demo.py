"""The demo keeps away from the organisation's own Knoop, and mends itself."""

import os
from types import SimpleNamespace

import pytest

from knoop.cli import demo
from tests import making


@pytest.fixture
def started(monkeypatch):
    """Starts the demo up to where it would load the settings; gives what they would read."""

    def start(**surroundings: str) -> dict[str, str]:
        for name in ("KNOOP_DATA", "KNOOP_ADDRESS"):
            monkeypatch.setenv(name, surroundings.get(name, ""))

        def stop() -> None:
            raise InterruptedError

        monkeypatch.setattr(demo, "require_free", lambda host, port: host)
        monkeypatch.setattr(demo, "ready_django", stop)
        with pytest.raises(InterruptedError):
            demo.run(SimpleNamespace(port=8123, no_browser=True))
        return {name: os.environ[name] for name in ("KNOOP_DATA", "KNOOP_ADDRESS")}

    return start


def test_it_has_its_own_folder_within_the_organisations(started, tmp_path):
    assert started(KNOOP_DATA=str(tmp_path))["KNOOP_DATA"] == str(tmp_path / "demo")


def test_it_has_its_own_folder_where_none_is_set(started):
    assert started()["KNOOP_DATA"].endswith(os.sep + "demo")


def test_it_is_served_at_its_own_address(started):
    address = started(KNOOP_ADDRESS="https://knoop.example.org")["KNOOP_ADDRESS"]
    assert address == "http://127.0.0.1:8123"


@pytest.fixture
def made(monkeypatch, settings, tmp_path, db) -> list[str]:
    """Notes each making of the organisation, which takes a second per thousand posts in earnest."""
    import seed

    times: list[str] = []

    def make(_seed: object) -> None:
        times.append("made")
        for handle in seed.LOGINS.values():
            making.person(handle)

    settings.DATA = tmp_path
    monkeypatch.setattr(demo, "_make", make)
    return times


def test_a_stamp_without_its_people_makes_them_anew(made, tmp_path):
    (tmp_path / "demo-is-ready").touch()
    assert demo._organisation()["director"].handle == "reinier.postma"
    assert made == ["made"]


def test_an_organisation_that_is_ready_is_not_made_again(made):
    demo._organisation()
    demo._organisation()
    assert made == ["made"]
