"""Long conversations and many of them."""

from datetime import timedelta

from knoop.base import clock
from knoop.community.messages.models import Message
from tests.making import LONG_AGO, as_, people, talk


def said(conversation, authors, count):
    conversation.participations.update(since=LONG_AGO)
    Message.objects.bulk_create(
        Message(
            conversation=conversation, author=authors[number % len(authors)], text=f"No. {number}",
            html=f"<p>No. {number}</p>", sent_at=LONG_AGO + timedelta(minutes=number // 3),
        )
        for number in range(count)
    )  # fmt: skip


def cost(browser, address, limit):
    with limit(40) as asked:
        assert browser.get(address).status_code == 200
    return len(asked)


def test_a_long_conversation_costs_what_a_short_one_does(alice, bob, django_assert_max_num_queries):
    found, browser = talk(alice, bob).conversation, as_(alice)
    few = cost(browser, f"/messages/{found.pk}", django_assert_max_num_queries)
    said(found, [alice, bob], 300)
    assert cost(browser, f"/messages/{found.pk}", django_assert_max_num_queries) == few


def test_many_conversations_cost_what_one_does(alice, bob, django_assert_max_num_queries):
    talk(bob, alice)
    browser = as_(alice)
    few = cost(browser, "/messages/", django_assert_max_num_queries)
    for person in people(12):
        talk(person, alice)
    assert cost(browser, "/messages/", django_assert_max_num_queries) == few


def test_each_message_is_on_one_page_of_a_long_conversation(alice, bob):
    found = talk(alice, bob, text="No. last").conversation
    said(found, [alice, bob], 100)
    seen, address = [], f"/messages/{found.pk}"
    for _page in range(3):
        context = as_(alice).get(address).context
        seen += [message.html for message in context["talk"].messages]
        address = f"/messages/{found.pk}?before={context['talk'].earlier}"
    assert len(seen) == len(set(seen)) == 101
    assert context["talk"].earlier == ""


def test_looking_at_earlier_messages_does_not_read_the_new_ones(alice, bob):
    found = talk(alice, bob).conversation
    mine = found.participations.get(person=bob)
    as_(bob).get(f"/messages/{found.pk}?before={int(clock.now().timestamp() * 1e6) + 1}-99")
    mine.refresh_from_db()
    assert mine.read_until < found.messages.get().sent_at
