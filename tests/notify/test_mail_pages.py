"""Choosing what is mailed, stopping it from a mail, and how many hear of a post."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Membership
from knoop.notify import tokens
from knoop.notify.audience import Audience, audience
from knoop.notify.models import Arrived, Choice, Letter, MailChoice, Mute, Refusal, SpaceChoice
from tests import making

SENT = {
    "needs": "now",
    "good": "digest",
    "often": "weekly",
    "weekday": "4",
    "hour": "16",
    "quiet_from": "18",
    "quiet_until": "8",
}


@pytest.fixture
def mails(settings):
    settings.MAILS = True


def test_who_chose_nothing_gets_nothing(bob):
    choice = MailChoice.objects.of(bob)
    assert choice.is_silent
    assert not choice.has_digest


def test_what_somebody_chooses_is_kept_and_shown(bob, as_, mails):
    client = as_(bob)
    page = client.post("/notices/mail", SENT | {"has_quiet_hours": "on", "quiet_days": ["5", "6"]})
    assert "Bewaard" in client.get(page["Location"]).text
    choice = MailChoice.objects.get(person=bob)
    assert (choice.needs, choice.good, choice.often, choice.weekday, choice.hour) == (
        "now",
        "digest",
        "weekly",
        4,
        16,
    )
    assert (choice.quiet_from, choice.quiet_until, choice.quiet_days) == (18, 8, "56")
    assert choice.digest_at > clock.now()
    form = client.get("/notices/mail").context["form"]
    assert form["needs"].value() == "now"
    assert form["quiet_days"].value() == [5, 6]


def test_without_quiet_hours_none_are_kept(bob, as_):
    as_(bob).post("/notices/mail", SENT)
    assert not MailChoice.objects.get(person=bob).quiet.has_hours


def test_seven_quiet_days_are_refused_and_what_was_chosen_stays(bob, as_):
    answer = as_(bob).post("/notices/mail", SENT | {"quiet_days": list("0123456")})
    assert answer.status_code == 422
    assert "Laat een dag over" in answer.text
    assert answer.context["form"]["needs"].value() == "now"
    assert not MailChoice.objects.exists()


def test_quiet_hours_that_end_when_they_begin_are_refused(bob, as_):
    answer = as_(bob).post("/notices/mail", SENT | {"has_quiet_hours": "on", "quiet_until": "18"})
    assert answer.status_code == 422


def test_who_wants_no_digest_any_more_has_no_next_one(bob, chosen):
    assert chosen(bob, good="digest").digest_at
    assert chosen(bob, good="none").digest_at is None


def test_the_welcome_asks_one_question_about_mail(alice, as_, mails):
    client = as_(alice)
    assert "mail-first-choice" not in client.get("/welcome?step=4").text
    assert "Wat wil je per mail?" in client.get("/welcome?step=5").text
    page = client.post("/notices/mail/first", {"mail": "now"})
    assert page["Location"] == "/welcome?step=5&kept=mail"
    assert (MailChoice.objects.get().needs, MailChoice.objects.get().good) == ("now", "digest")
    assert "Bewaard" in client.get(page["Location"]).text
    kept = client.post("/notices/mail/first", {"mail": "none"}, headers={"HX-Request": "true"})
    assert "Bewaard" in kept.text
    assert "<form" not in kept.text
    assert MailChoice.objects.get().is_silent


def test_where_no_mail_is_sent_no_page_speaks_of_it(alice, as_):
    client = as_(alice)
    assert "Wat wil je per mail?" not in client.get("/welcome?step=5").text
    assert "/notices/mail" not in client.get("/you/settings").text
    assert 'class="quiet hearing"' not in client.get("/posts/new").text


def test_settings_say_what_is_mailed(alice, as_, mails, chosen):
    assert "Je krijgt geen mail." in as_(alice).get("/you/settings").text
    chosen(alice, needs="now")
    assert "Wacht op jou: Mail me meteen." in as_(alice).get("/you/settings").text


@pytest.mark.parametrize(
    ("place", "after"), [(0, ("none", "digest")), (1, ("now", "none")), (2, ("now", "none"))]
)
def test_one_click_in_a_mail_program_stops_that_list_without_a_log_in(place, after, bob, chosen):
    chosen(bob, needs="now", good="now" if place == 1 else "digest")
    word = tokens.write("stop", bob.pk, place)
    program = Client(enforce_csrf_checks=True)
    answer = program.post(f"/mail/stop/{word}", {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    choice = MailChoice.objects.get(person=bob)
    assert (choice.needs, choice.good) == after


def test_looking_at_the_address_stops_nothing_and_shows_a_button(bob, chosen):
    chosen(bob, needs="now")
    word = tokens.write("stop", bob.pk, 0)
    page = Client().get(f"/mail/stop/{word}")
    assert MailChoice.objects.get().needs == "now"
    assert f'action="/mail/stop/{word}"' in page.text
    stopped = Client().post(f"/mail/stop/{word}", follow=True)
    assert MailChoice.objects.get().needs == "none"
    assert "Deze mails zijn gestopt" in stopped.text


def test_the_address_in_a_mail_is_one_that_works(alice, bob, open_space, *, heard, chosen, post_office):
    chosen(bob, needs="now")
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob")
    address = post_office.to("bob@example.org")[0]["List-Unsubscribe"].strip("<>")
    Client().post(re.sub(r"^http://[^/]+", "", address), {"List-Unsubscribe": "One-Click"})
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob again")
    assert len(post_office.mails) == 1


def test_stopping_all_stops_both_lists(bob, chosen):
    chosen(bob, needs="now", good="digest")
    Client().post(f"/mail/stop/{tokens.write('stop', bob.pk, 0)}", {"all": "1"})
    assert MailChoice.objects.get().is_silent


@pytest.mark.parametrize("numbers", [(99_999, 0), (1,), (1, 2, 3)])
def test_an_address_that_is_nobodys_is_not_there(numbers, db):
    assert Client().get(f"/mail/stop/{tokens.write('stop', *numbers)}").status_code == 404
    assert Client().post(f"/mail/stop/{tokens.write('reply', *numbers)}").status_code == 404


def test_the_author_sees_beforehand_how_many_get_a_mail(alice, bob, open_space, *, as_, mails, chosen):
    others = [making.person(f"x{number}", email=f"x{number}@example.org") for number in range(6)]
    Membership.objects.bulk_create(Membership(space=open_space, person=person) for person in others)
    chosen(bob, good="now")
    for person in others[:5]:
        chosen(person, good="digest")
    chosen(others[5], needs="now")
    Mute.objects.mute(others[0], "space", open_space.pk, None)
    Choice.objects.choose(others[1], {"post": "not"})
    Choice.objects.choose(others[2], {"post": "not"})
    SpaceChoice.objects.create(person=others[2], space=open_space, way="here")
    SpaceChoice.objects.create(person=others[3], space=open_space, way="not")
    assert audience(alice, "town-hall") == Audience(now=1, digest=2, none=4)
    as_(alice).get("/posts/new?space=town-hall")
    text = as_(alice).get("/notices/mail/hearing?space=town-hall").text
    assert "1 krijgt nu een mail" in text
    assert "2 in het overzicht" in text


def test_the_count_is_what_is_told(alice, bob, open_space, *, heard, chosen, post_office, mails):
    chosen(bob, good="now")
    before = audience(alice, "town-hall")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    assert len(post_office.mails) == before.now == 1


def test_the_count_is_one_query_also_for_two_thousand(alice, open_space, django_assert_num_queries):
    people = making.people(2000)
    Membership.objects.bulk_create(Membership(space=open_space, person=person) for person in people)
    with django_assert_num_queries(1):
        assert audience(alice, "town-hall").none == 2001


def test_a_closed_space_is_counted_for_its_members_only(alice, carol, closed_space, as_, mails):
    assert as_(alice).get("/notices/mail/hearing?space=quiet-room").status_code == 200
    assert as_(carol).get("/notices/mail/hearing?space=quiet-room").status_code == 404


def test_the_page_of_the_administrator_costs_as_much_for_thirty_rows_as_for_one(administrator, as_):
    def add(*numbers: int) -> None:
        for number in numbers:
            person = making.person(f"q{number}", email=f"q{number}@example.org")
            Refusal.objects.create(person=person, address=person.email, said="550")
            Letter.objects.create(person=person, state="failed", fault="554")
            Arrived.objects.create(fingerprint=str(number), person=person, fate="empty")

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/administration/mail/").status_code == 200
        return len(queries)

    client = as_(administrator)
    client.get("/administration/mail/")
    add(0)
    few = cost()
    add(*range(1, 30))
    assert cost() == few


def test_notices_lead_to_what_is_mailed_where_mail_is_sent(alice, as_, mails, settings):
    assert "/notices/mail" in as_(alice).get("/notices/").text
    assert "/notices/mail" in as_(alice).get("/notices/settings").text
    settings.MAILS = False
    assert "/notices/mail" not in as_(alice).get("/notices/").text
