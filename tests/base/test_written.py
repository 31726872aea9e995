"""A query that was written once gives what a new one would."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import reduce
from operator import or_

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.test.utils import CaptureQueriesContext

from knoop.base import clock
from knoop.base.written import Sought, written
from knoop.community.posts.models import Comment, Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from tests import making

pytestmark = pytest.mark.django_db


def new(person: Person, since: datetime, least: int) -> QuerySet[Post]:
    answered = Exists(Comment.objects.filter(post=OuterRef("pk"), author=person))
    posts = Post.objects.visible_to(person).select_related("author", "space").annotate(is_answered=answered)
    return posts.filter(published_at__gte=since, pk__gte=least).order_by("pk")


kept = written(new)


def test_it_gives_each_person_what_a_new_query_gives(
    open_space: Space, closed_space: Space, alice: Person, bob: Person, carol: Person
) -> None:
    posts = [*making.posts(open_space, [alice, bob], 3), *making.posts(closed_space, [bob], 3)]
    making.comments(posts[0], [carol], 1)
    for person in (alice, bob, carol):
        for since in (clock.now() - timedelta(days=900), clock.now() - timedelta(minutes=2)):
            fresh = list(new(person, since, posts[1].pk))
            given = kept(person, since, posts[1].pk)
            assert given == fresh
            assert [(p.author, p.space.name, p.is_answered) for p in given] == [
                (p.author, p.space.name, p.is_answered) for p in fresh
            ]


def test_people_who_are_alike_share_it_and_others_have_their_own(
    open_space: Space, alice: Person, bob: Person, carol: Person
) -> None:
    made: list[Person] = []

    @written
    def mine(person: Person) -> QuerySet[Space]:
        made.append(person)
        return Space.objects.visible_to(person)

    carol.become_guest(by=alice)
    assert [mine(alice), mine(bob), mine(carol)] == [[open_space], [open_space], []]
    assert {person.is_guest for person in made} == {False, True}


def test_rows_of_values_come_as_the_query_names_them(open_space: Space, alice: Person, bob: Person) -> None:
    making.posts(open_space, [alice, bob], 3)

    @written
    def counts(authors: tuple[int, ...]) -> QuerySet[Post, dict[str, int]]:
        by = Post.objects.filter(author__in=authors).order_by("author").values("author")
        return by.annotate(count=Count("pk"))

    assert counts((alice.pk, bob.pk)) == [
        {"author": alice.pk, "count": 2},
        {"author": bob.pk, "count": 1},
    ]
    assert counts((bob.pk,)) == [{"author": bob.pk, "count": 1}]
    assert counts(()) == []


def test_words_are_sought_as_they_are(open_space: Space, alice: Person) -> None:
    found = Post.objects.write(alice, open_space, "100% of 5_000")

    @written
    def about(words: tuple[Sought, ...]) -> QuerySet[Post]:
        return Post.objects.filter(reduce(or_, (Q(text__icontains=word) for word in words)))

    assert about((Sought("nothing"), Sought("0% OF"))) == [found]
    assert about((Sought("10%f"), Sought("5 000"))) == []


def test_a_number_larger_than_any_is_no_fault(open_space: Space, alice: Person) -> None:
    making.posts(open_space, [alice], 1)

    @written
    def until(pk: int) -> QuerySet[Post]:
        return Post.objects.filter(pk__lte=pk)

    assert len(until(10**30)) == 1


def test_it_asks_the_database_each_time(open_space: Space, alice: Person) -> None:
    @written
    def texts(person: Person) -> QuerySet[Post, str]:
        return Post.objects.filter(author=person).values_list("text", flat=True)

    assert texts(alice) == []
    making.posts(open_space, [alice], 1)
    with CaptureQueriesContext(connection) as asked:
        assert len(texts(alice)) == 1
    assert len(asked) == 1


def test_a_policy_that_asks_more_of_somebody_than_their_likeness_is_refused(alice: Person) -> None:
    @written
    def neighbours(person: Person) -> QuerySet[Person]:
        return Person.objects.filter(location=person.location)

    with pytest.raises(FieldError, match="location"):
        neighbours(alice)


def test_a_query_may_not_keep_the_time_it_was_written(alice: Person) -> None:
    @written
    def late(_person: Person) -> QuerySet[Post]:
        return Post.objects.filter(published_at__lt=clock.now())

    with pytest.raises(RuntimeError, match="must be given the moment"):
        late(alice)


def test_a_value_that_is_worked_on_beforehand_is_refused() -> None:
    @written
    def doubled(number: int) -> QuerySet[Post]:
        return Post.objects.filter(pk=number // 2)

    with pytest.raises(TypeError, match="makes something else"):
        doubled(4)


def test_more_than_one_query_is_refused() -> None:
    @written
    def posts(least: int) -> QuerySet[Post]:
        return Post.objects.filter(pk__gte=least).prefetch_related("comments")

    with pytest.raises(TypeError, match="prefetches"):
        posts(1)
