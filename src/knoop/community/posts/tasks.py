"""What happens without anybody asking: at a moment, or after something was written."""

from __future__ import annotations

import logging

from django.tasks import task
from django.utils import translation

from knoop.base import clock, markdown
from knoop.base.elsewhere import Guard, Refused
from knoop.community.files.attachments import let_go
from knoop.community.posts.heads import read_head
from knoop.community.posts.models import (
    Comment,
    CommentRevision,
    Draft,
    LinkPreview,
    Poll,
    Post,
    PostRevision,
)
from knoop.community.posts.publishing import publish
from knoop.community.posts.revisions import UNDO
from knoop.jobs.schedule import daily, every

said = logging.getLogger(__name__)
guard = Guard()


@every(minutes=1)
@task(priority=20)
def publish_due() -> int:
    """Posts what is due. Safe to run twice: what was posted is no draft any more."""
    count = 0
    for draft in Draft.objects.due(clock.now()):
        with translation.override(draft.author.language or None):
            count += publish(draft)
    return count


@every(minutes=5)
@task()
def seal_polls() -> int:
    """Erases by what the votes in closed anonymous polls could be changed."""
    polls = list(Poll.objects.to_seal())
    for poll in polls:
        poll.seal()
    return len(polls)


@every(hours=1)
@task()
def forget_withdrawn() -> int:
    """Erases what was withdrawn once its author can't take that back any more."""
    since = clock.now() - UNDO
    count = 0
    for revisions in (PostRevision.objects, CommentRevision.objects):
        gone, _per_model = revisions.filter(thing__withdrawn_at__lte=since).delete()
        count += gone
    for things in (Post.objects, Comment.objects):
        let_go(things.filter(withdrawn_at__lte=since))
    return count


@daily(at="03:50")
@task()
def forget_discarded() -> int:
    gone, _per_model = Draft.objects.discarded_long_ago().delete()
    return gone


@task(queue_name="slow")
def look_up_link(post_id: int) -> None:
    """Gives a post the preview of its first link, from those that are here already or from elsewhere."""
    post = Post.objects.filter(pk=post_id, withdrawn_at=None).first()
    address = markdown.first_link(post.text) if post else None
    if post is None or address is None:
        return
    preview = LinkPreview.objects.filter(address=address).first() or _fetched(address)
    # Only if it still says so: somebody may have changed it while the other server took its time.
    Post.objects.filter(pk=post_id, text=post.text).update(preview=preview)


def _fetched(address: str) -> LinkPreview:
    """Also what can't be read is kept, without words: a dead server isn't asked for each post."""
    try:
        head = read_head(guard.read(address))
    except Refused as fault:
        said.info("No preview: %s", fault)
        words = {}
    else:
        words = {"title": head.title, "description": head.description, "site": head.site}
    return LinkPreview.objects.get_or_create(address=address, defaults=words)[0]
