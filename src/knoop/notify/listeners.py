"""What happened becomes notices: for each act who is told, and why."""

from typing import Any

from knoop.community.meetings.models import Enrolment, Meeting
from knoop.community.posts.models import Comment, Post
from knoop.community.spaces.models import Space
from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.notify import of_signals
from knoop.notify.telling import About, Plan, keepers_of, members_of, who_see
from knoop.people.models import Person


def _tell(event: Event, whom: dict[int, str], about: About) -> None:
    if whom:
        Plan(event, whom, about).carry_out()


def _mentioned(facts: dict[str, Any]) -> list[int]:
    """By name, or because they are in a unit that is."""
    units = facts.get("unit_ids", ())
    of_units = Person.objects.present().filter(unit__in=units).values_list("pk", flat=True) if units else ()
    return [*facts.get("mentioned_ids", ()), *of_units]


@on("post.written")
def of_a_post(event: Event) -> None:
    post = Post.objects.filter(pk=event.about_id, withdrawn_at=None).first()
    if post is None:
        return
    whom = dict.fromkeys(members_of(post.space_id), "posted")
    for reason, people in (
        ("thanked", event.facts.get("thanked_ids", ())),
        ("mentioned", _mentioned(event.facts)),
    ):
        whom |= dict.fromkeys(who_see(post, people), reason)
    _tell(event, whom, About("post", post.pk, post.space_id))


@on("post.answered")
def of_an_answer(event: Event) -> None:
    """Who is mentioned, who is answered, whose post it is, and who wrote in it before."""
    comment = Comment.objects.select_related("post", "to").filter(pk=event.about_id).first()
    if comment is None or comment.withdrawn_at:
        return
    post = comment.post
    earlier = post.comments.filter(pk__lt=comment.pk, withdrawn_at=None)
    whom = dict.fromkeys(earlier.values_list("author_id", flat=True), "thread")
    whom[post.author_id] = "answered_post"
    if comment.to:
        whom[comment.to.author_id] = "answered_comment"
    whom |= dict.fromkeys(_mentioned(event.facts), "mentioned")
    seen = who_see(post, whom)
    about = About("post", post.pk, post.space_id, comment.pk)
    _tell(event, {pk: reason for pk, reason in whom.items() if pk in seen}, about)


@on("post.edited", "comment.edited")
def of_who_is_mentioned_later(event: Event) -> None:
    people = _mentioned(event.facts)
    post = Post.objects.filter(pk=event.facts["post_id"]).first()
    if people and post:
        about = About("post", post.pk, post.space_id, event.facts.get("comment_id"))
        _tell(event, dict.fromkeys(who_see(post, people), "mentioned"), about)


@on("reaction.given")
def of_a_reaction(event: Event) -> None:
    facts = event.facts
    post = Post.objects.filter(pk=facts["post_id"]).first()
    if post:
        about = About("post", post.pk, post.space_id, facts["comment_id"])
        _tell(event, dict.fromkeys(who_see(post, [facts["to_id"]]), "reacted"), about)


@on("space.member_added", "space.request_accepted")
def of_coming_in(event: Event) -> None:
    reason = "added" if event.verb == "space.member_added" else "let_in"
    about = About("space", event.about_id, event.about_id)
    _tell(event, {event.facts["person_id"]: reason}, about)


@on("space.request_declined")
def of_staying_out(event: Event) -> None:
    """The space is only known to who may ask to join it, as to who is invited."""
    about = About("invitation", event.facts["space_id"], event.facts["space_id"])
    _tell(event, {event.facts["person_id"]: "declined"}, about)


@on("space.role_changed")
def of_looking_after(event: Event) -> None:
    facts = event.facts
    if facts["role"] == "administrator":
        _tell(
            event, {facts["person_id"]: "made_keeper"}, About("space", facts["space_id"], facts["space_id"])
        )


@on("space.openness_changed", "space.taken_over")
def of_a_space(event: Event) -> None:
    """Its members hear that others read along, or no longer do; and who looks after it now."""
    reason = "openness" if event.verb == "space.openness_changed" else "taken_over"
    pk = event.facts["space_id"]
    _tell(event, dict.fromkeys(members_of(pk), reason), About("space", pk, pk))


@on("space.invited")
def of_an_invitation(event: Event) -> None:
    about = About("invitation", event.facts["space_id"], event.facts["space_id"])
    _tell(event, {event.facts["person_id"]: "invited"}, about)


@on("space.asked")
def of_who_wants_to_come_in(event: Event) -> None:
    space = Space.objects.filter(pk=event.facts["space_id"]).first()
    if space:
        about = About("space", space.pk, space.pk)
        _tell(event, dict.fromkeys(keepers_of(space), "wants_in"), about)


@on("meeting.changed", "meeting.cancelled", "meeting.moved_up")
def of_a_meeting(event: Event) -> None:
    """Who enrolled hears that time or place is another, or that it's off; who waited that they can come."""
    facts = event.facts
    meeting = Meeting.objects.filter(pk=facts["meeting_id"]).first()
    if meeting is None or (event.verb == "meeting.changed" and not facts["is_moved"]):
        return
    if event.verb == "meeting.moved_up":
        whom = {facts["person_id"]: "place"}
    else:
        enrolled = Enrolment.objects.filter(meeting=meeting).values_list("person_id", flat=True)
        whom = dict.fromkeys(enrolled, "moved" if event.verb == "meeting.changed" else "cancelled")
    _tell(event, whom, About("meeting", meeting.pk, meeting.space_id))


@on("export.made")
def of_own_data(event: Event) -> None:
    _tell(event, {event.facts["person_id"]: "export"}, About("export", event.about_id))


__all__ = ["of_signals"]  # which has listeners of its own
