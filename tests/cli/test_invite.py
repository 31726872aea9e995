"""`knoop invite`: who gets a link, who doesn't, and what is said beside it."""

import argparse
from types import SimpleNamespace

import pytest

from knoop.cli import invite
from knoop.cli.errors import WrongUse
from knoop.events.models import Event
from knoop.people.models import Person


@pytest.fixture
def invited(monkeypatch, capsys, db):
    """Runs the command on the tests' own database; gives what was printed."""
    monkeypatch.setattr(invite, "ready_django", lambda: None)
    monkeypatch.setattr(invite, "bring_up_to_date", lambda: None)

    def run(*words: str) -> SimpleNamespace:
        parser = argparse.ArgumentParser()
        invite.add_arguments(parser)
        assert invite.run(parser.parse_args(words)) == 0
        out, err = capsys.readouterr()
        return SimpleNamespace(out=out, err=err)

    return run


def test_who_is_here_gets_a_link_that_opens(invited, alice, client):
    address = invited("alice").out.strip()
    path = "/" + address.split("/", 3)[3]
    assert client.get(path, follow=True).status_code == 200


def test_who_left_gets_no_link_but_the_reason(invited, departed):
    events = Event.objects.count()
    with pytest.raises(WrongUse, match=r"left on .*--name"):
        invited(departed.handle)
    assert Event.objects.count() == events


def test_it_says_for_whom_in_which_folder_and_how_long(invited, alice, settings):
    said = invited("alice").err
    assert f"For Alice de Wit in {settings.DATA}" in said
    assert "7 days" in said
    assert settings.ADDRESS in said


def test_a_name_for_somebody_known_is_not_dropped_in_silence(invited, alice):
    assert "--name and --email change nothing" in invited("alice", "--name", "Alicia").err
    assert Person.objects.get(pk=alice.pk).name == "Alice de Wit"


def test_somebody_new_is_told_nothing_of_the_kind(invited):
    assert "change nothing" not in invited("zoe", "--name", "Zoë Kok").err
    assert Person.objects.get(handle="zoe").name == "Zoë Kok"


@pytest.mark.django_db(transaction=True)
def test_an_invitation_that_fails_leaves_nobody_behind(invited, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Person, "invite", fail)
    with pytest.raises(OSError, match="full"):
        invited("zoe", "--name", "Zoë Kok", "--role", "leader")
    assert not Person.objects.filter(handle="zoe").exists()
