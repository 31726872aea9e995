"""Planning, changing and cancelling."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from knoop.base import clock
from knoop.community.meetings import series
from knoop.community.meetings.models import Meeting
from knoop.events.models import Event
from tests.making import as_, meeting

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NEW = "/spaces/town-hall/events/new"


def words(days=1, hours=2, **other):
    begins = timezone.localtime(clock.now() + timedelta(days=days)).replace(second=0, microsecond=0)
    moments = {"starts_at": begins, "ends_at": begins + timedelta(hours=hours)}
    return (
        {"title": "A walk", "text": "Bring **boots**."}
        | {name: moment.strftime("%Y-%m-%dT%H:%M") for name, moment in moments.items()}
        | other
    )


def test_what_is_planned_stands_in_its_space_and_at_home(open_space, alice, bob):
    done = as_(alice).post(NEW, words(place="The depot"))
    assert done.status_code == 302
    assert "<strong>boots</strong>" in as_(bob).get(done["Location"]).text
    for page in ("/", "/events/", "/spaces/town-hall/events"):
        assert "A walk" in as_(bob).get(page).text, page


def test_the_same_form_sent_twice_is_one_meeting(open_space, alice):
    again = words(once="7f1c1a52-3c5f-4b12-9a0e-3d2e8a1c9b55")
    assert as_(alice).post(NEW, again)["Location"] == as_(alice).post(NEW, again)["Location"]
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"hours": -1}, "It would end before it begins"),
        ({"days": -1}, "This lies in the past"),
        ({"title": ""}, "Say what it is"),
        ({"capacity": 0}, "With no places nobody can come"),
        ({"enrol_until": "2999-01-01T10:00"}, "This is after it begins"),
    ],
)
def test_what_can_not_be_is_refused_with_the_words_kept(open_space, alice, wrong, said):
    given_words = words(**{"text": "Bring boots."} | wrong)
    page = as_(alice).post(NEW, given_words)
    assert page.status_code == 422
    assert said in page.text
    assert "Bring boots." in page.text
    assert not Meeting.objects.exists()


def test_a_meeting_that_comes_back_is_planned_for_each_of_its_dates(open_space, alice):
    as_(alice).post(NEW, words(repeats="weekly", times=3))
    first, *others = Meeting.objects.order_by("starts_at")
    assert [one.starts_at.astimezone(AMSTERDAM).hour for one in others] == [
        first.starts_at.astimezone(AMSTERDAM).hour
    ] * 2
    assert {one.series for one in others} == {first.series}


@given(
    begins=some.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=some.just(AMSTERDAM)),
    every=some.sampled_from(["weekly", "fortnightly", "monthly"]),
)
def test_dates_rise_and_keep_the_hour_on_the_wall(begins, every):
    found = list(series.dates(begins, every, 12, AMSTERDAM))
    assert [at.date() for at in found] == sorted({at.date() for at in found})
    assert {(at.hour, at.minute) for at in found} == {(begins.hour, begins.minute)}


def test_the_31st_of_a_month_without_one_is_its_last_day():
    begins = datetime(2027, 1, 31, 9, tzinfo=AMSTERDAM)
    assert [at.day for at in series.dates(begins, "monthly", 3, AMSTERDAM)] == [31, 28, 31]


def test_who_organises_it_changes_it_and_who_comes_can_know_that_it_moved(open_space, alice):
    found = meeting(open_space, alice)
    as_(alice).post(f"/events/{found.pk}/change", words(days=3))
    assert Event.objects.get(verb="meeting.changed").facts["is_moved"] is True
    found.refresh_from_db()
    found.change(alice, text="Other words")
    assert Event.objects.filter(verb="meeting.changed").last().facts["is_moved"] is False


def test_others_change_nothing(open_space, alice, bob):
    found = meeting(open_space, alice)
    assert as_(bob).post(f"/events/{found.pk}/change", words(title="Mine")).status_code == 403
    assert as_(bob).post(f"/events/{found.pk}/cancellation", {"because": "x"}).status_code == 403
    found.refresh_from_db()
    assert found.title == "Coffee at the depot"


def test_what_is_cancelled_says_why_and_leaves_home(open_space, alice, bob):
    found = meeting(open_space, alice)
    as_(alice).post(f"/events/{found.pk}/cancellation", {"because": "The depot is closed."})
    assert "The depot is closed." in as_(bob).get(f"/events/{found.pk}").text
    assert "Coffee at the depot" not in as_(bob).get("/").text


def test_cancelling_wants_a_reason(open_space, alice):
    found = meeting(open_space, alice)
    page = as_(alice).post(f"/events/{found.pk}/cancellation", {"because": ""})
    assert page.status_code == 422
    assert "Give a reason" in page.text
