"""Stories, calls and what leaders promise, for tests."""

from knoop.community.posts.models import Draft, Handover, Kind, Post
from knoop.community.spaces.models import Space
from knoop.leadership.desk.models import CallToAction, Purpose, Story
from knoop.people.models import Person


def desk_parts(post: Post, closed_post: Post, leader: Person) -> dict[str, int]:
    """What addresses of the desk are about, of whoever wrote the posts."""
    author = post.author
    handed = Draft.objects.create(author=author, sent={"text": ["For you"]})
    return {
        "closed_story": Story.objects.create(author=author, pattern="action").pk,
        "open_call": CallToAction.objects.create(post=post, words="Come along").pk,
        "closed_call": CallToAction.objects.create(post=closed_post, words="Come along").pk,
        "closed_handover": Handover.objects.hand_over(handed, author, leader).pk,
    }


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
    return {"story": made.pk, "story_post": told.pk}
