"""Days along: a team offers one, a leader comes, and tells in words what they saw and will do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.leadership.dialogue.days import today
from knoop.leadership.dialogue.models import Day
from tests import making
from tests.dialogue.making import day, passed
from tests.making import as_

pytestmark = pytest.mark.django_db
SAID = {"seen": "You wait for a key.", "will_do": "I have ten made."}


def test_who_works_in_a_unit_offers_a_day_and_others_may_not(alice, carol) -> None:
    said = {"on": (today() + timedelta(days=9)).isoformat(), "text": "At six at the gate."}
    assert as_(carol).post("/dialogue/days/new", said).status_code == 403
    assert as_(alice).post("/dialogue/days/new", said | {"on": "2020-01-01"}).status_code == 422
    assert as_(alice).post("/dialogue/days/new", said).status_code == 302
    assert Day.objects.get().tell_by > today() + timedelta(days=9)


def test_the_first_leader_who_enrols_comes_and_a_colleague_may_not(leader, alice, bob) -> None:
    other = making.person("lars")
    other.appoint("leader", by=leader)
    address = f"/dialogue/days/{day(alice).pk}/enrolment"
    assert as_(bob).post(address).status_code == 403
    assert as_(leader).post(address).status_code == 302
    assert as_(other).post(address).status_code == 403
    assert Day.objects.get().leader == leader


def test_before_the_day_a_leader_can_step_back_and_afterwards_not(leader, alice) -> None:
    one = day(alice)
    for is_past in (False, True):
        one.enrol(leader)
        if is_past:
            passed(one)
        as_(leader).post(f"/dialogue/days/{one.pk}/enrolment/end")
        assert (Day.objects.get().leader is None) is not is_past


def test_the_day_is_finished_by_telling_both_and_only_the_leader_tells(leader, alice) -> None:
    one = day(alice)
    one.enrol(leader)
    address = f"/dialogue/days/{one.pk}/account"
    assert as_(leader).post(address, SAID).status_code == 403
    passed(one)
    assert as_(alice).post(address, SAID).status_code == 403
    assert as_(leader).post(address, SAID | {"will_do": " "}).status_code == 422
    assert as_(leader).post(address, SAID).status_code == 302
    shown = as_(alice).get(f"/dialogue/days/{one.pk}").content.decode()
    assert "You wait for a key." in shown
    assert "I have ten made." in shown


def test_the_team_reacts_once_it_is_told_and_others_read_along(leader, alice, bob, carol) -> None:
    one = day(alice)
    one.enrol(leader)
    address = f"/dialogue/days/{one.pk}/remarks"
    assert as_(bob).post(address, {"text": "Thanks."}).status_code == 403
    passed(one)
    one.tell(leader, **SAID)
    assert as_(bob).post(address, {"text": "Thanks."}).status_code == 302
    assert as_(carol).post(address, {"text": "Me too."}).status_code == 403
    assert "Thanks." in as_(carol).get(f"/dialogue/days/{one.pk}").content.decode()


def test_what_is_not_told_in_time_is_late_to_everybody(leader, alice, carol) -> None:
    one = day(alice)
    one.enrol(leader)
    passed(one)
    assert "overdue" not in as_(carol).get("/dialogue/days/").content.decode()
    passed(one, days_late=1)
    assert "overdue" in as_(carol).get("/dialogue/days/").content.decode()
    assert "overdue" in as_(leader).get("/").content.decode()


def test_a_guest_comes_along_with_nobody(guest, carol, alice) -> None:
    one = day(alice)
    assert as_(guest).get("/dialogue/days/").status_code == 403
    assert as_(guest).get(f"/dialogue/days/{one.pk}").status_code == 404
    assert as_(carol).get(f"/dialogue/days/{one.pk}").status_code == 200


def test_who_offered_hears_who_comes_and_the_team_what_was_seen(leader, alice, bob, heard, told) -> None:
    one = day(alice)
    with heard():
        one.enrol(leader)
    assert "Lea comes along on the day you offered" in told(alice)
    passed(one)
    with heard():
        one.tell(leader, **SAID)
    assert "Lea tells what they saw on the day with your team" in told(bob)


def test_a_list_of_ten_days_costs_what_one_does(leader, alice) -> None:
    browser, counts = as_(leader), []
    for more in (1, 9):
        for _number in range(more):
            day(alice)
            passed(day(alice, leader))
            passed(day(alice, leader)).tell(leader, **SAID)
        browser.get("/dialogue/days/")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/dialogue/days/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
