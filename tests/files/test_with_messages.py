"""Files that go along with private messages: for who is in the conversation, and for nobody else."""

import re
from datetime import timedelta

import pytest

from knoop.base import clock
from knoop.community.files import tasks
from knoop.community.files.models import Attachment, File
from knoop.community.messages.models import Conversation, Message
from knoop.events.models import Event
from knoop.people.leaving import Leaving
from tests.files.making import kept, picture, sent
from tests.making import as_, person, talk

NEW = "/messages/new"


@pytest.fixture
def file(alice, bob) -> File:
    """Of alice, said to bob."""
    found = kept(alice, "plan.txt")
    Conversation.objects.between(alice, [bob]).say(alice, "Look", files=[found])
    return found


def may_open(who, file) -> bool:
    return as_(who).get(file.content_address).status_code == 200


def test_a_conversation_begins_with_files(alice, bob):
    files = [sent("a.jpg", picture()), sent("b.txt", b"x")]
    done = as_(alice).post(NEW, {"to": "bob", "text": "Look", "files": files})
    shown = as_(bob).get(done["Location"]).text
    assert re.search(r'<img [^>]*src="/files/', shown)
    assert "b.txt" in shown


def test_files_go_with_an_answer_in_a_conversation(alice, bob):
    found = talk(alice, bob).conversation
    as_(bob).post(f"/messages/{found.pk}/messages", {"text": "Here", "files": [sent("b.txt", b"x")]})
    assert "b.txt" in as_(alice).get(f"/messages/{found.pk}").text


def test_a_script_adds_them_first_and_gets_the_conversation_with_them(alice, bob):
    found, loose = talk(alice, bob).conversation, kept(bob)
    words = {"text": "Here", "file": [loose.key]}
    part = as_(bob).post(f"/messages/{found.pk}/messages", words, headers={"HX-Request": "true"})
    assert "plan.txt" in part.text
    assert f'value="{loose.key}"' not in part.text


def test_a_photo_says_enough_by_itself_and_nothing_at_all_does_not(alice, bob):
    found = talk(alice, bob).conversation
    at, browser = f"/messages/{found.pk}/messages", as_(bob)
    assert browser.post(at, {"text": " "}).status_code == 422
    assert browser.post(at, {"text": " ", "files": [sent("a.jpg", picture())]}).status_code == 302
    assert "paperclip" in as_(alice).get("/messages/").text


def test_files_survive_a_form_that_is_refused(alice, bob):
    refused = as_(alice).post(NEW, {"text": "To whom?", "files": [sent("a.txt", b"x")]})
    assert refused.status_code == 422
    [key] = re.findall(r'name="file" value="([^"]+)"', refused.text)
    as_(alice).post(NEW, {"to": "bob", "text": "To bob", "file": [key]})
    assert Attachment.objects.get().kind == "message"


def test_a_file_is_left_out_and_the_message_goes_without_script(alice, bob):
    refused = as_(alice).post(NEW, {"text": "To whom?", "files": [sent("a.txt", b"x"), sent("b.txt", b"y")]})
    first, second = re.findall(r'name="file" value="([^"]+)"', refused.text)
    done = as_(alice).post(NEW, {"to": "bob", "text": "To bob", "file": [first, second], "without": first})
    assert done.status_code == 302
    assert Attachment.objects.get().file.key == second


@pytest.mark.parametrize("step", ["look", "with", "not-to"])
def test_files_survive_choosing_people_without_script(alice, bob, step):
    given = {"text": "Half", step: "bob", "files": [sent("a.txt", b"x")]}
    page = as_(alice).post(NEW, given)
    assert page.status_code == 200
    assert f'value="{File.objects.get().key}"' in page.text
    assert not Message.objects.exists()


def test_only_who_is_in_the_conversation_opens_a_file_of_it(alice, bob, carol, file):
    carol.appoint("administrator", by=carol)
    assert may_open(alice, file)
    assert may_open(bob, file)
    assert not may_open(carol, file)
    assert as_(carol).get(file.get_absolute_url()).status_code == 404


def test_who_comes_in_later_opens_what_was_sent_from_then_on(alice, bob, carol):
    found = Conversation.objects.between(alice, [bob, person("dora")])
    before, after = kept(alice, "before.txt"), kept(alice, "after.txt")
    found.say(alice, "One", files=[before])
    found.add(carol, by=alice)
    found.say(alice, "Two", files=[after])
    assert not may_open(carol, before)
    assert may_open(carol, after)


def test_who_leaves_a_group_opens_nothing_of_it_any_more_not_even_their_own(alice, bob, carol):
    found = Conversation.objects.between(alice, [bob, carol])
    hers = kept(alice)
    found.say(alice, "Look", files=[hers])
    found.leave(alice)
    assert not may_open(alice, hers)
    assert may_open(bob, hers)


def test_the_page_of_a_file_leads_to_what_was_said_with_it(alice, bob, file):
    page = as_(bob).get(file.get_absolute_url()).text
    [address] = re.findall(r'href="(/messages/\d+\?before=[^"#]+)', page)
    assert "plan.txt" in as_(bob).get(address).text


def test_a_withdrawn_message_lets_its_files_go(alice, bob, file, monkeypatch):
    Message.objects.get().withdraw(alice)
    assert not may_open(bob, file)
    assert "plan.txt" not in as_(bob).get(Conversation.objects.get().get_absolute_url()).text
    assert Event.objects.filter(verb="file.detached").count() == 1
    later = clock.now() + timedelta(days=1, minutes=1)
    monkeypatch.setattr(clock, "now", lambda: later)
    tasks.sweep.enqueue()
    assert not File.objects.exists()


def test_a_message_that_is_sent_twice_has_its_files_once(alice, bob):
    form = {"to": "bob", "once": "7f1c1a52-3c5f-4b12-9a0e-3d2e8a1c9b55", "file": [kept(alice).key]}
    for _time in range(2):
        assert as_(alice).post(NEW, {"text": "Once", **form}).status_code == 302
    assert Message.objects.count() == Attachment.objects.count() == 1


def test_many_files_in_a_conversation_cost_what_one_costs(alice, bob, django_assert_max_num_queries):
    def cost() -> int:
        with django_assert_max_num_queries(40) as asked:
            browser.get(found.get_absolute_url())
        return len(asked)

    found, browser = talk(alice, bob).conversation, as_(bob)
    found.say(alice, "Look", files=[kept(alice)])
    cost()
    few = cost()
    for _message in range(9):
        found.say(alice, "Look", files=[kept(alice, "a.jpg", picture()), kept(alice)])
    browser.get(found.get_absolute_url())
    assert cost() == few


def test_when_nobody_is_left_the_files_go_with_the_conversation(alice, bob, file):
    from knoop.community.files import holdings as of_files
    from knoop.community.messages import holdings as of_messages

    bob.erased_at = clock.now()
    bob.save(update_fields=["erased_at"])
    leaving = Leaving(alice, takes_words=False)
    of_messages.erase(leaving)
    of_files.erase(leaving)
    assert not Conversation.objects.exists()
    assert not File.objects.exists()


@pytest.mark.parametrize(("takes_words", "left"), [(True, 0), (False, 1)])
def test_who_is_erased_with_their_words_takes_the_files_of_their_messages(alice, file, takes_words, left):
    from knoop.community.messages import holdings

    holdings.erase(Leaving(alice, takes_words=takes_words))
    assert Attachment.objects.count() == left
