"""What becomes of posts and answers when somebody is erased: theirs lose their name or their words, and in
those of others a mention says no longer whom."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast

from knoop.base import clock
from knoop.community.files.attachments import let_go
from knoop.community.posts import mentions
from knoop.community.posts.models import (
    Comment,
    CommentRevision,
    CommentTopic,
    Draft,
    LinkPreview,
    Option,
    Poll,
    Post,
    PostRevision,
    PostTopic,
    Topic,
)
from knoop.people.leaving import Leaving


def erase(leaving: Leaving) -> tuple[()]:
    for model in (PostRevision, CommentRevision):  # what they said before, and what others can't take back
        model.objects.filter(thing__author=leaving.person).delete()
    if leaving.takes_words:
        _take_away(leaving)
    for thing in _that_name(leaving):
        _reword(thing, leaving)
        leaving.changed[thing.word].add(thing.pk)
    _reword_earlier(leaving)
    _reword_options(leaving)
    _reword_drafts(leaving)
    # What they wrote for another to say and isn't said yet goes with them: it was never anybody's but theirs.
    Draft.objects.filter(handover__by=leaving.person, handover__declined_at=None).delete()
    return ()


def _take_away(leaving: Leaving) -> None:
    """As if they had withdrawn it all, for good."""
    previews = set(Post.objects.filter(author=leaving.person).values_list("preview", flat=True)) - {None}
    topics = _topics_of(leaving)
    for model in (Post, Comment):
        theirs = model.objects.filter(author=leaving.person)
        let_go(theirs)
        leaving.changed[model.word].update(theirs.values_list("pk", flat=True))
        for rows in ("mentions", "unit_mentions", "topic_uses"):
            model._meta.get_field(rows).related_model.objects.filter(thing__in=theirs.values("pk")).delete()
        theirs.filter(withdrawn_at=None).update(withdrawn_at=clock.now())
        theirs.update(text="", html="")
    Post.objects.filter(author=leaving.person).update(title="", preview=None)
    Poll.objects.filter(post__author=leaving.person).delete()
    others = Post.objects.filter(preview=OuterRef("pk"))
    LinkPreview.objects.filter(~Exists(others), pk__in=previews).delete()
    used = [Exists(uses.objects.filter(topic=OuterRef("pk"))) for uses in (PostTopic, CommentTopic)]
    Topic.objects.filter(pk__in=topics).exclude(used[0] | used[1]).delete()


def _topics_of(leaving: Leaving) -> set[int]:
    return {
        topic
        for uses in (PostTopic, CommentTopic)
        for topic in uses.objects.filter(thing__author=leaving.person).values_list("topic", flat=True)
    }


def _that_name(leaving: Leaving) -> Iterator[Post | Comment]:
    """Their own words, and those of others that mention them."""
    theirs, mention = Q(author=leaving.person), leaving.mention
    named = theirs | Q(text__icontains=mention)
    there = {"withdrawn_at": None}
    yield from Post.objects.filter(named | Q(title__icontains=mention), **there).select_related("author")
    yield from Comment.objects.filter(named, **there).select_related("author", "post")


def _reword(thing: Post | Comment, leaving: Leaving) -> None:
    said = leaving.nameless if thing.author_id == leaving.person.pk else leaving.unnamed
    text, title = said(thing.text), said(getattr(thing, "title", ""))[:160]
    if (text, title) == (thing.text, getattr(thing, "title", "")):
        return
    words = mentions.read(text, thing.author)
    thing.text, thing.html = text, words.html
    if thing.word == "post":
        thing.title = title
    mentions.keep(thing, words, is_new=False)
    thing.save(update_fields=thing.WORDS)


def _reword_earlier(leaving: Leaving) -> None:
    """Versions of what others wrote."""
    named = Q(text__icontains=leaving.mention) | Q(title__icontains=leaving.mention)
    for model in (PostRevision, CommentRevision):
        for earlier in model.objects.filter(named).select_related("thing__author"):
            earlier.text, earlier.title = leaving.unnamed(earlier.text), leaving.unnamed(earlier.title)[:160]
            earlier.html = mentions.read(earlier.text, earlier.thing.author).html
            earlier.save(update_fields=["text", "title", "html"])


def _reword_options(leaving: Leaving) -> None:
    theirs = Q(poll__post__author=leaving.person)
    options = Option.objects.filter(theirs | Q(words__icontains=leaving.mention))
    for option in options.select_related("poll__post"):
        is_own = option.poll.post.author_id == leaving.person.pk
        words = (leaving.nameless if is_own else leaving.unnamed)(option.words)[:160]
        if words != option.words:
            option.words = words
            option.save(update_fields=["words"])


def _reword_drafts(leaving: Leaving) -> None:
    """Of others, who still write of them or thank them."""
    drafts = Draft.objects.exclude(author=leaving.person).annotate(as_text=Cast("sent", TextField()))
    for draft in drafts.filter(as_text__icontains=leaving.person.handle):
        draft.sent = leaving.unnamed_in(draft.sent)
        draft.save(update_fields=["sent"])
