"""What is written may retell a story."""

from django.db.models import Q

from knoop.community.posts.models import Comment, Post
from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.leadership.desk import retelling
from knoop.leadership.desk.models import Booking


@on("post.written", "post.edited", "post.withdrawn", "post.restored")
def of_a_post(event: Event) -> None:
    if post := Post.objects.filter(pk=event.about_id).first():
        retelling.note(post)


@on("post.answered", "comment.edited", "comment.withdrawn", "comment.restored")
def of_an_answer(event: Event) -> None:
    if comment := Comment.objects.select_related("post").filter(pk=event.about_id).first():
        retelling.note(comment)


@on("person.departed")
def of_talks_that_will_not_be(event: Event) -> None:
    """With who left; the other hears of it."""
    theirs = Booking.objects.filter(Q(person=event.about_id) | Q(hour__leader=event.about_id)).coming()
    for booking in theirs.select_related("hour__leader", "person"):
        booking.cancel(booking.person if booking.person_id == event.about_id else booking.hour.leader)
