"""Stories, calls and what leaders promise, for tests."""

from datetime import time, timedelta

from django.utils import timezone

from knoop.base import clock
from knoop.community.posts.models import Draft, Handover, Kind, Post
from knoop.community.spaces.models import Space
from knoop.leadership.desk.leading import free_pieces
from knoop.leadership.desk.models import (
    Booking,
    CallToAction,
    LeaderPage,
    LeaderQuestion,
    OfficeHour,
    Purpose,
    Story,
)
from knoop.people.models import Person
from tests.signals.making import brought_to, signal


def desk_parts(post: Post, closed_post: Post, leader: Person) -> dict[str, int]:
    """What addresses of the desk are about, of whoever wrote the posts."""
    author = post.author
    handed = Draft.objects.create(author=author, sent={"text": ["For you"]})
    return {
        "closed_story": Story.objects.create(author=author, pattern="action").pk,
        "open_call": CallToAction.objects.create(post=post, words="Come along").pk,
        "closed_call": CallToAction.objects.create(post=closed_post, words="Come along").pk,
        "closed_handover": Handover.objects.hand_over(handed, author, leader).pk,
        "open_leader": leader.handle,
        "open_asked": LeaderQuestion.objects.ask(author, leader, "When do we begin?").pk,
        "open_hour": hours(leader).pk,
        "closed_booking": booked(leader, author).pk,
    }


def hours(leader: Person, **fields: object) -> OfficeHour:
    """Each week on the day after tomorrow, from nine to ten."""
    day = timezone.localdate(clock.now() + timedelta(days=2)).weekday()
    given = {"weekday": day, "begins": time(9), "minutes": 60, "place": "Canteen"} | fields
    return OfficeHour.objects.create(leader=leader, **given)


def booked(leader: Person, by: Person) -> Booking:
    hour = leader.office_hours.first() or hours(leader)
    return hour.book(by, free_pieces(leader)[0][1], "The depot")


def desk_pages(leader: Person, other: Person) -> dict[str, int]:
    """A story in the studio, and one that was posted with all that stands below it."""
    text = "Last Tuesday Rinske stood at the gate. Who comes along?"
    made = Story.objects.create(author=leader, pattern="me", title="The gate", text=text, ask="Come along")
    space = Space.objects.of(leader).order_by("pk").first()
    told = Post.objects.write(leader, space, text, kind=Kind.STORY, title="The gate", drafted_with=[other])
    Purpose.objects.create(post=told, wanted="who_i_am")
    CallToAction.objects.create(post=told, words="Come along").join(other)
    told.answer(other, "Well told")
    Post.objects.write(other, space, f"Read /posts/{told.pk}")
    Draft.objects.create(author=leader, sent={"text": ["Mine"]})
    theirs = Draft.objects.create(author=other, sent={"text": ["Say this"]})
    Handover.objects.hand_over(theirs, other, leader)
    LeaderQuestion.objects.ask(other, leader, "When do we begin?")
    LeaderQuestion.objects.ask(other, leader, "Who decides?").say(leader, "You do.")
    booked(leader, other)
    LeaderPage(person=leader).say("That *everybody* is heard.", shows_record=True)
    for state in ("raised", "looking", "yes", "changed", "told"):
        brought_to(state, signal(other, leader), leader)
    return {"story": made.pk, "story_post": told.pk}
