"""What somebody is told of the spaces they are in, look after or would like to join."""

import pytest

from knoop.community.spaces.asking import JoinRequest
from knoop.community.spaces.models import Membership
from tests import making


def test_who_asked_to_join_hears_that_it_was_declined(bob, carol, heard, told):
    room = making.space("Wharf", [bob], "request")
    asked = JoinRequest.objects.ask(room, carol)
    with heard():
        asked.decline(bob)
    assert told(carol) == ["Bob Smit declined your request to join Wharf"]
    assert told(bob) == []


def test_who_is_made_administrator_hears_of_it_and_who_stops_being_one_does_not(
    alice, bob, open_space, *, heard, told
):
    place = Membership.objects.get(space=open_space, person=bob)
    with heard():
        place.become("administrator", by=alice)
        place.become("member", by=alice)
    assert told(bob) == ["Alice de Wit made you administrator of Town hall"]
    assert bob.notices.count() == 1


def test_members_hear_that_others_can_read_along(alice, bob, carol, *, open_space, heard, told):
    with heard():
        open_space.change(alice, openness="invited")
    assert told(bob) == ["Alice de Wit changed who can read Town hall"]
    assert told(carol) == told(alice) == []


def test_another_name_is_no_news(alice, bob, open_space, heard, told):
    with heard():
        open_space.change(alice, name="City hall")
    assert told(bob) == []


def test_members_hear_who_takes_over(bob, administrator, heard, told):
    room = making.space("Wharf", [bob])
    with heard():
        room.take_over(administrator, "Nobody looked after it")
    assert told(bob) == [f"{administrator.name} looks after Wharf from now on"]


@pytest.mark.parametrize("reason", ["declined", "made_keeper", "openness", "taken_over"])
def test_the_notice_leads_to_the_space(alice, bob, carol, *, reason, heard, as_):
    room = making.space("Wharf", [alice, bob], "request")
    with heard():
        match reason:
            case "declined":
                JoinRequest.objects.ask(room, carol).decline(bob)
            case "made_keeper":
                Membership.objects.get(space=room, person=bob).become("administrator", by=alice)
            case "openness":
                room.change(alice, openness="invited")
            case "taken_over":
                room.take_over(alice, "Nobody did")
    reader = carol if reason == "declined" else bob
    notice = reader.notices.get()
    assert notice.reason == reason
    there = as_(reader).get(f"/notices/{notice.pk}")
    assert there["Location"] == room.get_absolute_url()
    assert as_(reader).get(there["Location"]).status_code == 200
