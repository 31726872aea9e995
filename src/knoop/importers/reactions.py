"""Reactions of an archive: those that aren't here yet and weren't withdrawn here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from knoop.archives import ArchivedMessage
from knoop.community.posts.models import Comment, CommentReaction, Post, PostReaction
from knoop.community.posts.reactions import LONGEST_EMOJI
from knoop.community.posts.verbs import Reacted
from knoop.events.models import Event
from knoop.importers.models import Origin
from knoop.importers.origins import Origins

MODELS = ((PostReaction, Post, Origin.Kind.POST), (CommentReaction, Comment, Origin.Kind.COMMENT))


class Given(NamedTuple):
    thing: str  # key of the message
    person: str  # key
    emoji: str
    at: datetime


class Reactions:
    def __init__(self, origins: Origins) -> None:
        self.origins = origins
        self.people = origins.of(Origin.Kind.PERSON)

    def bring(self, batch: Sequence[ArchivedMessage], there: Mapping[str, Post | Comment]) -> int:
        """Adds what is new to the things of `batch`, all of which are `there`; returns how many."""
        new = self._new([given for given in _given(batch) if given.person in self.people])
        for model, kind, _origin in MODELS:
            rows = model.objects.bulk_create(
                model(thing=there[g.thing], person_id=self.people[g.person], emoji=g.emoji, at=g.at)
                for g in new
                if isinstance(there[g.thing], kind)
            )
            Event.objects.record_imported(
                (row.person_id, _reacted(row.thing, row.pk), row.thing_id, row.at) for row in rows
            )
        return len(new)

    def count(self, batch: Sequence[ArchivedMessage]) -> int:
        """How many `bring` would add, two accounts of one person counted apart."""
        return len(self._new(_given(batch)))

    def _new(self, given: Sequence[Given]) -> list[Given]:
        keys = {reaction.thing for reaction in given}
        new: dict[tuple[object, ...], Given] = {}
        here: set[tuple[str, int, str]] = set()
        withdrawn: set[tuple[str, int]] = set()
        for model, _kind, origin in MODELS:
            things = {pk: key for key, pk in self.origins.among(origin, keys).items()}
            if things:
                rows = model.objects.filter(thing__in=things).values_list("thing_id", "person_id", "emoji")
                here |= {(things[thing], person, emoji) for thing, person, emoji in rows}
                withdrawn |= _withdrawn(things, of_comments=origin == Origin.Kind.COMMENT)
        for reaction in given:
            person = self.people.get(reaction.person, reaction.person)
            act = reaction.thing, person, reaction.emoji
            if act not in here and act[:2] not in withdrawn:
                new.setdefault(act, reaction)
        return list(new.values())


def _given(batch: Sequence[ArchivedMessage]) -> list[Given]:
    return [
        Given(message.key, reaction.person, reaction.emoji[:LONGEST_EMOJI], reaction.at or message.at)
        for message in batch
        for reaction in message.reactions
    ]


def _withdrawn(things: Mapping[int, str], *, of_comments: bool) -> set[tuple[str, int]]:
    """Who withdrew a reaction to which thing. The log doesn't say which: none of theirs comes back."""
    events = Event.objects.filter(verb="reaction.withdrawn", about_id__in=things)
    return {
        (things[event.about_id], event.actor_id)
        for event in events
        if (event.facts["comment_id"] is not None) == of_comments
    }


def _reacted(thing: Post | Comment, reaction: int) -> Reacted:
    if isinstance(thing, Post):
        return Reacted(thing.pk, None, thing.space_id, thing.author_id, reaction)
    return Reacted(thing.post_id, thing.pk, thing.post.space_id, thing.author_id, reaction)
