"""Who comes, who waits, and who comes up."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from knoop.base import clock
from knoop.community.meetings.models import Meeting
from knoop.events.models import Event
from tests.making import as_, meeting, people


def going(found):
    return [one.person.handle for one in found.enrolments.in_order() if not one.is_waiting]


def waiting(found):
    return [one.person.handle for one in found.enrolments.in_order() if one.is_waiting]


def test_who_plans_a_meeting_comes_to_it(open_space, alice):
    assert going(meeting(open_space, alice)) == ["alice"]


def test_after_the_last_place_people_wait_in_the_order_in_which_they_came(open_space, alice, bob, carol):
    found = meeting(open_space, alice, capacity=1)
    for person in (carol, bob):
        found.enrol(person)
    assert (going(found), waiting(found)) == (["alice"], ["carol", "bob"])


def test_the_first_who_waits_gets_the_place_that_is_given_up(open_space, alice, bob, carol):
    found = meeting(open_space, alice, capacity=1)
    found.enrol(bob)
    found.enrol(carol)
    found.withdraw(alice)
    assert (going(found), waiting(found)) == (["bob"], ["carol"])
    moved = Event.objects.get(verb="meeting.moved_up")
    assert moved.facts["person_id"] == bob.pk


def test_nobody_gets_a_place_at_what_is_cancelled(open_space, alice, bob):
    found = meeting(open_space, alice, capacity=1)
    found.enrol(bob)
    found.cancel(alice, "The depot is closed.")
    found.withdraw(alice)
    assert waiting(found) == ["bob"]
    assert not Event.objects.filter(verb="meeting.moved_up").exists()


def test_who_leaves_the_waiting_list_moves_nobody_up(open_space, alice, bob, carol):
    found = meeting(open_space, alice, capacity=1)
    found.enrol(bob)
    found.enrol(carol)
    found.withdraw(bob)
    assert (going(found), waiting(found)) == (["alice"], ["carol"])


def test_more_places_let_who_waits_come_up_and_fewer_are_refused_to_who_comes(open_space, alice, bob, carol):
    found = meeting(open_space, alice, capacity=1)
    found.enrol(bob)
    found.enrol(carol)
    found.change(alice, capacity=2)
    assert (going(found), waiting(found)) == (["alice", "bob"], ["carol"])
    page = as_(alice).post(f"/events/{found.pk}/change", filled(found, capacity=1))
    assert page.status_code == 422
    assert "2 people come already" in page.text


def test_without_a_limit_nobody_waits(open_space, alice, bob):
    found = meeting(open_space, alice, capacity=None)
    found.enrol(bob)
    assert waiting(found) == []


def test_enrolling_twice_is_enrolling_once(open_space, alice, bob):
    found = meeting(open_space, alice)
    found.enrol(bob)
    found.enrol(bob)
    assert going(found) == ["alice", "bob"]
    assert Event.objects.filter(verb="meeting.enrolled", actor=bob).count() == 1


@pytest.mark.skipif(connection.vendor == "sqlite", reason="In memory, SQLite has one writer and no queue.")
@pytest.mark.django_db(transaction=True)
def test_of_two_people_who_take_the_last_place_at_once_one_gets_it(open_space, alice):
    found = meeting(open_space, alice, capacity=2)
    hurried, together = people(6), Barrier(6)

    def enrol(person):
        together.wait()
        Meeting.objects.get(pk=found.pk).enrol(person)
        connection.close()

    threads = [Thread(target=enrol, args=[person]) for person in hurried]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(going(found)) == 2
    assert len(waiting(found)) == 5


@pytest.mark.parametrize(
    "late",
    [
        {"enrol_until": clock.now() - timedelta(hours=1)},
        {"starts_at": clock.now() - timedelta(days=2)},
        {"cancelled_at": clock.now()},
    ],
    ids=["closed", "over", "cancelled"],
)
def test_nobody_can_enrol_when_it_is_too_late(open_space, alice, bob, late):
    found = meeting(open_space, alice, **late)
    assert as_(bob).post(f"/events/{found.pk}/enrolment").status_code == 403
    assert "I'm coming" not in as_(bob).get(f"/events/{found.pk}").text


def test_who_may_see_it_can_enrol_and_withdraw_from_the_page(open_space, alice, bob):
    found = meeting(open_space, alice)
    as_(bob).post(f"/events/{found.pk}/enrolment")
    assert "You're coming." in as_(bob).get(f"/events/{found.pk}").text
    as_(bob).post(f"/events/{found.pk}/withdrawal")
    assert going(found) == ["alice"]


def filled(found, **other):
    moments = {name: getattr(found, name).strftime("%Y-%m-%dT%H:%M") for name in ("starts_at", "ends_at")}
    return {"title": found.title, "capacity": found.capacity or ""} | moments | other
