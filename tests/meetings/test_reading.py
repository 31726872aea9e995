"""Lists, calendars, and what they cost."""

from datetime import timedelta

import pytest
from icalendar import Calendar

from knoop.base import clock
from knoop.community.meetings.models import Feed, Meeting
from tests.making import as_, meeting, people


def entries(response):
    return [part for part in Calendar.from_ical(response.content).walk() if part.name == "VEVENT"]


def test_coming_meetings_are_listed_soonest_first_and_past_ones_apart(open_space, alice):
    for days, title in ((3, "Third"), (1, "First"), (-3, "Gone")):
        meeting(open_space, alice, title=title, starts_at=clock.now() + timedelta(days=days))
    coming = as_(alice).get("/spaces/town-hall/events").text
    assert coming.index("First") < coming.index("Third")
    assert "Gone" not in coming
    assert "Gone" in as_(alice).get("/spaces/town-hall/events?past").text


def test_each_meeting_is_on_one_page_of_a_long_list(open_space, alice):
    begins = clock.now() + timedelta(days=1)
    Meeting.objects.bulk_create(
        Meeting(
            space=open_space, organiser=alice, title=f"No. {number}",
            starts_at=begins + timedelta(hours=number // 2), ends_at=begins + timedelta(days=90),
        )
        for number in range(70)
    )  # fmt: skip
    seen, address = [], "/events/"
    for _page in range(3):
        listing = as_(alice).get(address).context["listing"]
        seen += [one.title for one in listing.meetings]
        address = f"/events/?from={listing.next}"
    assert sorted(seen) == sorted(f"No. {number}" for number in range(70))
    assert listing.next == ""


@pytest.mark.parametrize("address", ["/events/", "/spaces/town-hall/events", "/"])
def test_a_longer_list_costs_no_more_queries(open_space, alice, address, django_assert_max_num_queries):
    browser = as_(alice)

    def cost():
        with django_assert_max_num_queries(60) as asked:
            assert browser.get(address).status_code == 200
        return len(asked)

    meeting(open_space, alice)
    cost()  # a first visit home writes down that it was one
    few = cost()
    for number in range(12):
        meeting(open_space, alice, title=f"No. {number}")
    assert cost() == few


def test_a_page_of_a_meeting_costs_the_same_for_few_and_many(
    open_space, alice, django_assert_max_num_queries
):
    found, browser = meeting(open_space, alice), as_(alice)

    def cost():
        with django_assert_max_num_queries(40) as asked:
            browser.get(f"/events/{found.pk}")
        return len(asked)

    few = cost()
    for person in people(15):
        found.enrol(person)
    assert cost() == few


def test_a_calendar_program_reads_one_meeting(open_space, alice):
    found = meeting(open_space, alice, place="The depot")
    (entry,) = entries(as_(alice).get(f"/events/{found.pk}.ics"))
    assert entry["summary"] == "Coffee at the depot"
    assert entry["location"] == "The depot"
    assert entry.decoded("dtstart") == found.starts_at.replace(microsecond=0)


def test_a_meeting_keeps_its_uid_when_it_changes_and_is_struck_out_when_cancelled(open_space, alice):
    found = meeting(open_space, alice)
    (before,) = entries(as_(alice).get(f"/events/{found.pk}.ics"))
    found.cancel(alice, "Storm")
    (after,) = entries(as_(alice).get(f"/events/{found.pk}.ics"))
    assert after["uid"] == before["uid"]
    assert (before["status"], after["status"]) == ("CONFIRMED", "CANCELLED")


def test_a_calendar_address_shows_without_logging_in_what_its_owner_comes_to(
    open_space, closed_space, alice, bob
):
    meeting(closed_space, alice, title="Ours")
    meeting(open_space, bob, title="Theirs")
    found = as_(None).get(Feed.renewed(alice).get_absolute_url())
    assert [str(entry["summary"]) for entry in entries(found)] == ["Ours"]


def test_a_new_address_ends_the_one_before(open_space, alice):
    old = Feed.renewed(alice).get_absolute_url()
    as_(alice).post("/events/address")
    assert as_(None).get(old).status_code == 404
    assert as_(None).get(Feed.objects.get(person=alice).get_absolute_url()).status_code == 200


def test_the_address_of_who_left_shows_nothing(departed):
    assert as_(None).get(Feed.renewed(departed).get_absolute_url()).status_code == 404


def test_who_left_a_closed_space_finds_its_meetings_no_more_in_their_calendar(closed_space, alice, bob):
    meeting(closed_space, alice).enrol(bob)
    address = Feed.renewed(bob).get_absolute_url()
    assert len(entries(as_(None).get(address))) == 1
    closed_space.leave(bob)
    assert entries(as_(None).get(address)) == []
