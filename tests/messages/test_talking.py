"""What people say to each other, and who reads it."""

import pytest

from knoop.community.messages.models import MOST, Conversation, Message, Participation
from knoop.events.models import Event
from tests.making import as_, people, talk

NEW = "/messages/new"


def test_a_message_reaches_the_other_and_is_read_when_it_is_opened(alice, bob):
    found = talk(alice, bob, text="Coffee at **ten**?")
    assert Participation.objects.unread(bob).count() == 1
    assert "<strong>ten</strong>" in as_(bob).get(found.get_absolute_url()).text
    assert Participation.objects.unread(bob).count() == 0


def test_who_writes_has_nothing_unread_by_it(alice, bob):
    talk(alice, bob)
    assert Participation.objects.unread(alice).count() == 0


def test_two_people_have_one_conversation_whoever_begins(alice, bob):
    assert talk(alice, bob).conversation == talk(bob, alice).conversation


def test_three_people_begin_a_new_group_each_time(alice, bob, carol):
    assert talk(alice, bob, carol).conversation != talk(alice, bob, carol).conversation


@pytest.mark.parametrize("role", ["leader", "community_manager", "administrator", "works_council"])
def test_no_role_opens_what_others_say(alice, bob, carol, role):
    found = talk(alice, bob, text="Just us.")
    carol.appoint(role, by=carol)
    assert as_(carol).get(found.get_absolute_url()).status_code == 404
    assert "Just us." not in as_(carol).get("/messages/").text


def test_the_log_says_who_wrote_whom_and_no_word_of_it(alice, bob, carol):
    talk(alice, bob, carol, text="A secret plan")
    event = Event.objects.get(verb="message.sent")
    assert [(tie.kind, tie.to) for tie in event.ties()] == [("message", bob.pk), ("message", carol.pk)]
    assert "secret" not in str(event.facts)


def test_who_is_added_reads_from_then_on_and_not_what_was_said_before(alice, bob, carol):
    dirk = people(1)[0]
    found = talk(alice, bob, dirk, text="Before she came").conversation
    found.add(carol, by=alice)
    found.say(alice, "Welcome")
    page = as_(carol).get(found.get_absolute_url()).text
    assert "Welcome" in page
    assert "Before she came" not in page
    assert "Before she came" not in as_(carol).get("/messages/").text


def test_who_leaves_a_group_reads_nothing_any_more(alice, bob, carol):
    found = talk(alice, bob, carol).conversation
    as_(bob).post(f"/messages/{found.pk}/departure")
    assert as_(bob).get(f"/messages/{found.pk}").status_code == 404
    assert as_(carol).get(f"/messages/{found.pk}").status_code == 200


def test_who_comes_back_has_not_heard_what_was_said_meanwhile(alice, bob, carol):
    found = talk(alice, bob, carol).conversation
    found.leave(bob)
    found.say(alice, "While you were out")
    found.add(bob, by=alice)
    assert "While you were out" not in as_(bob).get(f"/messages/{found.pk}").text


def test_nobody_is_added_to_two_people(alice, bob, carol):
    found = talk(alice, bob).conversation
    assert as_(alice).post(f"/messages/{found.pk}/people", {"username": "carol"}).status_code == 403


def test_a_colleague_is_added_to_a_group_by_username(alice, bob, carol):
    dirk = people(1)[0]
    found = talk(alice, bob, dirk).conversation
    as_(alice).post(f"/messages/{found.pk}/people", {"username": "@Carol"})
    assert as_(carol).get(f"/messages/{found.pk}").status_code == 200


def test_a_group_has_a_limit(alice):
    crowd = people(MOST)
    form = {"to": [person.handle for person in crowd], "text": "Hello all"}
    page = as_(alice).post(NEW, form)
    assert page.status_code == 422
    assert "For more, open a space" in page.text
    assert "Hello all" in page.text


def test_words_that_were_withdrawn_are_gone_for_everybody(alice, bob):
    found = talk(alice, bob, text="Wrong person")
    as_(alice).post(f"/messages/said/{found.pk}/withdrawal")
    for person in (alice, bob):
        page = as_(person).get(found.get_absolute_url()).text
        assert "Withdrawn by its author." in page
        assert "Wrong person" not in page
    assert not Message.objects.filter(text__contains="Wrong").exists()


def test_nobody_withdraws_the_words_of_another(alice, bob):
    found = talk(alice, bob, text="Mine")
    assert as_(bob).post(f"/messages/said/{found.pk}/withdrawal").status_code == 403
    assert "Mine" in as_(alice).get(found.get_absolute_url()).text


def test_a_muted_conversation_waits_in_silence_and_can_be_heard_again(alice, bob):
    found = talk(alice, bob).conversation
    as_(bob).post(f"/messages/{found.pk}/mute")
    assert Participation.objects.unread(bob).count() == 0
    as_(bob).post(f"/messages/{found.pk}/mute")
    assert Participation.objects.unread(bob).count() == 1


def test_the_same_form_sent_twice_is_one_message(alice, bob):
    form = {"to": "bob", "text": "Once", "once": "7f1c1a52-3c5f-4b12-9a0e-3d2e8a1c9b55"}
    as_(alice).post(NEW, form)
    as_(alice).post(NEW, form)
    assert Message.objects.count() == 1


def test_nobody_can_write_to_who_has_left(alice, departed):
    found = talk(alice, departed).conversation
    assert as_(alice).post(f"/messages/{found.pk}/messages", {"text": "Are you there?"}).status_code == 403
    assert as_(alice).post(NEW, {"to": departed.handle, "text": "Hello?"}).status_code == 422
    assert "there is nobody to read it" in as_(alice).get(f"/messages/{found.pk}").text


def test_a_guest_writes_to_who_they_see_and_to_nobody_else(guest, carol, closed_space, alice):
    assert as_(guest).post(NEW, {"to": "carol", "text": "Hi"}).status_code == 422
    closed_space.add(guest, by=alice)
    assert as_(guest).post(NEW, {"to": "alice", "text": "Hi"}).status_code == 302


@pytest.mark.parametrize("step", ["look", "with", "not-to"])
def test_choosing_people_sends_nothing_and_keeps_what_was_typed(alice, bob, carol, step):
    form = {"to": ["bob"], "text": "Half a sentence", "find": "carol", step: "carol"}
    page = as_(alice).post(NEW, form)
    assert page.status_code == 200
    assert "Half a sentence" in page.text
    assert not Conversation.objects.exists()


def test_people_are_found_chosen_and_left_out_again_without_script(alice, bob, carol):
    browser = as_(alice)
    assert "Carol Bos" in browser.post(NEW, {"find": "caro", "look": "1"}).text
    chosen = browser.post(NEW, {"to": ["bob"], "with": "carol"}).context["form"].people
    assert [person.handle for person in chosen] == ["bob", "carol"]
    left = browser.post(NEW, {"to": ["bob", "carol"], "not-to": "bob"}).context["form"].people
    assert [person.handle for person in left] == ["carol"]


def test_a_profile_offers_to_write_to_a_colleague_and_not_to_oneself(alice, bob):
    assert "/messages/new?to=bob" in as_(alice).get("/people/bob").text
    assert "/messages/new?to=" not in as_(alice).get("/people/alice").text
