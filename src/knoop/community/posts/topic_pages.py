"""What is written about a topic, and following it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from knoop.access.door import fetch
from knoop.community.posts.models import CommentTopic, Post, PostQuerySet, PostTopic, Topic, TopicFollowing
from knoop.community.posts.streams import stream
from knoop.people.models import Person

WRITERS = 6
OF_LAST = 200  # whose posts are looked at to say who writes about it


def about(topic: Topic, person: Person) -> PostQuerySet:
    """Posts about a topic, or in whose answers it was mentioned, that `person` may read."""
    ids = (
        PostTopic.objects.filter(topic=topic)
        .values("thing")
        .union(CommentTopic.objects.filter(topic=topic).values("thing__post"))
    )
    return Post.objects.visible_to(person).filter(pk__in=ids)


def writers(topic: Topic, person: Person) -> list[Person]:
    """Who wrote about it more than once lately, by name: no order of merit."""
    last = about(topic, person).filter(withdrawn_at=None).order_by("-published_at", "-pk")[:OF_LAST]
    times: dict[int, int] = {}
    for author in last.values_list("author", flat=True):
        times[author] = times.get(author, 0) + 1
    often = sorted((pk for pk in times if times[pk] > 1), key=lambda pk: -times[pk])[:WRITERS]
    people = Person.objects.visible_to(person).present().filter(pk__in=often)
    return list(people.order_by("name", "pk"))


@require_safe
def topic(request: HttpRequest, tag: str) -> HttpResponse:
    found = fetch(Topic.objects, request.user, tag=tag.lower())
    shown = stream(
        about(found, request.user), request.user, found.get_absolute_url(), request.GET.get("before", "")
    )
    if request.htmx:
        return render(request, "posts/topic.html#stream", {"topic": found, "stream": shown})
    context = {
        "topic": found,
        "stream": shown,
        "is_followed": TopicFollowing.objects.of(request.user).filter(topic=found).exists(),
        "writers": writers(found, request.user),
    }
    return render(request, "posts/topic.html", context)


@require_POST
def topic_following(request: HttpRequest, tag: str) -> HttpResponse:
    found = fetch(Topic.objects, request.user, tag=tag.lower())
    TopicFollowing.objects.begin(request.user, found)
    return _changed(request, found, is_followed=True)


@require_POST
def topic_following_end(request: HttpRequest, tag: str) -> HttpResponse:
    """Also of a topic of which nothing can be read any more."""
    found = Topic.objects.filter(followings__by=request.user, tag=tag.lower()).first()
    found = found or fetch(Topic.objects, request.user, tag=tag.lower())
    TopicFollowing.objects.end(request.user, found)
    return _changed(request, found, is_followed=False)


def _changed(request: HttpRequest, found: Topic, *, is_followed: bool) -> HttpResponse:
    if request.htmx:
        return render(request, "posts/follow_topic.html", {"topic": found, "is_followed": is_followed})
    return redirect("followed" if request.POST.get("page") == "followed" else found)
