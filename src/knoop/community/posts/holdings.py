"""What posts hold of somebody."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from knoop.community.posts.letting_go import erase
from knoop.people.holdings import Fate, Holding, Line, holds

WORDS = ("id", "text", "published_at", "edited_at", "withdrawn_at")
LINES = [
    Line(
        "posts.Post.author",
        ngettext_lazy("%(count)d post you wrote", "%(count)d posts you wrote", "count"),
        Fate.STAYS,
        (*WORDS, "kind", "title", "space__name"),
    ),
    Line(
        "posts.Comment.author",
        ngettext_lazy("%(count)d answer you wrote", "%(count)d answers you wrote", "count"),
        Fate.STAYS,
        (*WORDS, "post", "to"),
    ),
    Line(
        "posts.Draft.author",
        ngettext_lazy("%(count)d draft", "%(count)d drafts", "count"),
        Fate.GOES,
        ("kind", "sent", "due_at", "changed_at", "discarded_at"),
        until=_("until you post it, or a day after you throw it away"),
    ),
    Line(
        "posts.Handover.by",
        ngettext_lazy("%(count)d draft you handed over", "%(count)d drafts you handed over", "count"),
        Fate.GOES,
        ("to__name", "at", "opened_at", "declined_at", "words"),
        until=_("until it is sent, or given back and thrown away"),
        called="handed_over",
    ),
    Line(
        "posts.Handover.to",
        ngettext_lazy(
            "%(count)d draft that was handed over to you",
            "%(count)d drafts that were handed over to you",
            "count",
        ),
        Fate.GOES,
        ("by__name", "at", "opened_at", "declined_at", "words"),
        called="drafts_from_others",
    ),
    Line(
        "posts.DraftedWith.person",
        ngettext_lazy(
            "%(count)d post that says you helped to draft it",
            "%(count)d posts that say you helped to draft them",
            "count",
        ),
        Fate.STAYS,
        ("post",),
        called="helped_to_draft",
    ),
    Line(
        "posts.PostReaction.person",
        ngettext_lazy("%(count)d reaction to a post", "%(count)d reactions to posts", "count"),
        Fate.STAYS,
        ("emoji", "thing", "at"),
    ),
    Line(
        "posts.CommentReaction.person",
        ngettext_lazy("%(count)d reaction to an answer", "%(count)d reactions to answers", "count"),
        Fate.STAYS,
        ("emoji", "thing", "at"),
    ),
    Line(
        "posts.Vote.person",
        ngettext_lazy("%(count)d vote with your name", "%(count)d votes with your name", "count"),
        Fate.STAYS,
        ("option__poll__post", "option__words"),
    ),
    Line(
        "posts.PostMention.person",
        ngettext_lazy("%(count)d post that mentions you", "%(count)d posts that mention you", "count"),
        Fate.GOES,
        ("thing",),
    ),
    Line(
        "posts.CommentMention.person",
        ngettext_lazy("%(count)d answer that mentions you", "%(count)d answers that mention you", "count"),
        Fate.GOES,
        ("thing",),
    ),
    Line(
        "posts.PostThanks.person",
        ngettext_lazy(
            "%(count)d time that you were thanked", "%(count)d times that you were thanked", "count"
        ),
        Fate.STAYS,
        ("thing",),
        called="thanked_in",
    ),
    Line(
        "posts.Saved.person",
        ngettext_lazy("%(count)d thing you saved", "%(count)d things you saved", "count"),
        Fate.GOES,
        ("post", "comment", "at"),
        called="saved",
    ),
    Line(
        "posts.TopicFollowing.by",
        ngettext_lazy("%(count)d topic you follow", "%(count)d topics you follow", "count"),
        Fate.GOES,
        ("topic__name", "since"),
    ),
    Line(
        "posts.PostRead.person",
        ngettext_lazy(
            "up to when you read %(count)d conversation",
            "up to when you read %(count)d conversations",
            "count",
        ),
        Fate.GOES,
        ("post", "at"),
        called="read",
    ),
    Line(
        "posts.Settled.person",
        ngettext_lazy(
            "%(count)d conversation you are done with", "%(count)d conversations you are done with", "count"
        ),
        Fate.GOES,
        ("post", "at"),
        called="done_with",
    ),
    Line(
        "posts.HomeVisit.person",
        ngettext_lazy(
            "when you were last on your home page", "when you were last on your home page", "count"
        ),
        Fate.GOES,
        ("at", "since"),
    ),
    Line(
        "posts.Acceptance.by",
        ngettext_lazy(
            "%(count)d answer you marked as the one that helped",
            "%(count)d answers you marked as the one that helped",
            "count",
        ),
        Fate.STAYS,
        ("post", "comment", "at"),
    ),
    Line(
        "posts.Pin.by",
        ngettext_lazy("%(count)d post you pinned", "%(count)d posts you pinned", "count"),
        Fate.STAYS,
        ("post", "at"),
    ),
]
holds(
    Holding(
        "posts",
        _("Posts and answers"),
        lines=LINES,
        erase=erase,
        words=_(
            "Earlier versions of what you wrote are deleted with your account. "
            "Anonymous votes can't be found by anybody."
        ),
    )
)
