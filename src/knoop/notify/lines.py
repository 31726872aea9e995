"""The two lists as they are read: a line for what belongs together, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import cached_property

from knoop.community.meetings.models import Meeting
from knoop.community.posts.models import Comment, Post
from knoop.community.signals.models import Signal
from knoop.notify import wording
from knoop.notify.models import Mute, Notice, NoticeQuerySet
from knoop.notify.reasons import DUTIES
from knoop.people.models import Person

PAGE = 30
EXCERPT = 160  # characters


@dataclass(frozen=True)
class Line:
    """What stands in one line: its newest notice, and of how many people and acts it tells."""

    notice: Notice
    second: str | None
    count: int
    acts: int
    words: str  # the beginning of what was written
    address: str
    mutes: dict[str, str]

    @property
    def sentence(self) -> str:
        who = wording.names(self.notice.actor.name, self.second, self.count)
        return wording.sentence(self.notice.reason, who, self.count, self.where)

    @property
    def where(self) -> str:
        return self.notice.space.name if self.notice.space else ""

    @property
    def names_space(self) -> bool:
        """Whether the sentence says where."""
        return self.notice.reason in wording.NAMES_SPACE

    @property
    def is_unread(self) -> bool:
        return self.notice.read_at is None

    @cached_property
    def is_thread(self) -> bool:
        return self.notice.thing == "post"


@dataclass(frozen=True)
class Page:
    lines: list[Line]
    next: int | None  # the cursor of the next page

    @property
    def has_unread(self) -> bool:
        return any(line.is_unread for line in self.lines)


def page(notices: NoticeQuerySet, before: int | None = None, most: int = PAGE) -> Page:
    """The lines of `notices` after the one that `before` ends at."""
    groups = notices.grouped()
    if before:
        groups = groups.filter(newest__lt=before)
    found = list(groups[: most + 1])
    shown = found[:most]
    return Page(_lines(shown), int(shown[-1]["newest"]) if len(found) > most else None)


def _lines(groups: list[dict[str, object]]) -> list[Line]:
    pks = {group[which] for group in groups for which in ("newest", "oldest")}
    by_pk = Notice.objects.for_lines().in_bulk(pks)
    newest = [by_pk[group["newest"]] for group in groups]
    words = Words(newest)
    lines = []
    for group, notice in zip(groups, newest, strict=True):
        other = by_pk[group["oldest"]].actor
        second = other.name if other.pk != notice.actor_id else None
        count, acts = int(group["count"]), int(group["acts"])
        address = words.address(notice, acts)
        lines.append(Line(notice, second, count, acts, words.of(notice, acts), address, mutable(notice)))
    return lines


def mutable(notice: Notice) -> dict[str, str]:
    """What can be muted on this line, by what it's called in a form."""
    if notice.actor_id == notice.person_id or notice.reason in DUTIES:
        return {}
    can = {Mute.What.PERSON.value: notice.actor.name}
    if notice.space:
        can = {Mute.What.SPACE.value: notice.space.name} | can
    if notice.thing == "post" and notice.reason != "posted":
        can = {Mute.What.POST.value: ""} | can
    return can


class Words:
    """What was written in the things that notices are about, read at once for all of them."""

    def __init__(self, notices: list[Notice]) -> None:
        posts = {one.thing_id for one in notices if one.thing == "post"}
        self.posts = Post.objects.only("text", "title").in_bulk(posts)
        self.comments = Comment.objects.only("text", "post").in_bulk(
            {one.comment_id for one in notices if one.comment_id}
        )
        self.meetings = Meeting.objects.in_bulk({one.thing_id for one in notices if one.thing == "meeting"})
        self.signals = Signal.objects.in_bulk({one.thing_id for one in notices if one.thing == "signal"})

    def of(self, notice: Notice, acts: int = 1) -> str:
        if notice.thing == "meeting":
            meeting = self.meetings.get(notice.thing_id)
            return meeting.title if meeting else ""
        if notice.thing == "signal":
            signal = self.signals.get(notice.thing_id)
            return signal.title if signal else ""
        if notice.comment_id in self.comments:
            return excerpt(self.comments[notice.comment_id].text)
        post = self.posts.get(notice.thing_id) if notice.thing == "post" else None
        return excerpt(post.title or post.text) if post else ""

    def address(self, notice: Notice, acts: int = 1) -> str:
        """Where it can be read; several posts of a space in the space."""
        if notice.reason == "posted" and acts > 1 and notice.space:
            return notice.space.get_absolute_url()
        if notice.comment_id in self.comments:
            return self.comments[notice.comment_id].get_absolute_url()
        if notice.thing == "post" and notice.thing_id in self.posts:
            return self.posts[notice.thing_id].get_absolute_url()
        if notice.thing == "export":
            return reverse("my-data")
        rows = {"meeting": self.meetings, "signal": self.signals}.get(notice.thing, {})
        thing = rows.get(notice.thing_id) or notice.space
        return thing.get_absolute_url() if thing else "/"


def excerpt(text: str) -> str:
    """The beginning of `text` in one line, without the marks of its dialect."""
    flat = " ".join(text.replace("**", "").replace("`", "").lstrip("#> ").split())
    return flat if len(flat) <= EXCERPT else flat[: EXCERPT - 1].rsplit(" ", 1)[0] + "…"


def seen(person: Person, thing: str, pk: int, at: datetime | None = None) -> None:
    """Whoever reads a thing has read the notices about it."""
    mine = Notice.objects.filter(person=person, thing=thing, thing_id=pk).unread()
    if mine.exists():
        mine.read(at, opened=True)
