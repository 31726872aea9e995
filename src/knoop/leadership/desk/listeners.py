"""What is written may retell a story."""

from knoop.community.posts.models import Comment, Post
from knoop.events.listeners import on
from knoop.events.models import Event
from knoop.leadership.desk import retelling


@on("post.written", "post.edited", "post.withdrawn", "post.restored")
def of_a_post(event: Event) -> None:
    if post := Post.objects.filter(pk=event.about_id).first():
        retelling.note(post)


@on("post.answered", "comment.edited", "comment.withdrawn", "comment.restored")
def of_an_answer(event: Event) -> None:
    if comment := Comment.objects.select_related("post").filter(pk=event.about_id).first():
        retelling.note(comment)
