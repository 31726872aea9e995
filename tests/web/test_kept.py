"""A part that was kept is what would be made anew, whatever changes; and shows nobody another's."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import models
from django.template import Context, Template
from django.utils import timezone, translation

from knoop.base import clock
from knoop.community.posts.models import Post
from knoop.community.spaces.models import Space
from knoop.people.models import Person
from knoop.web import kept

CARD = Template(
    '{% kept post show_space is_own %}{% include "posts/byline.html" with thing=post space=post.space %}'
    '{% include "posts/content.html" %}{% include "posts/save.html" with thing=post %}{% endkept %}'
)


@pytest.fixture(autouse=True)
def empty() -> None:
    kept.parts.forget()


def shown(post: Post, **given: object) -> str:
    given = {"show_space": True, "is_own": False, "csrf_token": "a"} | given
    return CARD.render(Context({"post": post} | given))


def read(post: Post) -> Post:
    return Post.objects.for_stream().get(pk=post.pk)


def columns() -> Iterator[tuple[str, str]]:
    """Everything that a card can be given of a post, its writer and its space."""
    for row, model in (("post", Post), ("author", Person), ("space", Space)):
        for field in model._meta.concrete_fields:
            if isinstance(field, (models.CharField, models.TextField, models.BooleanField)):
                yield row, field.attname


def changed(post: Post, row: str, column: str) -> Post:
    found = read(post)
    thing = found if row == "post" else getattr(found, row)
    before = thing.__dict__.get(column, "")
    setattr(thing, column, not before if isinstance(before, bool) else f"{before or ''}x")
    return found


def test_whatever_changes_the_part_is_made_anew(post: Post) -> None:
    first, differ = shown(read(post)), set()
    for row, column in columns():
        other = changed(post, row, column)
        given = shown(other)
        kept.parts.forget()
        assert given == shown(other), (row, column)
        if given != first:
            differ.add((row, column))
    assert {("post", "html"), ("author", "name"), ("author", "is_guest"), ("space", "slug")} <= differ


def test_the_same_again_is_not_made_again(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shown(read(post))
    monkeypatch.setattr(kept.parts, "parts", kept.parts.parts.copy())
    size = len(kept.parts.parts)
    assert shown(read(post)) == first
    assert len(kept.parts.parts) == size == 1


def test_each_reader_gets_their_own_token(post: Post) -> None:
    assert 'value="mine"' in shown(read(post), csrf_token="mine")
    theirs = shown(read(post), csrf_token="theirs")
    assert 'value="theirs"' in theirs
    assert "mine" not in theirs


def test_a_part_sees_nothing_that_it_is_not_given(post: Post) -> None:
    said = Template("{% kept post %}[{{ user }}{{ request }}]{% endkept %}")
    assert said.render(Context({"post": read(post), "user": "Ada", "request": "r", "csrf_token": ""})) == "[]"


def test_each_language_has_its_own(post: Post) -> None:
    said = Template('{% load i18n %}{% kept post %}{% translate "Home" %}{% endkept %}')
    context = Context({"post": read(post), "csrf_token": ""})
    for language, word in (("nl", "Start"), ("en", "Home")):
        with translation.override(language):
            assert said.render(context) == translation.gettext("Home") == word


def test_words_for_how_long_ago_grow_older(post: Post, pass_time) -> None:
    with translation.override("en"):
        assert "just now" in shown(read(post))
        pass_time(timedelta(minutes=5))
        assert "5 minutes ago" in shown(read(post))
        pass_time(timedelta(hours=2))
        assert "2 hours ago" in shown(read(post))
        pass_time(timedelta(days=400))
        assert str(timezone.localtime(post.published_at).year) in shown(read(post))


def test_what_may_read_more_by_itself_is_not_kept(post: Post) -> None:
    shown(Post.objects.get(pk=post.pk))
    assert not kept.parts.parts


def test_there_is_no_more_kept_than_there_is_room_for() -> None:
    some = kept.Kept(room=10)
    for key in range(9):
        some.part(key, lambda: "four")
    assert list(some.parts) == [7, 8]
    assert some.taken == 8


def test_rows_that_point_at_each_other_are_kept_all_the_same(post: Post) -> None:
    one = read(post)
    one._state.fields_cache["preview"] = twin = read(post)
    twin._state.fields_cache["post"] = one
    assert kept.Keys().of("here", {"post": one}) == kept.Keys().of("here", {"post": one})


def test_a_moment_ages_no_finer_than_its_words() -> None:
    keys = kept.Keys()
    hour = clock.now() - timedelta(hours=3)
    assert keys.of("", {"at": hour}) == keys.of("", {"at": hour})
