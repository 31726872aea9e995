"""Mail that goes out: to whom, of what, in which thread, and once."""

import re
from datetime import timedelta
from time import process_time

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.cli.listening import free_port
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Membership
from knoop.events.models import Event
from knoop.jobs.models import Job
from knoop.notify import mailing
from knoop.notify.listeners import of_a_post
from knoop.notify.models import Letter, MailChoice, Mute, Notice, Refusal, Station
from tests import making
from tests.notify import sink
from tests.notify.conftest import sent_by

ALICE = "alice@example.org"
BOB = "bob@example.org"


def test_nobody_gets_a_mail_they_did_not_choose(alice, bob, open_space, heard, *, post_office, mail_turn):
    bob.email = BOB
    bob.save()
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob")
    mail_turn()
    assert Notice.objects.filter(person=bob).exists()
    assert post_office.mails == []


def test_who_chose_so_gets_a_mail_of_what_needs_them_and_of_nothing_else(
    alice, bob, open_space, *, heard, chosen, post_office
):
    chosen(bob, needs="now")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
        Post.objects.write(alice, open_space, "Ask **@bob** about the bridge")
    [sent] = post_office.to(BOB)
    assert sent["Subject"] == "[Town hall] Ask @bob about the bridge"
    assert "Alice de Wit noemde je" in sent.get_body(("plain",)).get_content()
    assert "<strong>" in sent.get_body(("html",)).get_content()


def test_a_mail_speaks_the_language_of_its_reader(alice, bob, open_space, heard, *, chosen, post_office):
    bob.language = "en"
    chosen(bob, needs="now")
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob")
    [sent] = post_office.to(BOB)
    assert "Alice de Wit mentioned you" in sent.get_body(("plain",)).get_content()
    assert sent["From"].addresses[0].display_name == "Alice de Wit via Knoop"


def test_answers_stand_in_the_thread_of_their_post(alice, bob, open_space, heard, *, chosen, post_office):
    chosen(bob, good="now", needs="now")
    chosen(alice, needs="now")
    with heard():
        post = Post.objects.write(alice, open_space, "The bridge opens")
        first = post.answer(bob, "When?")
        second = post.answer(alice, "Monday", first)
    beginning, answer = post_office.to(BOB)
    top, own = f"<post.{post.pk}@intranet.example>", f"<comment.{first.pk}@intranet.example>"
    assert beginning["Message-ID"] == top
    assert beginning["In-Reply-To"] is None
    assert answer["Message-ID"] == f"<comment.{second.pk}@intranet.example>"
    assert answer["In-Reply-To"] == own
    assert answer["References"] == f"{top} {own}"
    assert answer["Subject"] == f"Re: {beginning['Subject']}"
    [to_alice] = post_office.to(ALICE)
    assert (to_alice["Message-ID"], to_alice["In-Reply-To"], to_alice["References"]) == (own, top, top)


def test_a_mail_says_that_no_human_wrote_it_and_how_it_is_stopped(
    alice, bob, open_space, *, heard, chosen, post_office
):
    chosen(bob, needs="now")
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob")
    [sent] = post_office.to(BOB)
    assert sent["Auto-Submitted"] == "auto-generated"
    assert sent["Precedence"] == "bulk"
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.fullmatch(r"<http://[^>]+/mail/stop/[a-z2-7]+>", sent["List-Unsubscribe"])
    assert sent["Reply-To"] is None  # nobody would read what comes there


def test_what_is_not_visible_any_more_is_not_sent(
    alice, bob, closed_space, *, heard, chosen, post_office, mail_turn
):
    chosen(bob, needs="now", quiet_days="0123456")
    with heard():
        post = Post.objects.write(alice, closed_space, "Ask @bob")
    assert Letter.objects.get().state == "waiting"
    closed_space.memberships.filter(person=bob).delete()
    chosen(bob, quiet_days="")
    Letter.objects.update(due_at=clock.now())
    mail_turn()
    assert Letter.objects.get().state == "dropped"
    assert post_office.mails == []
    assert post.pk


@pytest.mark.parametrize("way", ["withdrawn", "read", "muted", "unwanted"])
def test_what_need_not_be_told_any_more_is_not_sent(
    way, alice, bob, open_space, *, heard, chosen, post_office, mail_turn
):
    chosen(bob, good="now", quiet_days="0123456")
    with heard():
        post = Post.objects.write(alice, open_space, "Hello all")
    match way:
        case "withdrawn":
            post.withdraw(alice)
        case "read":
            Notice.objects.filter(person=bob).read()
        case "muted":
            Mute.objects.mute(bob, "space", open_space.pk, 1)
        case "unwanted":
            chosen(bob, good="none")
    chosen(bob, quiet_days="")
    Letter.objects.update(due_at=clock.now())
    mail_turn()
    assert (Letter.objects.get().state, post_office.mails) == ("dropped", [])


def test_what_waited_for_quiet_days_to_end_is_sent_then(
    alice, bob, open_space, *, heard, chosen, post_office, mail_turn
):
    chosen(bob, good="now", quiet_days="0123456")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    chosen(bob, quiet_days="")
    Letter.objects.update(due_at=clock.now())
    mail_turn()
    assert len(post_office.to(BOB)) == 1


def test_no_notice_is_mailed_twice(alice, bob, open_space, heard, *, chosen, post_office, mail_turn):
    chosen(bob, good="now")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    of_a_post(Event.objects.get(verb="post.written"))  # a listener may be told twice
    mail_turn()
    assert len(post_office.to(BOB)) == 1


def test_only_one_of_two_workers_hands_a_letter_over(bob, chosen):
    chosen(bob, needs="now")
    letter = Letter.objects.create(person=bob)
    assert Letter.objects.get(pk=letter.pk).hand()
    assert not Letter.objects.get(pk=letter.pk).hand()


