"""What posts add to pages: the script that helps to write, ways to what is to be read, followed topics."""

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html

from knoop.community.posts.models import Topic
from knoop.people.models import Person
from knoop.web.slots import in_slot


@in_slot("head")
def composing(request: HttpRequest, _thing: object) -> str:
    if not request.user.is_authenticated:
        return ""
    return format_html('<script src="{}" defer></script>', static("posts/composing.js"))


@in_slot("followed.below")
def followed_topics(request: HttpRequest, _nothing: None) -> str:
    topics = Topic.objects.filter(followings__by=request.user).order_by("name", "pk")
    return render_to_string("posts/followed_topics.html", {"topics": topics}, request)


@in_slot("person.acts", order=20)
def own_links(request: HttpRequest, person: Person) -> str:
    """On somebody's own page: what they keep and follow; a phone has no room for it in its menu."""
    return render_to_string("posts/own_links.html", {}, request) if person.pk == request.user.pk else ""


@in_slot("nav", order=20)
def reading(request: HttpRequest, _nothing: None) -> str:
    return render_to_string("posts/navigation.html", {}, request)
