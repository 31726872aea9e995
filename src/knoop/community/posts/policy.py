"""Who may read, answer and react."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Q

from knoop.community.posts.kinds import Kind
from knoop.community.spaces import policy as spaces

if TYPE_CHECKING:
    from knoop.community.posts.models import Comment, Draft, Handover, Poll, Post
    from knoop.people.models import Person


def visible(person: Person) -> Q:
    return spaces.visible(person, "space")


def visible_comments(person: Person) -> Q:
    return spaces.visible(person, "post__space")


def takes_drafts(person: Person) -> bool:
    """Whom colleagues may hand a draft over to: for whom others are used to write."""
    return person.is_a("leader")


def may_hand_over(person: Person, draft: Draft) -> bool:
    """Their own, and not one that came from somebody else: whoever wrote it is told what became of it."""
    handover = getattr(draft, "handover", None)
    return draft.author_id == person.pk and not person.is_guest and (not handover or not handover.is_waiting)


def may_decline(person: Person, handover: Handover) -> bool:
    return handover.to_id == person.pk and handover.is_waiting


def may_take_back(person: Person, handover: Handover) -> bool:
    return handover.by_id == person.pk and handover.is_waiting


def may_answer(person: Person, post: Post) -> bool:
    """Also what was withdrawn: the conversation goes on."""
    return spaces.may_answer(person, post.space)


def may_accept(person: Person, post: Post) -> bool:
    """Who asked says what helped; where they don't, an administrator of the space may."""
    if post.kind != "question" or hasattr(post.space, "archival"):
        return False
    return (
        post.author_id == person.pk
        or post.space.memberships.filter(person=person, role="administrator").exists()
    )


def may_react(person: Person, thing: Post | Comment) -> bool:
    """An own reaction may always be taken back: that adds nothing."""
    return not thing.withdrawn_at and spaces.may_answer(person, _post_of(thing).space)


def kinds_for(person: Person) -> list[Kind]:
    """What somebody may write. News is of the organisation, so it's for who speaks for it."""
    speaks = person.is_a("community_manager", "leader")
    return [kind for kind in Kind if kind != Kind.NEWS or speaks]


def may_edit(person: Person, thing: Post | Comment) -> bool:
    """Nobody changes another's words."""
    space = _post_of(thing).space
    return thing.author_id == person.pk and not thing.withdrawn_at and spaces.may_answer(person, space)


def may_withdraw(person: Person, thing: Post | Comment) -> bool:
    """Also where nothing can be added any more: this takes something away."""
    return thing.author_id == person.pk and not thing.withdrawn_at


def may_restore(person: Person, thing: Post | Comment) -> bool:
    return thing.author_id == person.pk and thing.can_be_restored


def may_read_versions(thing: Post | Comment) -> bool:
    """Who may read it may read what it said before; what was withdrawn is not read any more."""
    return not thing.withdrawn_at


def may_pin(person: Person, post: Post) -> bool:
    if hasattr(post.space, "archival") or post.withdrawn_at:
        return False
    administers = post.space.memberships.filter(person=person, role="administrator").exists()
    return administers or person.is_a("community_manager")


def may_vote(person: Person, poll: Poll) -> bool:
    is_open = not poll.is_closed and not poll.post.withdrawn_at
    return is_open and spaces.may_answer(person, poll.post.space)


def may_close(person: Person, poll: Poll) -> bool:
    return poll.post.author_id == person.pk and not poll.is_closed


def _post_of(thing: Post | Comment) -> Post:
    return thing if thing.word == "post" else thing.post