def test_what_a_killed_worker_had_in_hand_is_not_sent_again_but_shown(
    bob, chosen, administrator, *, as_, mail_turn, post_office
):
    chosen(bob, needs="now")
    letter = Letter.objects.create(person=bob)
    letter.hand()
    Letter.objects.update(handed_at=clock.now() - timedelta(hours=1))
    mail_turn()
    assert post_office.mails == []
    assert "bob@example.org" in as_(administrator).get("/administration/mail/").text


def test_a_refused_address_is_shown_to_the_administrator_and_left_alone(
    alice, bob, open_space, *, administrator, heard, chosen, post_office, as_, mail_turn
):
    chosen(bob, good="now")
    post_office.refused[BOB] = "550 5.1.1 No such user here"
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
        Post.objects.write(alice, open_space, "Hello again")
    refusal = Refusal.objects.get(person=bob)
    assert "No such user here" in as_(administrator).get("/administration/mail/").text
    assert list(Letter.objects.values_list("state", "fault")) == [
        ("failed", "550 5.1.1 No such user here"),
        ("failed", "refused before"),
    ]
    assert "bob@example.org" in as_(bob).get("/notices/mail").text
    post_office.refused.clear()
    as_(administrator).post(f"/administration/mail/{refusal.pk}/retrial")
    mail_turn()
    assert len(post_office.to(BOB)) == 2


def test_with_a_new_address_mail_goes_out_again(alice, bob, open_space, heard, *, chosen, post_office):
    chosen(bob, good="now")
    Refusal.objects.create(person=bob, address="old@example.org", said="550")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    assert len(post_office.to(BOB)) == 1


def test_an_address_that_is_full_for_now_is_tried_later(
    alice, bob, open_space, *, heard, chosen, post_office, mail_turn, pass_time
):
    chosen(bob, good="now")
    post_office.refused[BOB] = "452 4.2.2 Mailbox full"
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    letter = Letter.objects.get()
    assert (letter.state, letter.attempts, letter.fault) == ("waiting", 1, "452 4.2.2 Mailbox full")
    assert not Refusal.objects.exists()
    post_office.refused.clear()
    mail_turn()
    assert post_office.mails == []
    pass_time(timedelta(seconds=11))
    mail_turn()
    assert len(post_office.to(BOB)) == 1


def test_while_the_server_is_down_letters_wait_and_nothing_is_lost(
    alice, bob, open_space, *, heard, chosen, settings, mail_turn
):
    port = free_port()
    sent_by(settings, port)
    chosen(bob, good="now")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    assert Letter.objects.get().state == "waiting"
    assert Station.objects.get(name="out").fault
    with sink.running(port) as server:
        mail_turn()
        assert len(server.to(BOB)) == 1
    assert not Station.objects.get(name="out").fault


def test_a_server_that_takes_letters_again_is_well_before_all_are_sent(
    alice, bob, open_space, *, heard, chosen, post_office, mail_turn, monkeypatch
):
    chosen(bob, good="now")
    Station.ill("out", "Nobody is in.")
    monkeypatch.setattr(mailing, "LONGEST_ROUND", -1.0)
    monkeypatch.setattr(mailing, "AT_A_TIME", 1)
    for words in ("One", "Two"):
        with heard():
            Post.objects.write(alice, open_space, words)
    Letter.objects.update(state="waiting", handed_at=None)
    assert mailing.send_due()
    assert not Station.objects.get(name="out").fault


def test_a_server_that_refuses_us_costs_no_letter(
    alice, bob, open_space, heard, *, chosen, post_office, mail_turn
):
    post_office.refused_senders["knoop@intranet.example"] = "550 5.7.1 Not authenticated"
    chosen(bob, good="now")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    assert Letter.objects.get().state == "waiting"
    assert "Not authenticated" in Station.objects.get(name="out").fault
    post_office.refused_senders.clear()
    mail_turn()
    assert len(post_office.to(BOB)) == 1


def test_who_left_gets_no_mail(
    alice, bob, open_space, *, administrator, heard, chosen, post_office, mail_turn
):
    chosen(bob, good="now", quiet_days="0123456")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    bob.depart(administrator)
    Letter.objects.update(due_at=clock.now())
    mail_turn()
    assert post_office.mails == []


def test_without_a_server_nothing_is_queued(alice, bob, open_space, heard, chosen):
    chosen(bob, good="now")
    with heard():
        Post.objects.write(alice, open_space, "Hello all")
    assert not Letter.objects.exists()
    assert mail.outbox == []


def test_two_thousand_who_want_mail_are_queued_soon_and_the_post_is_not_held_up(
    alice, open_space, tabled, settings
):

    settings.MAILS = True
    people = making.people(2000)
    for number, person in enumerate(people):
        person.email = f"p{number}@example.org"
    type(alice).objects.bulk_update(people, ["email"], batch_size=500)
    Membership.objects.bulk_create(Membership(space=open_space, person=person) for person in people)
    MailChoice.objects.bulk_create(MailChoice(person=person, good="now") for person in people)
    started = process_time()  # of our own, however busy the machine is
    Post.objects.write(alice, open_space, "Hello all")
    assert process_time() - started < 0.15
    event = Event.objects.get(verb="post.written")
    started = process_time()
    with CaptureQueriesContext(connection) as queries:
        of_a_post(event)
    assert process_time() - started < 5
    assert len([one for one in queries if not one["sql"].startswith("INSERT")]) < 50
    assert Letter.objects.count() == 2000
    assert Job.objects.filter(task="knoop.notify.tasks.send").count() == 1
