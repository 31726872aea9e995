"""The log of what happened is added to and never changed."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.db.models import ProtectedError

from knoop.community.posts.models import Comment, Post
from knoop.community.posts.verbs import Answered, Written
from knoop.community.spaces.models import Space
from knoop.events.models import Event, EventsAreKept
from knoop.events.verbs import Tie, UnknownVerb, verb, verb_named
from knoop.people.models import Person
from knoop.people.verbs import Invited

THEN = datetime(2025, 3, 4, 5, 6, tzinfo=UTC)


@pytest.fixture
def event(post: Post) -> Event:
    return Event.objects.get(verb="post.written")


def test_an_event_can_be_added(alice: Person) -> None:
    Event.objects.record(alice, Invited(alice.pk), about=alice)
    assert Event.objects.count() == 1


def test_an_event_is_not_saved_again(event: Event) -> None:
    event.verb = "post.answered"
    with pytest.raises(EventsAreKept, match="Record a new one"):
        event.save()


def test_an_event_is_not_saved_over_another(event: Event) -> None:
    other = Event(pk=event.pk, at=THEN, actor=event.actor, verb="x", about_id=1, facts={})
    with pytest.raises(EventsAreKept):
        other.save()


def test_an_event_is_not_deleted(event: Event) -> None:
    with pytest.raises(EventsAreKept):
        event.delete()


def test_events_are_not_updated_at_once(event: Event) -> None:
    with pytest.raises(EventsAreKept):
        Event.objects.filter(pk=event.pk).update(verb="x")


def test_events_are_not_updated_in_bulk(event: Event) -> None:
    event.verb = "x"
    with pytest.raises(EventsAreKept):
        Event.objects.bulk_update([event], ["verb"])


def test_events_are_not_updated_by_adding_them_again(event: Event) -> None:
    with pytest.raises(EventsAreKept):
        Event.objects.bulk_create(
            [event], update_conflicts=True, update_fields=["verb"], unique_fields=["id"]
        )


def test_events_are_not_updated_by_asking_to_update_or_create(event: Event) -> None:
    with pytest.raises(EventsAreKept):
        Event.objects.update_or_create(pk=event.pk, defaults={"verb": "x"})


def test_events_are_not_deleted_at_once(event: Event) -> None:
    with pytest.raises(EventsAreKept):
        Event.objects.all().delete()


def test_somebody_who_did_something_is_not_deleted_with_what_they_did(event: Event) -> None:
    with pytest.raises(ProtectedError):
        Person.objects.filter(pk=event.actor_id).delete()


def test_nothing_that_was_refused_changed_the_log(event: Event) -> None:
    for change in (event.delete, Event.objects.all().delete, lambda: Event.objects.update(verb="x")):
        with pytest.raises(EventsAreKept):
            change()
    assert Event.objects.get(pk=event.pk).verb == "post.written"


def test_an_event_says_who_did_what_to_what_and_when(alice: Person, bob: Person) -> None:
    recorded = Event.objects.record(alice, Invited(bob.pk), about=bob, at=THEN)
    kept = Event.objects.get(pk=recorded.pk)
    assert (kept.actor, kept.verb, kept.about_id, kept.facts, kept.at, kept.is_imported) == (
        *(alice, "person.invited", bob.pk, {"person_id": bob.pk}, THEN, False),
    )


def test_what_happened_elsewhere_is_marked_as_imported(alice: Person) -> None:
    Event.objects.record_imported([(alice.pk, Written(1, 2, (3,)), 1, THEN)])
    kept = Event.objects.get()
    assert kept.is_imported
    assert kept.facts.items() >= {"post_id": 1, "space_id": 2, "mentioned_ids": [3]}.items()


def test_whom_an_act_was_addressed_to_outlives_the_thing(post: Post, bob: Person, carol: Person) -> None:
    post.answer(bob, "Agreed, @carol")
    Comment.objects.all().delete()
    Post.objects.all().delete()
    answered = Event.objects.get(verb="post.answered")
    assert answered.ties() == [Tie("reply", post.author_id), Tie("mention", carol.pk)]


def test_nobody_is_tied_to_themselves(post: Post, alice: Person) -> None:
    post.answer(alice, "As I, @alice, said")
    assert Event.objects.get(verb="post.answered").ties() == []


def test_all_ties_come_oldest_first_whatever_the_order_of_recording(alice: Person, bob: Person) -> None:
    later = THEN.replace(year=2026)
    for at, post in ((later, 2), (THEN, 1)):
        Event.objects.record_imported([(alice.pk, Answered(post, post, 1, bob.pk), post, at)])
    assert [(event.at, tie.to) for event, tie in Event.objects.ties()] == [(THEN, bob.pk), (later, bob.pk)]


def test_a_verb_that_no_room_declares_is_refused_by_name(alice: Person) -> None:
    @dataclass(frozen=True)
    class Yodelled:
        person_id: int

    with pytest.raises(UnknownVerb, match="Yodelled"):
        Event.objects.record(alice, Yodelled(1), about=alice)


def test_a_verb_that_was_never_declared_is_not_found() -> None:
    with pytest.raises(UnknownVerb, match=r"No room declares that 'post.yodelled' can happen"):
        verb_named("post.yodelled")


def test_a_name_is_declared_once_and_the_second_is_told_by_whom() -> None:
    with pytest.raises(ValueError, match=r"'post\.written' is declared by knoop.*verbs already"):

        @verb("post.written")
        @dataclass(frozen=True)
        class Other:
            post_id: int

    assert verb_named("post.written").facts is Written


def test_what_failed_halfway_leaves_neither_thing_nor_event(
    alice: Person, open_space: Space, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(type(Event.objects.all()), "create", fail)
    with pytest.raises(RuntimeError):
        Post.objects.write(alice, open_space, "Hello")
    assert not Post.objects.exists()


def test_a_reaction_that_was_withdrawn_ties_nobody_and_stays_in_the_log(post: Post, bob: Person) -> None:
    post.react(bob, "👍")
    assert [(event.actor, tie) for event, tie in Event.objects.ties()] == [
        (bob, Tie("reaction", post.author_id))
    ]
    post.withdraw_reaction(bob, "👍")
    assert list(Event.objects.ties()) == []
    assert Event.objects.filter(verb="reaction.given").count() == 1


def test_a_reaction_given_again_and_again_ties_once(post: Post, bob: Person) -> None:
    comment = post.answer(post.author, "And on Tuesday it closes.")
    for thing in (post, comment):
        thing.react(bob, "👍")
        for _ in range(3):
            thing.withdraw_reaction(bob, "👍")
            thing.react(bob, "👍")
    given = [event.facts["comment_id"] for event, _tie in Event.objects.ties()]
    assert given == [None, comment.pk]


def test_withdrawing_one_reaction_leaves_the_other(post: Post, bob: Person, carol: Person) -> None:
    kept = {post.react(bob, "🎉").pk, post.react(carol, "👍").pk}
    post.react(bob, "👍")
    post.withdraw_reaction(bob, "👍")
    assert {event.facts["reaction_id"] for event, _tie in Event.objects.ties()} == kept
