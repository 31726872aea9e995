"""Who hears of what, asked of the policies that pages ask."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.community.messages.models import Conversation
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Membership
from knoop.events.models import Event
from knoop.live.audience import Listening, said_to
from knoop.live.models import KEPT, MOST_MISSED, Signal
from knoop.live.reading import Tail
from knoop.live.tasks import forget_signals
from knoop.people.following import Following
from tests import making


def listening(*people, **watched) -> Listening:
    """All of `people`, who look at what `watched` says: post_12=[alice]."""
    watchers = {tuple(what.split("_")): {one.pk for one in who} for what, who in watched.items()}
    if "notices" in watched:
        watchers["notices", ""] = watchers.pop(("notices",))
    return Listening({person.pk for person in people}, watchers)


def heard(signal: Signal, listeners: Listening) -> dict[int, list[str]]:
    told = said_to([signal], listeners)
    return {person: [kind for kind, _thing, _place in said] for person, said in told.items()}


def of_post(post) -> Signal:
    return Signal.objects.give("post", post.pk, post.space_id, post.author_id)


def of_comment(comment) -> Signal:
    return Signal.objects.give("comment", comment.pk, comment.post_id, comment.author_id)


def test_members_hear_of_a_post_and_its_author_does_not(post, alice, bob, carol):
    assert heard(of_post(post), listening(alice, bob, carol)) == {bob.pk: ["post"]}


def test_who_muted_a_space_hears_of_its_posts_only_while_they_look_at_it(post, bob):
    Membership.objects.get(space=post.space, person=bob).mute()
    assert heard(of_post(post), listening(bob)) == {}
    watching = {f"space_{post.space_id}": [bob]}
    assert heard(of_post(post), listening(bob, **watching)) == {bob.pk: ["post"]}


def test_who_follows_its_author_hears_of_a_post_they_may_read(post, alice, carol):
    Following.objects.begin(carol, alice)
    assert heard(of_post(post), listening(carol)) == {carol.pk: ["post"]}


def test_who_follows_its_author_hears_nothing_of_a_post_in_a_closed_space(closed_post, alice, carol):
    Following.objects.begin(carol, alice)
    assert heard(of_post(closed_post), listening(carol)) == {}


def test_who_looks_at_an_open_space_hears_of_its_posts(post, carol):
    watching = {f"space_{post.space_id}": [carol]}
    assert heard(of_post(post), listening(carol, **watching)) == {carol.pk: ["post"]}


def test_who_names_a_closed_space_hears_nothing_of_it(closed_post, carol):
    watching = {f"space_{closed_post.space_id}": [carol]}
    assert heard(of_post(closed_post), listening(carol, **watching)) == {}


def test_a_guest_hears_nothing_of_an_open_space(post, guest):
    watching = {f"space_{post.space_id}": [guest], f"post_{post.pk}": [guest]}
    assert heard(of_post(post), listening(guest, **watching)) == {}
    assert heard(of_comment(post.answer(post.author, "Yes")), listening(guest, **watching)) == {}


def test_nobody_hears_of_a_post_that_is_withdrawn_by_now(post, bob):
    signal = of_post(post)
    post.withdraw(post.author)
    assert heard(signal, listening(bob)) == {}


def test_an_answer_is_for_who_looks_at_its_post(post, bob, carol, leader):
    watching = {f"post_{post.pk}": [bob, carol]}
    signal = of_comment(post.answer(post.author, "Yes"))
    assert heard(signal, listening(bob, carol, leader, **watching)) == {
        bob.pk: ["comment"],
        carol.pk: ["comment"],
    }


def test_who_names_a_post_in_a_closed_space_hears_nothing_of_its_answers(closed_post, bob, carol):
    watching = {f"post_{closed_post.pk}": [bob, carol]}
    signal = of_comment(closed_post.answer(closed_post.author, "Yes"))
    assert heard(signal, listening(bob, carol, **watching)) == {bob.pk: ["comment"]}


def test_a_message_is_for_who_is_in_the_conversation(alice, bob, carol):
    message = Conversation.objects.between(alice, [bob]).say(alice, "Hello")
    signal = Signal.objects.give("message", message.pk, message.conversation_id, alice.pk)
    assert heard(signal, listening(alice, bob, carol)) == {bob.pk: ["message"]}


def test_a_notice_that_needs_somebody_is_told_to_them_alone(alice, bob, carol, *, open_space, happening):
    with happening():
        Post.objects.write(alice, open_space, "Ask @bob")
    signal = Signal.objects.get(kind="notice")
    assert heard(signal, listening(alice, bob, carol)) == {bob.pk: ["needs"]}


def test_what_is_good_to_know_is_told_to_who_looks_at_notices(alice, bob, open_space, happening):
    with happening():
        Post.objects.write(alice, open_space, "The bridge opens")
    signal = Signal.objects.get(kind="notice")
    assert heard(signal, listening(bob)) == {}
    assert heard(signal, listening(bob, notices=[bob])) == {bob.pk: ["good"]}


def test_acts_are_said_with_numbers_only(alice, bob, open_space, happening):
    with happening():
        post = Post.objects.write(alice, open_space, "The bridge opens")
        comment = post.answer(bob, "At last")
    said = set(Signal.objects.exclude(kind="notice").values_list("kind", "thing_id", "place_id", "by_id"))
    assert said == {
        ("post", post.pk, open_space.pk, alice.pk),
        ("comment", comment.pk, post.pk, bob.pk),
    }


def test_whom_a_job_told_before_it_broke_is_not_told_again(alice, bob, open_space, happening):
    from knoop.notify.listeners import of_a_post

    with happening():
        Post.objects.write(alice, open_space, "The bridge opens")
    of_a_post(Event.objects.get(verb="post.written"))
    assert Signal.objects.filter(kind="notice").count() == 1


@pytest.mark.parametrize("count", [1, 60])
def test_many_members_cost_no_more_queries_than_one(post, count):
    people = making.people(count)
    for person in people:
        post.space.join(person)
    signal, who = of_post(post), listening(*people)
    with CaptureQueriesContext(connection) as asked:
        assert len(said_to([signal], who)) == count
    assert len(asked) == 3


def test_nothing_new_costs_one_query(post, django_assert_num_queries):
    of_post(post)
    tail = Tail()
    tail.begin()
    with django_assert_num_queries(1):
        assert tail.look() == []


def test_a_lower_number_that_comes_in_late_is_told_too(post):
    """On PostgreSQL a slower transaction may have taken its number first."""
    early, late = of_post(post), of_post(post)
    number = early.pk
    slow = Signal(pk=number, kind="post", thing_id=post.pk, place_id=post.space_id)
    early.delete()
    tail = Tail(position=number - 1)
    assert tail.look() == [late]
    slow.save(force_insert=True)
    assert tail.look() == [slow]
    assert tail.look() == []


def test_who_missed_little_is_told_of_it(post):
    first, second = of_post(post), of_post(post)
    assert Signal.objects.missed(first.pk, None) == [second]
    assert Signal.objects.missed(None, first.at) == [first, second]
    assert Signal.objects.missed(None, None) == []


def test_who_missed_more_than_is_kept_asks_for_everything_anew(post, pass_time):
    first = of_post(post)
    since = clock.now()
    pass_time(KEPT + timedelta(minutes=1))
    of_post(post)
    forget_signals.func()
    assert Signal.objects.missed(first.pk, None) is None
    assert Signal.objects.missed(None, since) is None


def test_after_a_quiet_day_who_heard_the_last_one_missed_nothing(post, pass_time):
    last = of_post(post)
    pass_time(timedelta(days=1))
    forget_signals.func()
    assert Signal.objects.missed(last.pk, None) == []


def test_who_missed_very_much_asks_for_everything_anew(post):
    first = of_post(post)
    Signal.objects.bulk_create(Signal(kind="post", thing_id=1) for _one in range(MOST_MISSED + 1))
    assert Signal.objects.missed(first.pk, None) is None
