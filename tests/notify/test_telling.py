"""Who is told of what, in which words, and who isn't."""

from datetime import timedelta
from time import process_time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Membership
from knoop.events.models import Event
from knoop.notify.listeners import of_a_post
from knoop.notify.models import Choice, Mute, Notice, SpaceChoice
from tests import making


def test_members_are_told_of_a_new_post_and_its_author_is_not(alice, bob, open_space, heard, told):
    with heard():
        Post.objects.write(alice, open_space, "The bridge opens")
    assert told(bob) == ["Alice de Wit wrote in Town hall"]
    assert told(alice) == []


def test_several_posts_in_a_space_are_one_line(alice, bob, carol, *, open_space, heard, told):
    open_space.join(carol)
    with heard():
        Post.objects.write(alice, open_space, "One")
        Post.objects.write(bob, open_space, "Two")
        Post.objects.write(bob, open_space, "Three")
    assert told(carol) == ["Bob Smit and Alice de Wit wrote in Town hall"]


def test_who_is_answered_by_many_reads_one_line(alice, post, heard, told):
    with heard():
        for number in range(4):
            post.answer(making.person(f"q{number}", name=f"Q {number}"), "Yes")
    assert told(alice, needs_you=True) == ["Q 3 and 3 others answered your post"]


def test_who_wrote_in_a_thread_is_told_of_what_comes_after(alice, bob, carol, *, post, heard, told):
    post.answer(bob, "Which bridge?")
    with heard():
        post.answer(carol, "The new one")
    assert told(bob) == ["Carol Bos answered where you wrote too"]
    assert told(carol) == []


def test_an_answer_to_a_comment_is_for_who_wrote_that(alice, bob, carol, *, post, heard, told):
    comment = post.answer(bob, "Which bridge?")
    with heard():
        post.answer(carol, "The new one", to=comment)
    assert told(bob, needs_you=True) == ["Carol Bos answered you"]


def test_a_mention_needs_you(alice, bob, open_space, heard, told):
    with heard():
        Post.objects.write(alice, open_space, "Ask @bob")
    assert told(bob, needs_you=True) == ["Alice de Wit mentioned you"]


def test_a_mention_where_you_cannot_read_is_not_told(alice, carol, closed_space, heard, told):
    with heard():
        Post.objects.write(alice, closed_space, "Ask @carol")
    assert Notice.objects.filter(person=carol).count() == 0


def test_a_mention_in_an_open_space_you_are_not_in_is_told(alice, carol, open_space, heard, told):
    with heard():
        Post.objects.write(alice, open_space, "Ask @carol")
    assert told(carol) == ["Alice de Wit mentioned you"]


def test_who_may_not_see_a_thing_any_more_reads_no_notice_of_it(alice, bob, closed_space, heard, told):
    with heard():
        Post.objects.write(alice, closed_space, "Ask @bob")
    assert told(bob) == ["Alice de Wit mentioned you"]
    assert Notice.objects.waiting_for(bob).count() == 1
    closed_space.leave(bob)
    assert told(bob) == []
    assert Notice.objects.waiting_for(bob).count() == 0


def test_of_words_that_were_taken_back_nothing_is_told(alice, bob, post, heard, told):
    with heard():
        comment = post.answer(bob, "Oops")
    assert told(alice) == ["Bob Smit answered your post"]
    comment.withdrawn_at = clock.now()
    comment.save()
    assert told(alice) == []


def test_being_told_twice_of_an_event_tells_once(alice, bob, open_space, heard):
    with heard():
        Post.objects.write(alice, open_space, "Hello")
    of_a_post(Event.objects.get(verb="post.written"))
    assert Notice.objects.filter(person=bob).count() == 1


def test_who_left_is_told_nothing(alice, bob, open_space, administrator, heard):
    bob.depart(administrator)
    with heard():
        Post.objects.write(alice, open_space, "Hello")
    assert Notice.objects.filter(person=bob).count() == 0


def test_a_reaction_is_good_to_know_for_who_wrote(alice, bob, carol, *, post, heard, told):
    with heard():
        post.react(bob, "👍")
        post.react(carol, "👍")
    assert told(alice, needs_you=False) == ["Carol Bos and Bob Smit reacted to what you wrote"]


def test_who_is_added_to_a_space_is_told_by_whom(alice, carol, closed_space, heard, told):
    with heard():
        closed_space.add(carol, by=alice)
    assert told(carol) == ["Alice de Wit made you a member of Quiet room"]


@pytest.mark.parametrize("what", ["post", "space", "person"])
def test_what_is_muted_tells_nothing(what, alice, bob, *, carol, post, heard):
    post.answer(bob, "Hm")
    pk = {"post": post.pk, "space": post.space_id, "person": carol.pk}[what]
    Mute.objects.mute(bob, what, pk, days=1)
    with heard():
        post.answer(carol, "Well")
    assert Notice.objects.filter(person=bob).count() == 0


def test_a_mute_that_is_over_lets_through(bob, carol, post, heard):
    post.answer(bob, "Hm")
    mute = Mute.objects.mute(bob, "post", post.pk, days=1)
    mute.until = clock.now() - timedelta(minutes=1)
    mute.save()
    with heard():
        post.answer(carol, "Well")
    assert Notice.objects.filter(person=bob).count() == 1


def test_a_mention_comes_through_a_muted_space_but_not_from_a_muted_colleague(alice, bob, post, heard):
    Mute.objects.mute(bob, "space", post.space_id, days=None)
    with heard():
        post.answer(alice, "@bob look")
    assert Notice.objects.filter(person=bob).count() == 1
    Mute.objects.mute(bob, "person", alice.pk, days=None)
    with heard():
        post.answer(alice, "@bob look again")
    assert Notice.objects.filter(person=bob).count() == 1


def test_who_wants_none_of_a_kind_has_none(alice, bob, open_space, heard):
    Choice.objects.choose(bob, {"post": "not"})
    with heard():
        Post.objects.write(alice, open_space, "Hello")
    assert Notice.objects.filter(person=bob).count() == 0


def test_a_choice_for_a_space_goes_before_that_for_all(alice, bob, open_space, heard):
    Choice.objects.choose(bob, {"post": "not"})
    SpaceChoice.objects.create(person=bob, space=open_space, way="here")
    with heard():
        Post.objects.write(alice, open_space, "Hello")
    assert Notice.objects.filter(person=bob).count() == 1


def test_two_thousand_people_are_told_in_a_few_queries_and_soon(alice, open_space, heard):
    Membership.objects.bulk_create(
        Membership(space=open_space, person=person) for person in making.people(2000)
    )
    Post.objects.write(alice, open_space, "Hello all")
    event = Event.objects.get(verb="post.written")
    started = process_time()  # of our own, however busy the machine is
    with CaptureQueriesContext(connection) as queries:
        of_a_post(event)
    assert Notice.objects.filter(event=event).count() == 2001
    assert process_time() - started < 5
    assert len([one for one in queries if not one["sql"].startswith("INSERT")]) < 40
